import { knownWords } from "@otklik/language/label/known-words";
import fc from "fast-check";
import { expect, it } from "vitest";

const most = 20;

it("finds each remembered word in a text, and no other", () => {
  const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.string(), (some, before) => {
      const known = knownWords<number>(most);
      for (const [number, word] of some.entries()) known.keep(word, number);
      const found = some.map((word) =>
        known.find(`${before}${word}!`, before.length, before.length + word.length),
      );
      expect(found).toEqual(some.map((_, number) => (number < most ? number : undefined)));
    }),
  );
});

it("keeps what it was told first", () => {
  const known = knownWords<string>(most);
  known.keep("дом", "one");
  known.keep("дом", "two");
  expect(known.find("дом", 0, 3)).toBe("one");
});
