import type { Token } from "./tokens.ts";
import { lookOf, looks, seenLetters } from "./word-numbers.ts";

/** A node of a tree of patterns: what ends here, as a whole word or as the start of any. */
export interface Letter<T> {
  next: Map<number, Letter<T>>;
  whole?: End<T>;
  start?: End<T>;
}

/** The end of a pattern's word: its value, if the pattern ends with it, and what may follow. */
export interface End<T> {
  /** One at most. */
  values: T[];
  after?: After<T>;
}

interface After<T> {
  tree: Letter<T>;
  /** One bit for each look that a word has which may follow: most words are turned away without a walk. */
  looks: Int32Array;
  /** What frequent words that followed were found to be, by their numbers. */
  known: Map<number, readonly End<T>[]>;
}

const mostKnown = 500;

/** The end in the tree of a pattern, word by word; it is made where there is none. */
export const plant = <T>(root: Letter<T>, [first = "", ...rest]: readonly string[]): End<T> => {
  const open = first.endsWith("*");
  const node = grow(root, open ? first.slice(0, -1) : first);
  const kind = open ? "start" : "whole";
  node[kind] ??= { values: [] };
  const [next] = rest;
  if (next === undefined) return node[kind];
  node[kind].after ??= { tree: { next: new Map() }, looks: new Int32Array(looks / 32), known: new Map() };
  admit(node[kind].after.looks, next);
  return plant(node[kind].after.tree, rest);
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

const none: never[] = [];

/** What a word may be: itself, then its longest known start, then shorter ones. */
export const endsIn = <T>(root: Letter<T>, word: string): readonly End<T>[] => {
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

/** What a word may be to a pattern that goes on after this end. */
export const endsAfter = <T>({ after }: End<T>, token: Token | undefined): readonly End<T>[] => {
  if (!after || token?.kind !== "word") return none;
  if (((after.looks[token.look >> 5] as number) & (1 << token.look)) === 0) return none;
  const there = after.known.get(token.number);
  if (there) return there;
  const ends = endsIn(after.tree, token.word);
  if (token.number >= 0 && after.known.size < mostKnown) after.known.set(token.number, ends);
  return ends;
};
