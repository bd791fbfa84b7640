import { meaningCount } from "../label/meanings/index.ts";
import type { Token } from "../label/tokens.ts";
import { mostNumbered } from "../label/word-numbers.ts";
import type { LearnedSignals } from "./signal-file.ts";
import { deniedFeature, meaningFeature, meaningsFeature, wordFeatures } from "./signal-reader.ts";
import { slotOf } from "./table.ts";

/** What words say by themselves, by their numbers: of frequent words it is summed once. */
export interface WordSums {
  /** The hash of each word's stem. */
  stems: Int32Array;
  /** For each word how many of its stem are known (0 or 1) and how many of its pieces. */
  known: Uint8Array;
  /** For each word the pulls of its stem to each signal, and then those of its pieces. */
  pulls: Int16Array;
}

export interface Listed {
  /** 1 for the numbers that training has met. */
  known: Uint8Array;
  /** For each number its pulls to each signal. */
  pulls: Int8Array;
}

/** The pulls of all that is read, found by what it is; words are weighed once and remembered by their number. */
export const weighing = ({ pulls, scale, groups, bits, marks }: LearnedSignals) => {
  const slots = { bits, each: 1, numbers: marks };
  const count = groups.flat().length;
  // The last place is for words without a number, which are summed anew each time.
  const words: WordSums = {
    stems: new Int32Array(mostNumbered + 1),
    known: new Uint8Array((mostNumbered + 1) * 2),
    pulls: new Int16Array((mostNumbered + 1) * 2 * count),
  };
  const isSummed = new Uint8Array(mostNumbered);
  /** Pulls of what is told by a number, side by side: meanings are met at every other word. */
  const listed = (size: number, feature: (number: number) => number): Listed => {
    const list = { known: new Uint8Array(size), pulls: new Int8Array(size * count) };
    for (let number = 0; number < size; number += 1) {
      const slot = slotOf(slots, feature(number));
      if (slot < 0) continue;
      list.known[number] = 1;
      list.pulls.set(pulls.subarray(slot * count, (slot + 1) * count), number * count);
    }
    return list;
  };
  const sum = (word: string, at: number): void => {
    const { stem, pieces } = wordFeatures(word);
    words.stems[at] = stem;
    words.pulls.fill(0, at * 2 * count, (at + 1) * 2 * count);
    words.known[at * 2] = add([stem], at * 2);
    words.known[at * 2 + 1] = add(pieces, at * 2 + 1);
  };
  /** Adds up what is known of some features; returns how many are. */
  const add = (features: readonly number[], row: number): number => {
    let known = 0;
    for (const feature of features) {
      const slot = slotOf(slots, feature);
      if (slot < 0) continue;
      known += 1;
      for (let signal = 0; signal < count; signal += 1) {
        const to = row * count + signal;
        words.pulls[to] = (words.pulls[to] as number) + (pulls[slot * count + signal] as number);
      }
    }
    return known;
  };
  return {
    scale,
    pulls,
    meanings: listed(meaningCount, meaningFeature),
    denied: listed(meaningCount, deniedFeature),
    pairs: listed(meaningCount ** 2, meaningsFeature),
    ...slots,
    words,
    /** The place of a word among the sums. */
    placeOf({ word, number }: Token): number {
      if (number < 0) {
        sum(word, mostNumbered);
        return mostNumbered;
      }
      if (isSummed[number] === 0) {
        sum(word, number);
        isSummed[number] = 1;
      }
      return number;
    },
  };
};

export type Weights = ReturnType<typeof weighing>;
