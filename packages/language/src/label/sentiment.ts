import type { Sentiment } from "@otklik/core/label/label";
import type { Tone } from "./tone.ts";

export interface Judgement {
  is: Sentiment;
  confidence: number;
}

/** What the customer's stars or verdict say: -1 bad, 0 in between, 1 good. */
export type StarSide = -1 | 0 | 1;

/** How far to one side the evidence must lie; measured on labelled reviews, where praise is handed out more lightly. */
const positiveFrom = 0.3;
const negativeFrom = -0.1;
/** With clear evidence on both sides, how far it may lie to one of them and still be mixed. */
const mixedWithin = 0.35;
/** Evidence of at least this weight on a side is clear: one plain word such as "хорошо" or "rude". */
const clear = 1.9;

/** From -1 (all blame) to 1 (all praise); little evidence keeps it near 0. */
const leanOf = ({ praise, blame }: Pick<Tone, "praise" | "blame">): number =>
  (praise - blame) / (praise + blame + 1);

/** Sentiment by words and signs alone. Confidence follows how often a text of such a lean was judged rightly. */
export const judgeText = (tone: Tone): Judgement => {
  if (tone.hits === 0 && tone.blame === 0) return { is: "neutral", confidence: 0.4 };
  const lean = leanOf(tone);
  const bothClear = Math.min(tone.praise, tone.blame) >= clear;
  if (bothClear && Math.abs(lean) <= mixedWithin) return { is: "mixed", confidence: 0.55 };
  if (lean > positiveFrom) return { is: "positive", confidence: sureness(lean) };
  if (lean < negativeFrom) return { is: "negative", confidence: sureness(lean) };
  return { is: "neutral", confidence: 0.35 };
};

const sureness = (lean: number): number => Math.min(0.95, 0.3 + 0.65 * Math.abs(lean));

/** Stars alone, where nothing was written. */
export const judgeStars = (side: StarSide): Judgement =>
  side === 0
    ? { is: "neutral", confidence: 0.7 }
    : { is: side > 0 ? "positive" : "negative", confidence: 0.9 };

/** Words and stars together: where both speak clearly and against each other, the mention is mixed. */
export const judgeBoth = (tone: Tone, side: StarSide): Judgement => {
  const text = judgeText(tone);
  if (side === 0) return judgeBetween(tone, text);
  const stars = judgeStars(side);
  const against = side > 0 ? tone.blame : tone.praise;
  const leaning = leanOf(tone) * side;
  if (text.is === stars.is) return { is: stars.is, confidence: 0.95 };
  if (text.is === "mixed") return { is: "mixed", confidence: 0.6 };
  const contradicts = text.is !== "neutral" && against >= clear && leaning < 0;
  return contradicts ? { is: "mixed", confidence: 0.6 } : { is: stars.is, confidence: 0.75 };
};

/** Middling stars: the words decide, and only if they lie well to one side. */
const judgeBetween = (tone: Tone, text: Judgement): Judgement => {
  const lean = leanOf({ praise: tone.praise + 1.5, blame: tone.blame + 1.5 });
  if (text.is === "mixed") return { is: "mixed", confidence: 0.7 };
  if (Math.abs(lean) < positiveFrom) return { is: "neutral", confidence: 0.55 };
  return { is: lean > 0 ? "positive" : "negative", confidence: 0.5 };
};
