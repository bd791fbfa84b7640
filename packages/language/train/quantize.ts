import type { Learned, Temper } from "../src/model/file.ts";
import type { Spelling } from "../src/model/spelling.ts";
import { tableOf } from "../src/model/table.ts";
import type { Weights } from "./learn.ts";

/** Pulls are kept in 255 steps; the few strongest are cut so that the many weak ones keep their differences. */
const strongest = 0.999;

/** What was learned, as small as it is shipped: neutral becomes the zero that the other two sides are measured from. */
export const quantize = (
  { features, tones, bias }: Weights,
  {
    name,
    hashes,
    temper,
    spelling,
  }: { name: string; hashes: readonly number[]; temper: Temper; spelling: Spelling },
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
  return {
    name,
    scale,
    spelling,
    table: tableOf(known),
    tones: Float32Array.from(
      { length: toneSides[0].length * 2 },
      (_, at) => toneSides[at % 2]?.[at >> 1] ?? 0,
    ),
    temper: { ...temper, shift: [temper.shift[0] + negative, temper.shift[1] + positive] },
  };
};

const fromNeutral = (values: ArrayLike<number>, side: number): number[] =>
  Array.from(
    { length: values.length / 3 },
    (_, at) => (values[at * 3 + side] ?? 0) - (values[at * 3 + 1] ?? 0),
  );

const quantile = (values: readonly number[], share: number): number =>
  Float64Array.from(values).sort()[Math.floor(share * (values.length - 1))] ?? 0;
