import type { Token } from "../label/tokens.ts";
import { denies, isSentenceEnd, type Passage } from "./signal-reader.ts";

/** So many tokens from a place on. */
export interface Stretch {
  place: number;
  length: number;
}

/** A quote is short: each further word must say at least this share of what the strongest word says. */
const leastShare = 0.12;
const mostWords = 12;

/**
 * The stretch that says most, given what each token says (`shares`, by its place): within one sentence, beginning and
 * ending with words, twelve of them at most.
 */
export const tellingStretch = (
  shares: Float64Array,
  { tokens, passage }: { tokens: readonly Token[]; passage: Passage },
): Stretch => {
  let strongest = 0;
  for (let place = passage.from; place < passage.to; place += 1)
    strongest = Math.max(strongest, shares[place] as number);
  const cost = strongest * leastShare;

  let best: Stretch = wholeOf(tokens, passage);
  let most = 0;
  for (let from = passage.from; from < passage.to; from += 1) {
    if (tokens[from]?.kind !== "word") continue;
    let sum = 0;
    let words = 0;
    for (let place = from; place < passage.to && words < mostWords; place += 1) {
      const token = tokens[place] as Token;
      if (isSentenceEnd(token)) break;
      if (token.kind !== "word") continue;
      words += 1;
      sum += (shares[place] as number) - cost;
      if (sum <= most) continue;
      most = sum;
      best = { place: from, length: place - from + 1 };
    }
  }
  return withNegator(best, tokens, passage);
};

/** The last resort: from the passage's first word to its last. */
const wholeOf = (tokens: readonly Token[], { from, to }: Passage): Stretch => {
  let first = from;
  let last = to - 1;
  while (first < last && tokens[first]?.kind !== "word") first += 1;
  while (last > first && tokens[last]?.kind !== "word") last -= 1;
  return { place: first, length: last - first + 1 };
};

/** "работает" of what was "не работает" would say the contrary. */
const withNegator = (stretch: Stretch, tokens: readonly Token[], { from }: Passage): Stretch => {
  const before = tokens[stretch.place - 1];
  const isCut = stretch.place > from && before?.kind === "word" && denies(before);
  return isCut ? { place: stretch.place - 1, length: stretch.length + 1 } : stretch;
};
