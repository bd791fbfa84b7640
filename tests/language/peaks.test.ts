import { type Peaks, peakReader, togetherOf } from "@otklik/language/model/peaks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { learnPeaks, type PeakSettings, peaksOf } from "../../packages/language/train/learn-peaks.ts";

/** Row 1 stirs the first unit by 100 steps, row 2 the same by 40 and the second by 10. */
const peaks: Peaks = {
  units: 2,
  counts: Uint8Array.of(0, 1, 2),
  heights: Uint16Array.of(0 * 256 + 100, 0 * 256 + 40, 1 * 256 + 10),
  pulls: Float32Array.of(0.5, 0, 0, 1),
  bias: [-1, -2],
};

const sumOf = (rows: readonly number[]) => {
  const reader = peakReader(peaks);
  reader.begin();
  for (const row of rows) reader.take(row);
  return reader.sum();
};

describe("peaks", () => {
  it("count of each unit only the feature that stirs it most", () => {
    expect(sumOf([1])).toEqual({ negative: 49, positive: -2 });
    expect(sumOf([2])).toEqual({ negative: 19, positive: 8 });
    expect(sumOf([1, 2])).toEqual({ negative: 49, positive: 8 });
  });

  it("pull nowhere where nothing is known", () => {
    expect(sumOf([])).toEqual({ negative: 0, positive: 0 });
  });

  it("do not depend on order, nor on how often a feature is met", () => {
    const rows = fc.array(fc.constantFrom(1, 2), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (all) => {
        expect(sumOf(all)).toEqual(sumOf([...new Set(all)].reverse()));
      }),
    );
  });

  it("hear a word's features together as one by one", () => {
    const reader = peakReader(peaks);
    reader.begin();
    const heights = Uint16Array.from(togetherOf(peaks)([1, 2]));
    reader.takeAll(heights, 0, heights.length);
    expect(reader.sum()).toEqual(sumOf([1, 2]));
  });

  it("are not stirred by a word that has none", () => {
    const reader = peakReader(peaks);
    reader.begin();
    reader.takeAll(Uint16Array.from(togetherOf(peaks)([])), 0, 0);
    expect(reader.sum()).toEqual(sumOf([]));
  });

  it("forget the text before", () => {
    const reader = peakReader(peaks);
    reader.begin();
    reader.take(1);
    reader.begin();
    reader.take(2);
    expect(reader.sum()).toEqual(sumOf([2]));
  });
});

describe("learning peaks", () => {
  const settings: PeakSettings = {
    seed: 5,
    units: 4,
    kept: 3,
    epochs: 20,
    rate: 0.3,
    dropFeatures: 0.1,
    dropUnits: 0.2,
    balance: 0,
  };
  // Feature 0 stands in every text, 1 in bad ones, 2 in middling ones and 3 in good ones.
  const texts = Array.from({ length: 90 }, (_, at) => [0, 1 + (at % 3)]);
  const features = {
    numbers: Int32Array.from(texts.flat()),
    starts: Int32Array.from({ length: texts.length + 1 }, (_, at) => at * 2),
    mids: Int32Array.from(texts, (_, at) => at * 2 + 2),
    hashes: [10, 11, 12, 13],
    signs: new Int16Array(0),
    turned: new Float32Array(texts.length),
  };
  const rows = texts.map((_, at) => ({
    id: String(at),
    language: "ru",
    source: at % 2 ? "north" : "south",
    side: (at % 3) as 0 | 1 | 2,
    text: "",
  }));
  const brief = { rows, use: Int32Array.from(rows.keys()), settings };

  it("tells sides apart by the feature that goes with each", () => {
    const pulled = peaksOf(learnPeaks(features, brief), features);
    const [bad, middling, good] = [0, 1, 2].map(pulled);
    expect(bad?.negative).toBeGreaterThan(middling?.negative ?? Number.NaN);
    expect(good?.positive).toBeGreaterThan(middling?.positive ?? Number.NaN);
    expect(bad?.positive).toBeLessThan(good?.positive ?? Number.NaN);
  });

  it("keeps no more features than it is told to", () => {
    expect(learnPeaks(features, { ...brief, settings: { ...settings, kept: 2 } }).kept).toHaveLength(2);
  });

  it("gives the same for the same seed, and something else for another", () => {
    const { heights } = learnPeaks(features, brief);
    expect(learnPeaks(features, brief).heights).toEqual(heights);
    expect(learnPeaks(features, { ...brief, settings: { ...settings, seed: 6 } }).heights).not.toEqual(
      heights,
    );
  });
});
