import type { Token } from "../label/tokens.ts";
import { type Tone, toneOf } from "../label/tone.ts";

const leanSteps = [-0.8, -0.6, -0.4, -0.2, -0.05, 0.05, 0.2, 0.4, 0.6, 0.8];
const amountSteps = [0, 1, 2, 3, 5, 8, 14];
const densitySteps = [0, 0.2, 0.4, 0.7, 1, 1.5, 2];
const lengthSteps = [4, 9, 18, 40, 100];
/** A text of more tokens than this has a beginning and an end that are told apart from the whole. */
const longFrom = 24;
const endLength = 20;

const leans = leanSteps.length + 1;
const amounts = amountSteps.length + 1;
const densities = densitySteps.length + 1;
const lengths = lengthSteps.length + 1;
const groups = [leans, amounts * amounts, lengths, lengths * leans, leans, leans, 4, densities, densities];

/** How many signs there are, and how many of them each text has: one of each group. */
export const toneSigns = { count: groups.reduce((sum, size) => sum + size), each: groups.length };

/**
 * What the word lists say of a text, as the numbers of the signs that it shows. They carry over to places never seen in
 * training better than single words do. `whole` is the tokens' tone, where it is at hand already.
 */
export const toneSignsOf = (tokens: readonly Token[], whole = toneOf(tokens)): number[] => {
  let words = 0;
  for (const token of tokens) if (token.kind === "word") words += 1;
  const isLong = tokens.length > longFrom;
  const lean = step(leanOf(whole), leanSteps);
  const length = step(words, lengthSteps);
  const perWord = 1 / Math.sqrt(words + 1);
  const inGroup = [
    lean,
    step(whole.praise, amountSteps) * amounts + step(whole.blame, amountSteps),
    length,
    length * leans + lean,
    isLong ? step(leanOf(toneOf(tokens.slice(-endLength))), leanSteps) : lean,
    isLong ? step(leanOf(toneOf(tokens.slice(0, endLength))), leanSteps) : lean,
    Math.min(3, whole.exclamations),
    step(whole.praise * perWord, densitySteps),
    step(whole.blame * perWord, densitySteps),
  ];
  let base = 0;
  return inGroup.map((sign, group) => {
    const number = base + sign;
    base += groups[group] ?? 0;
    return number;
  });
};

const leanOf = ({ praise, blame }: Tone): number => (praise - blame) / (praise + blame + 1);

const step = (amount: number, steps: readonly number[]): number => {
  let at = 0;
  while (at < steps.length && amount > (steps[at] ?? 0)) at += 1;
  return at;
};
