import { ratingInterval, ratingRise, riseInterval, shareInterval } from "@otklik/core/trend/interval";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.integer({ min: 1, max: 100_000 });

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

  it("does not take three fives for certainty", () => {
    const { low, high } = ratingInterval(5, 3);
    expect(high).toBe(5);
    expect(low).toBeLessThan(3.5);
  });

  it("of ratings is never narrower than Student's, whatever the ratings", () => {
    const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 200 });
    fc.assert(
      fc.property(ratings, (all) => {
        const mean = all.reduce((a, b) => a + b) / all.length;
        const variance = all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (all.length - 1);
        const { low, high } = ratingInterval(mean, all.length);
        // Student's is not bound to 1 to 5, and Wilson's leans to the middle: their widths are compared, a little off
        expect(high - low).toBeGreaterThan(0.9 * Math.min(2 * 1.96 * Math.sqrt(variance / all.length), 4));
      }),
    );
  });

  it("of a rise is Newcombe's: 56 of 70 against 48 of 80 rose by 5.2 to 33.4 points", () => {
    const { low, high } = riseInterval({ share: 48 / 80, count: 80 }, { share: 56 / 70, count: 70 });
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0524", "0.3339"]);
  });

  it("of a rise holds zero when nothing rose, and turns with its samples", () => {
    fc.assert(
      fc.property(share, share, count, count, (a, b, few, more) => {
        const past = { share: 1 + 4 * a, count: few };
        const now = { share: 1 + 4 * b, count: more };
        const there = ratingRise(past, now);
        const back = ratingRise(now, past);
        expect(there.low).toBeCloseTo(-back.high, 9);
        expect(there.low).toBeLessThanOrEqual(4 * (b - a) + 1e-9);
        const still = riseInterval({ share: a, count: few }, { share: a, count: more });
        expect(still.low).toBeLessThanOrEqual(1e-9);
        expect(still.high).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});
