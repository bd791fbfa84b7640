import type { Token } from "./tokens.ts";

/**
 * Finds the longest known word or phrase at a place of a text. A pattern is folded as tokens are; `*` at the end of a
 * word stands for any ending, and `_` joins the words of a phrase: "не_работа*".
 */
export interface WordIndex<T> {
  /** The value and the number of tokens it covers, or undefined. */
  at(tokens: readonly Token[], place: number): Hit<T> | undefined;
  /** Every value that stands there, be it short or long. */
  allAt(tokens: readonly Token[], place: number): Hit<T>[];
}
interface Hit<T> {
  value: T;
  length: number;
}

interface Phrase<T> {
  rest: readonly string[];
  value: T;
}
/** A node of the letter tree: what ends here, as a whole word or as the start of any. Longer phrases stand first. */
interface Letter<T> {
  next: Map<number, Letter<T>>;
  whole: Phrase<T>[];
  starts: Phrase<T>[];
}

/** @throws Error when one pattern stands twice with different values: the lists are then at odds. */
export const wordIndex = <T>(entries: Iterable<readonly [pattern: string, value: T]>): WordIndex<T> => {
  const root = letter<T>();
  const seen = new Map<string, T>();
  for (const [pattern, value] of entries) {
    if (seen.has(pattern) && seen.get(pattern) !== value) throw new Error(`"${pattern}" is listed twice.`);
    if (seen.has(pattern)) continue;
    seen.set(pattern, value);
    const [first = "", ...rest] = pattern.split("_");
    const open = first.endsWith("*");
    const end = grow(root, open ? first.slice(0, -1) : first);
    const phrases = open ? end.starts : end.whole;
    phrases.push({ rest, value });
    phrases.sort((a, b) => b.rest.length - a.rest.length);
  }

  return {
    at(tokens, place) {
      const token = tokens[place];
      if (token?.kind !== "word") return undefined;
      const found = longestFit(root, token.word, tokens, place);
      if (found || !token.stretched) return found;
      return longestFit(root, unstretched(token.word), tokens, place);
    },
    allAt(tokens, place) {
      const token = tokens[place];
      if (token?.kind !== "word") return none;
      const found = allFits(root, token.word, tokens, place);
      if (found.length > 0 || !token.stretched) return found;
      return allFits(root, unstretched(token.word), tokens, place);
    },
  };
};

const letter = <T>(): Letter<T> => ({ next: new Map(), whole: [], starts: [] });

const grow = <T>(root: Letter<T>, word: string): Letter<T> => {
  let node = root;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const next = node.next.get(code) ?? letter<T>();
    node.next.set(code, next);
    node = next;
  }
  return node;
};

/** The whole word goes before its longest known start, and that before shorter ones. */
const longestFit = <T>(
  root: Letter<T>,
  word: string,
  tokens: readonly Token[],
  place: number,
): Hit<T> | undefined => {
  let node: Letter<T> | undefined = root;
  let found: Hit<T> | undefined;
  for (let at = 0; at < word.length; at += 1) {
    node = node.next.get(word.charCodeAt(at));
    if (!node) return found;
    if (node.starts.length > 0) found = firstFit(node.starts, tokens, place) ?? found;
  }
  return firstFit(node.whole, tokens, place) ?? found;
};

const none: never[] = [];

const allFits = <T>(root: Letter<T>, word: string, tokens: readonly Token[], place: number): Hit<T>[] => {
  let node: Letter<T> | undefined = root;
  let found: Hit<T>[] = none;
  const add = (phrases: readonly Phrase<T>[]) => {
    for (const { rest, value } of phrases) {
      if (!rest.every((pattern, step) => fits(pattern, tokens[place + step + 1]))) continue;
      if (found === none) found = [];
      found.push({ value, length: rest.length + 1 });
    }
  };
  for (let at = 0; at < word.length; at += 1) {
    node = node.next.get(word.charCodeAt(at));
    if (!node) return found;
    if (node.starts.length > 0) add(node.starts);
  }
  add(node.whole);
  return found;
};

const firstFit = <T>(phrases: readonly Phrase<T>[], tokens: readonly Token[], place: number) => {
  for (const { rest, value } of phrases) {
    if (rest.every((pattern, step) => fits(pattern, tokens[place + step + 1])))
      return { value, length: rest.length + 1 };
  }
  return undefined;
};

const fits = (pattern: string, token: Token | undefined): boolean => {
  if (token?.kind !== "word") return false;
  return pattern.endsWith("*") ? token.word.startsWith(pattern.slice(0, -1)) : token.word === pattern;
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
