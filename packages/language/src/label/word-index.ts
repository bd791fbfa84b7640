import { hashOf, spread, step } from "../model/hash.ts";
import { type End, endsAfter, endsIn, type Letter, plant } from "./letter-tree.ts";
import type { Token } from "./tokens.ts";
import { anyTraits, isWord, mostNumbered, newTrait } from "./word-numbers.ts";

/**
 * Finds the longest known word or phrase at a place of a text. A pattern is folded as tokens are; `*` at the end of a
 * word stands for any ending, and `_` joins the words of a phrase: "не_работа*".
 */
export interface WordIndex<T> {
  /** The value and the number of tokens it covers, or undefined. */
  at(tokens: readonly Token[], place: number): Hit<T> | undefined;
  /** Whether a folded word, stretched or not, begins anything that is listed. */
  begins(word: string): boolean;
  /** Every value that stands there, be it short or long. */
  allAt(tokens: readonly Token[], place: number): readonly Hit<T>[];
}
interface Hit<T> {
  value: T;
  length: number;
}

/**
 * @param isPassing for an index that is thrown away again, such as a brand's own
 * @throws Error when one pattern stands twice with different values: the lists are then at odds.
 */
export const wordIndex = <T>(
  entries: Iterable<readonly [pattern: string, value: T]>,
  { isPassing = false } = {},
): WordIndex<T> => {
  const root: Letter<T> = { next: new Map() };
  // First and second words of phrases, each with bits of the phrases that it may stand in.
  const firsts: Letter<number> = { next: new Map() };
  const seconds: Letter<number> = { next: new Map() };
  for (const [pattern, value] of entries) {
    const words = pattern.split("_");
    const [first = "", next] = words;
    if (next !== undefined) {
      const bit = 1 << ((hashOf(first, 0) >>> 0) % 31);
      mark(firsts, first, bit);
      mark(seconds, next, bit);
    }
    const { values } = plant(root, words);
    if (values.length > 0 && values[0] !== value) throw new Error(`"${pattern}" is listed twice.`);
    values[0] = value;
  }
  /** Whether a word begins anything is told by a trait of it; most begin nothing. */
  const trait = isPassing ? isWord : newTrait((word) => endsIn(root, word).length > 0);
  /** By the word's number: what it begins. */
  const endsKnown: (readonly End<T>[] | undefined)[] = new Array(mostNumbered);
  const endsOf = ({ word, number, stretched }: Token): readonly End<T>[] => {
    const there = endsKnown[number];
    if (there && !stretched) return there;
    const ends = there ?? endsIn(root, word);
    if (number >= 0) endsKnown[number] = ends;
    return ends.length > 0 || !stretched ? ends : endsIn(root, unstretched(word));
  };
  /** By the word's number: what it means by itself, however the text goes on. */
  const aloneKnown: (readonly Hit<T>[] | undefined)[] = new Array(mostNumbered);
  const aloneOf = (token: Token): readonly Hit<T>[] => {
    const there = token.stretched ? undefined : aloneKnown[token.number];
    if (there) return there;
    const hits: Hit<T>[] = [];
    for (const { values } of endsOf(token))
      if (values.length > 0) hits.push({ value: values[0] as T, length: 1 });
    if (token.number >= 0 && !token.stretched) aloneKnown[token.number] = hits;
    return hits;
  };
  const firstBits = bitsIn(firsts);
  const secondBits = bitsIn(seconds);
  const isPair = rememberingPairs((token, next) =>
    endsOf(token).some((end) => endsAfter(end, next).length > 0),
  );
  /** Whether a phrase goes on there: a frequent word begins many phrases, but few words go on with one. */
  const goesOn = (token: Token, next: Token | undefined): boolean =>
    next !== undefined &&
    next.kind === "word" &&
    (firstBits(token) & secondBits(next) & ~known) !== 0 &&
    isPair(token, next);
  const begins = (token: Token | undefined): token is Token =>
    token !== undefined && (token.traits & trait) !== 0;

  return {
    at(tokens, place) {
      const token = tokens[place];
      if (!begins(token)) return undefined;
      return goesOn(token, tokens[place + 1])
        ? longestOf(endsOf(token), { tokens, from: place }, 1)
        : aloneOf(token)[0];
    },
    allAt(tokens, place) {
      const token = tokens[place];
      if (!begins(token)) return none;
      if (!goesOn(token, tokens[place + 1])) return aloneOf(token);
      const hits: Hit<T>[] = [];
      collect(endsOf(token), { tokens, from: place, hits }, 1);
      return hits;
    },
    begins: (word) =>
      endsIn(root, word).length > 0 || (isDoubled(word) && endsIn(root, unstretched(word)).length > 0),
  };
};

