import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accuracyOf,
  calibrationErrorOf,
  confidentOf,
  confusionOf,
  flipsOf,
  macroF1Of,
} from "../../bench/evaluate/metrics.ts";
import { type Judged, type Side, sides } from "../../bench/evaluate/side.ts";

const judged = (...pairs: readonly [is: Side, said: Side, confidence?: number][]): Judged[] =>
  pairs.map(([is, said, confidence]) => ({ is, said, ...(confidence !== undefined && { confidence }) }));

// Counted by hand: F1 of negative 2*2/(3+3), of neutral 0, of positive 2*1/(2+2).
const six = judged(
  ["negative", "negative", 0.9],
  ["negative", "negative", 0.8],
  ["negative", "positive", 0.6],
  ["neutral", "negative", 0.8],
  ["positive", "neutral", 0.3],
  ["positive", "positive", 1],
);

const anyJudged = fc.array(
  fc.record({
    is: fc.constantFrom(...sides),
    said: fc.constantFrom(...sides),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);
const shares = (all: readonly Judged[]): number[] => [
  accuracyOf(all),
  macroF1Of(all),
  calibrationErrorOf(all),
  flipsOf(all),
  confidentOf(all, 0.75).coverage,
  confidentOf(all, 0.75).accuracy,
];

describe("what is measured of judgements", () => {
  it("counts what was said of each class", () => {
    expect(confusionOf(six)).toEqual({
      negative: { negative: 2, neutral: 0, positive: 1 },
      neutral: { negative: 1, neutral: 0, positive: 0 },
      positive: { negative: 0, neutral: 1, positive: 1 },
    });
  });

  it("has the accuracy and the macro-F1 that a hand counts", () => {
    expect(accuracyOf(six)).toBe(0.5);
    expect(macroF1Of(six)).toBeCloseTo((4 / 6 + 0 + 2 / 4) / 3, 10);
  });

  it("takes the mean of two classes where the labels know but two, the third still costing recall", () => {
    const two = judged(
      ["negative", "negative"],
      ["negative", "neutral"],
      ["positive", "positive"],
      ["positive", "positive"],
    );
    expect(macroF1Of(two)).toBeCloseTo((2 / 3 + 1) / 2, 10);
  });

  it("counts a text taken for its opposite among the polar ones alone", () => {
    expect(flipsOf(six)).toBe(1 / 5);
  });

  it("covers the texts of at least that confidence, and says how many of these are right", () => {
    expect(confidentOf(six, 0.8)).toEqual({ coverage: 4 / 6, accuracy: 3 / 4 });
  });

  it("has the calibration error that a hand counts", () => {
    // Bins: 0.3 wrong; 0.6 wrong; 0.8, 0.8 one right; 0.9 and 1 both right.
    expect(calibrationErrorOf(six)).toBeCloseTo((0.3 + 0.6 + 0.6 + 0.1) / 6, 10);
  });

  it("knows no calibration and no coverage of whoever tells no confidence", () => {
    const untold = judged(["negative", "negative"]);
    expect(calibrationErrorOf(untold)).toBeNaN();
    expect(confidentOf(untold, 0.75)).toEqual({ coverage: Number.NaN, accuracy: Number.NaN });
  });

  it("knows nothing of no texts", () => {
    expect(shares([])).toEqual(Array(6).fill(Number.NaN));
  });

  it("lies between nothing and all, or is unknown", () => {
    fc.assert(
      fc.property(anyJudged, (all) => {
        for (const share of shares(all)) expect(Number.isNaN(share) || (share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });

  it("does not mind the order of the texts, nor each of them twice", () => {
    fc.assert(
      fc.property(anyJudged, (all) => {
        const other = [...all.toReversed(), ...all];
        const rounded = (found: readonly number[]) => found.map((share) => share.toFixed(9));
        expect(rounded(shares(other))).toEqual(rounded(shares(all)));
      }),
    );
  });

  it("is perfect exactly where all is right", () => {
    fc.assert(
      fc.property(anyJudged, (all) => {
        const right = all.map(({ is }) => ({ is, said: is, confidence: 1 }));
        expect(shares(right).slice(0, 3)).toEqual([1, 1, 0]);
        expect(accuracyOf(all) === 1).toBe(macroF1Of(all) === 1);
      }),
    );
  });

  it("has as many in the confusion as there are texts", () => {
    fc.assert(
      fc.property(anyJudged, (all) => {
        const counts = Object.values(confusionOf(all)).flatMap((said) => Object.values(said));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      }),
    );
  });

  it("covers all texts at confidence 0, as right as they are", () => {
    fc.assert(
      fc.property(anyJudged, (all) => {
        expect(confidentOf(all, 0)).toEqual({ coverage: 1, accuracy: accuracyOf(all) });
      }),
    );
  });

  it("cannot be calibrated worse than its mean confidence is far from its accuracy", () => {
    fc.assert(
      fc.property(anyJudged, (all) => {
        const mean = all.reduce((sum, { confidence = 0 }) => sum + confidence, 0) / all.length;
        expect(calibrationErrorOf(all)).toBeGreaterThanOrEqual(Math.abs(mean - accuracyOf(all)) - 1e-9);
      }),
    );
  });
});
