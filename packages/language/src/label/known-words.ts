import { step } from "../model/hash.ts";

/** Remembers what was made of words, and finds it again where the word stands in a text, without cutting it out. */
export interface KnownWords<T> {
  /** What is remembered of the letters from `at` up to `to`; undefined where nothing is. */
  find(text: string, at: number, to: number): T | undefined;
  /** Remembers it, unless it is full. */
  keep(word: string, value: T): void;
}

/** Nobody can make a word slow to find by sending others of the same hash. */
const mostTried = 32;

/** Room for so many words, found by their letters' hash. */
export const knownWords = <T>(most: number): KnownWords<T> => {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2)));
  const last = slots.length - 1;
  const words: string[] = [];
  const values: T[] = [];
  /** The slot where it stands, or the free one where it would; -1 where too many stand before it. */
  const slotOf = (text: string, at: number, to: number): number => {
    let hash = to - at;
    for (let letter = at; letter < to; letter += 1) hash = step(hash, text.charCodeAt(letter));
    for (let tried = 0, slot = hash ^ (hash >>> 15); tried < mostTried; tried += 1, slot += 1) {
      const place = slots[slot & last] as number;
      if (place === 0) return slot & last;
      const word = words[place - 1] as string;
      if (word.length === to - at && text.startsWith(word, at)) return slot & last;
    }
    return -1;
  };
  return {
    find(text, at, to) {
      const place = slots[slotOf(text, at, to)];
      return place === undefined || place === 0 ? undefined : values[place - 1];
    },
    keep(word, value) {
      const slot = slotOf(word, 0, word.length);
      if (words.length >= most || slots[slot] !== 0) return;
      words.push(word);
      values.push(value);
      slots[slot] = words.length;
    },
  };
};
