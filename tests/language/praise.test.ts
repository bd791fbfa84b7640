import { embeddedLabeler } from "@otklik/language/label/embedded";
import { beforeAll, describe, expect, it } from "vitest";
import { hasPraiseTexts, type PraiseScore, praiseTable, scorePraise } from "./praise/score.ts";

const isThere = hasPraiseTexts();
if (!isThere)
  process.emitWarning('Skipped: no texts in ../shared/sentiment, so "five stars, but" was not scored.');

describe.skipIf(!isThere)("a complaint in 566 reviews (needs ../shared/sentiment)", () => {
  let scores: PraiseScore[];
  beforeAll(async () => {
    scores = await scorePraise(embeddedLabeler());
    process.stdout.write(`${praiseTable(scores)}\n`);
  });

  const cases = ["ru", "en"].flatMap((language) =>
    ["develop", "sealed"].flatMap((half) =>
      [false, true].map((stars) => ({ language, half, told: stars ? "stars and text" : "text", stars })),
    ),
  );

  it.each(cases)("is found nine times in ten: $language, $half, by $told", ({ language, half, stars }) => {
    const score = scores.find((one) => one.language === language && one.half === half && one.stars === stars);
    expect(score?.complaint.recall).toBeGreaterThanOrEqual(0.9);
    expect(score?.complaint.precision).toBeGreaterThanOrEqual(0.7);
  });
});
