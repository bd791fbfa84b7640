import { sumBucket } from "@otklik/core/trend/trend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributions } from "../../support/contributions.ts";

const contribution = contributions.map((one) => ({ ...one, stars: one.stars && Math.round(one.stars) }));

describe("a day's bucket", () => {
  it("is the same whatever the order of its rows", () => {
    fc.assert(
      fc.property(fc.array(contribution), (rows) => {
        expect(sumBucket("2026-11-20", [...rows].reverse())).toEqual(sumBucket("2026-11-20", rows));
      }),
    );
  });
  it("adds up: every facet counts each mention that stands, once", () => {
    fc.assert(
      fc.property(fc.array(contribution), (rows) => {
        const bucket = sumBucket("2026-11-20", rows);
        const stand = rows.filter(({ removed }) => !removed);
        const total = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect(bucket.mentions).toBe(stand.length);
        expect([bucket.bySentiment, bucket.byNetwork, bucket.byKind].map(total)).toEqual([
          stand.length,
          stand.length,
          stand.length,
        ]);
        expect(bucket.open.all).toBe(stand.filter(({ open }) => open).length);
        expect(total(bucket.open.byPriority)).toBe(bucket.open.all);
        expect(bucket.rated).toBe(stand.filter(({ stars }) => stars !== undefined).length);
      }),
    );
  });
});
