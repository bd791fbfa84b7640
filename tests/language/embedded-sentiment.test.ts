import type { Label } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { describe, expect, it } from "vitest";
import { embedded, labelsOf, review } from "./asked.ts";
import { missed, sentences } from "./embedded-sentences.ts";

const labelOf = async (text: string, more: Partial<Labelled> = {}): Promise<Label> => {
  const [label] = await labelsOf(embedded, [review(text, more)]);
  return label as Label;
};
const stars = (given: number, outOf = 5): Partial<Labelled> => ({ rating: { stars: given, outOf } });

describe("sentiment of words", () => {
  it.each(sentences)("is %s: %s", async (is, text) => {
    expect((await labelOf(text)).sentiment.is).toBe(is);
  });

  it.fails.each(missed)("is not yet %s: %s", async (is, text) => {
    expect((await labelOf(text)).sentiment.is).toBe(is);
  });

  it("is surer of many words than of one", async () => {
    const one = await labelOf("Хорошо.");
    const many = await labelOf("Отлично! Очень вкусно, персонал вежливый, всем советую, спасибо!");
    expect(many.sentiment.confidence).toBeGreaterThan(one.sentiment.confidence);
  });

  it("reads letters of another alphabet that look alike", async () => {
    expect((await labelOf("Oтлично, вcё oчeнь нpaвитcя")).sentiment.is).toBe("positive");
  });

  it.each([
    ["positive", ")))"],
    ["negative", "((("],
    ["positive", "😍"],
    ["negative", "👎"],
  ])("is %s for a lone %s", async (is, text) => {
    expect((await labelOf(text)).sentiment.is).toBe(is);
  });

  it("takes brackets around words for no smiley", async () => {
    expect((await labelOf("Купил вчера (в магазине на углу), самовывоз.")).sentiment.is).toBe("neutral");
  });

  it("reads the title with the text", async () => {
    expect((await labelOf("Купили в субботу.", { title: "Ужасно" })).sentiment.is).toBe("negative");
  });
});

describe("sentiment with stars", () => {
  it("is mixed where the words complain under five stars", async () => {
    expect((await labelOf("Курьер нахамил.", stars(5))).sentiment.is).toBe("mixed");
  });

  it("is mixed where the words praise under one star", async () => {
    expect((await labelOf("Отличный чайник, очень доволен!", stars(1))).sentiment.is).toBe("mixed");
  });

  it("follows the stars where the words take no side", async () => {
    expect((await labelOf("Купил вчера вечером.", stars(1))).sentiment.is).toBe("negative");
  });

  it("forgives a small complaint under five stars", async () => {
    expect((await labelOf("Очень вкусно, хотя дороговато.", stars(5))).sentiment.is).toBe("positive");
  });

  it("follows clear words under three stars", async () => {
    expect((await labelOf("Ужасное качество, сломался.", stars(3))).sentiment.is).toBe("negative");
  });

  it("is surer where words and stars agree", async () => {
    const both = await labelOf("Хорошо.", stars(5));
    expect(both.sentiment.confidence).toBeGreaterThan((await labelOf("Хорошо.")).sentiment.confidence);
  });

  it.each([
    ["negative", 4],
    ["neutral", 6],
    ["positive", 8],
  ])("reads other scales too: %s for %i of 10", async (is, given) => {
    expect((await labelOf("", stars(given, 10))).sentiment.is).toBe(is);
  });

  it("takes a verdict where there are no stars", async () => {
    const label = await labelOf("", { verdict: "not-recommended" });
    expect(label).toMatchObject({ by: "stars", sentiment: { is: "negative" } });
  });
});

describe("pros and cons", () => {
  it.each(["нет", "Не обнаружил", "пока не выявлено", "Недостатков нет", "none so far", "n/a", "—"])(
    "cons of %j are no complaint",
    async (cons) => {
      expect((await labelOf("", { pros: "Удобная ручка", cons })).sentiment.is).toBe("positive");
    },
  );

  it("cons that name something are a complaint", async () => {
    expect((await labelOf("", { cons: "Крышка не держит воду, протекает" })).sentiment.is).toBe("negative");
  });

  it("pros of nothing are a complaint", async () => {
    expect((await labelOf("", { pros: "нет", cons: "Сломался за день" })).sentiment.is).toBe("negative");
  });

  it("clear pros with clear cons are mixed", async () => {
    const label = await labelOf("", { pros: "Отличный звук", cons: "Ужасная упаковка" });
    expect(label.sentiment.is).toBe("mixed");
  });
});
