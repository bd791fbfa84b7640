import { stem } from "../search/stem.ts";
import type { Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Finds phrases that people wrote, in whatever forms and order their words come. */
export interface PhraseIndex<T> {
  hits(fields: readonly Field[]): Hit<T>[];
}

interface Phrase<T> {
  /** What the forms of each word have in common, as often as the word stands in the phrase. */
  kin: readonly string[];
  is: T;
}

/** So many words that the phrase does not know may stand between its own. */
const strangers = 2;

/**
 * A phrase is found where all its words stand close together within one clause: "пахнет резиной" in "резиной сильно
 * пахло", and not in "пахло хорошо, а коврик из резины". Cost: one look-up a word where nothing is found.
 */
export function phraseIndex<T>(entries: Iterable<readonly [phrase: string, is: T]>): PhraseIndex<T> {
  const byAnchor = new Map<string, Phrase<T>[]>();
  for (const [written, is] of entries) {
    const kin = tokensOf(written)
      .filter(({ kind }) => kind === "word")
      .map(({ word }) => kinOf(word));
    // The longest word is the rarest one, most often.
    const anchor = [...kin].sort((a, b) => b.length - a.length)[0];
    if (anchor === undefined) continue;
    byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), { kin, is }]);
  }
  if (byAnchor.size === 0) return { hits: () => [] };
  return {
    hits: (fields) =>
      fields.flatMap((field) =>
        field.tokens.flatMap((token, place) => {
          const phrases = token.kind === "word" ? byAnchor.get(kinOf(token.word)) : undefined;
          return (phrases ?? []).flatMap(({ kin, is }) => {
            const found = windowOf(field.tokens, place, kin);
            return found ? [{ is, field, ...found }] : [];
          });
        }),
      ),
  };
}

/** The narrowest run of tokens around a place that holds all of a phrase. */
function windowOf(
  tokens: readonly Token[],
  place: number,
  kin: readonly string[],
): { place: number; length: number } | undefined {
  const longest = kin.length + strangers;
  let narrowest: { place: number; length: number } | undefined;
  for (let from = place; from > place - longest && tokens[from]?.kind === "word"; from -= 1) {
    const wanted = new Map<string, number>();
    for (const one of kin) wanted.set(one, (wanted.get(one) ?? 0) + 1);
    let missing = kin.length;
    for (let to = from; to < from + longest && tokens[to]?.kind === "word" && missing > 0; to += 1) {
      const one = kinOf((tokens[to] as Token).word);
      const left = wanted.get(one) ?? 0;
      if (left > 0) missing -= 1;
      wanted.set(one, left - 1);
      const length = to - from + 1;
      if (missing === 0 && to >= place && length < (narrowest?.length ?? Number.POSITIVE_INFINITY))
        narrowest = { place: from, length };
    }
  }
  return narrowest;
}

const known = new Map<string, string>();
const mostKnown = 50_000; // words; a language's frequent ones are a tenth of it

/**
 * What the forms of a folded word have in common. As the search's stem, but it also brings the verbs together that lose a
 * "н" in their past tense: пахнет and пахло, липнет and липла, сохнет and сохло.
 */
export function kinOf(word: string): string {
  const there = known.get(word);
  if (there !== undefined) return there;
  if (known.size >= mostKnown) known.clear();
  const kin = momentary.exec(word)?.[1] ?? stem(word.replace(/'.*$/, ""));
  known.set(word, kin);
  return kin;
}

const momentary =
  /^(?!масл|кресл|стекл|весл|ветл|сверл|тепл|светл|кругл|угл|игл|узл|взгл)([а-я]*[аеиоуыэюя][бгзкпсхр])(?:н(?:ет|ешь|ем|ете|ут|ул|ула|уло|ули|уть|ущ[а-я]+)|л[аои])$/;
