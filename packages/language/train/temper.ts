import type { Temper, Tempers } from "../src/model/file.ts";
import { type Sum, sidesOf } from "../src/model/sentiment-model.ts";
import type { Side } from "./rows.ts";

/** A text judged by a model that was not trained on it. */
export interface Judged {
  source: string;
  language: string;
  /** Whether that model knew other texts of the source. */
  isKnown: boolean;
  side: Side;
  sum: Sum;
}

/**
 * How much spelling counts. Chosen between what is best for sources that were trained on (1 and more) and for those that
 * were not (0.2), since a brand's texts are like the one in part and like the other in part.
 */
const spelling = 0.5;
const untempered: Temper = { spelling, peaks: 0.5, shift: [0, 0], base: 0, length: 0, known: 0 };

/** The languages that the model is meant for; only of these whole sources are left out and judged. */
export const meantFor: ReadonlySet<string> = new Set(["ru", "en"]);

/** One for each language that the model is meant for, and one for all others together. */
export const tempersFrom = (judged: readonly Judged[]): Tempers => {
  const isOther = ({ language }: Judged) => !meantFor.has(language);
  const own = [...meantFor].map(
    (meant) => [meant, temperFrom(judged.filter(({ language }) => language === meant))] as const,
  );
  return { ...Object.fromEntries(own), other: temperFrom(judged.filter(isOther)) };
};

/**
 * The tempering under which texts are told their likeliest sides, by least log loss and fewest flips: from the given
 * texts, of which negative, neutral and positive count alike within each source, and sources that lack a side count
 * nothing. Known sources and unknown ones count half each: on unseen texts of both, a plain model was found to score about
 * half way between what it scores on either. Found by going along one number at a time with ever smaller steps, which
 * always gives the same answer.
 */
const temperFrom = (judged: readonly Judged[]): Temper => {
  const weighed = evenly(judged);
  let best = untempered;
  let bestLoss = lossOf(weighed, best);
  for (let step = 0.4; step > 0.005; ) {
    let isBetter = false;
    for (const tried of neighbours(best, step)) {
      const loss = lossOf(weighed, tried);
      if (loss >= bestLoss) continue;
      best = tried;
      bestLoss = loss;
      isBetter = true;
    }
    if (!isBetter) step /= 2;
  }
  return raised(best, halved(judged.map((one) => ({ ...one, weight: 1 }))));
};

const sureFrom = 0.75;
const rightEnough = 0.9;

/**
 * Confidence is raised as far as nine of ten texts that are judged with 0.75 and more are judged rightly, or lowered until
 * they are. Here sides and sources count as often as they come, up to so many of each: a source that only praises is easy,
 * and a set drawn from many sources has such ones too. Known and unknown sources count half each here as well.
 */
const raised = (temper: Temper, judged: readonly Weighed[]): Temper => {
  const at = (steps: number): Temper => ({ ...temper, base: temper.base + steps * raiseStep });
  const isRight = (steps: number) => !(rightWhenSure(judged, at(steps)) < rightEnough);
  let steps = 0;
  if (judged.length > 0) while (steps < mostSteps && isRight(steps + 1)) steps += 1;
  while (steps > -mostSteps && !isRight(steps)) steps -= 1;
  return at(steps);
};

const raiseStep = 0.05;
const mostSteps = 20;

const rightWhenSure = (judged: readonly Weighed[], temper: Temper): number => {
  let sure = 0;
  let right = 0;
  for (const { sum, side, weight } of judged) {
    const { negative, neutral, positive } = sidesOf(sum, temper);
    const sides = [negative, neutral, positive];
    const highest = Math.max(...sides);
    if (highest < sureFrom) continue;
    sure += weight;
    if (sides[side] === highest) right += weight;
  }
  return right / sure;
};

interface Weighed extends Judged {
  weight: number;
}

const evenly = (judged: readonly Judged[]): Weighed[] => {
  const counts = new Map<string, number[]>();
  for (const one of judged) {
    const sides = counts.get(keyOf(one)) ?? [0, 0, 0];
    sides[one.side] = (sides[one.side] ?? 0) + 1;
    counts.set(keyOf(one), sides);
  }
  const weighed = judged.flatMap((one) => {
    const sides = counts.get(keyOf(one)) ?? [];
    if (sides.includes(0)) return [];
    const all = sides.reduce((sum, count) => sum + count);
    return [{ ...one, weight: all / (3 * (sides[one.side] ?? 1)) }];
  });
  return halved(weighed);
};

const halved = (weighed: readonly Weighed[]): Weighed[] => {
  const known = weighed.filter(({ isKnown }) => isKnown).length;
  return weighed.map((one) => ({
    ...one,
    weight: one.weight / (one.isKnown ? known : weighed.length - known),
  }));
};

const keyOf = ({ source, isKnown }: Judged): string => `${source} ${isKnown}`;

const neighbours = (of: Temper, step: number): Temper[] =>
  [step, -step].flatMap((by) => [
    { ...of, peaks: of.peaks + by },
    { ...of, shift: [of.shift[0] + by, of.shift[1]] as const },
    { ...of, shift: [of.shift[0], of.shift[1] + by] as const },
    { ...of, base: of.base + by },
    { ...of, length: of.length + by / 4 },
    { ...of, known: of.known + by },
  ]);

/** What it costs, beside its log loss, to be sure of blame where there is praise or the other way round: nothing misleads more. */
const flipCost = 0.5;

const lossOf = (judged: readonly Weighed[], temper: Temper): number => {
  let loss = 0;
  for (const { sum, side, weight } of judged) {
    const sides = sidesOf(sum, temper);
    const right = side === 0 ? sides.negative : side === 1 ? sides.neutral : sides.positive;
    const opposite = side === 0 ? sides.positive : side === 2 ? sides.negative : 0;
    loss += weight * (flipCost * opposite - Math.log(Math.max(right, 1e-9)));
  }
  return loss;
};
