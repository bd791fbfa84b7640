import { buildAt } from "../label/builds.ts";
import { meaningCount, meaningIndex } from "../label/meanings/index.ts";
import type { Token } from "../label/tokens.ts";
import { remembering } from "../label/word-index.ts";
import { stem } from "../search/stem.ts";
import { hashOf, spread, step } from "./hash.ts";

/** A stretch of tokens that is judged at once: from `from` up to, not including, `to`. */
export interface Passage {
  from: number;
  to: number;
}

/** Takes up what is read; places are those of the tokens that say it. */
export interface SignalReader {
  /** @returns the hash of the word's stem. */
  word(token: Token, place: number): number;
  /** A word and the one before it in its sentence, or that it begins one. */
  neighbours(hash: number, place: number): void;
  /** A meaning, once for each passage. */
  meaning(number: number, place: number): void;
  /** A meaning that a "not" stands before, once for each passage. */
  denied(number: number, place: number): void;
  /** Two meanings of one passage that stand near each other, the smaller number first. */
  meanings(pair: number, place: number, other: number): void;
}

const seeds = { stem: 21, pair: 22, piece: 23, meaning: 24, denied: 25, meanings: 26 };

/** A passage ends with the sentence in which it comes to so many words, and at so many in any case. */
const words = { enough: 40, most: 70 };

/** Meanings that stand so many tokens apart have hardly to do with each other. */
const mostApart = 14;

/** The passages of a field: a text of everyday length is one. */
export const passagesOf = (tokens: readonly Token[]): Passage[] => {
  const passages: Passage[] = [];
  let from = 0;
  let count = 0;
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place] as Token;
    if (token.kind === "word") count += 1;
    if (count < words.enough || (count < words.most && !isSentenceEnd(token))) continue;
    passages.push({ from, to: place + 1 });
    from = place + 1;
    count = 0;
  }
  if (from < tokens.length) passages.push({ from, to: tokens.length });
  return passages;
};

export const isSentenceEnd = (token: Token): boolean => token.kind === "break" && /[.!?…\n]/.test(token.word);

/** Where each meaning of the passage stands first, or -1. */
const places = new Int32Array(meaningCount);
/** The meanings of the passage, in their order of appearance and then of their numbers. */
const present = new Int32Array(meaningCount);
const isDenied = new Uint8Array(meaningCount);

/** Tells the reader of everything in a passage by which signals are told. Never throws. */
export const readPassage = (tokens: readonly Token[], { from, to }: Passage, reader: SignalReader): void => {
  places.fill(-1);
  isDenied.fill(0);
  let count = 0;
  let before = 0;
  let deniedUntil = -1;
  for (let place = from; place < to; place += 1) {
    const token = tokens[place] as Token;
    const build = buildAt(tokens, place);
    if (build >= 0)
      count = meet(build, { place: token.kind === "word" ? place : Math.max(from, place - 1), count });
    if (token.kind === "break") {
      deniedUntil = -1;
      if (isSentenceEnd(token)) before = 0;
    }
    if (token.kind !== "word") continue;
    const hash = reader.word(token, place);
    reader.neighbours(spread(step(step(seeds.pair, before), hash)), place);
    before = hash;
    const hits = meaningIndex.allAt(tokens, place);
    for (let hit = 0; hit < hits.length; hit += 1)
      for (const meaning of (hits[hit] as (typeof hits)[number]).value) {
        count = meet(meaning, { place, count });
        if (place > deniedUntil || isDenied[meaning] === 1) continue;
        isDenied[meaning] = 1;
        reader.denied(meaning, place);
      }
    if (denies(token)) deniedUntil = place + 2;
  }

  const here = present.subarray(0, count).sort();
  for (let one = 0; one < count; one += 1) {
    const first = here[one] as number;
    const place = places[first] as number;
    reader.meaning(first, place);
    for (let two = one + 1; two < count; two += 1) {
      const second = here[two] as number;
      const other = places[second] as number;
      if (Math.abs(place - other) <= mostApart) reader.meanings(first * meaningCount + second, place, other);
    }
  }
};

/** Takes up a meaning where it stands first; returns how many there are now. */
const meet = (meaning: number, { place, count }: { place: number; count: number }): number => {
  if (places[meaning] !== -1) return count;
  places[meaning] = place;
  present[count] = meaning;
  return count + 1;
};

const negators = new Set("не нет ни без нету no not never without".split(" "));
/** Whether a word says that what follows is not so. */
export const denies = remembering((word) => negators.has(word) || word.endsWith("n't"));

/** The hash of a word's stem, and of the pieces by which unknown forms and typos are known. */
export const wordFeatures = (word: string): { stem: number; pieces: number[] } => ({
  stem: hashOf(stem(word), seeds.stem),
  pieces: piecesOf(word),
});

const pieceLengths = { shortest: 3, longest: 5 };
const longestWord = 32;

const piecesOf = (word: string): number[] => {
  const edged = `<${word.slice(0, longestWord)}>`;
  const pieces: number[] = [];
  for (let from = 0; from + pieceLengths.shortest <= edged.length; from += 1) {
    let hash = seeds.piece;
    for (let at = from; at < Math.min(edged.length, from + pieceLengths.longest); at += 1) {
      hash = step(hash, edged.charCodeAt(at));
      if (at - from + 1 >= pieceLengths.shortest) pieces.push(spread(hash));
    }
  }
  return pieces;
};

export const meaningFeature = (meaning: number): number => spread(step(seeds.meaning, meaning));
export const deniedFeature = (meaning: number): number => spread(step(seeds.denied, meaning));
export const meaningsFeature = (pair: number): number => spread(step(seeds.meanings, pair));
