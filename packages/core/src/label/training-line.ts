import type { Mention } from "../mention/mention.ts";
import { spokenParts } from "./correct.ts";
import type { Label, Sentiment } from "./label.ts";
import { plainWords } from "./plain-words.ts";

/** The columns of the training data. */
export const trainingHead = "id\tlang\tsource\tlabel\trating\ttext";

export interface CorrectedLabel {
  mention: Mention;
  label: Label;
}

/** The training data knows three sides; what is mixed stands in their middle. */
const sides: Record<Sentiment, -1 | 0 | 1> = { negative: -1, neutral: 0, mixed: 0, positive: 1 };

/**
 * A line of training data; null where no person spoke of the sentiment, since a model must not learn from its own word,
 * or where there is nothing to read.
 */
export function trainingLine({ mention, label }: CorrectedLabel): string | null {
  const text = plainWords(mention, label);
  if (text === "" || !spokenParts(label).includes("sentiment")) return null;
  const { language } = label;
  const side = sides[label.sentiment.is];
  return [mention.id, language, sourceOf(mention), side, ratingOf(mention) ?? "", text].join("\t");
}

/** All parts that a person corrected, each beside what the model had said, as one line of JSON; null where there are none. */
export function partsLine({ mention, label }: CorrectedLabel): string | null {
  const parts = spokenParts(label);
  if (!label.corrected || parts.length === 0) return null;
  const { was } = label.corrected;
  return JSON.stringify({
    id: mention.id,
    lang: label.language,
    source: sourceOf(mention),
    rating: ratingOf(mention),
    text: plainWords(mention, label),
    said: Object.fromEntries(parts.map((part) => [part, label[part] ?? null])),
    model: label.by,
    was: Object.fromEntries(parts.map((part) => [part, was[part]])),
  });
}

const sourceOf = ({ network }: Mention): string => `own-${network}`;

/** Stars of five as they are, those of another scale with it, as the training data has them. */
const ratingOf = ({ rating }: Mention): string | undefined =>
  rating && (rating.outOf === 5 ? `${rating.stars}` : `${rating.stars}/${rating.outOf}`);
