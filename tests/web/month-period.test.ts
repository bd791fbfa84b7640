import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysOf,
  groupings,
  monthAfter,
  monthsToChoose,
  pathOfPeriod,
  periodFrom,
  spans,
} from "../../web/src/month/period.ts";

const now = new Date("2026-11-22T09:00:00Z");
const period = fc.record({
  month: fc.nat(100).map((back) => monthAfter("2026-11", -back)),
  span: fc.constantFrom(...spans),
  by: fc.constantFrom(...groupings),
});

describe("a period", () => {
  it("comes back from its address as it was", () => {
    fc.assert(
      fc.property(period, (one) => {
        const { search } = new URL(pathOfPeriod(one, now), "http://localhost");
        expect(periodFrom(new URLSearchParams(search), now)).toEqual(one);
      }),
    );
  });

  it.each(["month=2026-13", "month=2027-01", "month=x&span=7&by=colour", ""])(
    "is the running month by network where the address says %j",
    (search) => {
      expect(periodFrom(new URLSearchParams(search), now)).toEqual({
        month: "2026-11",
        span: 1,
        by: "network",
      });
    },
  );

  it.each([
    ["2026-11", 1, "2026-11-01", "2026-11-30"],
    ["2024-02", 1, "2024-02-01", "2024-02-29"],
    ["2026-01", 3, "2025-11-01", "2026-01-31"],
    ["2026-11", 24, "2024-12-01", "2026-11-30"],
  ] as const)("that ends with %s and has %i months has its days", (month, span, from, to) => {
    expect(daysOf({ month, span })).toEqual({ from, to });
  });

  it("goes over the turn of a year", () => {
    expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
  });

  it("offers five years of months, and the chosen one wherever it lies", () => {
    expect(monthsToChoose("2026-11", now)).toHaveLength(60);
    expect(monthsToChoose("2019-05", now).at(-1)).toBe("2019-05");
  });
});
