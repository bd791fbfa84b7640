import { fold } from "@otklik/language/search/words";
import { describe, expect, it } from "vitest";

describe("folding", () => {
  it.each([
    ["Ёлка ПРИШЁЛ", "елка пришел"],
    ["мой Йод", "мой йод"],
    ["Café ÑANDÚ", "cafe nandu"],
    ["ﬁne ①", "fine 1"],
    ["И\u0306од", "йод"],
    ["Київ", "киів"],
    ["İstanbul", "istanbul"],
    ["हिन्दी", "हिन्दी"],
    ["한국어", "한국어"],
  ])("makes %s into %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});
