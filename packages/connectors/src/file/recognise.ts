import type { Given, Recognised, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { issuesOf } from "../kit/lists.ts";
import { guessMapping } from "./mapping.ts";
import { readRows } from "./read-rows.ts";
import { openReading, type Reading } from "./reading.ts";
import { FileSettings, type GivenSettings, type Mapping } from "./settings.ts";
import { corrected, settle } from "./settle.ts";

const counted = 100_000; // rows; of longer files the number is not known before the end
const shownRows = 20;
const longestCell = 300; // characters shown of one

/**
 * What a dropped file holds, as far as its first rows tell, and how its columns were taken. What a person corrected
 * comes as `settings`, any of them, and wins over the guess. null: no file, or none with a table.
 * @throws Refusal when it is a table that cannot be read, or the settings are none
 */
export async function recognise(given: Given, tools: Tools): Promise<Recognised<FileSettings> | null> {
  if (!given.file) return null;
  const told: GivenSettings = { ...parsed(given.settings), ...given.file };
  const reading = await openReading(told, tools);
  if (!reading) return null;
  const { names, head } = reading;
  const whole = head.filter(({ wrong }) => !wrong).map(({ cells }) => cells);
  const mapping = corrected(guessMapping(names, whole), told.mapping ?? {}, names);
  const count = await countOf(reading);
  const settings: FileSettings = { ...settle(told, reading, mapping), rows: count };
  const { found, unreadable } = readRows(head, { settings, names, now: tools.now() });
  return {
    title: told.name,
    settings,
    sample: found,
    unreadable,
    ...(count !== undefined && { count }),
    columns: { names: [...names], fields: fieldsOf(mapping), rows: shown(reading) },
  };
}

function parsed(settings: unknown): Partial<FileSettings> {
  const { data, error } = FileSettings.partial().safeParse(settings ?? {});
  if (!error) return data;
  const fields = error.issues.map(({ path }) => `«${path.map(String).join(".")}»`);
  throw new Refusal("bad-input", {
    ru: `Такие настройки не подходят: ${fields.join(", ")}.`,
    en: `These settings cannot be used: ${issuesOf(error)}.`,
  });
}

async function countOf({ rows }: Reading): Promise<number | undefined> {
  let count = 0;
  for await (const _ of rows()) if (++count > counted) return undefined;
  return count;
}

const fieldsOf = (mapping: Mapping): Record<string, string | null> =>
  Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, column ?? null]));

const shown = ({ head, names }: Reading): string[][] =>
  head
    .slice(0, shownRows)
    .map(({ cells }) => names.map((_, column) => (cells[column] ?? "").slice(0, longestCell)));
