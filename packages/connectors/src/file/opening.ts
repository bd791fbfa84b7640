import type { Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { readBytes } from "../kit/bounded.ts";
import { csvReader } from "./csv.ts";
import { guessDelimiter } from "./delimiter.ts";
import { charsetOf, decoded } from "./encoding.ts";
import { fieldsNamed } from "./header.ts";
import { shapeOf } from "./json-pieces.ts";
import { jsonTable } from "./json-table.ts";
import type { FileSettings, GivenSettings } from "./settings.ts";
import { formatOf } from "./sniff.ts";
import { charactersIn, mostCharacters, type Row, type Table } from "./table.ts";
import { openWorkbook, type Workbook } from "./workbook.ts";

const headBytes = 256 * 1024;
const mostWorkbookBytes = 50_000_000; // a workbook is read out of order, so it is held in memory
const sheetsLooked = 30;
const rowsLooked = 20;

/** A file opened as a table, and how: what was given, and what was found out. */
export interface Opened {
  table: Table;
  how: Pick<FileSettings, "format" | "encoding" | "delimiter" | "sheet">;
}

/**
 * Opens a stored file as a table; null: it holds none.
 * @throws Refusal when it is a table that cannot be read, or not there
 */
export async function openFile(given: GivenSettings, tools: Tools): Promise<Opened | null> {
  const bytes = () => heeded(given.blob, tools);
  const head = await firstBytes(bytes());
  const encoding = charsetOf(head, given.encoding);
  const text = new TextDecoder(encoding).decode(head);
  const format = given.format ?? formatOf(head, text);
  if (format === null) return null;
  if (format === "xlsx") return openXlsx(given, tools);

  const texts = () => decoded(bytes(), encoding);
  if (format === "json") {
    const shape = shapeOf(text);
    if (!shape)
      throw new Refusal("unreadable", {
        ru: `В файле «${given.name}» нет JSON.`,
        en: `"${given.name}" holds no JSON.`,
      });
    return { table: jsonTable(texts, shape), how: { format, encoding } };
  }
  const delimiter = given.delimiter ?? guessDelimiter(text);
  return { table: csvTable(texts, delimiter), how: { format, encoding, delimiter } };
}

async function openXlsx(given: GivenSettings, tools: Tools): Promise<Opened> {
  const of = { ru: `Книга «${given.name}»`, en: `The workbook "${given.name}"` };
  const limit = { maxBytes: mostWorkbookBytes, of };
  const bytes = await readBytes(await tools.file(given.blob), limit).catch(withAdvice);
  const workbook = await openWorkbook(bytes);
  const sheet = given.sheet ?? (await likeliestSheet(workbook));
  return { table: { rows: () => workbook.rows(sheet) }, how: { format: "xlsx", sheet } };
}

function withAdvice(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== "too-large") throw error;
  throw new Refusal(error.code, {
    ru: `${error.said.ru} Сохраните лист в CSV и загрузите его: он может быть любого размера.`,
    en: `${error.said.en} Save the sheet as CSV and import that: it may be of any size.`,
  });
}

/** The sheet with the row that names the most of our fields; the first one where all are strange. */
async function likeliestSheet(workbook: Workbook): Promise<string> {
  let best = { sheet: workbook.sheets[0] ?? "", named: 0 };
  for (const sheet of workbook.sheets.slice(0, sheetsLooked)) {
    const rows = await firstRows(workbook.rows(sheet), rowsLooked);
    const named = Math.max(0, ...rows.map(({ cells }) => fieldsNamed(cells)));
    if (named > best.named) best = { sheet, named };
  }
  return best.sheet;
}

function csvTable(texts: () => AsyncIterable<string>, delimiter: string): Table {
  async function* rows(): AsyncGenerator<Row, void, undefined> {
    const reader = csvReader(delimiter);
    for await (const text of texts()) for (const row of reader.push(text)) if (!isHint(row)) yield row;
    for (const row of reader.end()) yield row;
  }
  return { rows };
}

/** The line by which Excel is told the delimiter. */
const isHint = ({ where, cells }: Row): boolean =>
  where === "line 1" && /^sep=/i.test(cells[0] ?? "") && cells.join("").length <= 5;

/** The first rows, as far as they fit into memory. */
export async function firstRows(rows: AsyncIterable<Row>, most: number): Promise<Row[]> {
  const first: Row[] = [];
  let characters = 0;
  for await (const row of rows) {
    characters += charactersIn(row);
    if (first.push(row) >= most || characters > mostCharacters) break;
  }
  return first;
}

async function firstBytes(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.byteLength;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces);
}

/** The file's bytes, for as long as the caller wants them. */
async function* heeded(blob: string, tools: Tools): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of await tools.file(blob)) {
    tools.signal.throwIfAborted();
    yield piece;
  }
}
