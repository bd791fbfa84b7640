import type { UrgencyReason } from "@otklik/core/label/label";
import type { Token } from "../label/tokens.ts";
import { type Stretch, tellingStretch } from "./telling-stretch.ts";
import { readUrgency } from "./urgency-file.ts";
import { type Passage, passagesOf, readPassage, type UrgencyReader } from "./urgency-reader.ts";
import { type Listed, type Weights, weighing } from "./urgency-weights.ts";

/** A reason of urgency and the tokens that tell it. */
export interface Heard extends Stretch {
  reason: UrgencyReason;
  /** Above 0; ln of how many times likelier it is than that nothing is urgent, at the rate that was set in training. */
  strength: number;
}

export interface UrgencyModel {
  readonly name: string;
  /** The reasons in a field's tokens, the strongest first. Never throws. */
  hear(tokens: readonly Token[]): Heard[];
}

/** Features are summed by what they are, each sum over the root of how many of its kind are known. */
export const kinds = { words: 0, pieces: 1, meanings: 2, pairs: 3 } as const;
export const kindCount = Object.keys(kinds).length;
/** What each kind's sum is multiplied with. */
export const kindWeight = 2;
/** A second reason that is so much weaker than the first one is its echo. */
const echo = 2.5;

/** @throws Error when the bytes are no model of urgency. */
export const openUrgencyModel = (bytes: Uint8Array): UrgencyModel => {
  const learned = readUrgency(bytes);
  const { reasons, bias } = learned;
  const count = reasons.length;
  const weights = weighing(learned);
  const sum = summing(weights, count);
  const strengths = new Float64Array(count);

  const judge = (tokens: readonly Token[], passage: Passage): void => {
    sum.read(tokens, passage);
    for (let reason = 0; reason < count; reason += 1)
      strengths[reason] = (bias[reason] as number) + sum.of(reason);
  };
  return {
    name: learned.name,
    hear(tokens) {
      const found: (Heard & { passage: Passage })[] = [];
      for (const passage of passagesOf(tokens)) {
        judge(tokens, passage);
        for (let number = 0; number < count; number += 1) {
          const strength = strengths[number] as number;
          if (strength <= 0) continue;
          const reason = reasons[number] as UrgencyReason;
          const before = found.findIndex((one) => one.reason === reason);
          if (before >= 0 && (found[before] as Heard).strength >= strength) continue;
          if (before >= 0) found.splice(before, 1);
          const told = tellingStretch(sum.shares(tokens, passage, number), { tokens, passage });
          found.push({ reason, strength, ...told, passage });
        }
      }
      found.sort((a, b) => b.strength - a.strength);
      const [first] = found;
      return found.filter(({ strength }) => first && strength >= first.strength - echo);
    },
  };
};

/** Sums what a passage says for each reason, and tells again which tokens said it. */
const summing = (weights: Weights, count: number) => {
  const { pulls, scale } = weights;
  const sums = new Float64Array(kindCount * count);
  const known = new Int32Array(kindCount);

  const addPulls = (kind: number, from: number, pulls: Int8Array): void => {
    known[kind] = (known[kind] as number) + 1;
    const to = kind * count;
    for (let reason = 0; reason < count; reason += 1)
      sums[to + reason] = (sums[to + reason] as number) + (pulls[from + reason] as number);
  };
  const addListed = (kind: number, list: Listed, number: number): void => {
    if (list.known[number] === 1) addPulls(kind, number * count, list.pulls);
  };
  const reader: UrgencyReader = {
    word(token) {
      const word = weights.word(token);
      known[kinds.words] = (known[kinds.words] as number) + word.known;
      known[kinds.pieces] = (known[kinds.pieces] as number) + word.knownPieces;
      // Words and pieces are the first two kinds: their pulls lie as their sums do.
      for (let at = 0; at < word.pulls.length; at += 1)
        sums[at] = (sums[at] as number) + (word.pulls[at] as number);
      return word.known === 0 ? 0 : word.stem;
    },
    neighbours(hash) {
      const slot = weights.slot(hash);
      if (slot >= 0) addPulls(kinds.words, slot * count, pulls);
    },
    meaning: (number) => addListed(kinds.meanings, weights.meanings, number),
    denied: (number) => addListed(kinds.meanings, weights.denied, number),
    meanings: (pair) => addListed(kinds.pairs, weights.pairs, pair),
  };
  const shareOf = (kind: number): number =>
    (kindWeight * scale) / Math.sqrt(Math.max(1, known[kind] as number));

  const read = (tokens: readonly Token[], passage: Passage): void => {
    sums.fill(0);
    known.fill(0);
    readPassage(tokens, passage, reader);
  };
  return {
    read,
    of(reason: number): number {
      let sum = 0;
      for (let kind = 0; kind < kindCount; kind += 1)
        sum += (sums[kind * count + reason] as number) * shareOf(kind);
      return sum;
    },
    /** What each token of the passage that was read last says for the reason. */
    shares(tokens: readonly Token[], passage: Passage, reason: number): Float64Array {
      const shares = new Float64Array(tokens.length);
      const add = (place: number, share: number): void => {
        shares[place] = (shares[place] as number) + share;
      };
      const pullOf = (list: Listed, number: number): number => list.pulls[number * count + reason] as number;
      readPassage(tokens, passage, {
        word(token, place) {
          const word = weights.word(token);
          add(place, (word.pulls[reason] as number) * shareOf(kinds.words));
          add(place, (word.pulls[count + reason] as number) * shareOf(kinds.pieces));
          return word.known === 0 ? 0 : word.stem;
        },
        neighbours(hash, place) {
          const slot = weights.slot(hash);
          if (slot >= 0) add(place, (pulls[slot * count + reason] as number) * shareOf(kinds.words));
        },
        meaning: (number, place) => add(place, pullOf(weights.meanings, number) * shareOf(kinds.meanings)),
        denied: (number, place) => add(place, pullOf(weights.denied, number) * shareOf(kinds.meanings)),
        meanings(pair, place, other) {
          const half = (pullOf(weights.pairs, pair) * shareOf(kinds.pairs)) / 2;
          add(place, half);
          add(other, half);
        },
      });
      return shares;
    },
  };
};
