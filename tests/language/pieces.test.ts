import { type Cut, cutByPattern } from "@otklik/language/label/pieces";
import { cutPlain, isPlain } from "@otklik/language/label/plain-pieces";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const piecesOf = (cut: Cut, text: string) => {
  const pieces: [kind: string, written: string][] = [];
  cut(text, (kind, at, to) => pieces.push([kind, text.slice(at, to)]));
  return pieces;
};

// All that a plain text is made of; what begins a smiley, a name or an address, more often than it would by chance.
const sign = fc.constantFrom(..."aZxXхХдД8359 \n\t\r-–—'’_.,;:!?…«»\"=^<>/\\|*()[]@#№+%");
const chunk = fc.constantFrom(
  ":D",
  ":3",
  ";)",
  "<3",
  "^_^",
  "@a",
  "@7",
  "it's",
  "дом",
  " - ",
  "...",
  "((",
  "x8",
);
const plainText = fc
  .array(fc.oneof(sign, chunk), { maxLength: 30 })
  .map((parts) => parts.join(""))
  .filter(isPlain);

describe("cutPlain", () => {
  it("cuts a plain text as the pattern does", () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(piecesOf(cutPlain, text)).toEqual(piecesOf(cutByPattern, text));
      }),
      { numRuns: 3000 },
    );
  });

  it("knows words, smileys, brackets, ends and names", () => {
    expect(piecesOf(cutPlain, "It's 5 :-) (да) - @user... <3")).toEqual([
      ["word", "It's"],
      ["word", "5"],
      ["sign", ":-)"],
      ["brackets", "("],
      ["word", "да"],
      ["brackets", ")"],
      ["end", " - "],
      ["end", "..."],
      ["sign", "<3"],
    ]);
  });
});

describe("isPlain", () => {
  it.each(["👍", "naïve", "a@b.com", "http://example.com", "www.example.com", "у\u200bжас"])(
    "leaves to the pattern: %s",
    (text) => expect(isPlain(text)).toBe(false),
  );
});
