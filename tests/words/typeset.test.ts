import { describe, expect, it } from "vitest";
import { typeset, typesetAll } from "../../packages/words/src/typeset.ts";

const shown = (text: string) => text.replaceAll("\u00a0", "_");

describe("typeset", () => {
  it("binds short Russian words to the next one, two in a row as well", () => {
    expect(shown(typeset("ru", "Вернуть во входящие и в архив"))).toBe("Вернуть во_входящие и_в_архив");
  });

  it("does not take the end of a long word for a short one", () => {
    expect(shown(typeset("ru", "Слово за словом"))).toBe("Слово за словом");
  });

  it("binds a dash to what stands before it", () => {
    expect(shown(typeset("ru", "Ответ — сегодня"))).toBe("Ответ_— сегодня");
  });

  it("binds English articles", () => {
    expect(shown(typeset("en", "Add a source to the inbox"))).toBe("Add a_source to the_inbox");
  });

  it("sets the sentences of functions and of nested words too", () => {
    const words = typesetAll("ru", {
      found: (name: string) => `Нет в ${name}`,
      more: { go: "Перейти к нам" },
    });
    expect([words.found("списке"), words.more.go].map(shown)).toEqual(["Нет в_списке", "Перейти к_нам"]);
  });
});
