import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, middleOf, roundUp, spread, ticksOf } from "../../web/src/month/scale.ts";

describe("a chart's scale", () => {
  it("puts a day's point at its noon, within the bounds of the range", () => {
    const day = { from: "2026-11-05", to: "2026-11-05" };
    expect(new Date(middleOf(day) * 1000).toISOString()).toBe("2026-11-05T12:00:00.000Z");
    expect(boundsOf(day).map((at) => new Date(at * 1000).toISOString())).toEqual([
      "2026-11-05T00:00:00.000Z",
      "2026-11-06T00:00:00.000Z",
    ]);
  });

  it("names weeks of a month, months of a quarter, quarters of years", () => {
    expect(ticksOf({ from: "2026-11-01", to: "2026-11-22" })).toEqual([
      "2026-11-01",
      "2026-11-08",
      "2026-11-15",
      "2026-11-22",
    ]);
    expect(ticksOf({ from: "2026-09-01", to: "2026-11-30" })).toEqual([
      "2026-09-01",
      "2026-10-01",
      "2026-11-01",
    ]);
    expect(ticksOf({ from: "2024-12-01", to: "2026-11-30" })).toHaveLength(8);
  });

  it("ends with a round number that holds the largest bar and is not far above it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (largest) => {
        const top = roundUp(largest);
        expect(top).toBeGreaterThanOrEqual(largest);
        expect(top).toBeLessThanOrEqual(Math.max(2, largest * 2));
        expect(Number.isInteger(top)).toBe(true);
      }),
    );
  });

  it("moves labels apart and keeps them in their order and within the chart", () => {
    const wanted = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 4 });
    fc.assert(
      fc.property(wanted, (unsorted) => {
        const places = spread(
          unsorted.sort((a, b) => a - b),
          15,
          [6, 194],
        );
        places.forEach((place, at) => {
          expect(place).toBeGreaterThanOrEqual(6);
          expect(place).toBeLessThanOrEqual(194);
          expect(place - (places[at - 1] ?? -100)).toBeGreaterThanOrEqual(15);
        });
      }),
    );
  });
});
