import type { Learned, Temper, Tempers } from "../src/model/file.ts";
import type { Peaks } from "../src/model/peaks.ts";
import type { Spelling } from "../src/model/spelling.ts";
import { beside, type Slots, slotOf, tableOf } from "../src/model/table.ts";
import type { Valences } from "../src/model/valence.ts";
import type { Weights } from "./learn.ts";
import type { LearnedPeaks } from "./learn-peaks.ts";

/** Pulls are kept in 255 steps; the few strongest are cut so that the many weak ones keep their differences. */
const strongest = 0.999;

/** Three quarters of 2^19 slots. The weakest pulls beyond are left out: the table would double, and the file with it. */
const mostFeatures = (2 ** 19 * 3) / 4 - 1;

/** What was learned, as small as it is shipped: neutral becomes the zero that the other two sides are measured from. */
export const quantize = (
  { features, tones, bias }: Weights,
  {
    name,
    hashes,
    tempers,
    spelling,
    peaks,
    valences,
  }: {
    name: string;
    hashes: readonly number[];
    tempers: Tempers;
    spelling: Spelling;
    peaks: LearnedPeaks;
    valences: Valences;
  },
): Learned => {
  const [toNegative, toPositive] = [0, 2].map((side) => fromNeutral(features, side)) as [number[], number[]];
  const scale = Math.max(1e-6, quantile([...toNegative, ...toPositive].map(Math.abs), strongest) / 127);
  const steps = (pull: number) => Math.max(-127, Math.min(127, Math.round(pull / scale)));
  const known = hashes.map((hash, at) => ({
    hash,
    negative: steps(toNegative[at] ?? 0),
    positive: steps(toPositive[at] ?? 0),
  }));
  const toneSides = [0, 2].map((side) => fromNeutral(tones, side)) as [number[], number[]];
  const [negative = 0] = fromNeutral(bias, 0);
  const [positive = 0] = fromNeutral(bias, 2);
  const moved = ({ shift, ...temper }: Temper): Temper => ({
    ...temper,
    shift: [shift[0] + negative, shift[1] + positive],
  });
  const table = tableOf(known, mostFeatures);
  return {
    name,
    scale,
    spelling,
    valences,
    table,
    peaks: quantizedPeaks(peaks, { hashes, table }),
    tones: Float32Array.from(
      { length: toneSides[0].length * 2 },
      (_, at) => toneSides[at % 2]?.[at >> 1] ?? 0,
    ),
    tempers: {
      ...Object.fromEntries(Object.entries(tempers).map(([language, temper]) => [language, moved(temper)])),
      other: moved(tempers.other),
    },
  };
};

/** Heights below nothing are never the highest; above, they are kept in 255 steps of their own for each unit. */
const quantizedPeaks = (
  { units, heights, pulls, bias, kept }: LearnedPeaks,
  { hashes, table }: { hashes: readonly number[]; table: Slots },
): Peaks => {
  const stepOf = Float64Array.from({ length: units }, (_, unit) => {
    let highest = 1e-6;
    for (const feature of kept) highest = Math.max(highest, heights[feature * units + unit] ?? 0);
    return highest / 255;
  });
  const counts = new Uint8Array(kept.length + 1);
  const stirred: number[] = [];
  kept.forEach((feature, at) => {
    const slot = slotOf(table, hashes[feature] ?? 0);
    // Of two features that share slot and mark the more useful one stirs.
    if (slot < 0 || table.numbers[slot + beside.peak] !== 0) return;
    table.numbers[slot + beside.peak] = at + 1;
    for (let unit = 0; unit < units; unit += 1) {
      const height = Math.round((heights[feature * units + unit] ?? 0) / (stepOf[unit] ?? 1));
      if (height <= 0) continue;
      stirred.push(unit * 256 + height);
      counts[at + 1] = (counts[at + 1] ?? 0) + 1;
    }
  });
  const sides = [0, 2].map((side) => fromNeutral(pulls, side)) as [number[], number[]];
  return {
    units,
    bias: [fromNeutral(bias, 0)[0] ?? 0, fromNeutral(bias, 2)[0] ?? 0],
    counts,
    heights: Uint16Array.from(stirred),
    pulls: Float32Array.from(
      { length: units * 2 },
      (_, at) => (sides[at % 2]?.[at >> 1] ?? 0) * (stepOf[at >> 1] ?? 0),
    ),
  };
};

const fromNeutral = (values: ArrayLike<number>, side: number): number[] =>
  Array.from(
    { length: values.length / 3 },
    (_, at) => (values[at * 3 + side] ?? 0) - (values[at * 3 + 1] ?? 0),
  );

const quantile = (values: readonly number[], share: number): number =>
  Float64Array.from(values).sort()[Math.floor(share * (values.length - 1))] ?? 0;
