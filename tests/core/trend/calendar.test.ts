import { addDays, cut, daysIn, rangeBefore } from "@otklik/core/trend/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const range = fc.tuple(fc.nat(4000), fc.nat(1097)).map(([start, length]) => ({
  from: addDays("2018-01-01", start),
  to: addDays("2018-01-01", start + length),
}));

describe("a range of days", () => {
  it.each([
    ["a month with the month before", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"],
    ["February with the whole of January", "2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31"],
    [
      "a month that runs with the same days of the last",
      "2026-11-01",
      "2026-11-22",
      "2026-10-01",
      "2026-10-22",
    ],
    ["no more days than the last month has", "2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28"],
    ["January with December", "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"],
    ["any other days with as many before them", "2026-11-05", "2026-11-11", "2026-10-29", "2026-11-04"],
    ["a year with the days before it", "2025-01-01", "2025-12-31", "2024-01-02", "2024-12-31"],
  ])("is compared: %s", (_, from, to, earlier, end) => {
    expect(rangeBefore({ from, to })).toEqual({ from: earlier, to: end });
  });

  it("ends, before, on the eve of its own first day unless it is the beginning of a month", () => {
    fc.assert(
      fc.property(range, (any) => {
        const before = rangeBefore(any);
        expect(before.to < any.from).toBe(true);
        expect(Math.abs(daysIn(before) - daysIn(any))).toBeLessThanOrEqual(3);
      }),
    );
  });

  it.each(["day", "week"] as const)("is cut by the %s without a gap or a day twice", (step) => {
    fc.assert(
      fc.property(range, (any) => {
        const parts = cut(any, step);
        expect(parts[0]?.from).toBe(any.from);
        expect(parts.at(-1)?.to).toBe(any.to);
        expect(parts.reduce((days, part) => days + daysIn(part), 0)).toBe(daysIn(any));
        parts.slice(1).forEach((part, at) => {
          expect(part.from).toBe(addDays(parts[at]?.to ?? "", 1));
        });
      }),
    );
  });
});
