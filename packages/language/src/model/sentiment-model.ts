import { type Token, tokensOf } from "../label/tokens.ts";
import type { Tone } from "../label/tone.ts";
import { mostNumbered } from "../label/word-numbers.ts";
import { type Learned, readModel, type Temper } from "./file.ts";
import { readEnds } from "./read.ts";
import { type Spelled, spell } from "./spelling.ts";
import { slotOf } from "./table.ts";
import { toneSignsOf } from "./tone-signs.ts";
import { type Word, wordOf } from "./word.ts";

/** How likely each is, from 0 to 1; together 1. */
export interface Sides {
  negative: number;
  neutral: number;
  positive: number;
}

/** A text's own tokens, and their tone. */
export interface Cut {
  tokens: readonly Token[];
  tone?: Tone | undefined;
}

export interface SentimentModel {
  /** Such as "embedded-2"; kept on each label. */
  readonly name: string;
  /** Judges any text, or a clause of one. `cut` is what is known of it already, where it is. Never throws. */
  judge(text: string, cut?: Cut): Sides;
}

const rememberedWords = 50_000;
/** Of a text that is all unknown words little is believed, of one with this share of known features all. */
const leastTrust = 0.3;
const familiarFrom = 0.5;

/** Pulls of known features, in steps of the table. */
interface Pulls {
  negative: number;
  positive: number;
  known: number;
}

/** A word and what it adds to a text, in one piece of memory. */
interface Weighed extends Word, Pulls {
  /** The same of the parts that stand for a word that is not known. */
  partsNegative: number;
  partsPositive: number;
  partsKnown: number;
  /** How many features were looked up for both. */
  sought: number;
}

/** @throws Error when the bytes are no model. */
export const openSentimentModel = (bytes: Uint8Array): SentimentModel => {
  const learned = readModel(bytes);
  const sum = summing(learned);
  const spelled = spell(learned.spelling);
  return {
    name: learned.name,
    judge: (text, cut = { tokens: tokensOf(text) }) =>
      sidesOf({ ...sum(text, cut), spelled: spelled(text, cut.tokens) }, learned.temper),
  };
};

/** What a text adds up to, before it is tempered. */
export interface Sum {
  negative: number;
  positive: number;
  /** How many features the text has, and how many of them are known. */
  features: number;
  known: number;
  spelled: Spelled;
}

/** Words are summed once and remembered, within bounds, since a few thousand of them make up most texts. */
const summing = ({ table, scale, tones }: Learned) => {
  let remembered = new Map<string, Weighed>();
  /** By the word's number: of the words that are written without anything peculiar. */
  const numbered: (Weighed | undefined)[] = new Array(mostNumbered);
  const whole: Pulls = { negative: 0, positive: 0, known: 0 };
  const parts: Pulls = { negative: 0, positive: 0, known: 0 };
  let sought = 0;

  const addFeature = (pulls: Pulls, hash: number): void => {
    const slot = slotOf(table, hash);
    if (slot < 0) return;
    pulls.negative += table.pulls[slot * 2] ?? 0;
    pulls.positive += table.pulls[slot * 2 + 1] ?? 0;
    pulls.known += 1;
  };
  const weigh = (written: string): Weighed => {
    const word = wordOf(written);
    const pieces = slotOf(table, word.hash) < 0 ? word.pieces : [];
    const own = none();
    const ofParts = none();
    for (const hash of word.features) addFeature(own, hash);
    for (const hash of pieces) addFeature(ofParts, hash);
    return {
      ...word,
      ...own,
      partsNegative: ofParts.negative,
      partsPositive: ofParts.positive,
      partsKnown: ofParts.known,
      sought: word.features.length + pieces.length,
    };
  };
  const recall = (written: string): Weighed => {
    const there = remembered.get(written);
    if (there) return there;
    if (remembered.size >= rememberedWords) remembered = new Map();
    const word = weigh(written);
    remembered.set(written, word);
    return word;
  };

  let text = "";
  let tokens: readonly Token[] = [];
  let next = 0;
  /** The number of the token that is just this word, read as it is folded; -1 where there is none. */
  const numberAt = (from: number, to: number): number => {
    while (next < tokens.length && (tokens[next] as Token).at < from) next += 1;
    const token = tokens[next];
    return token?.at === from && token.to === to && !token.stretched && !token.loud ? token.number : -1;
  };
  const wordAt = (from: number, to: number): Weighed => {
    const number = numberAt(from, to);
    if (number < 0) return recall(text.slice(from, to));
    const word = numbered[number] ?? weigh(text.slice(from, to));
    numbered[number] = word;
    return word;
  };
  const reader = {
    word: (from: number, to: number): Word => {
      const word = wordAt(from, to);
      whole.negative += word.negative;
      whole.positive += word.positive;
      whole.known += word.known;
      parts.negative += word.partsNegative;
      parts.positive += word.partsPositive;
      parts.known += word.partsKnown;
      sought += word.sought;
      return word;
    },
    feature: (hash: number): void => {
      sought += 1;
      addFeature(whole, hash);
    },
  };

  return (written: string, cut: Cut): Omit<Sum, "spelled"> => {
    [text, tokens, next] = [written, cut.tokens, 0];
    Object.assign(whole, none());
    Object.assign(parts, none());
    sought = 0;
    readEnds(text, reader);
    const wholeShare = scale / Math.sqrt(Math.max(1, whole.known));
    const partsShare = scale / Math.sqrt(Math.max(1, parts.known));
    let negative = whole.negative * wholeShare + parts.negative * partsShare;
    let positive = whole.positive * wholeShare + parts.positive * partsShare;
    for (const sign of toneSignsOf(tokens, cut.tone)) {
      negative += tones[sign * 2] ?? 0;
      positive += tones[sign * 2 + 1] ?? 0;
    }
    const known = whole.known + parts.known;
    const trust = Math.min(1, leastTrust + known / Math.max(1, sought) / familiarFrom);
    return { negative: negative * trust, positive: positive * trust, features: sought, known };
  };
};

const none = (): Pulls => ({ negative: 0, positive: 0, known: 0 });

export const sidesOf = (sum: Sum, temper: Temper): Sides => {
  const { spelling, shift, base, length, known } = temper;
  const share = sum.features === 0 ? 0 : sum.known / sum.features;
  const heat = Math.exp(base + length * Math.log(sum.features + 1) + known * share);
  const negative = (sum.negative + spelling * sum.spelled.negative + shift[0]) * heat;
  const positive = (sum.positive + spelling * sum.spelled.positive + shift[1]) * heat;
  const highest = Math.max(negative, positive, 0);
  const a = Math.exp(negative - highest);
  const b = Math.exp(-highest);
  const c = Math.exp(positive - highest);
  const all = a + b + c;
  return { negative: a / all, neutral: b / all, positive: c / all };
};
