import { type Contribution, sumBucket } from "@otklik/core/trend/trend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const contribution = fc.record<Contribution>({
  source: fc.constantFrom("s1", "s2"),
  network: fc.constantFrom("wildberries", "file"),
  kind: fc.constantFrom("review", "question"),
  stars: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  sentiment: fc.constantFrom("negative", "neutral", "positive", "mixed"),
  topics: fc.subarray(["price", "delivery", "quality"] as const),
  open: fc.boolean(),
  priority: fc.constantFrom("urgent", "high", "normal", "low"),
  answered: fc.boolean(),
  minutesToReply: fc.option(fc.nat(5000), { nil: undefined }),
  removed: fc.boolean(),
});

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
