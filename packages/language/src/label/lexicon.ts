import { english } from "./lexicon-en.ts";
import { russian } from "./lexicon-ru.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

/** Words of one language that carry praise or blame; lists are patterns of `wordIndex` with spaces between them. */
export interface Lexicon {
  /** From -4 (hard blame) to 4 (high praise); 0 keeps a word from being read as a shorter one. */
  tone: readonly (readonly [weight: number, patterns: string])[];
  /** Words that turn what follows in their clause. */
  negators: string;
  /** Phrases that begin as a negation and are none. */
  notNegating: string;
  /** Words that turn what stands right before them: "проблем нет". */
  negatedAfter: string;
  stronger: string;
  weaker: string;
  /** Words after which the weightier half of a sentence comes: "но", "but". */
  contrast: string;
  /** The only words in a field that says there is nothing to say: "не обнаружено", "none so far". */
  none: string;
}

type Role = "negator" | "not-negating" | "stronger" | "weaker" | "contrast";

const both = [russian, english];
const roles: readonly [Role, (lexicon: Lexicon) => string][] = [
  ["negator", (lexicon) => lexicon.negators],
  ["not-negating", (lexicon) => lexicon.notNegating],
  ["stronger", (lexicon) => lexicon.stronger],
  ["weaker", (lexicon) => lexicon.weaker],
  ["contrast", (lexicon) => lexicon.contrast],
];

/** Russian and English share one index each: their alphabets keep them apart. */
export const toneIndex = wordIndex(both.flatMap((lexicon) => entriesOf(lexicon.tone)));
export const roleIndex = wordIndex(
  roles.flatMap(([role, words]) => both.flatMap((lexicon) => entriesOf([[role, words(lexicon)]]))),
);
export const negatedAfterIndex = wordIndex(
  both.flatMap((lexicon) => entriesOf([[true, lexicon.negatedAfter]])),
);
export const noneWords: ReadonlySet<string> = new Set(both.flatMap((lexicon) => lexicon.none.split(/\s+/)));
