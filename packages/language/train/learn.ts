import { toneSigns } from "../src/model/tone-signs.ts";
import { chanceFrom } from "./chance.ts";
import type { Features } from "./features.ts";
import type { PeakSettings } from "./learn-peaks.ts";
import type { SpellingSettings } from "./learn-spelling.ts";
import { isWritten, type Row } from "./rows.ts";

export interface Settings {
  seed: number;
  /** So many runs, each by chance of its own, are averaged: what only one of them believes counts less. */
  runs: number;
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
  spelling: SpellingSettings;
  peaks: PeakSettings;
}

/** Pulls to negative, neutral and positive, three numbers for each feature and each tone sign. */
export interface Weights {
  features: Float32Array;
  tones: Float64Array;
  bias: Float64Array;
}

/** What several runs of `learnOnce` agree on. */
export const learn = (features: Features, training: Training): Weights => {
  const { settings } = training;
  const mean: Weights = {
    features: new Float32Array(features.hashes.length * 3),
    tones: new Float64Array(toneSigns.count * 3),
    bias: new Float64Array(3),
  };
  for (let run = 0; run < settings.runs; run += 1) {
    const once = learnOnce(features, { ...training, settings: { ...settings, seed: settings.seed + run } });
    addShare(mean.features, once.features, settings.runs);
    addShare(mean.tones, once.tones, settings.runs);
    addShare(mean.bias, once.bias, settings.runs);
  }
  return mean;
};

interface Training {
  rows: readonly Row[];
  use: Int32Array;
  settings: Settings;
}

const addShare = (
  to: Float32Array | Float64Array,
  values: Float32Array | Float64Array,
  runs: number,
): void => {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] as number) + (values[at] as number) / runs;
};

/**
 * Softmax regression by AdaGrad (Duchi et al. 2011) over hashed features and tone signs. Each source has a leaning of its
 * own, which is thrown away: what is common to all sources is what an unknown one will share. A source that lacks a
 * side says nothing of it.
 */
const learnOnce = (
  { numbers, starts, mids, hashes, signs }: Features,
  { rows, use, settings }: Training,
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

    // Words and pieces of words are summed apart, each over the root of their number.
    const isBlind = chance() < dropAll;
    const edges = [starts[row] as number, mids[row] as number, starts[row + 1] as number];
    const counts = [0, 0];
    const shares = [0, 0];
    let count = 0;
    let z0 = biases.value(0) + leanings.value(leaning);
    let z1 = biases.value(1) + leanings.value(leaning + 1);
    let z2 = biases.value(2) + leanings.value(leaning + 2);
    for (let half = 0; half < 2 && !isBlind; half += 1) {
      const before = count;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      for (let at = edges[half] as number; at < (edges[half + 1] as number); at += 1) {
        if (chance() < dropFeatures) continue;
        const first = (numbers[at] as number) * 3;
        taken[count] = first;
        count += 1;
        s0 += weights[first] as number;
        s1 += weights[first + 1] as number;
        s2 += weights[first + 2] as number;
      }
      const share = 1 / Math.sqrt(Math.max(1, count - before));
      counts[half] = count - before;
      shares[half] = share;
      z0 += s0 * share;
      z1 += s1 * share;
      z2 += s2 * share;
    }
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
      for (let half = 0, at = 0, to = 0; half < 2; half += 1) {
        const shared = slope * (shares[half] as number);
        const energy = shared * shared;
        const move = rate * left * shared;
        for (to += counts[half] as number; at < to; at += 1) {
          const here = (taken[at] as number) + side;
          const square = (squares[here] as number) + energy;
          squares[here] = square;
          weights[here] = (weights[here] as number) - move / Math.sqrt(square);
        }
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

/**
 * How much a text that was written for the training counts beside a real one: enough to teach its trade. Whoever labels
 * what people post calls many an event neutral that a writer thinks of as blame or praise, so posts count for less.
 */
const weightOfWritten = { reviews: 0.4, posts: 0.15 };
/** By what their source is called. */
const arePosts = /_(comments|social|tweets)$/;

const countOf = (row: Row): number => {
  if (!isWritten(row)) return 1;
  return arePosts.test(row.source) ? weightOfWritten.posts : weightOfWritten.reviews;
};

/** Each text's weight, 1 on average: large sources and frequent labels are held back. */
export const balanced = (rows: readonly Row[], use: Int32Array, balance: number): Float64Array => {
  const keyOf = (row: number) => `${rows[row]?.source} ${rows[row]?.side}`;
  const counts = new Map<string, number>();
  for (const row of use) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const weights = new Float64Array(rows.length);
  let sum = 0;
  for (const row of use) {
    const weight = countOf(rows[row] as Row) * (counts.get(keyOf(row)) ?? 1) ** -balance;
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

export const shuffle = (order: Int32Array, chance: () => number): void => {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  }
};
