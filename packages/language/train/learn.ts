import { toneSigns } from "../src/model/tone-signs.ts";
import { chanceFrom } from "./chance.ts";
import type { Features } from "./features.ts";
import type { Row } from "./rows.ts";

export interface Settings {
  seed: number;
  /** A feature must stand in so many texts, from so many sources. */
  texts: number;
  sources: number;
  epochs: number;
  rate: number;
  toneRate: number;
  /** The share of a text's features that is left out each time, so that no single one is relied upon. */
  dropFeatures: number;
  /** How often a text is judged by its tone signs alone. */
  dropAll: number;
  /** A text counts by the number of its source's texts with its label to the power of minus this. */
  balance: number;
}

/** Pulls to negative, neutral and positive, three numbers for each feature and each tone sign. */
export interface Weights {
  features: Float32Array;
  tones: Float64Array;
  bias: Float64Array;
}

/**
 * Softmax regression by AdaGrad (Duchi et al. 2011) over hashed features and tone signs. Each source has a leaning of its
 * own, which is thrown away: what is common to all sources is what an unknown one will share. A source that lacks a
 * side says nothing of it.
 */
export const learn = (
  { numbers, starts, hashes, signs }: Features,
  { rows, use, settings }: { rows: readonly Row[]; use: Int32Array; settings: Settings },
): Weights => {
  const { epochs, rate, toneRate, dropFeatures, dropAll } = settings;
  const chance = chanceFrom(settings.seed);
  const sources = new Map([...new Set(rows.map(({ source }) => source))].map((source, at) => [source, at]));
  const sourceOf = Int32Array.from(rows, ({ source }) => sources.get(source) ?? 0);
  const sideOf = Int8Array.from(rows, ({ side }) => side);
  const has = new Uint8Array(sources.size * 3);
  for (const row of use) has[(sourceOf[row] ?? 0) * 3 + (sideOf[row] ?? 0)] = 1;
  const weightOf = balanced(rows, use, settings.balance);

  const weights = new Float32Array(hashes.length * 3);
  const squares = new Float32Array(weights.length).fill(1e-3);
  const tones = descending(toneSigns.count * 3, 0.1);
  const biases = descending(3, 1e-3);
  const leanings = descending(sources.size * 3, 1e-3);
  const order = Int32Array.from(use);
  const taken = new Int32Array(longestRow(starts));
  const steps = epochs * order.length;
  for (let done = 0; done < steps; done += 1) {
    const place = done % order.length;
    if (place === 0) shuffle(order, chance);
    const row = order[place] as number;
    const left = 1 - done / steps;
    const leaning = (sourceOf[row] as number) * 3;
    const signsFrom = row * toneSigns.each;
    const signsTo = signsFrom + toneSigns.each;

    let count = 0;
    let z0 = 0;
    let z1 = 0;
    let z2 = 0;
    const to = chance() < dropAll ? 0 : (starts[row + 1] as number);
    for (let at = starts[row] as number; at < to; at += 1) {
      if (chance() < dropFeatures) continue;
      const first = (numbers[at] as number) * 3;
      taken[count] = first;
      count += 1;
      z0 += weights[first] as number;
      z1 += weights[first + 1] as number;
      z2 += weights[first + 2] as number;
    }
    const share = count === 0 ? 0 : 1 / Math.sqrt(count);
    z0 = z0 * share + biases.value(0) + leanings.value(leaning);
    z1 = z1 * share + biases.value(1) + leanings.value(leaning + 1);
    z2 = z2 * share + biases.value(2) + leanings.value(leaning + 2);
    for (let at = signsFrom; at < signsTo; at += 1) {
      const first = (signs[at] as number) * 3;
      z0 += tones.value(first);
      z1 += tones.value(first + 1);
      z2 += tones.value(first + 2);
    }

    const highest = Math.max(z0, z1, z2);
    const e0 = has[leaning] ? Math.exp(z0 - highest) : 0;
    const e1 = has[leaning + 1] ? Math.exp(z1 - highest) : 0;
    const e2 = has[leaning + 2] ? Math.exp(z2 - highest) : 0;
    const all = e0 + e1 + e2;
    const side = sideOf[row] as number;
    const weight = weightOf[row] as number;
    const errors = [
      (e0 / all - (side === 0 ? 1 : 0)) * weight,
      (e1 / all - (side === 1 ? 1 : 0)) * weight,
      (e2 / all - (side === 2 ? 1 : 0)) * weight,
    ];
    for (let side = 0; side < 3; side += 1) {
      const slope = errors[side] as number;
      biases.descend(side, slope, rate * left);
      leanings.descend(leaning + side, slope, rate * left);
      for (let at = signsFrom; at < signsTo; at += 1)
        tones.descend((signs[at] as number) * 3 + side, slope, toneRate * left);
      const shared = slope * share;
      const energy = shared * shared;
      const move = rate * left * shared;
      for (let at = 0; at < count; at += 1) {
        const here = (taken[at] as number) + side;
        const square = (squares[here] as number) + energy;
        squares[here] = square;
        weights[here] = (weights[here] as number) - move / Math.sqrt(square);
      }
    }
  }
  return { features: weights, tones: tones.values, bias: biases.values };
};

/** A few numbers that descend by AdaGrad. */
const descending = (size: number, startSquare: number) => {
  const values = new Float64Array(size);
  const squares = new Float64Array(size).fill(startSquare);
  return {
    values,
    value: (at: number): number => values[at] as number,
    descend(at: number, slope: number, rate: number): void {
      const square = (squares[at] as number) + slope * slope;
      squares[at] = square;
      values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(square);
    },
  };
};

/** Each text's weight, 1 on average: large sources and frequent labels are held back. */
const balanced = (rows: readonly Row[], use: Int32Array, balance: number): Float64Array => {
  const keyOf = (row: number) => `${rows[row]?.source} ${rows[row]?.side}`;
  const counts = new Map<string, number>();
  for (const row of use) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const weights = new Float64Array(rows.length);
  let sum = 0;
  for (const row of use) {
    const weight = (counts.get(keyOf(row)) ?? 1) ** -balance;
    weights[row] = weight;
    sum += weight;
  }
  return weights.map((weight) => (weight * use.length) / sum);
};

const longestRow = (starts: Int32Array): number => {
  let longest = 0;
  for (let row = 0; row + 1 < starts.length; row += 1)
    longest = Math.max(longest, (starts[row + 1] ?? 0) - (starts[row] ?? 0));
  return longest;
};

const shuffle = (order: Int32Array, chance: () => number): void => {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  }
};
