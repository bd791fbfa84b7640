import { chooseLanguage, type Language, loadWords } from "@otklik/words";
import { describe, expect, it } from "vitest";

/** Every key with its text; a function stands for the text it makes of plain arguments. */
function texts(word: unknown, path = ""): [string, string][] {
  if (typeof word === "string") return [[path, word]];
  if (typeof word === "function") return [[path, String(word(...Array(word.length || 3).fill(2)))]];
  return Object.entries(word as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}
const allTexts = async (language: Language) => texts(await loadWords(language));

describe("the dictionary", () => {
  it("has the same keys in both languages", async () => {
    const keys = async (language: Language) => (await allTexts(language)).map(([key]) => key).sort();
    expect(await keys("ru")).toEqual(await keys("en"));
  });

  it.each(["ru", "en"] as const)("says something under each key of %s", async (language) => {
    expect(
      (await allTexts(language)).filter(([, text]) => text.trim() === "" || text.includes("undefined")),
    ).toEqual([]);
  });

  it("is Russian in Russian", async () => {
    const foreign = (await allTexts("ru")).filter(([, text]) => !/[а-яё]/i.test(text));
    expect(foreign.map(([key]) => key)).toEqual([".start.fieldHint", ".signIn.command"]);
  });

  it.each(["ru", "en"] as const)("neither shouts nor apologises in %s", async (language) => {
    const loud = /[!]|oops|please wait|успешно|пожалуйста, подождите/i;
    expect((await allTexts(language)).filter(([, text]) => loud.test(text))).toEqual([]);
  });
});

describe("chooseLanguage", () => {
  it("takes the first language that we speak", () => {
    expect(chooseLanguage(["de-DE", "ru-RU", "en-US"])).toBe("ru");
  });

  it("speaks English to everybody else", () => {
    expect(chooseLanguage(["de-DE", "rue"])).toBe("en");
  });
});
