import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { backUp } from "../backup.ts";
import type { Config } from "../config.ts";
import { openDatabase } from "../database.ts";
import { databaseOf } from "../home.ts";
import { homeKey } from "../home-key.ts";
import { restore } from "../restore.ts";
import { localTable } from "../table.ts";
import { say, sayJson, tell } from "./say.ts";
import { configOf } from "./session.ts";

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("It is a whole number from 1.");
}

export const backupCommand = new Command("backup")
  .description(
    "copy the data into a new folder below this one, also while the service runs; the key is not in it",
  )
  .argument("<folder>", "where backups are kept, best on another disk")
  .option("--keep <number>", "how many stay there; older ones are removed", count, 7)
  .option("--json", "print one JSON object")
  .action(async (into: string, { keep, json }: { keep: number; json?: boolean }, command: Command) => {
    const { dataFolder, key } = configOf(command);
    const made = await backUp(dataFolder, { into, keep, now: new Date() });
    if (json) return sayJson(made);
    say(
      `A backup stands in ${made.folder}: ${made.rows} rows, ${made.messages} messages, ${made.blobs} files, checked.`,
    );
    if (made.removed.length > 0) say(`  removed the oldest: ${made.removed.join(", ")}`);
    const where = key.environment ? "OTKLIK_KEY" : key.file;
    tell(
      `The key of the credentials is not in it: keep a copy of ${where} elsewhere, or the tokens are lost with it.`,
    );
  });

export const restoreCommand = new Command("restore")
  .description("put a backup into the data folder while no service runs; what stands there is kept beside it")
  .argument("<folder>", "a backup, or the folder of backups for the newest one")
  .option("--json", "print one JSON object")
  .action(async (given: string, { json }: { json?: boolean }, command: Command) => {
    const config = configOf(command);
    const done = await restore(resolve(given), { data: config.dataFolder, now: new Date() });
    if (json) return sayJson(done);
    say(
      `${config.dataFolder} is as it was at ${done.at}: ${done.rows} rows, ${done.messages} messages, ${done.blobs} files.`,
    );
    if (done.replaced) say(`  what stood there before: ${done.replaced}`);
    say(`  replies that wait: ${done.asked}; the network is asked about each before it is sent`);
    await tellOfKey(config);
  });

async function tellOfKey(config: Config): Promise<void> {
  const db = openDatabase(databaseOf(config.dataFolder));
  try {
    await homeKey(localTable(db), config);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  } finally {
    db.close();
  }
}
