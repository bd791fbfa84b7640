import type { Label } from "@otklik/core/label/label";
import type { Sides } from "../model/sentiment-model.ts";
import type { Heard, UrgencyModel } from "../model/urgency-model.ts";
import { evidenceOf, type Found, type Hit, wordsOf } from "./evidence.ts";
import type { Field } from "./fields.ts";

type Urgency = Label["urgency"][number];

/** So many times as likely as blame praise must be, by the model of sentiment, for doubtful urgency to tell nothing. */
const praiseOutweighs = 2;
const clearFrom = 1;

/** Reasons to be read at once, each once, with the customer's own words that led to it, the strongest first. */
export const urgencyOf = (
  fields: readonly Field[],
  { model, whole }: { model: UrgencyModel; whole: Sides },
): Found<Urgency[]> => {
  const least = whole.positive > whole.negative * praiseOutweighs ? clearFrom : 0;
  const strongest = new Map<Heard["reason"], Hit<Heard>>();
  for (const field of fields) {
    // What somebody counts among the good sides cannot wait for anybody.
    if (field.in === "pros") continue;
    for (const heard of model.hear(field.tokens)) {
      if (heard.strength < least) continue;
      const before = strongest.get(heard.reason);
      if (before && before.is.strength >= heard.strength) continue;
      strongest.set(heard.reason, { is: heard, field, place: heard.place, length: heard.length });
    }
  }
  const hits = [...strongest.values()].sort((a, b) => b.is.strength - a.is.strength);
  return {
    is: hits.map((hit) => ({ reason: hit.is.reason, words: wordsOf(hit) })),
    evidence: hits.flatMap((hit) => evidenceOf(`urgency.${hit.is.reason}`, [hit])),
  };
};
