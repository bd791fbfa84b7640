import { stemEnglish } from "./stem-english.ts";
import { stemRussian } from "./stem-russian.ts";

/**
 * What the forms of a word have in common, so that a search for one finds the others. Pure and total; the word is
 * folded already (words.ts). Cyrillic words are taken for Russian and plain Latin ones for English, others stay.
 * The search index keeps stems: after a change here its entries must be put anew.
 */
export function stem(word: string): string {
  if (/^[а-яё]+$/.test(word)) return stemRussian(word);
  if (/^[a-z]+$/.test(word)) return stemEnglish(word);
  return word;
}
