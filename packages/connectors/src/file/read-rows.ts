import type { Said, Unreadable } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import type { FoundMention } from "@otklik/core/mention/found";
import { readEach } from "../kit/lists.ts";
import { cellsBy, tidyCells } from "./cells.ts";
import { externalIdOf, twinKey } from "./identity.ts";
import { mentionOf } from "./mention.ts";
import type { FileSettings } from "./settings.ts";
import type { Row } from "./table.ts";

interface Context {
  settings: FileSettings;
  names: readonly string[];
  now: Date;
  /** How many twins each row has before these rows: see `twinsBefore`. */
  before?: ReadonlyMap<string, number>;
}

/** Each row as a mention, or as what could not be read; a bad row keeps no other out. */
export function readRows(
  rows: readonly Row[],
  { settings, names, now, before }: Context,
): { found: FoundMention[]; unreadable: Unreadable[] } {
  const take = cellsBy(settings.mapping, names);
  const seen = new Map(before);
  const read = (row: Row): FoundMention => {
    if (row.wrong) throw new Refusal("unreadable", row.wrong);
    const cells = take(row.cells);
    const key = twinKey(cells);
    const occurrence = key === null ? 1 : (seen.get(key) ?? 0) + 1;
    if (key !== null) seen.set(key, occurrence);
    const externalId = externalIdOf(cells, { network: settings.network, occurrence });
    return mentionOf(tidyCells(cells), { settings, externalId, now });
  };
  const each = rows.map((row) =>
    readEach(
      [row.cells],
      () => read(row),
      () => placeSaid(row.where),
    ),
  );
  return {
    found: each.flatMap(({ found }) => found),
    unreadable: each.flatMap(({ unreadable }) => unreadable),
  };
}

const places: Readonly<Record<string, string>> = { line: "строка", row: "строка", index: "индекс" };

/** "line 17" for readers of both languages. */
const placeSaid = (where: string): Said => ({
  ru: where.replace(/^[a-z]+/, (word) => places[word] ?? word),
  en: where,
});

interface Before extends Pick<Context, "settings" | "names"> {
  /** All rows of the file, from the first. */
  rows: () => AsyncIterable<Row>;
  /** How many of them come before the page. */
  until: number;
}

/**
 * How many twins each row of a page has among the rows before it. Those are read once more for that, and only what is
 * alike to a row of this page is counted, so that memory is bounded by a page, however long the file is.
 */
export async function twinsBefore(
  page: readonly Row[],
  { rows, until, settings, names }: Before,
): Promise<Map<string, number>> {
  const take = cellsBy(settings.mapping, names);
  const keyOf = (row: Row) => (row.wrong ? null : twinKey(take(row.cells)));
  const keys = page.map(keyOf).filter((key) => key !== null);
  const counts = new Map(keys.map((key) => [key, 0]));
  if (until === 0 || counts.size === 0) return counts;
  let passed = 0;
  for await (const row of rows()) {
    if (passed++ >= until) break;
    const key = keyOf(row);
    const count = key === null ? undefined : counts.get(key);
    if (key !== null && count !== undefined) counts.set(key, count + 1);
  }
  return counts;
}
