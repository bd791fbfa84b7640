import type { Template } from "@otklik/core/template/template";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzyFind, fuzzyScore } from "../../web/src/parts/fuzzy.ts";
import { rankTemplates } from "../../web/src/screens/conversation/rank-templates.ts";
import { inserted, templateTrigger } from "../../web/src/screens/conversation/template-trigger.ts";

describe("templateTrigger", () => {
  it.each([
    ["/спа", 4, { from: 0, query: "спа" }],
    ["Здравствуйте! ;раз", 18, { from: 14, query: "раз" }],
    ["строка\n/", 8, { from: 7, query: "" }],
  ])("opens at %j", (text, caret, trigger) => {
    expect(templateTrigger(text, caret)).toEqual(trigger);
  });

  it.each([
    ["и/или", 5],
    ["https://example.com", 19],
    ["/ спасибо", 9],
    ["", 0],
  ])("does not open at %j", (text, caret) => {
    expect(templateTrigger(text, caret)).toBeNull();
  });

  it("looks only at what stands before the caret", () => {
    expect(templateTrigger("/спасибо", 3)).toEqual({ from: 0, query: "сп" });
  });
});

describe("inserted", () => {
  it("puts the text in the place of the sign and leaves the caret behind it", () => {
    expect(inserted("Да. /спа и ещё", { from: 4, to: 8 }, "Спасибо!")).toEqual({
      text: "Да. Спасибо! и ещё",
      caret: 12,
    });
  });
});

describe("fuzzyScore", () => {
  it("finds letters in their order and nothing else", () => {
    expect([fuzzyScore("спз", "Спасибо за отзыв") !== null, fuzzyScore("зпс", "Спасибо")]).toEqual([
      true,
      null,
    ]);
  });

  it("does not mind case and ё", () => {
    expect(fuzzyScore("РАЗБЕРЕМ", "Разберёмся")).not.toBeNull();
  });

  it("likes a word's start better than its middle", () => {
    expect(fuzzyScore("отзыв", "Отзыв получен")).toBeGreaterThan(fuzzyScore("отзыв", "Безотзывный") ?? 0);
  });

  it("finds every text by itself and by any of its letters in order", () => {
    const word = fc.stringMatching(/^[а-яё]{1,12}$/);
    fc.assert(
      fc.property(word, fc.array(fc.boolean()), (text, keep) => {
        const some = [...text].filter((_, index) => keep[index] ?? true).join("");
        expect(fuzzyScore(some, text)).not.toBeNull();
      }),
    );
  });

  it("keeps the order of equals", () => {
    expect(fuzzyFind(["b", "a"], "", (name) => ({ names: [name] }))).toEqual(["b", "a"]);
  });
});

describe("rankTemplates", () => {
  const template = (title: string, shortcut: string, language: string, text = ""): Template => ({
    id: title,
    brandId: "b",
    title,
    shortcut,
    language,
    text,
  });
  const thanks = template("Thank you", "thanks", "en", "Hello");
  const spasibo = template("Спасибо", "спасибо", "ru", "Здравствуйте");
  const sorry = template("Разберёмся", "разбор", "ru", "Нам жаль, спасибо за терпение");

  it("puts the customer's language first", () => {
    expect(rankTemplates([spasibo, thanks], "", "en-GB")).toEqual([thanks, spasibo]);
  });

  it("puts a name before a body that holds the words", () => {
    expect(rankTemplates([sorry, thanks, spasibo], "спасибо", "ru")).toEqual([spasibo, sorry]);
  });
});
