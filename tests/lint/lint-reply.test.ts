import { lintReply, maySend, measure, type TextRules } from "@otklik/lint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const codes = (text: string, rules: TextRules | null = null) =>
  lintReply({ text, rules }).map((finding) => `${finding.level} ${finding.code}`);

describe("lintReply", () => {
  it("finds nothing in a plain reply under no rules", () => {
    expect(codes("Спасибо за отзыв")).toEqual([]);
  });

  it("blocks a reply of spaces only, and says nothing else of it", () => {
    expect(codes(" \n ", { minLength: 10 })).toEqual(["block empty"]);
  });

  it("blocks a reply that is shorter than the network wants, spaces at its ends not counted", () => {
    expect(lintReply({ text: " да ", rules: { minLength: 3 } })).toEqual([
      { level: "block", code: "too-short", params: { has: 2, min: 3, unit: "characters" } },
    ]);
  });

  it("counts in the network's own unit", () => {
    expect(lintReply({ text: "Спасибо", rules: { maxLength: 10, unit: "bytes" } })).toEqual([
      { level: "block", code: "too-long", params: { has: 14, max: 10, unit: "bytes" } },
    ]);
  });

  it("blocks a variable that nobody filled, with and without a fallback", () => {
    expect(lintReply({ text: "{{author}}, {{ brand | мы }}", rules: null }).map((f) => f.params)).toEqual([
      { name: "author" },
      { name: "brand" },
    ]);
  });

  it("blocks a link where links are forbidden", () => {
    expect(codes("Пишите на https://example.com/help.", { forbids: ["links"] })).toEqual([
      "block forbidden-link",
    ]);
  });

  it("names the link without the full stop that ends the sentence", () => {
    const [finding] = lintReply({
      text: "Ответ здесь: www.example.com/help.",
      rules: { forbids: ["links"] },
    });
    expect(finding?.params).toEqual({ text: "www.example.com/help" });
  });

  it("only warns of a bare domain, which may be a shop's name", () => {
    expect(codes("Заказ с example.ru", { forbids: ["links"] })).toEqual(["warn forbidden-link"]);
  });

  it("does not take a missing space between sentences for a link", () => {
    expect(codes("Заказ дошёл.Спасибо. Стоит 1.5 тысячи", { forbids: ["links"] })).toEqual([]);
  });

  it("blocks an e-mail address and does not count its domain as a link", () => {
    expect(codes("help@example.com", { forbids: ["emails", "links"] })).toEqual(["block forbidden-email"]);
  });

  it.each(["+7 (000) 000-00-00", "8 800 000 00 00", "+70000000000"])(
    "blocks the telephone number %s",
    (text) => {
      expect(codes(`Звоните: ${text}.`, { forbids: ["phones"] })).toEqual(["block forbidden-phone"]);
    },
  );

  it("only warns of bare digits as long as a telephone number, which may be an order", () => {
    expect(codes("Заказ 00000000001", { forbids: ["phones"] })).toEqual(["warn forbidden-phone"]);
  });

  it("does not take a price, a date or a short order number for a telephone number", () => {
    expect(codes("Заказ 1234567 от 01.02.2024 12:30 на 12 500 ₽", { forbids: ["phones"] })).toEqual([]);
  });

  it("allows contact details where the network does", () => {
    expect(codes("https://example.com, help@example.com, +7 000 000 00 00", { forbids: [] })).toEqual([]);
  });

  it("lets a person send past warnings only", () => {
    expect(maySend(lintReply({ text: "example.ru", rules: { forbids: ["links"] } }))).toBe(true);
    expect(maySend(lintReply({ text: "{{author}}", rules: null }))).toBe(false);
  });

  it("says too long exactly when the measure is past the limit", () => {
    const unit = fc.constantFrom("characters", "bytes", "graphemes");
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }),
        fc.nat(20),
        unit,
        (text, maxLength, unit) => {
          fc.pre(text.trim() !== "");
          const found = codes(text, { maxLength, unit });
          expect(found.includes("block too-long")).toBe(measure(text, unit) > maxLength);
        },
      ),
    );
  });
});
