import type { Label, UrgencyReason } from "@otklik/core/label/label";
import type { Sides } from "../model/sentiment-model.ts";
import { evidenceOf, type Found, type Hit, wordsOf } from "./evidence.ts";
import type { HeardSignal } from "./heard.ts";

type Urgency = Label["urgency"][number];

/** So many times as likely as blame praise must be, by the model of sentiment, for doubtful urgency to tell nothing. */
const praiseOutweighs = 2;
const clearFrom = 1;

/** Reasons to be read at once, each once, with the customer's own words that led to it, the strongest first. */
export const urgencyOf = (heard: readonly Hit<HeardSignal>[], whole: Sides): Found<Urgency[]> => {
  const least = whole.positive > whole.negative * praiseOutweighs ? clearFrom : 0;
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
