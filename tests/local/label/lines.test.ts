import { gzipSync } from "node:zlib";
import { blocksOfLines, type InputLine } from "@otklik/local/commands/label/lines";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const linesOf = async (bytes: Uint8Array, size = 7): Promise<InputLine[]> =>
  (await Array.fromAsync(blocksOfLines(inPieces(bytes, size)))).flat();
const textsOf = async (bytes: Uint8Array, size?: number) =>
  (await linesOf(bytes, size)).map(({ text }) => text);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("the lines of an input", () => {
  it("are numbered as an editor numbers them, blank ones too", async () => {
    expect(await linesOf(utf8("один\n\nтри\n"))).toEqual([
      { n: 1, text: "один" },
      { n: 2, text: "" },
      { n: 3, text: "три" },
    ]);
  });

  it("end in CRLF as well, and the last one in nothing", async () => {
    expect(await textsOf(utf8("раз\r\nдва\r\nтри"))).toEqual(["раз", "два", "три"]);
  });

  it("do not end where only some programs see an end", async () => {
    expect(await textsOf(utf8("раз\u2028два\u0085три\rчетыре\n"))).toEqual(["раз\u2028два\u0085три\rчетыре"]);
  });

  it("begin after a byte order mark", async () => {
    expect(await textsOf(utf8("\uFEFFраз\nдва"))).toEqual(["раз", "два"]);
  });

  it("are read as a spreadsheet saves them: UTF-16 with its mark", async () => {
    const utf16 = Buffer.from("\uFEFFid\ttext\r\n1\tхорошо\r\n", "utf16le");
    expect(await textsOf(utf16, 10)).toEqual(["id\ttext", "1\tхорошо"]);
  });

  it("are unzipped", async () => {
    expect(await textsOf(gzipSync(utf8("раз\nдва\n")))).toEqual(["раз", "два"]);
  });

  it("are given as soon as they have arrived", async () => {
    const ends: string[] = [];
    async function* typed() {
      yield utf8("раз\nдв");
      ends.push("the second was typed");
      yield utf8("а\n");
    }
    const first = await blocksOfLines(typed()).next();
    expect([first.value, ends]).toEqual([[{ n: 1, text: "раз" }], []]);
  });

  it("of a megabyte and more are not kept, and the next one is read", async () => {
    const long = "ы".repeat(1_500_000);
    const lines = await linesOf(utf8(`раз\n${long}\nтри\n${long}`), 65_536);
    expect(lines).toEqual([
      { n: 1, text: "раз" },
      { n: 2, text: null },
      { n: 3, text: "три" },
      { n: 4, text: null },
    ]);
  });

  it("are read as they are where another program has left signs of what it could not read", async () => {
    expect(await textsOf(utf8("отзывы\n\uFFFD\n"), 17)).toEqual(["отзывы", "\uFFFD"]);
  });

  it("are the same however the bytes come in pieces", async () => {
    const line = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n\uFEFF\0]/g, ""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        async (texts, size) => {
          const whole = utf8(`отзывы\n${texts.join("\n")}\n`);
          expect(await textsOf(whole, size)).toEqual(["отзывы", ...texts]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
