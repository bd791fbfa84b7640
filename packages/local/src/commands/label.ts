import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Refusal } from "@otklik/core/errors";
import type { Labelled, LabelOutcome } from "@otklik/core/label/labeler";
import { FoundMention } from "@otklik/core/mention/found";
import { Command } from "commander";
import { composeLabeler } from "../compose.ts";
import { openDatabase } from "../database.ts";
import { jsonLog } from "../log.ts";
import { localTable } from "../table.ts";
import { sayJson, wrongIn } from "./say.ts";
import { configOf } from "./session.ts";

const batch = 20;
const Given = FoundMention.pick({
  title: true,
  text: true,
  pros: true,
  cons: true,
  rating: true,
  verdict: true,
  language: true,
}).extend({ kind: FoundMention.shape.kind.default("review") });

export const labelCommand = new Command("label")
  .description("texts or JSON lines in, labels as JSON lines out, one for each and in their order")
  .argument(
    "[file]",
    "one text, or one JSON object with text, rating {stars, outOf}, pros, cons, a line; default: stdin",
  )
  .action(async (file: string | undefined, _: unknown, command: Command) => {
    const now = (): Date => new Date();
    const log = jsonLog((line) => process.stderr.write(line), { now, least: "warn" });
    // What this command spends is counted for its own run alone.
    const table = localTable(openDatabase(":memory:"));
    const labeler = composeLabeler(table, configOf(command), { log, now });
    const label = (texts: readonly Labelled[]): Promise<LabelOutcome[]> =>
      labeler.label(texts, { workspaceId: "commandline" });
    let waiting: (Labelled | { failed: string })[] = [];
    const flush = async (): Promise<void> => {
      const outcomes = await label(waiting.filter((one) => "text" in one));
      for (const one of waiting) sayJson("text" in one ? outcomes.shift() : one);
      waiting = [];
    };
    let number = 0;
    for await (const line of await linesOf(file)) {
      number++;
      if (line.trim() !== "") waiting.push(readLine(line, number));
      if (waiting.length === batch) await flush();
    }
    await flush();
  });

async function linesOf(file: string | undefined): Promise<AsyncIterable<string>> {
  if (file === undefined) return createInterface({ input: process.stdin, crlfDelay: Infinity });
  const found = await stat(file).catch(() => null);
  if (!found || found.isDirectory()) throw new Refusal("not-found", `There is no file ${file}.`);
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

/** A line of JSON must read as a mention; any other line is a text. */
function readLine(line: string, number: number): Labelled | { failed: string } {
  const json = objectIn(line);
  if (json === null) return { kind: "review", text: line };
  const { data, error } = Given.safeParse(json);
  return data ?? { failed: `line ${number}: ${wrongIn(error)}` };
}

function objectIn(line: string): unknown {
  if (!line.trimStart().startsWith("{")) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
