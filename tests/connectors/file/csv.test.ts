import { csvReader } from "@otklik/connectors/file/csv";
import { guessDelimiter } from "@otklik/connectors/file/delimiter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function read(text: string, delimiter = ";", pieceLength = text.length + 1) {
  const reader = csvReader(delimiter);
  const pieces = text.match(new RegExp(`[^]{1,${pieceLength}}`, "g")) ?? [];
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}
const cellsOf = (text: string, delimiter?: string) => read(text, delimiter).map(({ cells }) => cells);

const delimiters = [";", ",", "\t", "|"];
const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom('"', ";", ",", "\t", "|", "\n", "\r", " ", "я", "a") }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const written = (rows: string[][], delimiter: string, lineEnd: string) =>
  rows.map((cells) => cells.map(quoted).join(delimiter)).join(lineEnd);

describe("csvReader", () => {
  it("reads back any table of strings, in pieces of any length", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...delimiters),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, lineEnd, pieceLength) => {
          const text = written(rows, delimiter, lineEnd);
          expect(read(text, delimiter, pieceLength).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("reads back what needs no quotation marks without them", () => {
    const plain = fc.string({ unit: fc.constantFrom("я", "a", " ", "'", "1"), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.array(plain, { minLength: 1 }), { maxLength: 8 }), (rows) => {
        expect(cellsOf(rows.map((cells) => cells.join(";")).join("\n"))).toEqual(rows);
      }),
    );
  });

  it("tells the line on which a row begins, counting the lines within its cells", () => {
    const rows = read('a;b\r\n"two\nlines";1\r\n\r\n"three\r\n\rlines";2\r\nlast;3');
    expect(rows.map(({ where, cells }) => [where, cells.at(-1)])).toEqual([
      ["line 1", "b"],
      ["line 2", "1"],
      ["line 5", "2"],
      ["line 8", "3"],
    ]);
  });

  it("keeps empty cells, also the last one", () => {
    expect(cellsOf('a;;\n;"";\n')).toEqual([
      ["a", "", ""],
      ["", "", ""],
    ]);
  });

  it("takes a word in quotation marks at the start of a cell as it stands", () => {
    expect(cellsOf('"Demo" is fine\t5\nnext\t4', "\t")).toEqual([
      ['"Demo" is fine', "5"],
      ["next", "4"],
    ]);
  });

  it("forgives quotation marks within a quoted cell that were not doubled", () => {
    expect(cellsOf('"I bought "Demo" today";5')).toEqual([['I bought "Demo" today', "5"]]);
  });

  it("loses only the row in which a quotation mark is never closed", () => {
    const rows = read('"never closed;5\n"closed; with a mark";4\nplain;3');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['"never closed', "5"],
      ["closed; with a mark", "4"],
      ["plain", "3"],
    ]);
    expect(rows.map(({ loose }) => loose)).toEqual([true, false, false]);
  });

  it("gives up a line of millions of characters and goes on with the next", () => {
    const rows = read(`first;1\n${"x".repeat(2_500_000)};2\nlast;3`, ";", 65_536);
    expect(rows.map(({ where, wrong }) => [where, wrong !== undefined])).toEqual([
      ["line 1", false],
      ["line 2", true],
      ["line 3", false],
    ]);
  });
});

describe("guessDelimiter", () => {
  it.each(delimiters)("finds %j between columns whose texts hold the others", (delimiter) => {
    const others = delimiters.filter((other) => other !== delimiter).join(" and ");
    const rows = [1, 2, 3, 4].map((row) => [`${row}`, "x".repeat(row) + others.slice(0, row * 5), "5"]);
    expect(guessDelimiter(written([["id", "text", "stars"], ...rows], delimiter, "\n"))).toBe(delimiter);
  });

  it("finds none between the commas of sentences", () => {
    expect(guessDelimiter("Good, thank you\nFine, but slow\nSlow, yet fine\n")).toBe("");
  });

  it("believes the line that Excel writes for itself", () => {
    expect(guessDelimiter("sep=|\na,b|c\n")).toBe("|");
  });
});
