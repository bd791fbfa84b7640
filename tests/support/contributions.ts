import { moods } from "@otklik/core/label/label";
import { builtInTopics } from "@otklik/core/label/topic";
import type { Contribution } from "@otklik/core/trend/trend";
import fc from "fast-check";

/** What mentions may add to a day, the shapes of an earlier version among them. */
export const contributions: fc.Arbitrary<Contribution> = fc.record<Contribution>(
  {
    source: fc.constantFrom("s1", "s2"),
    network: fc.constantFrom("wildberries", "file"),
    kind: fc.constantFrom("review", "question"),
    stars: fc.double({ min: 1, max: 5, noNaN: true }),
    sentiment: fc.constantFrom(...moods),
    topics: fc.subarray([...builtInTopics.slice(0, 3), "other" as const]),
    open: fc.boolean(),
    priority: fc.constantFrom("urgent", "high", "normal", "low"),
    answered: fc.boolean(),
    minutesToReply: fc.nat(5_000_000),
    removed: fc.boolean(),
    conversation: fc.nat(50).map((n) => `b1-${n}`),
    product: fc.record({
      key: fc.oneof(fc.constantFrom("__proto__", "1"), fc.nat(40).map(String)),
      name: fc.constantFrom("Крем", "Крем для рук", "Cream"),
    }),
    location: fc.constantFrom("Тверь", "Казань"),
    words: fc.constantFrom("привезли поздно", "дорого", "быстро"),
  },
  {
    requiredKeys: [
      "source",
      "network",
      "kind",
      "sentiment",
      "topics",
      "open",
      "priority",
      "answered",
      "removed",
    ],
  },
);

export function contribution(change: Partial<Contribution> = {}): Contribution {
  return {
    source: "s1",
    network: "wildberries",
    kind: "review",
    stars: 5,
    sentiment: "positive",
    topics: ["quality"],
    open: false,
    priority: "normal",
    answered: false,
    removed: false,
    conversation: "b1-0",
    ...change,
  };
}

/** That many alike, each of its own conversation. */
export const many = (count: number, change: Partial<Contribution> = {}, prefix = "c"): Contribution[] =>
  Array.from({ length: count }, (_, at) => contribution({ conversation: `b1-${prefix}${at}`, ...change }));
