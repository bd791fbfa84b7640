import type { Token } from "./tokens.ts";
import { anyTraits, isWord, lookOf, looks, mostNumbered, newTrait, seenLetters } from "./word-numbers.ts";

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
  allAt(tokens: readonly Token[], place: number): Hit<T>[];
}
interface Hit<T> {
  value: T;
  length: number;
}

/** A node of the letter tree: what ends here, as a whole word or as the start of any. */
interface Letter<T> {
  next: Map<number, Letter<T>>;
  whole?: End<T>;
  start?: End<T>;
}
/** The end of a pattern's word: its value, if the pattern ends with it, and the tree of the words that may follow. */
interface End<T> {
  /** One at most. */
  values: T[];
  after?: Letter<T>;
  /** One bit for each look that a word has which may follow: most words are turned away without a walk. */
  looks?: Int32Array;
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
  for (const [pattern, value] of entries) {
    const { values } = plant(root, pattern.split("_"));
    if (values.length > 0 && values[0] !== value) throw new Error(`"${pattern}" is listed twice.`);
    values[0] = value;
  }
  /** By the word's number: what it begins, found at one stroke. */
  const known: (readonly End<T>[] | undefined)[] = new Array(mostNumbered);
  /** Which words begin anything, and most begin nothing, is told by a trait of theirs. */
  const trait = isPassing ? isWord : newTrait((word) => endsIn(root, word).length > 0);
  const endsOf = ({ word, number, stretched }: Token): readonly End<T>[] => {
    const there = known[number];
    if (there && !stretched) return there;
    const ends = there ?? endsIn(root, word);
    if (number >= 0) known[number] = ends;
    return ends.length > 0 || !stretched ? ends : endsIn(root, unstretched(word));
  };
  const endsAt = (token: Token | undefined): readonly End<T>[] =>
    token && (token.traits & trait) !== 0 ? endsOf(token) : none;

  return {
    at(tokens, place) {
      const ends = endsAt(tokens[place]);
      return ends.length === 0 ? undefined : longestOf(ends, { tokens, from: place }, 1);
    },
    begins: (word) => [word, unstretched(word)].some((one) => endsIn(root, one).length > 0),
    allAt(tokens, place) {
      const ends = endsAt(tokens[place]);
      if (ends.length === 0) return none;
      const hits: Hit<T>[] = [];
      collect(ends, { tokens, from: place, hits }, 1);
      return hits;
    },
  };
};

const none: never[] = [];

/** The end of a pattern in the tree, made where there is none. */
const plant = <T>(root: Letter<T>, [first = "", ...rest]: readonly string[]): End<T> => {
  const open = first.endsWith("*");
  const node = grow(root, open ? first.slice(0, -1) : first);
  const kind = open ? "start" : "whole";
  node[kind] ??= { values: [] };
  const [next] = rest;
  if (next === undefined) return node[kind];
  node[kind].after ??= { next: new Map() };
  node[kind].looks ??= new Int32Array(looks / 32);
  admit(node[kind].looks, next);
  return plant(node[kind].after, rest);
};

const admit = (admitted: Int32Array, pattern: string): void => {
  if (pattern.endsWith("*") && pattern.length <= seenLetters) admitted.fill(-1);
  else {
    const look = lookOf(pattern);
    admitted[look >> 5] = (admitted[look >> 5] as number) | (1 << look);
  }
};

const grow = <T>(root: Letter<T>, word: string): Letter<T> => {
  let node = root;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const next = node.next.get(code) ?? { next: new Map() };
    node.next.set(code, next);
    node = next;
  }
  return node;
};

/** What a word may be: itself, then its longest known start, then shorter ones. */
const endsIn = <T>(root: Letter<T>, word: string): readonly End<T>[] => {
  let ends: End<T>[] = none;
  const add = (end: End<T>) => {
    ends = ends.length === 0 ? [end] : [end, ...ends];
  };
  let node: Letter<T> | undefined = root;
  for (let at = 0; at < word.length; at += 1) {
    if (node.start) add(node.start);
    node = node.next.get(word.charCodeAt(at));
    if (!node) return ends;
  }
  if (node.start) add(node.start);
  if (node.whole) add(node.whole);
  return ends;
};

interface Walk {
  tokens: readonly Token[];
  /** The place of the first word. */
  from: number;
}

/** What the word after `length` others may be to a pattern that goes on. */
const following = <T>(
  { after, looks }: End<T>,
  { tokens, from }: Walk,
  length: number,
): readonly End<T>[] => {
  const token = tokens[from + length];
  if (!after || !looks || token?.kind !== "word") return none;
  const isAdmitted = ((looks[token.look >> 5] as number) & (1 << token.look)) !== 0;
  return isAdmitted ? endsIn(after, token.word) : none;
};

const longestOf = <T>(ends: readonly End<T>[], walk: Walk, length: number): Hit<T> | undefined => {
  for (const end of ends) {
    const next = following(end, walk, length);
    const longer = next.length > 0 ? longestOf(next, walk, length + 1) : undefined;
    if (longer) return longer;
    if (end.values.length > 0) return { value: end.values[0] as T, length };
  }
  return undefined;
};

const collect = <T>(ends: readonly End<T>[], walk: Walk & { hits: Hit<T>[] }, length: number): void => {
  for (const end of ends) {
    if (end.values.length > 0) walk.hits.push({ value: end.values[0] as T, length });
    const next = following(end, walk, length);
    if (next.length > 0) collect(next, walk, length + 1);
  }
};

/** Whether `tells` is true of a token's word, found at one look: a loop over a text passes by most of its words. */
export const remembering = (tells: (word: string) => boolean): ((token: Token) => boolean) => {
  const trait = newTrait(tells);
  return ({ traits, word }) => (traits === anyTraits ? tells(word) : (traits & trait) !== 0);
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
