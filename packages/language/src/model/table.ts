import { spread } from "./hash.ts";

/** Weights of features by their hash, as small as they can be: 16 bits of the hash and two weights of 8 bits. */
export interface Table {
  /** The number of slots is 2 to the power of this. */
  bits: number;
  /** 0 stands for an empty slot. */
  marks: Uint16Array;
  /** For each slot its pull to negative and to positive; neutral is where neither pulls. */
  pulls: Int8Array;
}

const markOf = (hash: number): number => hash & 0xffff || 1;

/** The slot of a feature, or -1 when it is not known; one unknown feature in some 30,000 is taken for a known one. */
export const slotOf = ({ bits, marks }: Table, hash: number): number => {
  const last = marks.length - 1;
  const mark = markOf(hash);
  for (let slot = spread(hash) >>> (32 - bits); ; slot = (slot + 1) & last) {
    const here = marks[slot];
    if (here === mark) return slot;
    if (here === 0) return -1;
  }
};

/**
 * A table at most five sevenths full. Of two features that share slot and mark, the one with the stronger pull stays, so the
 * table depends on the features alone and not on their order.
 */
export const tableOf = (features: readonly { hash: number; negative: number; positive: number }[]): Table => {
  const bits = Math.max(4, Math.ceil(Math.log2(features.length * 1.4 + 1)));
  const size = 2 ** bits;
  const table: Table = { bits, marks: new Uint16Array(size), pulls: new Int8Array(size * 2) };
  const strength = (one: { negative: number; positive: number }) =>
    Math.abs(one.negative) + Math.abs(one.positive);
  for (const one of [...features].sort((a, b) => strength(b) - strength(a) || a.hash - b.hash)) {
    if (slotOf(table, one.hash) >= 0) continue;
    let slot = spread(one.hash) >>> (32 - bits);
    while (table.marks[slot] !== 0) slot = (slot + 1) & (size - 1);
    table.marks[slot] = markOf(one.hash);
    table.pulls[slot * 2] = one.negative;
    table.pulls[slot * 2 + 1] = one.positive;
  }
  return table;
};
