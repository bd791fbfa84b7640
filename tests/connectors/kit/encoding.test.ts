import { decodeText } from "@otklik/connectors/kit/encoding";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const review = "Отличный магазин, всё пришло вовремя. Рекомендую!";

/** Text in a one-byte charset, by turning the decoder's own table round. */
function inCharset(charset: string, text: string): Uint8Array {
  const byteOf = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    byteOf.set(new TextDecoder(charset).decode(new Uint8Array([byte])), byte);
  }
  return new Uint8Array([...text].map((letter) => byteOf.get(letter) ?? 63));
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());

describe("decodeText", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(review)],
    ["UTF-8 with its mark", new TextEncoder().encode(`\uFEFF${review}`)],
    ["windows-1251", inCharset("windows-1251", review)],
    ["KOI8-R", inCharset("koi8-r", review)],
    ["UTF-16 with its mark", utf16(`\uFEFF${review}`)],
    ["UTF-16 without", utf16(review)],
    ["big-endian UTF-16 without", swapped(utf16(review))],
  ])("recognises %s where nothing is declared", (_charset, bytes) => {
    expect(decodeText(bytes)).toBe(review);
  });

  it("recognises capitals in windows-1251, which in KOI8-R are small letters", () => {
    expect(decodeText(inCharset("windows-1251", review.toUpperCase()))).toBe(review.toUpperCase());
  });

  it("recognises German and French in windows-1252", () => {
    const text = "Für die Größe schön. Très bien, ça va – “merci”";
    expect(decodeText(inCharset("windows-1252", text))).toBe(text);
  });

  it("obeys what is declared", () => {
    expect(decodeText(inCharset("koi8-r", "Да"), "koi8-r")).toBe("Да");
    expect(decodeText(inCharset("windows-1251", "Её"), " CP1251 ")).toBe("Её");
  });

  it("disbelieves a declared UTF-8 that the bytes cannot be", () => {
    expect(decodeText(inCharset("windows-1251", review), "utf-8")).toBe(review);
  });

  it("takes an unknown label for none", () => {
    expect(decodeText(inCharset("windows-1251", review), "win-1251")).toBe(review);
  });

  it("keeps to UTF-8 when a few of its letters are broken", () => {
    const bytes = new TextEncoder().encode(review);
    expect(decodeText(bytes.slice(0, -1).with(1, 0xff))).toContain("тличный магазин");
  });

  it("reads back any well-formed text in UTF-8", () => {
    const text = fc.string({ unit: "grapheme", minLength: 8 }).filter((it) => !/^\uFEFF|\0/.test(it));
    fc.assert(
      fc.property(text, (it) => {
        expect(decodeText(new TextEncoder().encode(it))).toBe(it);
      }),
    );
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, declared) => {
        expect(typeof decodeText(bytes, declared)).toBe("string");
      }),
    );
  });
});
