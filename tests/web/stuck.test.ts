import { loadWords } from "@otklik/words";
import { describe, expect, it } from "vitest";
import { sayStep, sayWhy } from "../../web/src/screens/stuck/say-letter.ts";

const words = await loadWords("en");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("a step", () => {
  it("is named by what it does, and one that this version does not know is still a step", () => {
    expect(plain(sayStep("deliver", words))).toBe("Sending a reply");
    expect(plain(sayStep("of-tomorrow", words))).toBe("Another step");
  });
});

describe("the reason of a letter", () => {
  it.each([
    [{ error: "NoAnswer" }, "cut short"],
    [{ error: "SyntaxError" }, "cannot be read as JSON"],
    [{ error: "ZodError", field: "rating.stars" }, "expects it: rating.stars"],
    [{ error: "ZodError", field: "" }, "expects it: JSON"],
    [{ error: "NetworkFault", kind: "throttled" }, "asked us to slow down"],
    [{ error: "NetworkFault", kind: "of-tomorrow" }, "did not do what was asked"],
    [{ error: "RangeError" }, "A defect in Otklik (RangeError)"],
  ])("is a sentence: %j", (why, said) => {
    expect(plain(sayWhy({ why }, words))).toContain(said);
  });
});
