import type { Label } from "@otklik/core/label/label";
import type { Heard, UrgencyModel } from "../model/urgency-model.ts";
import { evidenceOf, type Found, type Hit, wordsOf } from "./evidence.ts";
import type { Field } from "./fields.ts";

type Urgency = Label["urgency"][number];

/** Reasons to be read at once, each once, with the customer's own words that led to it, the strongest first. */
export const urgencyOf = (fields: readonly Field[], model: UrgencyModel): Found<Urgency[]> => {
  const strongest = new Map<Heard["reason"], Hit<Heard>>();
  for (const field of fields) {
    // What somebody counts among the good sides cannot wait for anybody.
    if (field.in === "pros") continue;
    for (const heard of model.hear(field.tokens)) {
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
