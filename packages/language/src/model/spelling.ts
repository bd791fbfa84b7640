import type { Token } from "../label/tokens.ts";
import { mostNumbered } from "../label/word-numbers.ts";
import { gather, gathering } from "./gathered.ts";
import { hashOf, spread, step } from "./hash.ts";
import { kindOf, kinds } from "./letters.ts";

/**
 * How words are spelled and what stands beside them, hashed into buckets that may be shared. It knows the sources it was
 * trained on better than the table of known words does, and that one knows all others better: together they are surer
 * of both.
 */
export interface Spelling {
  bits: number;
  /** What one step of a pull is worth. */
  scale: number;
  /** For each bucket its pull to negative and to positive, in steps, its rarity counted in. */
  pulls: Int8Array;
  /** For each bucket how rare it is. */
  rarity: Uint8Array;
}

/** Pulls away from neutral. */
export interface Spelled {
  negative: number;
  positive: number;
}

const seeds = { letters: 23, word: 24, sign: 25, pair: 26 };
const shortestPart = 2;
const longestPart = 5;
const longestWord = 30;
const longestBreak = 2;
/** Of a longer text so many pieces are read, half of them from its end. */
const mostTokens = 300;
const mention = hashOf("@", seeds.sign);

/** Tells every feature of a text: words, signs, neighbours, and each two to five letters of a word. */
export const readSpelling = (text: string, tokens: readonly Token[], reader: SpellingReader): void => {
  let before = 0;
  const read = (token: Token): void => {
    const own = token.kind === "word" ? reader.word(token) : signHash(token);
    if (token.kind !== "word") reader.feature(own);
    if (before !== 0) reader.feature(spread(step(step(seeds.pair, before), own)));
    before = own;
  };
  if (tokens.length > mostTokens) {
    for (let at = 0; at < mostTokens / 2; at += 1) read(tokens[at] as Token);
    for (let at = tokens.length - mostTokens / 2; at < tokens.length; at += 1) read(tokens[at] as Token);
  } else for (const token of tokens) read(token);
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1))
    if (kindOf[text.charCodeAt(at + 1)] === kinds.letter) reader.feature(mention);
};

export interface SpellingReader {
  /** Takes up a word with its letters; returns the word's own hash. */
  word(token: Token): number;
  feature(hash: number): void;
}

const signHash = ({ kind, word }: Token): number =>
  hashOf(kind === "break" ? word.trim().slice(0, longestBreak) : word.slice(0, longestBreak), seeds.sign);

/** A word's own feature, and then those of its letters, its edges among them. */
export const spellingOf = (word: string): number[] => {
  const edged = `<${word.slice(0, longestWord)}>`;
  const hashes = [hashOf(word, seeds.word)];
  for (let from = 0; from + shortestPart <= edged.length; from += 1) {
    let hash = seeds.letters;
    for (let at = from; at < Math.min(edged.length, from + longestPart); at += 1) {
      hash = step(hash, edged.charCodeAt(at));
      if (at - from + 1 >= shortestPart) hashes.push(spread(hash));
    }
  }
  return hashes;
};

export const bucketOf = (hash: number, bits: number): number => hash & (2 ** bits - 1);

/** Where each number of a word stands in its row: its pulls, the sum of the squares of its rarities, its own hash. */
const column = { negative: 0, positive: 1, squares: 2, hash: 3 } as const;
const columns = 4;

/** Adds a text's pulls up; a text counts alike however long it is. Words are summed once and remembered, within bounds. */
export const spell = ({ bits, scale, pulls, rarity }: Spelling) => {
  // By the word's number.
  const rows = new Int32Array(mostNumbered * columns);
  const isSummed = new Uint8Array(mostNumbered);
  const words = gathering();
  const buckets = gathering();
  const sumInto = (row: number, hashes: readonly number[]): void => {
    for (const hash of hashes) {
      const bucket = bucketOf(hash, bits);
      const rare = rarity[bucket] as number;
      rows[row + column.negative] = (rows[row + column.negative] as number) + (pulls[bucket * 2] as number);
      rows[row + column.positive] =
        (rows[row + column.positive] as number) + (pulls[bucket * 2 + 1] as number);
      rows[row + column.squares] = (rows[row + column.squares] as number) + rare * rare;
    }
    rows[row + column.hash] = hashes[0] ?? 0;
  };
  const reader: SpellingReader = {
    word({ word, number }) {
      if (number < 0) {
        const hashes = spellingOf(word);
        for (const hash of hashes) reader.feature(hash);
        return hashes[0] ?? 0;
      }
      const row = number * columns;
      if (isSummed[number] === 0) sumInto(row, spellingOf(word));
      isSummed[number] = 1;
      gather(words, row);
      return rows[row + column.hash] as number;
    },
    feature: (hash) => gather(buckets, bucketOf(hash, bits)),
  };
  return (text: string, tokens: readonly Token[]): Spelled => {
    let negative = 0;
    let positive = 0;
    let squares = 0;
    words.count = 0;
    buckets.count = 0;
    readSpelling(text, tokens, reader);
    for (let at = 0; at < buckets.count; at += 1) {
      const bucket = buckets.numbers[at] as number;
      const rare = rarity[bucket] as number;
      negative += pulls[bucket * 2] as number;
      positive += pulls[bucket * 2 + 1] as number;
      squares += rare * rare;
    }
    for (let at = 0; at < words.count; at += 1) {
      const row = words.numbers[at] as number;
      negative += rows[row + column.negative] as number;
      positive += rows[row + column.positive] as number;
      squares += rows[row + column.squares] as number;
    }
    const share = squares === 0 ? 0 : scale / Math.sqrt(squares);
    return { negative: negative * share, positive: positive * share };
  };
};
