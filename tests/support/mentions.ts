import { type Label, type Sentiment, unlabelled } from "@otklik/core/label/label";
import type { FoundMention } from "@otklik/core/mention/found";
import { type Mention, mentionFrom } from "@otklik/core/mention/mention";

export const noon = new Date("2026-11-20T12:00:00.000Z");
export const later = (minutes: number, from = noon): Date => new Date(from.getTime() + minutes * 60_000);

/** A found mention with what a test cares about. */
export function found(change: Partial<FoundMention> = {}): FoundMention {
  return {
    externalId: "r-1",
    url: "https://shop.example/p/1#r-1",
    kind: "review",
    author: { name: "Демо" },
    text: "Крем хороший",
    rating: { stars: 5, outOf: 5 },
    postedAt: noon,
    canReply: true,
    ...change,
  };
}

export function mention(change: Partial<FoundMention> = {}, observedAt = noon): Mention {
  return mentionFrom(found(change), { brandId: "b1", sourceId: "s1", network: "wildberries", observedAt });
}

export function label(is: Sentiment = "positive", change: Partial<Label> = {}): Label {
  return {
    ...unlabelled,
    language: "ru",
    sentiment: { is, confidence: 0.9 },
    emotion: { is: "neutral", confidence: 0.5 },
    topics: ["quality"],
    by: "test",
    ...change,
  };
}
