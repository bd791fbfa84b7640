import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterPage, walkOf } from "../connector/walk.ts";

const now = new Date("2026-11-20T09:00:00Z");
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe("a walk through the reviews", () => {
  it("goes on to the next page until the list ends, the first time", () => {
    const first = afterPage(walkOf(null), { oldest: minutesAgo(60), cursor: "p2" }, now);
    const last = afterPage(first, { oldest: minutesAgo(9000), cursor: undefined }, now);
    expect([first.underway?.cursor, last.underway, last.readTo]).toEqual(["p2", null, now.toISOString()]);
  });

  it("ends at what the last walk began with, and a little past it", () => {
    const read = { ...walkOf(null), readTo: minutesAgo(30).toISOString() };
    const ends = (minutes: number) =>
      afterPage(read, { oldest: minutesAgo(minutes), cursor: "p2" }, now).underway === null;
    expect([ends(20), ends(35), ends(45)]).toEqual([false, false, true]);
  });

  it("says that it has read up to the beginning of the walk, not to its end", () => {
    const first = afterPage(walkOf(null), { oldest: minutesAgo(60), cursor: "p2" }, minutesAgo(5));
    expect(afterPage(first, { oldest: null, cursor: undefined }, now).readTo).toBe(
      minutesAgo(5).toISOString(),
    );
  });

  it("begins anew with a cursor that is none of ours", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (cursor) => {
        expect(walkOf(cursor)).toEqual(walkOf(null));
      }),
    );
  });
});
