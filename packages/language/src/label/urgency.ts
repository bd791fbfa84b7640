import type { Label, UrgencyReason } from "@otklik/core/label/label";
import type { Sides } from "../model/sentiment-model.ts";
import { evidenceOf, type Found, type Hit, wordsOf } from "./evidence.ts";
import type { HeardSignal } from "./heard.ts";

type Urgency = Label["urgency"][number];

/** So many times as likely as blame praise must be, by the model of sentiment, for the words to be praise. */
const praiseOutweighs = 5;
/**
 * How much stronger urgency must be where the words praise, unless the stars blame, and where the stars praise: few who are
 * in danger give five.
 */
const clearFrom = { words: 0.5, stars: 2 };

/**
 * Reasons to be read at once, each once, with the customer's own words that led to it, the strongest first. `side` is what
 * the stars say: 1 praise, 0 neither, -1 blame.
 */
export const urgencyOf = (
  heard: readonly Hit<HeardSignal>[],
  { whole, side }: { whole: Sides; side: number | undefined },
): Found<Urgency[]> => {
  const wordsPraise = side !== -1 && whole.positive > whole.negative * praiseOutweighs;
  const least = (wordsPraise ? clearFrom.words : 0) + (side === 1 ? clearFrom.stars : 0);
  const hits = heard.filter(({ is }) => is.signal.startsWith(urgency) && is.strength >= least);
  return {
    is: hits.map((hit) => ({
      reason: hit.is.signal.slice(urgency.length) as UrgencyReason,
      words: wordsOf(hit),
    })),
    evidence: hits.flatMap((hit) => evidenceOf(hit.is.signal, [hit])),
  };
};

const urgency = "urgency.";
