import type { Language } from "./language.ts";

const space = "\u00a0";

// A short word is bound to the next one, so that no line ends with it. Twice, since "и в доме" has two in a row.
const short: Record<Language, RegExp> = {
  ru: /(?<![\p{L}\p{N}])(а|без|в|во|для|до|и|из|к|ко|на|не|ни|но|о|об|от|по|при|с|со|у|что) (?=\S)/giu,
  en: /(?<![\p{L}\p{N}'’])(a|an|I|the) (?=\S)/gu,
};
const beforeDash = / (?=—)/g;

/** Binds short words to what follows, and a dash to what precedes, with non-breaking spaces. */
export function typeset(language: Language, text: string): string {
  return text.replace(short[language], `$1${space}`).replace(beforeDash, space);
}

/** A dictionary with every sentence of it set, also those that functions make. */
export function typesetAll<W>(language: Language, words: W): W {
  return setOf(language, words) as W;
}

function setOf(language: Language, word: unknown): unknown {
  if (typeof word === "string") return typeset(language, word);
  if (typeof word === "function") return (...given: unknown[]) => setOf(language, word(...given));
  if (Array.isArray(word)) return word.map((one) => setOf(language, one));
  if (typeof word !== "object" || word === null) return word;
  return Object.fromEntries(Object.entries(word).map(([key, inner]) => [key, setOf(language, inner)]));
}
