import {
  averageOf,
  averageRise,
  type Ratings,
  riseInterval,
  shareInterval,
} from "@otklik/core/trend/interval";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.integer({ min: 1, max: 100_000 });

function ratings(stars: readonly number[]): Ratings {
  const centistars = stars.map((one) => Math.round(one * 100));
  return {
    rated: stars.length,
    centistars: centistars.reduce((sum, one) => sum + one, 0),
    squares: centistars.reduce((sum, one) => sum + one * one, 0),
  };
}

/** How often the interval holds the true average when this part of all ratings are fives and the rest ones. */
function coverage(rated: number, fives: number): number {
  const truth = 1 + 4 * fives;
  let covered = 0;
  let chance = (1 - fives) ** rated;
  for (let seen = 0; seen <= rated; seen++) {
    const given = { rated, centistars: 100 * (rated + 4 * seen), squares: 10_000 * (rated + 24 * seen) };
    const { low, high } = averageOf(given) ?? { low: 0, high: 0 };
    covered += low <= truth && truth <= high ? chance : 0;
    chance *= ((rated - seen) / (seen + 1)) * (fives / (1 - fives));
  }
  return covered;
}

describe("an interval", () => {
  it("is Wilson's: 81 of 263 lie between 25.5 % and 36.6 %", () => {
    const { low, high } = shareInterval(81 / 263, 263);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
  });

  it("holds its share, stays between 0 and 1 and narrows with more cases", () => {
    fc.assert(
      fc.property(share, count, (is, cases) => {
        const few = shareInterval(is, cases);
        const more = shareInterval(is, cases * 4);
        expect(few.low).toBeGreaterThanOrEqual(0);
        expect(few.high).toBeLessThanOrEqual(1);
        expect(few.low <= is && is <= few.high).toBe(true);
        expect(more.high - more.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it("of ratings does not take three fives for certainty, and has none without ratings", () => {
    const { is, low, high } = averageOf(ratings([5, 5, 5])) ?? { is: 0, low: 0, high: 0 };
    expect([is, high]).toEqual([5, 5]);
    expect(low).toBeLessThan(3);
    expect(averageOf(ratings([]))).toBeNull();
  });

  it("of ratings holds the truth at least 92 times in 100, for any share of fives among ones and any number", () => {
    const shares = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 0.95];
    const coverages = [1, 2, 5, 10, 30, 100].flatMap((rated) =>
      shares.map((fives) => coverage(rated, fives)),
    );
    expect(Math.min(...coverages)).toBeGreaterThan(0.92);
  });

  it("of ratings holds their average, stays between 1 and 5, and is that of Student where there are many", () => {
    const stars = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(stars, (given) => {
        const { is, low, high } = averageOf(ratings(given)) ?? { is: 0, low: 0, high: 0 };
        expect(1 <= low && low <= is && is <= high && high <= 5).toBe(true);
      }),
    );
    const mixed = Array.from({ length: 2000 }, (_, at) => 1 + (at % 5));
    const { low, high } = averageOf(ratings(mixed)) ?? { low: 0, high: 0 };
    expect((high - low) / 2).toBeCloseTo((1.96 * Math.SQRT2) / Math.sqrt(2000), 2);
  });

  it("of a rise is Newcombe's: 56 of 70 against 48 of 80 rose by 5.2 to 33.4 points", () => {
    const { low, high } = riseInterval({ share: 48 / 80, count: 80 }, { share: 56 / 70, count: 70 });
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0524", "0.3339"]);
  });

  it("of a rise holds zero when nothing rose, and turns with its samples", () => {
    fc.assert(
      fc.property(share, share, count, count, (a, b, few, more) => {
        const past = { is: a, ...shareInterval(a, few) };
        const now = { is: b, ...shareInterval(b, more) };
        expect(averageRise(past, now).low).toBeCloseTo(-averageRise(now, past).high, 9);
        const still = riseInterval({ share: a, count: few }, { share: a, count: more });
        expect(still.low).toBeLessThanOrEqual(1e-9);
        expect(still.high).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});
