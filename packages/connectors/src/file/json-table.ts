import type { Said } from "@otklik/core/connector";
import { parseJson } from "../kit/json.ts";
import { type JsonShape, type Piece, pieceReader } from "./json-pieces.ts";
import type { Row, Table } from "./table.ts";

const deepest = 5; // objects within objects that become columns such as "answer.text"
const mostColumns = 1000;
const notWhole: Said = { ru: "Этот JSON испорчен.", en: "It is not whole JSON." };
const notObject: Said = { ru: "Это не объект JSON.", en: "It is not a JSON object." };

/** Each object of a JSON list, or of JSON lines, as a row; the names of its columns are collected on the way. */
export function jsonTable(open: () => AsyncIterable<string>, shape: JsonShape): Table {
  const names: string[] = [];
  const columns = new Map<string, number>();

  function columnOf(name: string): number | undefined {
    const known = columns.get(name);
    if (known !== undefined || names.length >= mostColumns) return known;
    columns.set(name, names.length);
    return names.push(name) - 1;
  }

  function rowOf({ where, text, wrong }: Piece): Row {
    if (wrong) return { where, cells: [text], wrong };
    const value = parsed(text);
    if (value === undefined) return { where, cells: [text], wrong: notWhole };
    if (!isObject(value)) return { where, cells: [text], wrong: notObject };
    const cells: string[] = [];
    for (const [name, cell] of flat(value)) {
      const column = columnOf(name);
      if (column === undefined) continue;
      while (cells.length < column) cells.push("");
      cells[column] = cell;
    }
    return { where, cells };
  }

  async function* rows(): AsyncGenerator<Row, void, undefined> {
    const reader = pieceReader(shape);
    for await (const text of open()) for (const piece of reader.push(text)) yield rowOf(piece);
    for (const piece of reader.end()) yield rowOf(piece);
  }

  return { rows, names };
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined; // the row says so
  }
}

function* flat(value: Record<string, unknown>, path = "", depth = 1): Generator<[string, string]> {
  for (const [key, inner] of Object.entries(value)) {
    if (isObject(inner) && depth < deepest) yield* flat(inner, `${path}${key}.`, depth + 1);
    else yield [path + key, cellOf(inner)];
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.every((entry) => typeof entry !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
