import { type JsonShape, pieceReader, shapeOf } from "@otklik/connectors/file/json-pieces";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function read(text: string, shape: JsonShape, pieceLength = 7) {
  const reader = pieceReader(shape);
  const pieces = text.match(new RegExp(`[^]{1,${pieceLength}}`, "g")) ?? [];
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

describe("pieceReader", () => {
  const values = fc.array(fc.jsonValue());
  const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 });
  const pieceLength = fc.integer({ min: 1, max: 30 });

  it("cuts any list into its values", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, 2), pieceLength, (list, indent, length) => {
        const pieces = read(JSON.stringify(list, null, indent), "list", length);
        expect(pieces.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });

  it("finds the list of objects within an object", () => {
    fc.assert(
      fc.property(objects, fc.constantFrom(0, 2), pieceLength, (list, indent, length) => {
        const wrapped = { error: false, tags: ["{", 1], data: { total: 3, reviews: list }, more: [{ a: 1 }] };
        const pieces = read(JSON.stringify(wrapped, null, indent), "wrapped", length);
        expect(pieces.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(list)));
      }),
    );
  });

  it("cuts lines, and says which", () => {
    expect(read('{"a":1}\r\n\n{"a":\n{"a":3}', "lines")).toEqual([
      { where: "line 1", text: '{"a":1}' },
      { where: "line 3", text: '{"a":' },
      { where: "line 4", text: '{"a":3}' },
    ]);
  });

  it("hands over what came before a file breaks off, and says where it did", () => {
    const [first, last] = read('[{"a":1},{"a":"never clos', "list");
    expect(first?.text).toBe('{"a":1}');
    expect(last).toMatchObject({ where: "index 1", text: '{"a":"never clos' });
    expect(last?.wrong?.en).toContain("breaks off");
  });

  it("gives up a value without an end instead of holding the rest of the file", () => {
    const pieces = read(`[{"a":1},{"a":"${"x".repeat(4_200_000)}`, "list", 65_536);
    expect(pieces.map(({ wrong }) => wrong !== undefined)).toEqual([false, true]);
  });
});

describe("shapeOf", () => {
  it.each([
    ['[{"a":1}]', "list"],
    [" \n[\n  {", "list"],
    ['{"a":1}\n{"a":2}\n', "lines"],
    ['{"a":1}', "lines"],
    ['{\n  "reviews": [', "wrapped"],
    ['{"reviews":[{"a":1}]}', "wrapped"],
    ['{"reviews":[{"a":1},{"a', "wrapped"],
    ["[demo] text;5", null],
    ["{demo};5", null],
    ["text;rating", null],
  ])("of %j says %j", (head, shape) => {
    expect(shapeOf(head)).toBe(shape);
  });
});
