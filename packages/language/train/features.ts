import { tokensOf } from "../src/label/tokens.ts";
import { readEnds } from "../src/model/read.ts";
import { toneSigns, toneSignsOf } from "../src/model/tone-signs.ts";
import { type Word, wordOf } from "../src/model/word.ts";
import type { Row } from "./rows.ts";

/** The features of all rows one behind the other; row n has those from `starts[n]` up to `starts[n + 1]`. */
export interface Features {
  /** Numbers into `hashes`. */
  numbers: Int32Array;
  starts: Int32Array;
  /** The hash of each numbered feature. */
  hashes: number[];
  /** `toneSigns.each` of them for each row. */
  signs: Int16Array;
}

/** Reads every text once; a training run then goes over numbers only. */
export const featuresOf = (rows: readonly Row[]): Features => {
  const numberOf = new Map<number, number>();
  const hashes: number[] = [];
  const starts = new Int32Array(rows.length + 1);
  const signs = new Int16Array(rows.length * toneSigns.each);
  let numbers = new Int32Array(1 << 20);
  let length = 0;

  const add = (hash: number): void => {
    let number = numberOf.get(hash);
    if (number === undefined) {
      number = hashes.push(hash) - 1;
      numberOf.set(hash, number);
    }
    if (length === numbers.length) numbers = grown(numbers);
    numbers[length] = number;
    length += 1;
  };
  const words = new Map<string, Word>();
  const sink = {
    word: (written: string): Word => {
      const word = words.get(written) ?? wordOf(written);
      words.set(written, word);
      word.features.forEach(add);
      return word;
    },
    feature: add,
  };
  rows.forEach(({ text }, row) => {
    readEnds(text, sink);
    starts[row + 1] = length;
    signs.set(toneSignsOf(tokensOf(text)), row * toneSigns.each);
  });
  return { numbers: numbers.slice(0, length), starts, hashes, signs };
};

const grown = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
};
