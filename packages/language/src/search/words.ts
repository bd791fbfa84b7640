import { stem } from "./stem.ts";

const longestWord = 40; // letters; the rest of a longer one is neither kept nor asked for
const mostWords = 32; // of a query, well below the depth to which SQLite's FTS5 reads an expression

/** The text without what a reader overlooks: letter case, accents, ё for е, compatibility forms. */
export function fold(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().normalize("NFD");
  return plain.replace(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g, "").normalize("NFC"); // й is a letter of its own
}

/** The words of a text as they may be asked for, folded. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord));

/** A word that is asked for: all its forms match, and words that begin so where it is still being written. */
export interface Sought {
  word: string;
  stem: string;
  begins: boolean;
}

/** What a query asks for; null where nothing can match: there are words, but no letter or digit in them. */
export function soughtIn(query: string): Sought[] | null {
  const words = wordsOf(query).slice(0, mostWords);
  if (words.length === 0 && query.trim()) return null;
  return words.map((word, at) => ({
    word,
    stem: stem(word),
    begins: at === words.length - 1 && word.length > 1,
  }));
}

/** Whether the text has every word that is asked for. */
export function hasAll(text: string, sought: readonly Sought[]): boolean {
  const words = wordsOf(text);
  const stems = new Set(words.map(stem));
  return sought.every(
    (one) => stems.has(one.stem) || (one.begins && words.some((word) => word.startsWith(one.word))),
  );
}
