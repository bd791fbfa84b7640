import type { Gathered } from "./gathered.ts";
import { spread } from "./hash.ts";

/** Where features stand by their hash: 16 bits of it are kept, 0 stands for an empty slot. */
export interface Slots {
  /** The number of slots is 2 to the power of this. */
  bits: number;
  marks: Uint16Array;
}

/** Weights of features by their hash, as small as they can be: 16 bits of the hash and two weights of 8 bits. */
export interface Table extends Slots {
  /** For each slot its pull to negative and to positive; neutral is where neither pulls. */
  pulls: Int8Array;
}

const markOf = (hash: number): number => hash & 0xffff || 1;

/** The slot of a feature, or -1 when it is not known; one unknown feature in some 30,000 is taken for a known one. */
export const slotOf = ({ bits, marks }: Slots, hash: number): number => {
  const last = marks.length - 1;
  const mark = markOf(hash);
  for (let slot = spread(hash) >>> (32 - bits); ; slot = (slot + 1) & last) {
    const here = marks[slot];
    if (here === mark) return slot;
    if (here === 0) return -1;
  }
};

/** Puts the slots of features in the place of their hashes. */
export const slotsOf = (slots: Slots, features: Gathered): void => {
  // Looked at all together before any of them decides where to look on.
  let marks = 0;
  for (let at = 0; at < features.count; at += 1)
    marks |= slots.marks[spread(features.numbers[at] as number) >>> (32 - slots.bits)] as number;
  for (let at = 0; at < features.count; at += 1)
    features.numbers[at] = marks === 0 ? -1 : slotOf(slots, features.numbers[at] as number);
};

/** Empty slots, at most three quarters of which so many features will fill. */
export const emptySlots = (features: number): Slots => {
  const bits = Math.max(4, Math.ceil(Math.log2((features * 4) / 3 + 1)));
  return { bits, marks: new Uint16Array(2 ** bits) };
};

/** Puts a feature into the first free slot; -1 where its slot and mark are taken already. */
export const take = (slots: Slots, hash: number): number => {
  if (slotOf(slots, hash) >= 0) return -1;
  const { bits, marks } = slots;
  let slot = spread(hash) >>> (32 - bits);
  while (marks[slot] !== 0) slot = (slot + 1) & (marks.length - 1);
  marks[slot] = markOf(hash);
  return slot;
};

/**
 * A table at most three quarters full. Of two features that share slot and mark, the one with the stronger pull stays, so the
 * table depends on the features alone and not on their order.
 */
export const tableOf = (features: readonly { hash: number; negative: number; positive: number }[]): Table => {
  const slots = emptySlots(features.length);
  const pulls = new Int8Array(slots.marks.length * 2);
  const strength = (one: { negative: number; positive: number }) =>
    Math.abs(one.negative) + Math.abs(one.positive);
  for (const one of [...features].sort((a, b) => strength(b) - strength(a) || a.hash - b.hash)) {
    const slot = take(slots, one.hash);
    if (slot < 0) continue;
    pulls[slot * 2] = one.negative;
    pulls[slot * 2 + 1] = one.positive;
  }
  return { ...slots, pulls };
};
