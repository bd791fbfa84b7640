import { tidy } from "../kit/text.ts";
import { type Field, fields, type Mapping } from "./settings.ts";

/** A row's cells by what they hold; "" where nothing stands. */
export type Cells = Readonly<Record<Field, string>>;

const nothing = /^(?:null|nan|undefined|#n\/a)$/i; // how programs write an empty cell
const noAnswer = /^(?:[-–—.]+|нет|n\/a|none|не указан[оа]?)$/i; // how people do
const prose: ReadonlySet<Field> = new Set<Field>(["text", "title", "pros", "cons"]); // where "нет" is a word
const blank = Object.fromEntries(fields.map((field) => [field, ""])) as Cells;

/** How to take a row's cells as they stand. The names of the columns may still grow as rows are read (JSON). */
export function cellsBy(mapping: Mapping, names: readonly string[]): (row: readonly string[]) => Cells {
  const mapped = fields.filter((field) => mapping[field]);
  const columns = new Map<Field, number>();
  const columnOf = (field: Field): number => {
    const known = columns.get(field) ?? names.indexOf(mapping[field] ?? "");
    if (known >= 0) columns.set(field, known);
    return known;
  };
  return (row) => {
    const cells = { ...blank };
    for (const field of mapped) cells[field] = row[columnOf(field)] ?? "";
    return cells;
  };
}

/** Cells as a person reads them, and nothing where "null" or a dash stands. */
export function tidyCells(cells: Cells): Cells {
  const tidied = { ...blank };
  for (const field of fields) tidied[field] = tidyCell(field, cells[field]);
  return tidied;
}

export function tidyCell(field: Field, cell: string): string {
  if (cell === "") return "";
  const text = tidy(cell);
  return nothing.test(text) || (!prose.has(field) && noAnswer.test(text)) ? "" : text;
}

/** Columns that the mapping names and the file does not have. */
export const missingColumns = (mapping: Mapping, names: readonly string[]): string[] =>
  fields.flatMap((field) => mapping[field] ?? []).filter((name) => !names.includes(name));
