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
/** Another one for each process, so that nobody can work out beforehand which word is taken for another. */
const secret = Math.floor(Math.random() * 2 ** 31) * 2 + 1;

/**
 * Room for so many words, found by their letters' hash and told apart by a second one, of 32 bits too: comparing the
 * letters would take half as long again, and each word of each text is sought here.
 */
export const knownWords = <T>(most: number): KnownWords<T> => {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2)));
  const checks = new Int32Array(slots.length);
  const last = slots.length - 1;
  const values: T[] = [];
  /** Of the word that was sought last. */
  let check = 0;
  /** The slot where it stands, or the free one where it would; -1 where too many stand before it. */
  const slotOf = (text: string, at: number, to: number): number => {
    let hash = to - at;
    check = hash;
    for (let letter = at; letter < to; letter += 1) {
      const code = text.charCodeAt(letter);
      hash = step(hash, code);
      check = Math.imul(check ^ code, secret);
    }
    for (let tried = 0, slot = hash ^ (hash >>> 15); tried < mostTried; tried += 1, slot += 1) {
      const here = slot & last;
      if (slots[here] === 0 || checks[here] === check) return here;
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
      if (values.length >= most || slots[slot] !== 0) return;
      values.push(value);
      slots[slot] = values.length;
      checks[slot] = check;
    },
  };
};
