import type { Gathered } from "./gathered.ts";
import { spread } from "./hash.ts";

/**
 * Where features stand by their hash. A slot has `each` numbers: the feature's mark, 16 bits of its hash, 0 in an empty
 * slot; and what is known of the feature right beside it, so that a look-up waits for memory once.
 */
export interface Slots {
  /** The number of slots is 2 to the power of this. */
  bits: number;
  each: number;
  numbers: Uint16Array;
}

/** What stands beside the mark of a feature: both its pulls, of 8 bits each, and its row among the peaks, 0 for none. */
export const beside = { pulls: 1, peak: 2 } as const;
export const eachOfTable = 3;

const bothPulls = (negative: number, positive: number): number => (negative & 255) | ((positive & 255) << 8);
/** Neutral is where neither pulls. */
export const negativeIn = (pulls: number): number => (pulls << 24) >> 24;
export const positiveIn = (pulls: number): number => (pulls << 16) >> 24;

const markOf = (hash: number): number => hash & 0xffff || 1;

/** Where the numbers of a feature begin, or -1 when it is not known; one unknown feature in some 30,000 is taken for a known one. */
export const slotOf = ({ bits, each, numbers }: Slots, hash: number): number => {
  const mark = markOf(hash);
  for (let slot = (spread(hash) >>> (32 - bits)) * each; ; slot = after(slot, each, numbers.length)) {
    const here = numbers[slot];
    if (here === mark) return slot;
    if (here === 0) return -1;
  }
};

const after = (slot: number, each: number, end: number): number => (slot + each === end ? 0 : slot + each);

/** Puts where their numbers begin in the place of features' hashes. */
export const slotsOf = (slots: Slots, features: Gathered): void => {
  const { bits, each, numbers } = slots;
  // Looked at all together before any of them decides where to look on.
  let marks = 0;
  for (let at = 0; at < features.count; at += 1)
    marks |= numbers[(spread(features.numbers[at] as number) >>> (32 - bits)) * each] as number;
  for (let at = 0; at < features.count; at += 1)
    features.numbers[at] = marks === 0 ? -1 : slotOf(slots, features.numbers[at] as number);
};

/** Empty slots, at most three quarters of which so many features will fill. */
export const emptySlots = (features: number, each: number): Slots => {
  const bits = Math.max(4, Math.ceil(Math.log2((features * 4) / 3 + 1)));
  return { bits, each, numbers: new Uint16Array(2 ** bits * each) };
};

/** Puts a feature into the first free slot; -1 where its slot and mark are taken already. */
export const take = (slots: Slots, hash: number): number => {
  if (slotOf(slots, hash) >= 0) return -1;
  const { bits, each, numbers } = slots;
  let slot = (spread(hash) >>> (32 - bits)) * each;
  while (numbers[slot] !== 0) slot = after(slot, each, numbers.length);
  numbers[slot] = markOf(hash);
  return slot;
};

/**
 * A table at most three quarters full. Of two features that share slot and mark, the one with the stronger pull stays, so the
 * table depends on the features alone and not on their order.
 * @param most of them that stand in it: the weakest are left out
 */
export const tableOf = (
  features: readonly { hash: number; negative: number; positive: number }[],
  most = features.length,
): Slots => {
  const table = emptySlots(Math.min(features.length, most), eachOfTable);
  const strength = (one: { negative: number; positive: number }) =>
    Math.abs(one.negative) + Math.abs(one.positive);
  const sorted = [...features].sort((a, b) => strength(b) - strength(a) || a.hash - b.hash);
  for (const one of sorted.slice(0, most)) {
    const slot = take(table, one.hash);
    if (slot >= 0) table.numbers[slot + beside.pulls] = bothPulls(one.negative, one.positive);
  }
  return table;
};
