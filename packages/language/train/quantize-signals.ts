import type { LearnedSignals } from "../src/model/signal-file.ts";
import { emptySlots, take } from "../src/model/table.ts";
import type { SignalWeights } from "./learn-signals.ts";

/** Pulls are kept in 255 steps; the few strongest are cut so that the many weak ones keep their differences. */
const strongest = 0.9995;

/**
 * Weights as the file keeps them: of each feature, found by its hash, only how far it pulls from none of a group to each
 * signal of it.
 */
export const quantizedSignals = (
  weights: SignalWeights,
  {
    hashes,
    groups,
    caution,
  }: { hashes: readonly number[]; groups: LearnedSignals["groups"]; caution: readonly number[] },
): Pick<LearnedSignals, "bits" | "marks" | "pulls" | "scale" | "bias"> => {
  // In the weights each group has one side more than it has signals: none of them, the last.
  const columns = groups.flatMap((group, number) => {
    const before = groups.slice(0, number).reduce((sum, { length }) => sum + length + 1, 0);
    return group.map((_, at) => ({ number, side: before + at, none: before + group.length }));
  });
  const pullOf = (feature: number, { side, none }: (typeof columns)[number]): number =>
    (weights.features[feature * weights.sides + side] as number) -
    (weights.features[feature * weights.sides + none] as number);

  const sizes = Float64Array.from({ length: hashes.length * columns.length }, (_, at) =>
    Math.abs(
      pullOf(Math.floor(at / columns.length), columns[at % columns.length] as (typeof columns)[number]),
    ),
  ).sort();
  const scale = Math.max(1e-6, (sizes[Math.floor(strongest * (sizes.length - 1))] ?? 0) / 127);
  const slots = emptySlots(hashes.length, 1);
  const pulls = new Int8Array(slots.numbers.length * columns.length);
  for (const [feature, hash] of hashes.entries()) {
    const slot = take(slots, hash);
    if (slot < 0) continue;
    for (const [at, column] of columns.entries()) {
      const steps = Math.round(pullOf(feature, column) / scale);
      pulls[slot * columns.length + at] = Math.max(-127, Math.min(127, steps));
    }
  }
  const bias = columns.map(
    ({ number, side, none }) =>
      (weights.bias[side] ?? 0) - (weights.bias[none] ?? 0) - (caution[number] ?? 0),
  );
  return { bits: slots.bits, marks: slots.numbers, pulls, scale, bias };
};
