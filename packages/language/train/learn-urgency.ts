import { kindWeight } from "../src/model/urgency-model.ts";
import { chanceFrom } from "./chance.ts";
import { shuffle } from "./learn.ts";
import type { ByKind } from "./urgency-features.ts";

/** A passage to learn from. */
export interface Lesson {
  /** Numbers of its features. */
  features: ByKind;
  /** The reasons it gives; none where nothing is urgent. */
  reasons: readonly number[];
  /** What it counts, 1 for a hand-written case. */
  weight: number;
}

export interface UrgencyLearning {
  seed: number;
  /** So many runs, each by chance of its own, are averaged: what only one of them believes counts less. */
  runs: number;
  epochs: number;
  rate: number;
  /** How strongly each weight is drawn back to zero. */
  decay: number;
  /** The share of a passage's features that is left out each time, so that no single one is relied upon. */
  drop: number;
}

/** Weights of each feature, and what speaks for each side before anything is read. The last side is "not urgent". */
export interface UrgencyWeights {
  sides: number;
  features: Float32Array;
  bias: Float64Array;
}

interface Task {
  /** How many features there are, and how many reasons. */
  features: number;
  reasons: number;
  learning: UrgencyLearning;
}

/** What several runs agree on. The same lessons in the same order always give the same weights. */
export const learnUrgency = (lessons: readonly Lesson[], task: Task): UrgencyWeights => {
  const { runs, seed } = task.learning;
  const all = Array.from({ length: runs }, (_, run) =>
    learnOnce(lessons, { ...task, learning: { ...task.learning, seed: seed + run } }),
  );
  const [first, ...others] = all as [UrgencyWeights, ...UrgencyWeights[]];
  const mean = (value: number, of: (weights: UrgencyWeights) => number | undefined): number =>
    others.reduce((sum, one) => sum + (of(one) ?? 0), value) / runs;
  return {
    sides: first.sides,
    features: first.features.map((value, at) => mean(value, ({ features }) => features[at])),
    bias: first.bias.map((value, at) => mean(value, ({ bias }) => bias[at])),
  };
};

/** Softmax regression by AdaGrad (Duchi et al. 2011). */
const learnOnce = (lessons: readonly Lesson[], { features, reasons, learning }: Task): UrgencyWeights => {
  const { seed, epochs, rate, decay, drop } = learning;
  const sides = reasons + 1;
  const weights = new Float32Array(features * sides);
  const squares = new Float32Array(features * sides).fill(1e-2);
  const bias = new Float64Array(sides);
  const biasSquares = new Float64Array(sides).fill(1);
  const chance = chanceFrom(seed);
  const order = Int32Array.from(lessons.keys());
  const longest = Math.max(
    0,
    ...lessons.map((one) => one.features.reduce((sum, { length }) => sum + length, 0)),
  );
  const taken = new Int32Array(longest);
  const shares = new Float64Array(longest);
  const sums = new Float64Array(sides);
  const steps = epochs * lessons.length;

  for (let done = 0; done < steps; done += 1) {
    const place = done % order.length;
    if (place === 0) shuffle(order, chance);
    const lesson = lessons[order[place] as number] as Lesson;
    const pace = rate * (1 - done / steps);

    let count = 0;
    sums.set(bias);
    for (const numbers of lesson.features) {
      // What is left out is made up for by what stays.
      const share = kindWeight / Math.sqrt(Math.max(1, numbers.length)) / (1 - drop);
      for (const number of numbers) {
        if (chance() < drop) continue;
        taken[count] = number * sides;
        shares[count] = share;
        count += 1;
        for (let side = 0; side < sides; side += 1)
          sums[side] = (sums[side] as number) + (weights[number * sides + side] as number) * share;
      }
    }
    turnIntoErrors(sums, lesson);
    for (let side = 0; side < sides; side += 1) {
      const slope = sums[side] as number;
      biasSquares[side] = (biasSquares[side] as number) + slope * slope;
      bias[side] = (bias[side] as number) - (pace * slope) / Math.sqrt(biasSquares[side] as number);
    }
    for (let at = 0; at < count; at += 1) {
      for (let side = 0; side < sides; side += 1) {
        const here = (taken[at] as number) + side;
        const slope = (sums[side] as number) * (shares[at] as number) + decay * (weights[here] as number);
        const square = (squares[here] as number) + slope * slope;
        squares[here] = square;
        weights[here] = (weights[here] as number) - (pace * slope) / Math.sqrt(square);
      }
    }
  }
  return { sides, features: weights, bias };
};

/** From each side's sum to how much likelier it was thought than it is. */
const turnIntoErrors = (sums: Float64Array, { reasons, weight }: Lesson): void => {
  const highest = Math.max(...sums);
  let all = 0;
  for (let side = 0; side < sums.length; side += 1) {
    sums[side] = Math.exp((sums[side] as number) - highest);
    all += sums[side] as number;
  }
  const none = sums.length - 1;
  for (let side = 0; side < sums.length; side += 1) {
    const isSo = reasons.length === 0 ? side === none : reasons.includes(side);
    const due = isSo ? 1 / Math.max(1, reasons.length) : 0;
    sums[side] = ((sums[side] as number) / all - due) * weight;
  }
};
