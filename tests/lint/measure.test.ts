import { measure } from "@otklik/lint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("measure", () => {
  it("counts a letter outside the basic plane as one character", () => {
    expect(measure("a😀b", "characters")).toBe(3);
  });

  it("counts Cyrillic as two bytes a letter", () => {
    expect(measure("Спасибо", "bytes")).toBe(14);
  });

  it("counts a family emoji and a letter with a combining mark as one grapheme each", () => {
    expect(measure("👨‍👩‍👧e\u0301", "graphemes")).toBe(2);
  });

  it("never finds more graphemes than characters, nor more characters than bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(measure(text, "graphemes")).toBeLessThanOrEqual(measure(text, "characters"));
        expect(measure(text, "characters")).toBeLessThanOrEqual(measure(text, "bytes"));
      }),
    );
  });

  it("adds up over two texts in characters and bytes", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, text, fc.constantFrom("characters", "bytes"), (one, other, unit) => {
        expect(measure(one + other, unit)).toBe(measure(one, unit) + measure(other, unit));
      }),
    );
  });
});
