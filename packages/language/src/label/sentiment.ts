import type { Sentiment } from "@otklik/core/label/label";
import type { Sides } from "../model/sentiment-model.ts";
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

const isTorn = (tone: Tone): boolean =>
  Math.min(tone.praise, tone.blame) >= clear && Math.abs(leanOf(tone)) <= mixedWithin;

/** In a text of no more words than this, one that praises or blames was weighed. */
const fewWords = 5;
/** How much likelier each side is in such a text whose words of mood all praise, or all blame. */
const underPraise: Sides = { negative: 0.15, neutral: 0.9, positive: 1.6 };
const underBlame: Sides = { negative: 1.9, neutral: 0.9, positive: 0.4 };

/** What a text says: the model's word, helped where few words leave it little to go by. */
export const judgeText = (sides: Sides, { tone, words }: { tone: Tone; words: number }): Judgement => {
  if (tone.hits === 0) {
    const isDoubtful = words <= fewMoodless && sides.positive > sides.negative;
    return likeliest(sides, isDoubtful ? leastMoodless : leastSided);
  }
  const isOneSided = tone.praise === 0 || tone.blame === 0;
  if (words > fewWords || !isOneSided) return likeliest(sides, leastSided);
  return likeliest(weighed(sides, tone.praise > 0 ? underPraise : underBlame), leastSided);
};

/** What is said where there are fields of pros and cons: which of them is filled counts as much as the words. */
export const judgeFields = (tone: Tone): Judgement => {
  const lean = leanOf(tone);
  if (isTorn(tone)) return { is: "mixed", confidence: 0.55 };
  if (lean > positiveFrom) return { is: "positive", confidence: sureness(lean) };
  if (lean < negativeFrom) return { is: "negative", confidence: sureness(lean) };
  return { is: "neutral", confidence: 0.35 };
};

const sureness = (lean: number): number => Math.min(0.95, 0.3 + 0.65 * Math.abs(lean));

/** Of words alone doubtful praise is none, and doubtful blame neither: to take the one for the other costs most. */
const leastSided = 0.46;
/** Of so few words none of which speaks of the mood more is asked to be praise. */
const fewMoodless = 8;
const leastMoodless = 0.54;

const likeliest = ({ negative, neutral, positive }: Sides, least = 0): Judgement => {
  const sided = Math.max(negative, positive);
  if (sided < neutral || sided < least) return { is: "neutral", confidence: neutral };
  return { is: negative >= positive ? "negative" : "positive", confidence: sided };
};

/** Stars alone, where nothing was written. */
export const judgeStars = (side: StarSide): Judgement =>
  side === 0
    ? { is: "neutral", confidence: 0.7 }
    : { is: side > 0 ? "positive" : "negative", confidence: 0.9 };

/** How often a text of each side comes with such stars. */
const underStars: Readonly<Record<StarSide, Sides>> = {
  [-1]: { negative: 0.8, neutral: 0.06, positive: 0.02 },
  0: { negative: 0.17, neutral: 0.6, positive: 0.17 },
  1: { negative: 0.02, neutral: 0.06, positive: 0.8 },
};

/** Words and stars together, as two pieces of evidence: where they speak clearly against each other, it is mixed. */
export const judgeBoth = (text: { said: Judgement; tone: Tone; sides: Sides }, side: StarSide): Judgement => {
  const { said, tone, sides } = text;
  if (said.is === "mixed") return { is: "mixed", confidence: side === 0 ? 0.7 : 0.6 };
  const against = side > 0 ? tone.blame : tone.praise;
  const opposite = side > 0 ? "negative" : "positive";
  const contradicts = side !== 0 && said.is === opposite && (against >= clear || said.confidence >= 0.75);
  if (contradicts && leanOf(tone) * side < 0) return { is: "mixed", confidence: 0.6 };
  return likeliest(weighed(sides, underStars[side]));
};

const weighed = (sides: Sides, by: Sides): Sides => {
  const negative = sides.negative * by.negative;
  const neutral = sides.neutral * by.neutral;
  const positive = sides.positive * by.positive;
  const all = negative + neutral + positive;
  return { negative: negative / all, neutral: neutral / all, positive: positive / all };
};
