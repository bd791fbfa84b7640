import type { Cursor, Feed, Page, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { z } from "zod";
import { missingColumns } from "./cells.ts";
import { readRows, twinsBefore } from "./read-rows.ts";
import { openReading, type Reading } from "./reading.ts";
import type { FileSettings } from "./settings.ts";
import { settle } from "./settle.ts";
import { charactersIn, mostCharacters, type Row } from "./table.ts";

const pageRows = 5000;
/** How many rows below the header have been handed over. */
const Place = z.object({ row: z.int().min(0) });

/**
 * The next rows of the file. Each page reads the file from its start, which keeps nothing between two pages.
 * @throws Refusal when the file is not there, cannot be read, or lacks a column that the settings name
 */
export async function pull(feed: Feed<FileSettings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const given = feed.settings;
  const reading = await openReading(given, tools);
  if (!reading)
    throw new Refusal("unreadable", {
      ru: `В файле «${given.name}» нет таблицы с отзывами.`,
      en: `"${given.name}" holds no table of reviews.`,
    });
  demandColumns(given, reading);
  const settings = settle(given, reading, given.mapping);
  const { names, rows } = reading;
  const start = from === null ? 0 : Place.parse(JSON.parse(from)).row;
  const { page, more } = await pageAt(rows(), start);
  const before = await twinsBefore(page, { rows, until: start, settings, names });
  const done = start + page.length;
  const of = more ? settings.rows : done;
  return {
    ...readRows(page, { settings, names, before, now: tools.now() }),
    next: JSON.stringify({ row: done } satisfies z.infer<typeof Place>),
    more,
    progress: of === undefined ? { done } : { done, of },
  };
}

async function pageAt(rows: AsyncIterable<Row>, start: number): Promise<{ page: Row[]; more: boolean }> {
  const page: Row[] = [];
  let passed = 0;
  let characters = 0;
  for await (const row of rows) {
    if (passed++ < start) continue;
    if (page.length === pageRows || characters > mostCharacters) return { page, more: true };
    page.push(row);
    characters += charactersIn(row);
  }
  return { page, more: false };
}

/** A JSON object need not have every key, so that a name may first come late in the file. */
function demandColumns({ mapping, name }: FileSettings, { names, how }: Reading): void {
  const missing = how.format === "json" ? [] : missingColumns(mapping, names);
  if (missing.length === 0) return;
  const quoted = (list: readonly string[]) => list.map((column) => `"${column}"`).join(", ");
  const inQuotes = (list: readonly string[]) => list.map((column) => `«${column}»`).join(", ");
  throw new Refusal("bad-input", {
    ru: `В файле «${name}» нет ${missing.length === 1 ? "столбца" : "столбцов"} ${inQuotes(missing)}. Есть ${inQuotes(names)}: сопоставьте их заново.`,
    en: `"${name}" has no column ${quoted(missing)}. Its columns are ${quoted(names)}: map them anew.`,
  });
}
