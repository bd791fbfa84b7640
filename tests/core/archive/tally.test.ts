import { canonical, tallier } from "@otklik/core/archive/tally";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const totalOf = (texts: readonly string[]) => {
  const tally = tallier();
  for (const text of texts) tally.add(text);
  return tally.total();
};

describe("a tally", () => {
  it("is the same in any order", () => {
    const shuffled = fc
      .array(fc.string())
      .chain((texts) =>
        fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
      );
    fc.assert(
      fc.property(shuffled, ([texts, other]) => {
        expect(totalOf(other)).toEqual(totalOf(texts));
      }),
    );
  });

  it("is another one when a text is lost, doubled or changed", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
        const [first = "", ...rest] = texts;
        const { sha256 } = totalOf(texts);
        for (const other of [rest, [first, ...texts], [`${first}.`, ...rest]])
          expect(totalOf(other).sha256).not.toBe(sha256);
      }),
    );
  });
});

describe("canonical JSON", () => {
  it("does not depend on the order in which keys were set, at any depth", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reversed = JSON.parse(JSON.stringify(value), (_, one: unknown) =>
          typeof one === "object" && one !== null && !Array.isArray(one)
            ? Object.fromEntries(Object.entries(one).reverse())
            : one,
        );
        expect(canonical(reversed)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
