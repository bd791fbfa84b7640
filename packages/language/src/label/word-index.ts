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
  allAt(tokens: readonly Token[], place: number): Hit<T>[];
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
  const seconds: Letter<true> = { next: new Map() };
  for (const [pattern, value] of entries) {
    const words = pattern.split("_");
    if (words.length > 1) plant(seconds, words.slice(1, 2));
    const { values } = plant(root, words);
    if (values.length > 0 && values[0] !== value) throw new Error(`"${pattern}" is listed twice.`);
    values[0] = value;
  }
  /** Whether a word begins anything is told by a trait of it; most begin nothing. */
  const trait = isPassing ? isWord : newTrait((word) => endsIn(root, word).length > 0);
  /** By the word's number: what it begins. */
  const known: (readonly End<T>[] | undefined)[] = new Array(mostNumbered);
  const endsOf = ({ word, number, stretched }: Token): readonly End<T>[] => {
    const there = known[number];
    if (there && !stretched) return there;
    const ends = there ?? endsIn(root, word);
    if (number >= 0) known[number] = ends;
    return ends.length > 0 || !stretched ? ends : endsIn(root, unstretched(word));
  };
  /** By the word's number: the sum of its parts, 0 where that is not known yet. */
  const partsKnown = new Uint8Array(mostNumbered);
  const partsOf = (token: Token): number => {
    if (token.kind !== "word") return parts.none;
    if (token.number < 0 || token.stretched) return parts.alone | parts.second;
    const there = partsKnown[token.number] as number;
    if (there !== 0) return there;
    const alone = endsOf(token).some(({ values }) => values.length > 0) ? parts.alone : 0;
    const second = endsIn(seconds, token.word).length > 0 ? parts.second : 0;
    partsKnown[token.number] = parts.none | alone | second;
    return parts.none | alone | second;
  };
  /** What may begin there. A frequent word begins many phrases, but few words go on with one. */
  const endsAt = (tokens: readonly Token[], place: number): readonly End<T>[] => {
    const token = tokens[place];
    if (token === undefined || (token.traits & trait) === 0) return none;
    if ((partsOf(token) & parts.alone) === 0) {
      const next = tokens[place + 1];
      if (next === undefined || (partsOf(next) & parts.second) === 0) return none;
    }
    return endsOf(token);
  };

  return {
    at(tokens, place) {
      const ends = endsAt(tokens, place);
      return ends.length === 0 ? undefined : longestOf(ends, { tokens, from: place }, 1);
    },
    begins: (word) =>
      endsIn(root, word).length > 0 || (isDoubled(word) && endsIn(root, unstretched(word)).length > 0),
    allAt(tokens, place) {
      const ends = endsAt(tokens, place);
      if (ends.length === 0) return none;
      const hits: Hit<T>[] = [];
      collect(ends, { tokens, from: place, hits }, 1);
      return hits;
    },
  };
};

const none: never[] = [];

/** What a word can be to an index: a pattern by itself, the second word of a phrase, or none of these. */
const parts = { none: 1, alone: 2, second: 4 };

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