const none: never[] = [];

/** Stands among the bits of each word whose bits were gathered. */
const known = 1 << 31;

const mark = (tree: Letter<number>, pattern: string, bit: number): void => {
  const { values } = plant(tree, [pattern]);
  values[0] = (values[0] ?? 0) | bit;
};

/** Tells of a word all bits of the patterns that it fits, gathered once for each number. */
const bitsIn = (tree: Letter<number>): ((token: Token) => number) => {
  const bits = new Int32Array(mostNumbered);
  return ({ number, word, stretched }) => {
    if (number < 0 || stretched) return -1;
    const there = bits[number] as number;
    if (there !== 0) return there;
    let all = known;
    for (const { values } of endsIn(tree, word)) all |= values[0] ?? 0;
    bits[number] = all;
    return all;
  };
};

/** So many pairs of words are remembered at most; of those that share a place, the last. */
const mostPairs = 2 ** 12;

/** Remembers of frequent pairs of words what is told of them, which must depend on the words alone. */
const rememberingPairs = (tells: (token: Token, next: Token) => boolean): typeof tells => {
  const pairs = new Float64Array(mostPairs).fill(-1);
  return (token, next) => {
    if (token.number < 0 || next.number < 0 || token.stretched || next.stretched) return tells(token, next);
    const pair = 2 * (token.number * mostNumbered + next.number);
    const place = spread(step(token.number, next.number)) & (mostPairs - 1);
    const there = (pairs[place] as number) - pair;
    if (there === 0 || there === 1) return there === 1;
    const is = tells(token, next);
    pairs[place] = pair + (is ? 1 : 0);
    return is;
  };
};

interface Walk {
  tokens: readonly Token[];
  /** The place of the first word. */
  from: number;
}

const longestOf = <T>(ends: readonly End<T>[], walk: Walk, length: number): Hit<T> | undefined => {
  for (const end of ends) {
    const next = endsAfter(end, walk.tokens[walk.from + length]);
    const longer = next.length > 0 ? longestOf(next, walk, length + 1) : undefined;
    if (longer) return longer;
    if (end.values.length > 0) return { value: end.values[0] as T, length };
  }
  return undefined;
};

const collect = <T>(ends: readonly End<T>[], walk: Walk & { hits: Hit<T>[] }, length: number): void => {
  for (const end of ends) {
    if (end.values.length > 0) walk.hits.push({ value: end.values[0] as T, length });
    const next = endsAfter(end, walk.tokens[walk.from + length]);
    if (next.length > 0) collect(next, walk, length + 1);
  }
};

/** Whether `tells` is true of a token's word, found at one look: a loop over a text passes by most of its words. */
export const remembering = (tells: (word: string) => boolean): ((token: Token) => boolean) => {
  const trait = newTrait(tells);
  return ({ traits, word }) => (traits === anyTraits ? tells(word) : (traits & trait) !== 0);
};

const isDoubled = (word: string): boolean => {
  for (let at = 1; at < word.length; at += 1) if (word[at] === word[at - 1]) return true;
  return false;
};

/** "хоорошо", which was longer still, as "хорошо". */
const unstretched = (word: string): string => word.replace(/(\p{L})\1+/gu, "$1");

/** Entries from groups of patterns that share a value, written with spaces between them. */
export const entriesOf = <T>(
  groups: readonly (readonly [value: T, patterns: string])[],
): (readonly [string, T])[] =>
  groups.flatMap(([value, patterns]) =>
    patterns
      .split(/\s+/)
      .filter((pattern) => pattern !== "")
      .map((pattern) => [pattern, value] as const),
  );
