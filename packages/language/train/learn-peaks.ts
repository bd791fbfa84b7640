import type { Peaked } from "../src/model/peaks.ts";
import { chanceFrom } from "./chance.ts";
import type { Features } from "./features.ts";
import { balanced, shuffle } from "./learn.ts";
import type { Row } from "./rows.ts";

export interface PeakSettings {
  seed: number;
  units: number;
  /** So many features, those that most often stir a unit most, are kept. */
  kept: number;
  epochs: number;
  rate: number;
  /** The shares of a text's features and of the units that are left out each time. */
  dropFeatures: number;
  dropUnits: number;
  /** As in `Settings`. */
  balance: number;
}

/** What each feature (outer) stirs in each unit, and what each unit pulls to each of the three sides. */
export interface LearnedPeaks {
  units: number;
  heights: Float32Array;
  pulls: Float32Array;
  bias: Float32Array;
  /** Features worth keeping, most useful first. */
  kept: readonly number[];
}

const startHeight = 0.1;
const startPull = 0.6;
const startSquare = 0.01;

/**
 * A layer of units under a softmax, by AdaGrad: a unit's height is the highest that any feature of the text gives it,
 * and only that feature learns from it. Sources lean by themselves and lack sides as in `learn`.
 */
export const learnPeaks = (
  features: Features,
  { rows, use, settings }: { rows: readonly Row[]; use: Int32Array; settings: PeakSettings },
): LearnedPeaks => {
  const { units, epochs, rate, dropFeatures, dropUnits } = settings;
  const { numbers, starts, mids, hashes } = features;
  const chance = chanceFrom(settings.seed);
  const sources = new Map([...new Set(rows.map(({ source }) => source))].map((source, at) => [source, at]));
  const sourceOf = Int32Array.from(rows, ({ source }) => sources.get(source) ?? 0);
  const sideOf = Int8Array.from(rows, ({ side }) => side);
  const has = new Uint8Array(sources.size * 3);
  for (const row of use) has[(sourceOf[row] as number) * 3 + (sideOf[row] as number)] = 1;
  const weightOf = balanced(rows, use, settings.balance);

  const heights = descending(
    Float32Array.from({ length: hashes.length * units }, () => chance() * startHeight),
  );
  const pulls = descending(Float32Array.from({ length: units * 3 }, () => (chance() - 0.5) * startPull));
  const leanings = descending(new Float32Array((sources.size + 1) * 3));
  const common = sources.size * 3;
  const wins = new Int32Array(hashes.length);
  const hasWon = new Uint8Array(hashes.length * units);

  const highest = new Float32Array(units);
  const winner = new Int32Array(units);
  const shares = new Float32Array(units);
  const logits = new Float64Array(3);
  const slopes = new Float64Array(3);
  const order = Int32Array.from(use);
  const steps = epochs * order.length;
  for (let done = 0; done < steps; done += 1) {
    const place = done % order.length;
    if (place === 0) shuffle(order, chance);
    const row = order[place] as number;
    const leaning = (sourceOf[row] as number) * 3;
    highest.fill(0);
    winner.fill(-1);
    for (let at = starts[row] as number; at < (mids[row] as number); at += 1) {
      if (chance() < dropFeatures) continue;
      climb(numbers[at] as number);
    }
    for (let side = 0; side < 3; side += 1)
      logits[side] = (leanings.values[common + side] as number) + (leanings.values[leaning + side] as number);
    for (let unit = 0; unit < units; unit += 1) {
      const share = chance() < dropUnits ? 0 : 1 / (1 - dropUnits);
      shares[unit] = share;
      for (let side = 0; side < 3; side += 1)
        logits[side] =
          (logits[side] as number) +
          share * (highest[unit] as number) * (pulls.values[unit * 3 + side] as number);
    }
    setSlopes(row, leaning);

    const speed = rate * (1 - done / steps);
    for (let side = 0; side < 3; side += 1) {
      leanings.descend(common + side, slopes[side] as number, speed);
      leanings.descend(leaning + side, slopes[side] as number, speed);
    }
    for (let unit = 0; unit < units; unit += 1) {
      const feature = winner[unit] as number;
      const share = shares[unit] as number;
      if (feature < 0 || share === 0) continue;
      const height = share * (highest[unit] as number);
      let slope = 0;
      for (let side = 0; side < 3; side += 1) {
        const own = slopes[side] as number;
        slope += share * own * (pulls.values[unit * 3 + side] as number);
        pulls.descend(unit * 3 + side, own * height, speed);
      }
      heights.descend(feature * units + unit, slope, speed);
      if (done < steps - order.length) continue;
      wins[feature] = (wins[feature] as number) + 1;
      hasWon[feature * units + unit] = 1;
    }
  }
  return {
    units,
    // What was never the highest, even with others left out, is of no use: a feature stirs few units.
    heights: heights.values.map((height, at) => (hasWon[at] ? height : 0)),
    pulls: pulls.values,
    bias: leanings.values.slice(common),
    kept: mostWinning(wins, settings.kept),
  };

  function climb(feature: number): void {
    const first = feature * units;
    for (let unit = 0; unit < units; unit += 1) {
      const height = heights.values[first + unit] as number;
      if (height <= (highest[unit] as number)) continue;
      highest[unit] = height;
      winner[unit] = feature;
    }
  }

  /** How far each side was told too likely, those left out that the source does not know. */
  function setSlopes(row: number, leaning: number): void {
    const most = Math.max(...logits);
    let all = 0;
    for (let side = 0; side < 3; side += 1) {
      slopes[side] = has[leaning + side] ? Math.exp((logits[side] as number) - most) : 0;
      all += slopes[side] as number;
    }
    for (let side = 0; side < 3; side += 1)
      slopes[side] =
        ((slopes[side] as number) / all - (side === sideOf[row] ? 1 : 0)) * (weightOf[row] as number);
  }
};

/** Numbers that descend by AdaGrad. */
const descending = (values: Float32Array) => {
  const squares = new Float32Array(values.length).fill(startSquare);
  return {
    values,
    descend(at: number, slope: number, rate: number): void {
      const square = (squares[at] as number) + slope * slope;
      squares[at] = square;
      values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(square);
    },
  };
};

const mostWinning = (wins: Int32Array, most: number): number[] =>
  [...wins.keys()]
    .filter((feature) => (wins[feature] as number) > 0)
    .sort((a, b) => (wins[b] as number) - (wins[a] as number) || a - b)
    .slice(0, most);

/** What the features of a row amount to; those that are not kept count nothing, as in the shipped model. */
export const peaksOf = (
  { units, heights, pulls, bias, kept }: LearnedPeaks,
  { numbers, starts, mids }: Features,
): ((row: number) => Peaked) => {
  const isKept = new Set(kept);
  return (row) => {
    const highest = new Float32Array(units);
    let isStirred = false;
    for (let at = starts[row] as number; at < (mids[row] as number); at += 1) {
      const feature = numbers[at] as number;
      if (!isKept.has(feature)) continue;
      isStirred = true;
      for (let unit = 0; unit < units; unit += 1)
        highest[unit] = Math.max(highest[unit] as number, heights[feature * units + unit] as number);
    }
    if (!isStirred) return { negative: 0, positive: 0 };
    const pull = (side: number): number =>
      highest.reduce(
        (sum, height, unit) =>
          sum + height * ((pulls[unit * 3 + side] as number) - (pulls[unit * 3 + 1] as number)),
        (bias[side] as number) - (bias[1] as number),
      );
    return { negative: pull(0), positive: pull(2) };
  };
};
