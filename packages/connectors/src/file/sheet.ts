import { serialText } from "./serial-date.ts";
import type { Row } from "./table.ts";
import { type XmlHandlers, xmlPieces } from "./xml.ts";

const mostColumns = 1000;

export interface CellContext {
  strings: readonly string[];
  /** For each cell style, whether it shows dates. */
  dateStyles: readonly boolean[];
  is1904: boolean;
}

/** The rows of a sheet that hold anything, each under the number that a spreadsheet program shows. */
export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  context: CellContext,
): AsyncGenerator<Row, void, undefined> {
  const rows: Row[] = [];
  for await (const _ of xmlPieces(bytes, rowHandlers(rows, context))) yield* rows.splice(0);
}

interface Cell {
  type: string;
  style: number;
  value: string;
}

function rowHandlers(rows: Row[], context: CellContext): XmlHandlers {
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let cell: Cell = { type: "n", style: 0, value: "" };
  let isValue = false;
  let aids = 0; // reading aids of East Asian text, which are no part of it
  return {
    open(tag, { r: place = "", t: type = "n", s: style = "0" }) {
      if (tag === "row") {
        number = Number(place) || number + 1;
        cells = [];
        column = -1;
      }
      if (tag === "c") {
        column = columnOf(place) ?? column + 1;
        cell = { type, style: Number(style), value: "" };
      }
      if (tag === "rPh") aids++;
      isValue = tag === "v" || (tag === "t" && aids === 0);
    },
    text(text) {
      if (isValue) cell.value += text;
    },
    close(tag) {
      isValue = false;
      if (tag === "rPh") aids--;
      if (tag === "c" && cell.value !== "" && column < mostColumns) {
        while (cells.length < column) cells.push("");
        cells[column] = cellText(cell, context);
      }
      if (tag === "row" && cells.length > 0) rows.push({ where: `row ${number}`, cells });
    },
  };
}

/** "C12" is 2; undefined where the cell does not say where it stands. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** ECMA-376 part 1, 18.18.11: what the kinds of cells hold. */
function cellText({ type, style, value }: Cell, { strings, dateStyles, is1904 }: CellContext): string {
  if (type === "s") return unescaped(strings[Number(value)] ?? "");
  if (type === "b") return value === "1" ? "true" : "false";
  if (type !== "n") return unescaped(value);
  if (dateStyles[style]) return serialText(Number(value), is1904);
  if (/^-?\d+$/.test(value)) return value; // an id past 2^53 keeps its digits
  const number = Number(value);
  return Number.isNaN(number) ? value : String(Number(number.toPrecision(15))); // as many digits as are shown
}

/** Characters that XML cannot hold are written as `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
