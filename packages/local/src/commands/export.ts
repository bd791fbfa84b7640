import { resolve } from "node:path";
import { Command } from "commander";
import { localArchive } from "../archive.ts";
import type { Config } from "../config.ts";
import { exportFile } from "../export-file.ts";
import type { Home } from "../home.ts";
import { homeKey } from "../home-key.ts";
import { localSecret } from "../secret.ts";
import { type MovingOptions, passphraseFile, passphraseFrom } from "./passphrase.ts";
import { tell } from "./say.ts";
import { configOf, openWherever } from "./session.ts";
import { sayExported } from "./show-totals.ts";

export interface ExportOptions extends MovingOptions {
  withCredentials?: boolean;
}

/** The command to move out of a home, whichever it is. */
export const exporting = (command: Command): Command =>
  command
    .description("write everything into one file, for another home: otklik import-home reads it")
    .argument("<file>", "a new file, such as otklik-2026-11-22.ndjson.gz")
    .option(
      "--with-credentials",
      "networks' tokens too, sealed with a passphrase; otherwise they stay behind",
    )
    .addOption(passphraseFile())
    .option("--json", "print one JSON object");

export const exportCommand = exporting(new Command("export")).action(
  async (given: string, options: ExportOptions, command: Command) => {
    const config = configOf(command);
    const { home } = await openWherever(config.dataFolder);
    try {
      await exportHome(resolve(given), options, { home, config });
    } finally {
      home.close();
    }
  },
);

async function exportHome(
  file: string,
  options: ExportOptions,
  { home, config }: { home: Home; config: Config },
): Promise<void> {
  // Without credentials no key is needed, so that a home whose key is lost can still move.
  const credentials = options.withCredentials
    ? {
        passphrase: passphraseFrom(options.passphraseFile, config),
        secret: localSecret((await homeKey(home.table, config)).key),
      }
    : null;
  home.db.exec("BEGIN"); // one moment of the home, whatever a service beside writes meanwhile
  const totals = await exportFile(file, { archive: localArchive(home), credentials, now: new Date() });
  home.db.exec("COMMIT");
  sayExported({ file, totals, withCredentials: credentials !== null }, options);
  const { dead } = home.db.prepare("SELECT count(*) AS dead FROM dead_letter").get() as { dead: number };
  if (dead > 0 && !options.json) tell(`${dead} dead letters stay behind.`);
}
