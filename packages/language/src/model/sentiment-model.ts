import { type Token, tokensOf } from "../label/tokens.ts";
import { type Learned, readModel, type Temper } from "./file.ts";
import { readEnds } from "./read.ts";
import { slotOf } from "./table.ts";
import { toneSignsOf } from "./tone-signs.ts";
import { type Word, wordOf } from "./word.ts";

/** How likely each is, from 0 to 1; together 1. */
export interface Sides {
  negative: number;
  neutral: number;
  positive: number;
}

export interface SentimentModel {
  /** Such as "embedded-2"; kept on each label. */
  readonly name: string;
  /** Judges any text, or a clause of one. `tokens` are the text's own, where they are at hand already. Never throws. */
  judge(text: string, tokens?: readonly Token[]): Sides;
}

const rememberedWords = 50_000;

interface Weighed extends Word {
  negative: number;
  positive: number;
  known: number;
}

/** @throws Error when the bytes are no model. */
export const openSentimentModel = (bytes: Uint8Array): SentimentModel => {
  const learned = readModel(bytes);
  const sum = summing(learned);
  return {
    name: learned.name,
    judge: (text, tokens = tokensOf(text)) => sidesOf(sum(text, toneSignsOf(tokens)), learned.temper),
  };
};

/** What a text adds up to, before it is tempered. */
export interface Sum {
  negative: number;
  positive: number;
  /** How many features the text has, and how many of them are known. */
  features: number;
  known: number;
}

/** Words are summed once and remembered, within bounds, since a few thousand of them make up most texts. */
const summing = ({ table, scale, tones }: Learned) => {
  let remembered = new Map<string, Weighed>();
  let negative = 0;
  let positive = 0;
  let known = 0;
  let features = 0;

  const weigh = (written: string): Weighed => {
    const word: Weighed = { ...wordOf(written), negative: 0, positive: 0, known: 0 };
    for (const hash of word.features) {
      const slot = slotOf(table, hash);
      if (slot < 0) continue;
      word.negative += table.pulls[slot * 2] ?? 0;
      word.positive += table.pulls[slot * 2 + 1] ?? 0;
      word.known += 1;
    }
    return word;
  };
  const sink = {
    word: (written: string): Word => {
      let word = remembered.get(written);
      if (word === undefined) {
        word = weigh(written);
        if (remembered.size >= rememberedWords) remembered = new Map();
        remembered.set(written, word);
      }
      negative += word.negative;
      positive += word.positive;
      known += word.known;
      features += word.features.length;
      return word;
    },
    feature: (hash: number): void => {
      features += 1;
      const slot = slotOf(table, hash);
      if (slot < 0) return;
      negative += table.pulls[slot * 2] ?? 0;
      positive += table.pulls[slot * 2 + 1] ?? 0;
      known += 1;
    },
  };

  return (text: string, signs: readonly number[]): Sum => {
    negative = 0;
    positive = 0;
    known = 0;
    features = 0;
    readEnds(text, sink);
    const share = known === 0 ? 0 : scale / Math.sqrt(known);
    let toNegative = negative * share;
    let toPositive = positive * share;
    for (const sign of signs) {
      toNegative += tones[sign * 2] ?? 0;
      toPositive += tones[sign * 2 + 1] ?? 0;
    }
    return { negative: toNegative, positive: toPositive, features, known };
  };
};

export const sidesOf = (sum: Sum, temper: Temper): Sides => {
  const { shift, base, length, known } = temper;
  const share = sum.features === 0 ? 0 : sum.known / sum.features;
  const heat = Math.exp(base + length * Math.log(sum.features + 1) + known * share);
  const negative = (sum.negative + shift[0]) * heat;
  const positive = (sum.positive + shift[1]) * heat;
  const highest = Math.max(negative, positive, 0);
  const a = Math.exp(negative - highest);
  const b = Math.exp(-highest);
  const c = Math.exp(positive - highest);
  const all = a + b + c;
  return { negative: a / all, neutral: b / all, positive: c / all };
};
