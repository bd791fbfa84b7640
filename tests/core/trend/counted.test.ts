import { countedDay, countedTally } from "@otklik/core/trend/counted";
import { sumReportDay } from "@otklik/core/trend/report-day";
import { packReportDay, unpackReportDay } from "@otklik/core/trend/report-row";
import { sumBucket } from "@otklik/core/trend/trend";
import { countedTopics, defaultVocabulary, Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contribution, contributions, many } from "../../support/contributions.ts";

const day = "2026-11-20";
const merging = Vocabulary.parse({
  topics: [
    { id: "price", standing: { is: "merged", into: "quality" } },
    { id: "delivery", standing: { is: "hidden" } },
  ],
});

describe("a day that was summed before topics were merged", () => {
  const summed = [
    ...many(3, { topics: ["price"], sentiment: "negative", words: "дорого", conversation: "b1-9" }, "p"),
    ...many(2, { topics: ["quality"], words: "крепко" }, "q"),
    ...many(4, { topics: ["delivery"] }, "d"),
  ];

  it("counts them under the target, with its quotes, and leaves hidden ones out", () => {
    const stored = unpackReportDay(day, JSON.parse(JSON.stringify(packReportDay(sumReportDay(day, summed)))));
    expect(countedDay(stored, merging).topics).toEqual([
      {
        topic: "quality",
        mentions: 5,
        negative: 3,
        positive: 2,
        quotes: {
          negative: { conversation: "b1-9", words: "дорого" },
          other: { conversation: "b1-q0", words: "крепко" },
        },
      },
    ]);
  });

  it("never counts a topic more often than there were mentions", () => {
    const both = countedDay(sumReportDay(day, many(2, { topics: ["price", "quality"] })), merging);
    expect(both.topics.map(({ mentions }) => mentions)).toEqual([2]);
    const bucket = sumBucket(day, many(2, { topics: ["price", "quality", "other"] }));
    expect([...countedTally(bucket, merging)]).toEqual([
      ["quality", 2],
      ["other", 2],
    ]);
  });

  it("is as if it had been merged all along, where no mention spoke of both", () => {
    fc.assert(
      fc.property(fc.array(contributions, { maxLength: 30 }), (given) => {
        const apart = given.map((one) => ({ ...one, topics: one.topics.slice(0, 1) }));
        const before = apart.map((one) => ({ ...one, topics: countedTopics(one.topics, merging) }));
        expect(countedDay(sumReportDay(day, apart), merging)).toEqual(sumReportDay(day, before));
      }),
    );
  });

  it("is as it was where nothing is merged, and the same when it is merged again", () => {
    fc.assert(
      fc.property(fc.array(contributions, { maxLength: 30 }), (given) => {
        const summedUp = sumReportDay(day, given);
        expect(countedDay(summedUp, defaultVocabulary)).toEqual(summedUp);
        const once = countedDay(summedUp, merging);
        expect(countedDay(once, merging)).toEqual(once);
      }),
    );
  });

  it("still reads where the brand has removed its own topic since", () => {
    const rows = packReportDay(sumReportDay(day, [contribution({ topics: ["own-gone", "quality"] })]));
    const read = countedDay(unpackReportDay(day, JSON.parse(JSON.stringify(rows))), defaultVocabulary);
    expect(read.topics.map(({ topic }) => topic)).toEqual(["quality"]);
  });
});
