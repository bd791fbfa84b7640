import { tokensOf } from "../src/label/tokens.ts";
import { phraseReader } from "../src/model/phrases.ts";
import { readEnds } from "../src/model/read.ts";
import { toneSigns, toneSignsOf } from "../src/model/tone-signs.ts";
import { judgingOf, nothingJudged, type Valences } from "../src/model/valence.ts";
import { type Word, wordOf } from "../src/model/word.ts";
import type { Row } from "./rows.ts";

/**
 * The features of all rows one behind the other: row n has its words' and signs' from `starts[n]` up to `mids[n]`, then
 * the pieces of its unknown words up to `starts[n + 1]`.
 */
export interface Features {
  /** Numbers into `hashes`. */
  numbers: Int32Array;
  starts: Int32Array;
  mids: Int32Array;
  /** The hash of each numbered feature. */
  hashes: number[];
  /** `toneSigns.each` of them for each row. */
  signs: Int16Array;
  /** For each row how far a phrase turns it, as in `PhraseReader`. */
  turned: Float32Array;
}

/**
 * Reads the texts, so that a training run goes over numbers only. A word is unknown where its stem stands in fewer than
 * `texts` of them.
 */
export const featuresOf = (
  rows: readonly Row[],
  { texts, valences }: { texts: number; valences: Valences },
): Features => {
  const judging = judgingOf(valences);
  const remembered = new Map<string, Word>();
  const recall = (written: string): Word => {
    const word = remembered.get(written) ?? wordOf(written, judging);
    remembered.set(written, word);
    return word;
  };
  const textsWith = countTexts(rows, recall);
  const numberOf = new Map<number, number>();
  const hashes: number[] = [];
  const starts = new Int32Array(rows.length + 1);
  const mids = new Int32Array(rows.length);
  const signs = new Int16Array(rows.length * toneSigns.each);
  const turned = new Float32Array(rows.length);
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
  const phrases = phraseReader(judging, add);
  rows.forEach(({ text }, row) => {
    const unknown: Word[] = [];
    const word = (from: number, to: number, isNegated: boolean): Word => {
      const word = recall(text.slice(from, to));
      word.features.forEach(add);
      if (!isNegated) word.judged.forEach(add);
      if ((textsWith.get(word.hash) ?? 0) < texts) unknown.push(word);
      return word;
    };
    phrases.begin();
    readEnds(text, { word, phrases, feature: add });
    turned[row] = phrases.turned(text);
    mids[row] = length;
    for (const { pieces } of unknown) pieces.forEach(add);
    starts[row + 1] = length;
    signs.set(toneSignsOf(tokensOf(text)), row * toneSigns.each);
  });
  return { numbers: numbers.slice(0, length), starts, mids, hashes, signs, turned };
};

/** In how many texts each stem stands. */
const countTexts = (rows: readonly Row[], recall: (written: string) => Word): Map<number, number> => {
  const counts = new Map<number, number>();
  const phrases = phraseReader(nothingJudged, () => {});
  for (const { text } of rows) {
    const here = new Set<number>();
    const word = (from: number, to: number): Word => {
      const word = recall(text.slice(from, to));
      here.add(word.hash);
      return word;
    };
    readEnds(text, { word, phrases, feature: () => {} });
    for (const hash of here) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return counts;
};

const grown = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
};
