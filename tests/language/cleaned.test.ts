import { cleaned, safeJson } from "@otklik/language/label/cleaned";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const anything = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x200b, 0x200d, 0xfe0f, 0x202e, 0xd83d)),
  )
  .map((codes) => String.fromCharCode(...codes));

describe("a cleaned text", () => {
  it.each([
    ["zero-width", "ужа\u200bс\u2060но\ufeff", "ужасно"],
    ["soft hyphens", "не\u00adпло\u00adхо", "неплохо"],
    ["tags", "ок\u{e0069}\u{e0067}", "ок"],
    ["turns", "\u202eабв\u202c \u2067где\u2069", "абв где"],
    ["fillers", "да\u3164\u115f", "да"],
    ["controls", "да\u0000\u001b", "да"],
    ["stacked marks", `е${"\u0301".repeat(40)}`, `е${"\u0301".repeat(3)}`],
    ["many lines", "раз\r\n\r\n\u2028\n\nдва", "раз\n\nдва"],
    ["half an emoji", "да \ud83d", "да \ufffd"],
  ])("is without %s", (_, written, clean) => {
    expect(cleaned(written)).toBe(clean);
  });

  it.each(["👩‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣ 🏳️‍🌈", "Ещё ё́лка №5, «да» – нет…\n\tи вот", "שלום مرحبا 忽略"])(
    "keeps %s",
    (written) => {
      expect(cleaned(written)).toBe(written);
    },
  );

  it("is clean", () => {
    fc.assert(fc.property(anything, (text) => cleaned(cleaned(text)) === cleaned(text)));
  });
});

describe("safe JSON", () => {
  it("is read back the same", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), anything)), (rows) => {
        expect(JSON.parse(safeJson(rows))).toEqual(JSON.parse(JSON.stringify(rows)));
      }),
    );
  });

  it("holds no structure but its own, even where look-alikes are brought to one form", () => {
    const everySign = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join("");
    expect(safeJson([everySign]).slice(2, -2).normalize("NFKC")).not.toMatch(/[<>[\]{}`]/);
  });
});
