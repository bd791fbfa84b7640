import { embeddedLabeler } from "@otklik/language/label/embedded";
import { beforeAll, describe, expect, it } from "vitest";
import { hasPraiseTexts, type PraiseScore, praiseTable, scorePraise } from "./praise/score.ts";

const isThere = hasPraiseTexts();
if (!isThere)
  process.emitWarning('Skipped: no texts in ../shared/sentiment, so "five stars, but" was not scored.');

describe.skipIf(!isThere)("five stars, but (needs ../shared/sentiment)", () => {
  let scores: PraiseScore[];
  beforeAll(async () => {
    scores = await scorePraise(embeddedLabeler());
    process.stdout.write(`${praiseTable(scores)}\n`);
  });
});
