import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plural } from "../../packages/words/src/plural.ts";

const ru = plural("ru");
const en = plural("en");
const reviews = { one: "отзыв", few: "отзыва", many: "отзывов" };

describe("plural", () => {
  it.each([
    [1, "1 отзыв"],
    [2, "2 отзыва"],
    [5, "5 отзывов"],
    [11, "11 отзывов"],
    [21, "21 отзыв"],
    [112, "112 отзывов"],
  ])("says %i in Russian as %s", (count, said) => {
    expect(ru(count, reviews)).toBe(said.replace(" ", "\u00a0"));
  });

  it("takes the form of two to four for a Russian fraction", () => {
    expect(ru(2.5, reviews)).toBe("2,5\u00a0отзыва");
  });

  it("takes the form of many where two to four have none, as in the genitive", () => {
    expect(ru(2, { one: "знака", many: "знаков" })).toBe("2\u00a0знаков");
  });

  it("knows one and other in English", () => {
    const forms = { one: "review", other: "reviews" };
    expect([en(1, forms), en(0, forms), en(1200, forms)]).toEqual([
      "1\u00a0review",
      "0\u00a0reviews",
      "1,200\u00a0reviews",
    ]);
  });

  it("always says a noun", () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(ru(count, reviews)).toMatch(/\u00a0отзыв(а|ов)?$/);
      }),
    );
  });
});
