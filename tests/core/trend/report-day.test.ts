import { mostGroups, type ReportDay, sumReportDay } from "@otklik/core/trend/report-day";
import { packReportDay, unpackReportDay } from "@otklik/core/trend/report-row";
import type { Tally } from "@otklik/core/trend/tally";
import type { Contribution } from "@otklik/core/trend/trend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contribution, contributions, many } from "../../support/contributions.ts";

const day = "2026-11-20";
const sum = (rows: readonly Contribution[]): ReportDay => sumReportDay(day, rows);
const mentionsIn = (tallies: readonly Tally[]): number =>
  tallies.reduce((all, { mentions }) => all + mentions, 0);

describe("a day of the report", () => {
  it("is the same whatever the order of its rows", () => {
    const shuffled = fc
      .array(contributions)
      .chain((rows) =>
        fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(sum(other)).toEqual(sum(rows));
      }),
    );
  });

  it("counts each mention that stands once in all, and once under each facet", () => {
    fc.assert(
      fc.property(fc.array(contributions, { maxLength: 60 }), (rows) => {
        const { all, byNetwork, byProduct, byLocation } = sum(rows);
        const stand = rows.filter(({ removed }) => !removed).length;
        expect(all.mentions).toBe(stand);
        for (const { top, other } of [byNetwork, byProduct, byLocation])
          expect(mentionsIn(top) + other.mentions).toBe(stand);
        expect(Object.values(all.bySentiment).reduce((a, b) => a + b)).toBe(stand);
      }),
    );
  });

  it("comes back from its row as it was", () => {
    fc.assert(
      fc.property(fc.array(contributions), (rows) => {
        const before = sum(rows);
        expect(unpackReportDay(day, JSON.parse(JSON.stringify(packReportDay(before))))).toEqual(before);
      }),
    );
  });

  it("names the products with the most mentions and counts all others together", () => {
    const rows = Array.from({ length: mostGroups + 5 }, (_, at) =>
      many(at + 1, { product: { key: `p${at}`, name: `Product ${at}` } }),
    ).flat();
    const { top, other } = sum(rows).byProduct;
    expect(top).toHaveLength(mostGroups);
    expect(top[0]).toMatchObject({ key: `p${mostGroups + 4}`, mentions: mostGroups + 5 });
    expect(other.mentions).toBe(1 + 2 + 3 + 4 + 5);
  });

  it("stays far below what a row may hold, however many products, places and words come", () => {
    const letters = "ж".repeat(140);
    const rows = Array.from({ length: 3000 }, (_, at) =>
      contribution({
        conversation: `b1-${String(at).padStart(20, "0")}`,
        sentiment: at % 2 === 0 ? "negative" : "positive",
        topics: ["quality", "price", "delivery", "packaging", "staff", "service", "wait", "taste", "size"],
        minutesToReply: at * at,
        product: { key: `article-${at}`, name: letters.slice(0, 48) },
        location: `${letters.slice(0, 40)} ${at}`,
        words: letters,
      }),
    );
    expect(Buffer.byteLength(JSON.stringify(packReportDay(sum(rows))))).toBeLessThan(20_000);
  });

  it("keeps one complaint and one other voice for a topic, the same ones however often it is summed", () => {
    const rows = [
      ...many(3, { topics: ["delivery"], sentiment: "negative", words: "поздно" }, "n"),
      ...many(3, { topics: ["delivery"], words: "быстро" }, "p"),
    ];
    expect(sum(rows).topics).toMatchObject([
      {
        topic: "delivery",
        mentions: 6,
        negative: 3,
        quotes: {
          negative: { conversation: "b1-n0", words: "поздно" },
          other: { conversation: "b1-p0", words: "быстро" },
        },
      },
    ]);
  });

  it("keeps no word of a mention that was removed", () => {
    const rows = many(2, { topics: ["delivery"], sentiment: "negative", words: "поздно" });
    const [first, ...rest] = rows;
    const after = sum([{ ...(first as Contribution), removed: true, words: "телефон" }, ...rest]);
    expect(JSON.stringify(packReportDay(after))).not.toContain("телефон");
    expect(after.all.mentions).toBe(1);
  });
});
