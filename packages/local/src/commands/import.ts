import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { connectSource } from "@otklik/core/api/connect";
import { recognise } from "@otklik/core/api/recognise";
import type { RecognisedView } from "@otklik/core/api/views";
import { lettersOf, listLetters } from "@otklik/core/dead-letter/dead-letter-store";
import { Refusal } from "@otklik/core/errors";
import { newId } from "@otklik/core/id";
import { send } from "@otklik/core/pipeline/jobs";
import type { Ports } from "@otklik/core/ports";
import { InboxFrom } from "@otklik/core/source/source";
import { getHealth } from "@otklik/core/source/source-store";
import { listUnreadable } from "@otklik/core/source/unreadable-store";
import { uploadFolder } from "@otklik/core/tools";
import { Command, Option } from "commander";
import { intake, type Runtime, startRuntime } from "../runtime.ts";
import { manyPairs, pairsIn } from "./pairs.ts";
import { say, sayJson, tell } from "./say.ts";
import { type CommandSession, type WorkPlace, withHome, workPlace } from "./session.ts";
import { rowOf, showColumns, showDryRun, showUnreadable, type UnreadableRow } from "./show-import.ts";

const mostListed = 10_000; // unreadable rows

interface Options {
  from?: InboxFrom;
  map?: string[];
  workspace?: string;
  title?: string;
  dryRun?: boolean;
  json?: boolean;
}

export const importCommand = new Command("import")
  .description("read a CSV, XLSX or JSON export; the same export twice doubles nothing")
  .argument("<file>", "the export")
  .addOption(
    new Option(
      "--from <choice>",
      "what enters the inbox: what is written from now on, in the last 30 days, or all; all of it feeds trends",
    ).choices(InboxFrom.options),
  )
  .option(
    "--map <field=column>",
    "correct the guessed mapping, such as text=Отзыв (text= for none); may be repeated",
    manyPairs,
  )
  .option("--title <title>", "what the source is called (default: the file's name)")
  .option("--workspace <id>", "another workspace than your own")
  .option("--dry-run", "show what was recognised and import nothing")
  .option("--json", "print one JSON object")
  .action((file: string, options: Options, command: Command) =>
    withHome(command, (session) => importFile(file, options, session)),
  );

async function importFile(file: string, options: Options, session: CommandSession): Promise<void> {
  const { ports } = session;
  const path = resolve(file);
  if (!(await stat(path).catch(() => null))?.isFile())
    throw new Refusal("not-found", `There is no file ${path}.`);
  const place = await workPlace(ports, options.workspace);
  const given = {
    blob: `${uploadFolder(place.workspaceId)}${newId(ports.random, 20)}`,
    name: basename(path),
  };
  await ports.blob.put(given.blob, Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>);
  let isKept = false;
  try {
    const recognised = await recogniseFile(given, options.map, { ports, workspaceId: place.workspaceId });
    if (!options.json) showColumns(recognised);
    if (options.dryRun) return showDryRun(recognised, options.json === true);
    if (recognised.sample.length === 0) throw noMentions(recognised);
    isKept = true;
    await connectAndFollow(recognised, { options, session, place });
  } finally {
    if (!isKept) await ports.blob.remove(given.blob);
  }
}

function noMentions({ unreadable }: RecognisedView): Refusal {
  const [first] = unreadable.map(rowOf);
  const why = first ? ` ${first.where ?? "somewhere"}: ${first.why}.` : "";
  const advice = "Say which column holds what, such as --map text=Отзыв --map rating=Оценка";
  return new Refusal("unreadable", `No mention could be read from its first rows.${why} ${advice}`);
}

async function recogniseFile(
  file: { blob: string; name: string },
  corrections: readonly string[] | undefined,
  { ports, workspaceId }: { ports: Ports; workspaceId: string },
): Promise<RecognisedView> {
  const signal = AbortSignal.timeout(600_000);
  const guessed = await recognise({ file }, { ports, workspaceId, signal });
  if (!corrections) return guessed;
  const mapping = mappingFrom(pairsIn(corrections, "text=Отзыв"), guessed);
  const { mapping: before, ...settings } = guessed.settings as { mapping?: Record<string, unknown> };
  return recognise(
    { file, settings: { ...settings, mapping: { ...before, ...mapping } } },
    { ports, workspaceId, signal },
  );
}

