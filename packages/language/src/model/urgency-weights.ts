import { meaningCount } from "../label/meanings/index.ts";
import type { Token } from "../label/tokens.ts";
import { mostNumbered } from "../label/word-numbers.ts";
import { slotOf } from "./table.ts";
import type { LearnedUrgency } from "./urgency-file.ts";
import { deniedFeature, meaningFeature, meaningsFeature, wordFeatures } from "./urgency-reader.ts";

/** What a word says by itself: pulls to each reason by its stem and by its pieces, and how many of these are known. */
interface Weighed {
  stem: number;
  known: number;
  knownPieces: number;
  /** By its stem to each reason, then by its pieces to each. */
  pulls: Float64Array;
}

export interface Listed {
  /** 1 for the numbers that training has met. */
  known: Uint8Array;
  /** For each number its pulls to each reason. */
  pulls: Int8Array;
}

/** The pulls of all that is read, found by what it is; words are weighed once and remembered by their number. */
export const weighing = ({ pulls, scale, reasons, ...slots }: LearnedUrgency) => {
  const count = reasons.length;
  const remembered: (Weighed | undefined)[] = new Array(mostNumbered);
  /** Pulls of what is told by a number, side by side: meanings are met at every other word. */
  const listed = (size: number, feature: (number: number) => number): Listed => {
    const list = { known: new Uint8Array(size), pulls: new Int8Array(size * count) };
    for (let number = 0; number < size; number += 1) {
      const slot = slotOf(slots, feature(number));
      if (slot < 0) continue;
      list.known[number] = 1;
      list.pulls.set(pulls.subarray(slot * count, (slot + 1) * count), number * count);
    }
    return list;
  };
  const weigh = (word: string): Weighed => {
    const { stem, pieces } = wordFeatures(word);
    const weighed = {
      stem,
      known: 0,
      knownPieces: 0,
      pulls: new Float64Array(2 * count),
    };
    const slot = slotOf(slots, stem);
    if (slot >= 0) {
      weighed.known = 1;
      addPulls(weighed.pulls, 0, slot);
    }
    for (const piece of pieces) {
      const slot = slotOf(slots, piece);
      if (slot < 0) continue;
      weighed.knownPieces += 1;
      addPulls(weighed.pulls, count, slot);
    }
    return weighed;
  };
  const addPulls = (to: Float64Array, from: number, slot: number): void => {
    for (let reason = 0; reason < count; reason += 1)
      to[from + reason] = (to[from + reason] as number) + (pulls[slot * count + reason] as number);
  };
  return {
    scale,
    pulls,
    meanings: listed(meaningCount, meaningFeature),
    denied: listed(meaningCount, deniedFeature),
    pairs: listed(meaningCount ** 2, meaningsFeature),
    slot: (hash: number): number => slotOf(slots, hash),
    word({ word, number }: Token): Weighed {
      if (number < 0) return weigh(word);
      remembered[number] ??= weigh(word);
      return remembered[number];
    },
  };
};

export type Weights = ReturnType<typeof weighing>;
