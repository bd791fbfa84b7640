import { kindWeight } from "../src/model/signal-model.ts";
import { chanceFrom } from "./chance.ts";
import { shuffle } from "./learn.ts";
import type { ByKind } from "./signal-features.ts";

/** A passage to learn from. */
export interface Lesson {
  /** Numbers of its features. */
  features: ByKind;
  /** The sides of it, one or more of each group. */
  sides: readonly number[];
  /** What it counts in each group: 1 for a written case, 0 where nothing is known of it. */
  weights: readonly number[];
}

export interface SignalLearning {
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

/** Weights of each feature, and what speaks for each side before anything is read. */
export interface SignalWeights {
  sides: number;
  features: Float32Array;
  bias: Float64Array;
}

interface Task {
  /** How many features there are. */
  features: number;
  /** How many sides each group has. They are numbered through; a lesson says of a group which of them it is. */
  groups: readonly number[];
  learning: SignalLearning;
}

/** What several runs agree on. The same lessons in the same order always give the same weights. */
export const learnSignals = (lessons: readonly Lesson[], task: Task): SignalWeights => {
  const { runs, seed } = task.learning;
  const all = Array.from({ length: runs }, (_, run) =>
    learnOnce(lessons, { ...task, learning: { ...task.learning, seed: seed + run } }),
  );
  const [first, ...others] = all as [SignalWeights, ...SignalWeights[]];
  const mean = (value: number, of: (weights: SignalWeights) => number | undefined): number =>
    others.reduce((sum, one) => sum + (of(one) ?? 0), value) / runs;
  return {
    sides: first.sides,
    features: first.features.map((value, at) => mean(value, ({ features }) => features[at])),
    bias: first.bias.map((value, at) => mean(value, ({ bias }) => bias[at])),
  };
};

/** A group's sides: from `from` up to, not including, `to`. */
interface Group {
  number: number;
  from: number;
  to: number;
}

const numberedThrough = (sizes: readonly number[]): Group[] => {
  let to = 0;
  return sizes.map((size, number) => {
    const from = to;
    to += size;
    return { number, from, to };
  });
};

/** Softmax regression by AdaGrad (Duchi et al. 2011), of each group by itself over the same features. */
const learnOnce = (
  lessons: readonly Lesson[],
  { features, groups: sizes, learning }: Task,
): SignalWeights => {
  const { seed, epochs, rate, decay, drop } = learning;
  const groups = numberedThrough(sizes);
  const sides = groups.at(-1)?.to ?? 0;
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
    const count = take(lesson);
    for (const group of groups) {
      if (lesson.weights[group.number] === 0) continue;
      sumUp(count, group);
      turnIntoErrors(sums, { lesson, group });
      descend(count, { group, pace });
    }
  }
  return { sides, features: weights, bias };

  /** Takes up the features of a lesson but those that are left out by chance; what they say is made up for by what stays. */
  function take(lesson: Lesson): number {
    let count = 0;
    for (const numbers of lesson.features) {
      const share = kindWeight / Math.sqrt(Math.max(1, numbers.length)) / (1 - drop);
      for (const number of numbers) {
        if (chance() < drop) continue;
        taken[count] = number * sides;
        shares[count] = share;
        count += 1;
      }
    }
    return count;
  }

  function sumUp(count: number, { from, to }: Group): void {
    for (let side = from; side < to; side += 1) sums[side] = bias[side] as number;
    for (let at = 0; at < count; at += 1) {
      const first = taken[at] as number;
      const share = shares[at] as number;
      for (let side = from; side < to; side += 1)
        sums[side] = (sums[side] as number) + (weights[first + side] as number) * share;
    }
  }

  function descend(count: number, { group: { from, to }, pace }: { group: Group; pace: number }): void {
    for (let side = from; side < to; side += 1) {
      const slope = sums[side] as number;
      biasSquares[side] = (biasSquares[side] as number) + slope * slope;
      bias[side] = (bias[side] as number) - (pace * slope) / Math.sqrt(biasSquares[side] as number);
    }
    for (let at = 0; at < count; at += 1) {
      for (let side = from; side < to; side += 1) {
        const here = (taken[at] as number) + side;
        const slope = (sums[side] as number) * (shares[at] as number) + decay * (weights[here] as number);
        const square = (squares[here] as number) + slope * slope;
        squares[here] = square;
        weights[here] = (weights[here] as number) - (pace * slope) / Math.sqrt(square);
      }
    }
  }
};

/** From each side's sum to how much likelier it was thought than it is. */
const turnIntoErrors = (
  sums: Float64Array,
  { lesson, group: { number, from, to } }: { lesson: Lesson; group: Group },
): void => {
  const weight = lesson.weights[number] as number;
  const due = lesson.sides.filter((side) => side >= from && side < to);
  let highest = Number.NEGATIVE_INFINITY;
  for (let side = from; side < to; side += 1) highest = Math.max(highest, sums[side] as number);
  let all = 0;
  for (let side = from; side < to; side += 1) {
    sums[side] = Math.exp((sums[side] as number) - highest);
    all += sums[side] as number;
  }
  for (let side = from; side < to; side += 1)
    sums[side] = ((sums[side] as number) / all - (due.includes(side) ? 1 / due.length : 0)) * weight;
};