/** @throws Refusal for a field or a column that is not there, with those that are */
function mappingFrom(
  pairs: readonly [field: string, column: string][],
  { columns }: RecognisedView,
): Record<string, string | null> {
  if (!columns) throw new Refusal("bad-input", "This file has no columns to map.");
  const [fields, names] = [Object.keys(columns.fields), columns.names];
  for (const [field, column] of pairs) {
    if (!fields.includes(field))
      throw new Refusal("bad-input", `There is no field "${field}". The fields are: ${fields.join(", ")}.`);
    if (column !== "" && !names.includes(column))
      throw new Refusal("bad-input", `There is no column "${column}". The columns are: ${names.join(", ")}.`);
  }
  return Object.fromEntries(pairs.map(([field, column]) => [field, column === "" ? null : column]));
}

/** In the order of the file. */
async function unreadableRows({ table }: WorkPlace, sourceId: string): Promise<UnreadableRow[]> {
  const rows: UnreadableRow[] = [];
  for (let after: string | undefined; rows.length < mostListed; ) {
    const { unreadable, next } = await listUnreadable(table, sourceId, after);
    rows.push(...unreadable.map(rowOf));
    if (next === null) break;
    after = next;
  }
  return rows.sort((a, b) => (a.where ?? "").localeCompare(b.where ?? "", "en", { numeric: true }));
}

async function connectAndFollow(
  recognised: RecognisedView,
  { options, session, place }: { options: Options; session: CommandSession; place: WorkPlace },
): Promise<void> {
  const { ports } = session;
  const { source } = await connectSource(
    {
      brand: place.brandId,
      network: recognised.network,
      title: options.title ?? recognised.title,
      settings: recognised.settings,
      inboxFrom: options.from ?? recognised.advised,
    },
    { ports, table: place.table, signal: AbortSignal.timeout(600_000) },
  );
  const job = { workspaceId: place.workspaceId, sourceId: source.id };
  await send(ports, "pull", [{ job, group: source.id }]);
  const health = await follow(session, place, { sourceId: source.id, isQuiet: options.json === true });
  const rows = await unreadableRows(place, source.id);
  const { found, unreadable } = health;
  if (options.json) return sayJson({ source: source.id, found, unreadable, rows });
  say(`${found} mentions read from ${source.title} into the workspace "${place.name}".`);
  showUnreadable(unreadable, rows);
}

/** Tells how far the pull has come until all is read; does the work itself when no service does, also to its end. */
async function follow(
  session: CommandSession,
  { table }: WorkPlace,
  { sourceId, isQuiet }: { sourceId: string; isQuiet: boolean },
) {
  const { home, ports } = session;
  let runtime: Runtime | undefined;
  let said = -1;
  try {
    for (;;) {
      if (!runtime && session.isAlone()) runtime = startRuntime(home, ports, { schedules: false });
      const health = await getHealth(table, sourceId);
      if (health.fault) throw new Refusal("unreadable", health.fault.message);
      const { letters } = await listLetters(lettersOf(table), { limit: 20 });
      const dead = letters.find(({ queue, subject }) => queue === "pull" && subject.sourceId === sourceId);
      if (dead)
        throw new Error(
          `The file could not be read to its end: ${dead.why.error} ${dead.why.place ?? ""}. See: otklik dead list`,
        );
      const { done, of } = health.progress ?? { done: 0 };
      if (!isQuiet && done !== said) tell(`  ${done}${of ? ` of ${of}` : ""} rows`);
      said = done;
      const isWorking = await runtime?.isIdle(intake).then((idle) => !idle);
      if (health.caughtUp && !isWorking) return health;
      await setTimeout(300);
    }
  } finally {
    await runtime?.stop();
  }
}
