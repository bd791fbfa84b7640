import { type Token, tokensOf } from "../label/tokens.ts";
import type { Tone } from "../label/tone.ts";
import { type Learned, readModel, type Temper, temperOf } from "./file.ts";
import { gather, gathering } from "./gathered.ts";
import { type Peaked, peakReader } from "./peaks.ts";
import { phraseReader } from "./phrases.ts";
import { readEnds } from "./read.ts";
import { type Spelled, spell } from "./spelling.ts";
import { beside, negativeIn, positiveIn, slotsOf } from "./table.ts";
import { toneSignsOf } from "./tone-signs.ts";
import { judgingOf } from "./valence.ts";
import { type ReadWord, roles } from "./word.ts";
import { column, wordWeights } from "./word-weights.ts";

/** How likely each is, from 0 to 1; together 1. */
export interface Sides {
  negative: number;
  neutral: number;
  positive: number;
}

/** A text's own tokens, their tone, and the language that the text seems to be in. */
export interface Cut {
  tokens: readonly Token[];
  tone?: Tone | undefined;
  language?: string;
}

export interface SentimentModel {
  /** Such as "embedded-1"; kept on each label. */
  readonly name: string;
  /** Judges any text, or a clause of one. `cut` is what is known of it already, where it is. Never throws. */
  judge(text: string, cut?: Cut): Sides;
}

/** Of a text that is all unknown words little is believed, of one with this share of known features all. */
const leastTrust = 0.1;
const familiarFrom = 0.6;

/** Pulls of known features, in steps of the table. */
interface Pulls {
  negative: number;
  positive: number;
  known: number;
}

/** @throws Error when the bytes are no model. */
export const openSentimentModel = (bytes: Uint8Array): SentimentModel => {
  const learned = readModel(bytes);
  const sum = summing(learned);
  const spelled = spell(learned.spelling);
  return {
    name: learned.name,
    judge: (text, cut = { tokens: tokensOf(text) }) =>
      sidesOf(
        { ...sum(text, cut), spelled: spelled(text, cut.tokens) },
        temperOf(learned.tempers, cut.language),
      ),
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
  peaked: Peaked;
  /** As in `PhraseReader`. */
  turned: number;
}

/** A text is read first; then all that was read is looked up and added. */
const summing = (learned: Learned) => {
  const { table, scale, tones, peaks } = learned;
  const judging = judgingOf(learned.valences);
  const weights = wordWeights(learned, judging);
  const { rows } = weights;
  const whole: Pulls = { negative: 0, positive: 0, known: 0 };
  const parts: Pulls = { negative: 0, positive: 0, known: 0 };
  let sought = 0;
  const reached = peakReader(peaks);

  let text = "";
  let tokens: readonly Token[] = [];
  let next = 0;
  /** The number of the token that is just this word, read as it is folded; -1 where there is none. */
  const numberAt = (from: number, to: number): number => {
    while (next < tokens.length && (tokens[next] as Token).at < from) next += 1;
    const token = tokens[next];
    return token?.at === from && token.to === to && !token.stretched && !token.loud ? token.number : -1;
  };
  const words = gathering();
  const features = gathering();
  const heard: ReadWord = { hash: 0, role: "none", lean: 0, goesOn: false };
  const feature = (hash: number): void => gather(features, hash);
  const reader = {
    word: (from: number, to: number, isNegated: boolean): ReadWord => {
      const row = weights.rowOf(text, { from, to, number: numberAt(from, to), isNegated });
      gather(words, row);
      heard.hash = rows[row + column.hash] as number;
      heard.role = roles[rows[row + column.role] as number] ?? "none";
      heard.lean = rows[row + column.lean] as number;
      heard.goesOn = rows[row + column.goesOn] === 1;
      return heard;
    },
    phrases: phraseReader(judging, feature),
    feature,
  };
  const addWords = (): void => {
    for (let at = 0; at < words.count; at += 1) {
      const row = words.numbers[at] as number;
      whole.negative += rows[row + column.negative] as number;
      whole.positive += rows[row + column.positive] as number;
      whole.known += rows[row + column.known] as number;
      parts.negative += rows[row + column.partsNegative] as number;
      parts.positive += rows[row + column.partsPositive] as number;
      parts.known += rows[row + column.partsKnown] as number;
      sought += rows[row + column.sought] as number;
      const [from, to] = [rows[row + column.heightsFrom] as number, rows[row + column.heightsTo] as number];
      reached.takeAll(weights.heights, from, to);
    }
  };
  const addFeatures = (): void => {
    sought += features.count;
    slotsOf(table, features);
    for (let at = 0; at < features.count; at += 1) {
      const slot = features.numbers[at] as number;
      if (slot < 0) continue;
      const pulls = table.numbers[slot + beside.pulls] as number;
      whole.negative += negativeIn(pulls);
      whole.positive += positiveIn(pulls);
      whole.known += 1;
      const peak = table.numbers[slot + beside.peak] as number;
      if (peak > 0) reached.take(peak);
    }
  };

  return (written: string, cut: Cut): Omit<Sum, "spelled"> => {
    [text, tokens, next] = [written, cut.tokens, 0];
    Object.assign(whole, none());
    Object.assign(parts, none());
    sought = 0;
    words.count = 0;
    features.count = 0;
    weights.begin();
    reached.begin();
    reader.phrases.begin();
    readEnds(text, reader);
    addWords();
    addFeatures();
    const wholeShare = scale / Math.sqrt(Math.max(1, whole.known));
    const partsShare = scale / Math.sqrt(Math.max(1, parts.known));
    let negative = whole.negative * wholeShare + parts.negative * partsShare;
    let positive = whole.positive * wholeShare + parts.positive * partsShare;
    for (const sign of toneSignsOf(tokens, cut.tone)) {
      negative += tones[sign * 2] ?? 0;
      positive += tones[sign * 2 + 1] ?? 0;
    }
    return {
      ...{ negative, positive, features: sought, known: whole.known + parts.known },
      ...{ peaked: reached.sum(), turned: reader.phrases.turned(text) },
    };
  };
};

const none = (): Pulls => ({ negative: 0, positive: 0, known: 0 });

/**
 * What a phrase that turns its words adds to its own side and takes from the other, where few words leave hardly more to
 * go by: what each of them says by itself was learned from thousands of texts, and the phrase is in a dozen.
 */
const turnedTo = { own: 1.2, other: 0.5 };
const pullOfTurned = (turned: number): number => turned * (turned > 0 ? turnedTo.own : turnedTo.other);

export const sidesOf = (sum: Sum, temper: Temper): Sides => {
  const { spelling, peaks, shift, base, length, known } = temper;
  const share = sum.features === 0 ? 0 : sum.known / sum.features;
  const trust = Math.min(1, leastTrust + share / familiarFrom);
  const heat = trust * Math.exp(base + length * Math.log(sum.features + 1) + known * share);
  const negative =
    (sum.negative + spelling * sum.spelled.negative + peaks * sum.peaked.negative + shift[0]) * heat +
    pullOfTurned(-sum.turned);
  const positive =
    (sum.positive + spelling * sum.spelled.positive + peaks * sum.peaked.positive + shift[1]) * heat +
    pullOfTurned(sum.turned);
  const highest = Math.max(negative, positive, 0);
  const a = Math.exp(negative - highest);
  const b = Math.exp(-highest);
  const c = Math.exp(positive - highest);
  const all = a + b + c;
  return { negative: a / all, neutral: b / all, positive: c / all };
};
