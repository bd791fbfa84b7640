import { tokensOf } from "@otklik/language/label/tokens";
import { entriesOf, wordIndex } from "@otklik/language/label/word-index";
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
