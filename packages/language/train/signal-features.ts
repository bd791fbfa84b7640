import type { Token } from "../src/label/tokens.ts";
import { kindCount, kinds } from "../src/model/signal-model.ts";
import {
  deniedFeature,
  meaningFeature,
  meaningsFeature,
  type Passage,
  readPassage,
  wordFeatures,
} from "../src/model/signal-reader.ts";

/** The features of a passage by their kind: hashes as they are read, later numbers of those that are known. */
export type ByKind = readonly Int32Array[];

/** Words are taken apart once. */
const remembered = new Map<string, ReturnType<typeof wordFeatures>>();
const featuresOfWord = (word: string): ReturnType<typeof wordFeatures> => {
  const known = remembered.get(word) ?? wordFeatures(word);
  remembered.set(word, known);
  return known;
};

export const hashesOf = (tokens: readonly Token[], passage: Passage): ByKind => {
  const hashes: number[][] = Array.from({ length: kindCount }, () => []);
  const add = (kind: number, hash: number) => hashes[kind]?.push(hash);
  readPassage(tokens, passage, {
    word({ word }) {
      const { stem, pieces } = featuresOfWord(word);
      add(kinds.words, stem);
      for (const piece of pieces) add(kinds.pieces, piece);
      return stem;
    },
    neighbours: (hash) => add(kinds.words, hash),
    meaning: (number) => add(kinds.meanings, meaningFeature(number)),
    denied: (number) => add(kinds.meanings, deniedFeature(number)),
    meanings: (pair) => add(kinds.pairs, meaningsFeature(pair)),
  });
  return hashes.map((some) => Int32Array.from(some));
};

/** Numbers for the features of at least `texts` passages, in the order in which they first stand. */
export const numbered = (passages: readonly ByKind[], texts: number): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const byKind of passages)
    for (const hash of new Set(byKind.flatMap((hashes) => [...hashes])))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= texts) numbers.set(hash, numbers.size);
  return numbers;
};

/** The features of a passage that have a number. */
export const known = (byKind: ByKind, numbers: ReadonlyMap<number, number>): ByKind =>
  byKind.map((hashes) => hashes.map((hash) => numbers.get(hash) ?? -1).filter((number) => number >= 0));
