import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Refusal } from "@otklik/core/errors";
import type { Labeler } from "@otklik/core/label/labeler";
import { type Trade, trades } from "@otklik/core/label/topic";
import { Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { type Command as AnyCommand, Command, Option } from "commander";
import { composeLabeler } from "../compose.ts";
import { openDatabase } from "../database.ts";
import { jsonLog } from "../log.ts";
import { localTable } from "../table.ts";
import { type LineLabelled, labelledLines } from "./label/labelled.ts";
import { blocksOfLines } from "./label/lines.ts";
import { forms, lineReader, type ReadingOptions } from "./label/reading.ts";
import { tableFailed, tableHead, tableRow } from "./label/table.ts";
import { tell } from "./say.ts";
import { configOf } from "./session.ts";

interface LabelOptions extends ReadingOptions {
  format: "json" | "table";
  trade: Trade;
}

export const labelCommand = new Command("label")
  .description("texts, JSON lines or TSV in, labels as JSON lines out, one for each line and in their order")
  .argument("[file]", "what to read, gzipped or not; - or none: the standard input")
  .addOption(new Option("--format <format>", "of the output").choices(["json", "table"]).default("json"))
  .addOption(new Option("--from <form>", "of the input; default: told by its first line").choices(forms))
  .option(
    "--out-of <best>",
    "the best rating, where a line does not say it; default: 5, else 10, else 100",
    bestOf,
  )
  .addOption(
    new Option("--trade <trade>", "whose topics are looked for")
      .choices(trades)
      .default("general" satisfies Trade),
  )
  .addHelpText(
    "after",
    `
The input is one of:
  texts  one a line, each taken for a review
  json   one object a line: text, title, pros, cons, stars (or rating), outOf, verdict (recommended,
         not-recommended), kind (review, comment, question, message), language, id. Names may be spelt as in an
         export ("Review Text", "Достоинства"); what else stands there, such as the network, is left alone.
  tsv    a header with a column "text"; the other columns are named as in json
Each line gives one line, {"n", "id", "label"} or {"n", "failed"}, where n is the line's number in the input, counted from
1. A blank line is a mention without words and gives its label too; a header gives none. A line that cannot be read is
told by its number and spoils no other. In the table a "?" after the sentiment says: unsure.`,
  )
  .action(async (file: string | undefined, options: LabelOptions, command: Command) => {
    const labeler = labelerOf(command);
    const vocabulary = Vocabulary.parse({ trade: options.trade });
    const lines = labelledLines(blocksOfLines(await bytesOf(file)), {
      read: lineReader(options),
      label: (mentions) => labeler.label(mentions, { workspaceId: "commandline", vocabulary }),
    });
    if (options.format === "table") await put(tableHead());
    const unread: number[] = [];
    for await (const line of lines) {
      if ("failed" in line) unread.push(line.n);
      await put(options.format === "table" ? rowOf(line) : jsonOf(line));
    }
    if (unread.length > 0) tell(`${unread.length} without a label: line ${someOf(unread)}`);
  });

function labelerOf(command: AnyCommand): Labeler {
  const now = (): Date => new Date();
  const log = jsonLog((line) => process.stderr.write(line), { now, least: "warn" });
  // What this command spends is counted for its own run alone.
  const table = localTable(openDatabase(":memory:"));
  return composeLabeler(table, configOf(command), { log, now });
}

async function bytesOf(file = "-"): Promise<AsyncIterable<Uint8Array>> {
  if (file === "-") return process.stdin;
  const found = await stat(file).catch(() => null);
  if (!found || found.isDirectory()) throw new Refusal("not-found", `There is no file ${file}.`);
  return createReadStream(file);
}

const jsonOf = ({ read, ...line }: LineLabelled): string => JSON.stringify(line);

const rowOf = (line: LineLabelled): string =>
  "label" in line && line.read
    ? tableRow(line.n, line.label, line.read.mention)
    : tableFailed(line.n, "failed" in line ? line.failed : "");

/** Whoever reads slowly is waited for: a long file is never held in memory. */
async function put(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}

function bestOf(given: string): number {
  const best = Number(given);
  if (best > 0) return best;
  throw new Refusal("bad-input", `--out-of ${given}: the best rating is a number above 0.`);
}

const someOf = (numbers: readonly number[]): string =>
  numbers.length > 20 ? `${numbers.slice(0, 20).join(", ")}, …` : numbers.join(", ");
