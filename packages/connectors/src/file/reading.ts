import type { Said, Tools } from "@otklik/core/connector";
import { columnNames, findHeader } from "./header.ts";
import { firstRows, type Opened, openFile } from "./opening.ts";
import type { GivenSettings } from "./settings.ts";
import { isEmpty, type Row, type Table } from "./table.ts";

export const sampled = 500; // rows that a person is shown, and that guesses rest on
const mostHeader = 100; // rows up to the header

/** A table of which it is known where its rows begin and what its columns are called. */
export interface Reading {
  how: Opened["how"] & { header: number };
  names: readonly string[];
  /** The first rows below the header. */
  head: readonly Row[];
  /** All rows below the header that are not empty, from the first, as often as one likes. */
  rows(): AsyncGenerator<Row, void, undefined>;
}

/**
 * Opens a stored file and finds its header; null: it holds no table.
 * @throws Refusal when it is a table that cannot be read, or not there
 */
export async function openReading(given: GivenSettings, tools: Tools): Promise<Reading | null> {
  const opened = await openFile(given, tools);
  if (!opened) return null;
  const { table, how } = opened;
  const first = await firstRows(filled(table, tools.signal), mostHeader + sampled);
  const header = table.names ? 0 : (given.header ?? findHeader(first.map(({ cells }) => cells)));
  const below = first.slice(header);
  const names = table.names ?? columnNames(first[header - 1]?.cells ?? [], widthOf(below, how.format));

  const checked = (row: Row): Row => (how.format === "csv" ? held(row, names) : row);
  async function* rows(): AsyncGenerator<Row, void, undefined> {
    let passed = 0;
    for await (const row of filled(table, tools.signal)) if (++passed > header) yield checked(row);
  }
  return { how: { ...how, header }, names, head: below.slice(0, sampled).map(checked), rows };
}

async function* filled(table: Table, signal: AbortSignal): AsyncGenerator<Row, void, undefined> {
  for await (const row of table.rows()) {
    signal.throwIfAborted();
    if (!isEmpty(row)) yield row;
  }
}

/** How many columns there are besides those that have a name: in CSV a longer row is more likely a broken one. */
function widthOf(rows: readonly Row[], format: Opened["how"]["format"]): number {
  const widths = rows.filter(({ wrong }) => !wrong).map(({ cells }) => cells.length);
  if (format !== "csv") return Math.max(0, ...widths);
  const counts = Map.groupBy(widths, (width) => width);
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 0;
}

/** A row of CSV held against the number of columns. One that is shorter lacks its last cells, as Excel writes it. */
function held(row: Row, names: readonly string[]): Row {
  if (row.wrong) return row;
  const columns: Said = {
    ru: `Столбцов в строке ${row.cells.length}, а в таблице ${names.length}`,
    en: `The row has ${row.cells.length} columns and the table ${names.length}`,
  };
  if (row.loose && row.cells.length !== names.length) {
    const wrong = {
      ru: `${columns.ru}, и у одной кавычки в ней нет пары.`,
      en: `${columns.en}, and a quotation mark in it has no partner.`,
    };
    return { ...row, wrong };
  }
  if (row.cells.slice(names.length).some((cell) => cell.trim() !== "")) {
    const wrong = {
      ru: `${columns.ru}: внутри текста стоит разделитель, а сам текст не в кавычках.`,
      en: `${columns.en}: a text in it holds the delimiter and stands without quotation marks.`,
    };
    return { ...row, wrong };
  }
  return row;
}
