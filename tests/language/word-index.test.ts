import { tokensOf } from "@otklik/language/label/tokens";
import { entriesOf, wordIndex } from "@otklik/language/label/word-index";
import { traitsOf } from "@otklik/language/label/word-numbers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const index = wordIndex(
  entriesOf([
    ["good", "хорош* очень"],
    ["bad", "не_хорош* плохо"],
    ["none", "хорошенько"],
  ]),
);
const first = (text: string) => index.at(tokensOf(text), 0);

describe("wordIndex", () => {
  it("finds a word by its start", () => {
    expect(first("хорошая")).toEqual({ value: "good", length: 1 });
  });

  it("takes a whole word only as a whole", () => {
    expect(first("плоховато")).toBeUndefined();
  });

  it("prefers the whole word to a start of it", () => {
    expect(first("хорошенько")?.value).toBe("none");
  });

  it("finds a phrase and says how many words it covers", () => {
    expect(first("не хорошая вещь")).toEqual({ value: "bad", length: 2 });
  });

  it("finds no phrase across a break", () => {
    expect(first("не, хорошая")).toBeUndefined();
  });

  it("finds a stretched word", () => {
    expect(first("плооооохо")?.value).toBe("bad");
  });

  it("refuses lists at odds with each other", () => {
    expect(() =>
      wordIndex(
        entriesOf([
          ["good", "класс"],
          ["bad", "класс"],
        ]),
      ),
    ).toThrow("listed twice");
  });
});

describe("wordIndex among many patterns", () => {
  const written = fc.stringMatching(/^[абв]{1,4}$/);
  const pattern = fc.tuple(written, fc.boolean()).map(([word, isOpen]) => (isOpen ? `${word}*` : word));
  const phrase = fc.array(pattern, { minLength: 1, maxLength: 3 }).map((words) => words.join("_"));
  const fits = (pattern: string, word: string) =>
    pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
  const standsAt = (phrase: string, words: readonly string[], place: number) =>
    phrase.split("_").every((one, at) => fits(one, words[place + at] ?? "-"));

  it.each([{ isPassing: false }, { isPassing: true }])(
    "finds what a look at each of them finds, %o",
    (kind) => {
      const made = fc.sample(fc.uniqueArray(phrase, { minLength: 1, maxLength: 30 }), {
        seed: 7,
        numRuns: 2,
      });
      for (const phrases of made) {
        const index = wordIndex(
          phrases.map((one) => [one, one] as const),
          kind,
        );
        fc.assert(
          fc.property(fc.array(written, { minLength: 1, maxLength: 8 }), (words) => {
            const numbered = tokensOf(words.join(" ")).map((token) => ({ ...token, stretched: false }));
            const read = numbered.map(({ word }) => word);
            const unnumbered = numbered.map((token) => ({
              ...token,
              number: -1,
              traits: traitsOf(token.word, -1),
            }));
            for (const tokens of [numbered, unnumbered])
              for (const place of read.keys()) {
                const due = phrases.filter((one) => standsAt(one, read, place)).sort();
                const found = index.allAt(tokens, place).map(({ value }) => value);
                expect(found.sort()).toEqual(due);
                const lengths = due.map((one) => one.split("_").length);
                expect(index.at(tokens, place)?.length ?? 0).toBe(Math.max(0, ...lengths));
              }
          }),
        );
      }
    },
  );

  it("finds words that were met before it was made", () => {
    tokensOf("задолго доэтого");
    const late = wordIndex([["задолго_доэтого", true]]);
    expect(late.at(tokensOf("задолго доэтого"), 0)).toEqual({ value: true, length: 2 });
  });
});
