import type { Signal } from "../label/signal.ts";
import type { Token } from "../label/tokens.ts";
import { gather, gathering } from "./gathered.ts";
import { readSignals } from "./signal-file.ts";
import { type Passage, passagesOf, readPassage, type SignalReader } from "./signal-reader.ts";
import { type Listed, type Weights, weighing } from "./signal-weights.ts";
import { slotOf, slotsOf } from "./table.ts";
import { type Stretch, tellingStretch } from "./telling-stretch.ts";

/** A signal and the tokens that tell it. */
export interface Heard extends Stretch {
  signal: Signal;
  /** Above 0; ln of how many times likelier it is than that there is none of its group, at the rate that was set in training. */
  strength: number;
}

export interface SignalModel {
  readonly name: string;
  /** The signals in a field's tokens, the strongest first. Never throws. */
  hear(tokens: readonly Token[]): Heard[];
}

/** Features are summed by what they are, each sum over the root of how many of its kind are known. */
export const kinds = { words: 0, pieces: 1, meanings: 2, pairs: 3 } as const;
export const kindCount = Object.keys(kinds).length;
/** What each kind's sum is multiplied with. */
export const kindWeight = 2;
/** A second signal of a group that is so much weaker than the first one is its echo. */
const echo = 2.5;

/** @throws Error when the bytes are no model of signals. */
export const openSignalModel = (bytes: Uint8Array): SignalModel => {
  const learned = readSignals(bytes);
  const { groups, bias } = learned;
  const signals = groups.flat();
  const sum = summing(weighing(learned), signals.length);

  /** Each signal that is heard, in its strongest passage. */
  const strongestIn = (tokens: readonly Token[]): Heard[] => {
    const heard: Heard[] = [];
    for (const passage of passagesOf(tokens)) {
      sum.read(tokens, passage);
      for (let number = 0; number < signals.length; number += 1) {
        const strength = (bias[number] as number) + sum.of(number);
        if (strength <= 0) continue;
        const signal = signals[number] as Signal;
        const before = heard.findIndex((one) => one.signal === signal);
        if (before >= 0 && (heard[before] as Heard).strength >= strength) continue;
        if (before >= 0) heard.splice(before, 1);
        const told = tellingStretch(sum.shares(tokens, passage, number), { tokens, passage });
        heard.push({ signal, strength, ...told });
      }
    }
    return heard;
  };
  return {
    name: learned.name,
    hear(tokens) {
      const heard = strongestIn(tokens).sort((a, b) => b.strength - a.strength);
      if (heard.length < 2) return heard;
      return heard.filter(({ signal, strength }) => {
        const group = groups.find((signals) => signals.includes(signal)) ?? [];
        const first = heard.find((one) => group.includes(one.signal)) as Heard;
        return strength >= first.strength - echo;
      });
    },
  };
};

/** Sums what a passage says for each signal, and tells again which tokens said it. */
const summing = (weights: Weights, count: number) => {
  const { pulls, scale, words } = weights;
  const sums = new Int32Array(kindCount * count);
  const known = new Int32Array(kindCount);
  const shares = new Float64Array(kindCount);
  const neighbours = gathering();

  const addPulls = (kind: number, from: number, pulls: Int8Array): void => {
    known[kind] = (known[kind] as number) + 1;
    const to = kind * count;
    for (let signal = 0; signal < count; signal += 1)
      sums[to + signal] = (sums[to + signal] as number) + (pulls[from + signal] as number);
  };
  const addListed = (kind: number, list: Listed, number: number): void => {
    if (list.known[number] === 1) addPulls(kind, number * count, list.pulls);
  };
  const reader: SignalReader = {
    word(token) {
      const at = weights.placeOf(token);
      known[kinds.words] = (known[kinds.words] as number) + (words.known[at * 2] as number);
      known[kinds.pieces] = (known[kinds.pieces] as number) + (words.known[at * 2 + 1] as number);
      // The sums of words and of their pieces stand side by side, here as there.
      const from = at * 2 * count;
      for (let one = 0; one < 2 * count; one += 1)
        sums[one] = (sums[one] as number) + (words.pulls[from + one] as number);
      return words.stems[at] as number;
    },
    neighbours: (hash) => gather(neighbours, hash),
    meaning: (number) => addListed(kinds.meanings, weights.meanings, number),
    denied: (number) => addListed(kinds.meanings, weights.denied, number),
    meanings: (pair) => addListed(kinds.pairs, weights.pairs, pair),
  };
  const shareOf = (kind: number): number => shares[kind] as number;

  const read = (tokens: readonly Token[], passage: Passage): void => {
    sums.fill(0);
    known.fill(0);
    neighbours.count = 0;
    readPassage(tokens, passage, reader);
    slotsOf(weights, neighbours);
    for (let at = 0; at < neighbours.count; at += 1) {
      const slot = neighbours.numbers[at] as number;
      if (slot >= 0) addPulls(kinds.words, slot * count, pulls);
    }
    for (let kind = 0; kind < kindCount; kind += 1)
      shares[kind] = (kindWeight * scale) / Math.sqrt(Math.max(1, known[kind] as number));
  };
  return {
    read,
    of(signal: number): number {
      let sum = 0;
      for (let kind = 0; kind < kindCount; kind += 1)
        sum += (sums[kind * count + signal] as number) * shareOf(kind);
      return sum;
    },
    /** What each token of the passage that was read last says for the signal. */
    shares(tokens: readonly Token[], passage: Passage, signal: number): Float64Array {
      const said = new Float64Array(tokens.length);
      const add = (place: number, share: number): void => {
        said[place] = (said[place] as number) + share;
      };
      const pullOf = (list: Listed, number: number): number => list.pulls[number * count + signal] as number;
      readPassage(tokens, passage, {
        word(token, place) {
          const at = weights.placeOf(token);
          const from = at * 2 * count + signal;
          add(place, (words.pulls[from] as number) * shareOf(kinds.words));
          add(place, (words.pulls[from + count] as number) * shareOf(kinds.pieces));
          return words.stems[at] as number;
        },
        neighbours(hash, place) {
          const slot = slotOf(weights, hash);
          if (slot >= 0) add(place, (pulls[slot * count + signal] as number) * shareOf(kinds.words));
        },
        meaning: (number, place) => add(place, pullOf(weights.meanings, number) * shareOf(kinds.meanings)),
        denied: (number, place) => add(place, pullOf(weights.denied, number) * shareOf(kinds.meanings)),
        meanings(pair, place, other) {
          const half = (pullOf(weights.pairs, pair) * shareOf(kinds.pairs)) / 2;
          add(place, half);
          add(other, half);
        },
      });
      return said;
    },
  };
};
