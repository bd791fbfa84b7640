import type { Temper } from "../src/model/file.ts";
import { type Sum, sidesOf } from "../src/model/sentiment-model.ts";
import type { Side } from "./rows.ts";

/** A text judged by a model that knew nothing of its source. */
export interface Judged {
  source: string;
  side: Side;
  sum: Sum;
  weight: number;
}

const untempered: Temper = { shift: [0, 0], base: 0, length: 0, known: 0 };

/**
 * The tempering under which texts of unknown sources are told their likeliest sides, by least log loss. Found by going
 * along one number at a time with ever smaller steps, which always gives the same answer.
 */
export const temperFrom = (judged: readonly Judged[]): Temper => {
  let best = untempered;
  let bestLoss = lossOf(judged, best);
  for (let step = 0.4; step > 0.005; ) {
    let isBetter = false;
    for (const tried of neighbours(best, step)) {
      const loss = lossOf(judged, tried);
      if (loss >= bestLoss) continue;
      best = tried;
      bestLoss = loss;
      isBetter = true;
    }
    if (!isBetter) step /= 2;
  }
  return best;
};

const neighbours = ({ shift, base, length, known }: Temper, step: number): Temper[] =>
  [step, -step].flatMap((by) => [
    { shift: [shift[0] + by, shift[1]], base, length, known },
    { shift: [shift[0], shift[1] + by], base, length, known },
    { shift, base: base + by, length, known },
    { shift, base, length: length + by / 4, known },
    { shift, base, length, known: known + by },
  ]);

const lossOf = (judged: readonly Judged[], temper: Temper): number => {
  let loss = 0;
  for (const { sum, side, weight } of judged) {
    const sides = sidesOf(sum, temper);
    const right = side === 0 ? sides.negative : side === 1 ? sides.neutral : sides.positive;
    loss -= weight * Math.log(Math.max(right, 1e-9));
  }
  return loss;
};
