import { type Label, UrgencyReason } from "@otklik/core/label/label";
import type { Part } from "./cues/rules.ts";
import { evidenceOf, type Found, firstOf, type Hit, wordsOf } from "./evidence.ts";

type Urgency = Label["urgency"][number];

/** Reasons to be read at once, each once, with the customer's own words that led to it, in their order. */
export const urgencyOf = (cues: readonly Hit<Part>[]): Found<Urgency[]> => {
  const found = UrgencyReason.options.flatMap((reason) => {
    const first = firstOf(cues, `urgency.${reason}` as const);
    return first ? [{ reason, first }] : [];
  });
  const inOrder = found.sort((a, b) => cues.indexOf(a.first) - cues.indexOf(b.first));
  return {
    is: inOrder.map(({ reason, first }) => ({ reason, words: wordsOf(first) })),
    evidence: inOrder.flatMap(({ first }) => evidenceOf(first.is, [first])),
  };
};
