import { type Token, tokensOf } from "../src/label/tokens.ts";
import { bucketOf, readSpelling, type Spelling, spellingOf } from "../src/model/spelling.ts";
import { chanceFrom } from "./chance.ts";
import { balanced, shuffle } from "./learn.ts";
import type { Row } from "./rows.ts";

export interface SpellingSettings {
  seed: number;
  bits: number;
  epochs: number;
  rate: number;
  /** As in `Settings`. */
  balance: number;
}

/** The buckets of all rows one behind the other; row n has those from `starts[n]` up to `starts[n + 1]`. */
export interface Buckets {
  bits: number;
  buckets: Int32Array;
  starts: Int32Array;
}

/** Reads the texts into buckets, so that a training run goes over numbers only. */
export const bucketsOf = (rows: readonly Row[], { bits }: Pick<SpellingSettings, "bits">): Buckets => {
  const remembered = new Map<string, number[]>();
  let buckets = new Int32Array(1 << 20);
  let length = 0;
  const feature = (hash: number): void => {
    if (length === buckets.length) buckets = larger(buckets);
    buckets[length] = bucketOf(hash, bits);
    length += 1;
  };
  const word = ({ word: written }: Token): number => {
    const hashes = remembered.get(written) ?? spellingOf(written);
    remembered.set(written, hashes);
    hashes.forEach(feature);
    return hashes[0] ?? 0;
  };
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ text }, row) => {
    readSpelling(text, tokensOf(text), { word, feature });
    starts[row + 1] = length;
  });
  return { bits, buckets: buckets.slice(0, length), starts };
};

const larger = (buckets: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(buckets.length * 2);
  grown.set(buckets);
  return grown;
};

const rarest = 255;
const steps = 4;

/**
 * How rare each bucket is among the texts in `use`: the square of its inverse document frequency, so that what stands in
 * every text hardly counts. Source of the weight: Spärck Jones, Journal of Documentation 28 (1972).
 */
const rarityOf = ({ bits, buckets, starts }: Buckets, use: Int32Array): Uint8Array => {
  const textsWith = new Int32Array(2 ** bits);
  const lastWith = new Int32Array(2 ** bits).fill(-1);
  for (const row of use)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      const bucket = buckets[at] as number;
      if (lastWith[bucket] === row) continue;
      lastWith[bucket] = row;
      textsWith[bucket] = (textsWith[bucket] as number) + 1;
    }
  return Uint8Array.from(textsWith, (texts) =>
    Math.min(rarest, Math.round(steps * Math.log((use.length + 1) / (texts + 1)) ** 2)),
  );
};

/** Softmax regression by AdaGrad over the buckets, each text brought to length one. */
export const learnSpelling = (
  all: Buckets,
  { rows, use, settings }: { rows: readonly Row[]; use: Int32Array; settings: SpellingSettings },
): Spelling => {
  const { buckets, starts, bits } = all;
  const rarity = rarityOf(all, use);
  const weightOf = balanced(rows, use, settings.balance);
  const chance = chanceFrom(settings.seed);
  const weights = new Float32Array(3 * 2 ** bits);
  const squares = new Float32Array(weights.length).fill(1);
  const order = Int32Array.from(use);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, chance);
    for (const row of order) {
      const from = starts[row] as number;
      const to = starts[row + 1] as number;
      let length = 0;
      let z0 = 0;
      let z1 = 0;
      let z2 = 0;
      for (let at = from; at < to; at += 1) {
        const bucket = buckets[at] as number;
        const rare = rarity[bucket] as number;
        length += rare * rare;
        z0 += rare * (weights[bucket * 3] as number);
        z1 += rare * (weights[bucket * 3 + 1] as number);
        z2 += rare * (weights[bucket * 3 + 2] as number);
      }
      if (length === 0) continue;
      const share = 1 / Math.sqrt(length);
      const highest = Math.max(z0, z1, z2) * share;
      const e0 = Math.exp(z0 * share - highest);
      const e1 = Math.exp(z1 * share - highest);
      const e2 = Math.exp(z2 * share - highest);
      const scale = (weightOf[row] as number) * share;
      const side = rows[row]?.side;
      const whole = e0 + e1 + e2;
      const slopes = [e0, e1, e2].map((e, of) => (e / whole - (of === side ? 1 : 0)) * scale);
      const [s0 = 0, s1 = 0, s2 = 0] = slopes;
      for (let at = from; at < to; at += 1) {
        const bucket = buckets[at] as number;
        const rare = rarity[bucket] as number;
        if (rare === 0) continue;
        const first = bucket * 3;
        descend(first, s0 * rare);
        descend(first + 1, s1 * rare);
        descend(first + 2, s2 * rare);
      }
    }
  }
  return quantized({ weights, rarity, bits });

  function descend(at: number, slope: number): void {
    const square = (squares[at] as number) + slope * slope;
    squares[at] = square;
    weights[at] = (weights[at] as number) - (settings.rate * slope) / Math.sqrt(square);
  }
};

const strongest = 0.9995;

/** Pulls away from neutral, the rarity multiplied in, in 255 steps. */
const quantized = ({
  weights,
  rarity,
  bits,
}: {
  weights: Float32Array;
  rarity: Uint8Array;
  bits: number;
}): Spelling => {
  const pulls = new Float32Array(2 * rarity.length);
  rarity.forEach((rare, bucket) => {
    const neutral = weights[bucket * 3 + 1] as number;
    pulls[bucket * 2] = rare * ((weights[bucket * 3] as number) - neutral);
    pulls[bucket * 2 + 1] = rare * ((weights[bucket * 3 + 2] as number) - neutral);
  });
  const sizes = Float32Array.from(pulls, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const scale = Math.max(1e-6, (sizes[Math.floor(strongest * (sizes.length - 1))] ?? 0) / 127);
  return {
    bits,
    scale,
    rarity,
    pulls: Int8Array.from(pulls, (pull) => Math.max(-127, Math.min(127, Math.round(pull / scale)))),
  };
};
