import { tokensOf } from "@otklik/language/label/tokens";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const words = (text: string) =>
  tokensOf(text)
    .filter(({ kind }) => kind === "word")
    .map(({ word }) => word);

describe("tokensOf", () => {
  it("folds case, ё and curly apostrophes", () => {
    expect(words("Ещё DON’T")).toEqual(["еще", "don't"]);
  });

  it("brings a word of two alphabets into the one it imitates", () => {
    expect(words("xoрoшo pаypal")).toEqual(["хорошо", "paypal"]);
  });

  it("cuts long runs of a letter to two", () => {
    expect(tokensOf("Оооочень")[0]).toMatchObject({ word: "оочень", stretched: true });
  });

  it("reads a word whole whose letters are parted by what nobody sees", () => {
    const strewn = "у\u200bж\u00adас\u{e0061}но до\u2060м\nи";
    expect(words(strewn)).toEqual(["ужасно", "дом", "и"]);
    expect(tokensOf(strewn)[0]).toMatchObject({ at: 0, to: strewn.indexOf(" ") });
  });

  it("leaves addresses and names out", () => {
    expect(words("см https://example.com/плохо @somebody a.b@example.com ок")).toEqual(["см", "ок"]);
  });

  it("tells brackets around words from smileys", () => {
    const kinds = (text: string) => tokensOf(text).map(({ kind }) => kind);
    expect(kinds("дом (тихий)")).toEqual(["word", "break", "word", "break"]);
    expect(kinds("дом) тихий(")).toEqual(["word", "sign", "word", "sign"]);
  });

  it("says where each piece stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const tokens = tokensOf(text);
        const ends = tokens.map(({ to }) => to);
        for (const [place, { at, to }] of tokens.entries()) {
          expect(at).toBeGreaterThanOrEqual(ends[place - 1] ?? 0);
          expect(to).toBeGreaterThan(at);
        }
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    "a.".repeat(50_000),
    "(".repeat(100_000),
    "a@".repeat(50_000),
    "аa".repeat(50_000),
    "-".repeat(100_000),
  ])("takes time in proportion to the text (case %#)", (text) => {
    const startedAt = performance.now();
    tokensOf(text);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
