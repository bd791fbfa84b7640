import { resolve } from "node:path";
import type { Archive } from "@otklik/core/archive";
import { find } from "@otklik/core/pipeline/find";
import { measure } from "@otklik/core/pipeline/measure";
import type { Change, Ports } from "@otklik/core/ports";
import { Command } from "commander";
import { localArchive } from "../archive.ts";
import { composePorts } from "../compose.ts";
import { openHome } from "../home.ts";
import { homeKey } from "../home-key.ts";
import { importFile, readFile } from "../import-file.ts";
import { jsonLog } from "../log.ts";
import { beginFilling, endFilling } from "../unfinished.ts";
import { type MovingOptions, passphraseFile, passphraseFrom } from "./passphrase.ts";
import { say, sayJson, tell } from "./say.ts";
import { configOf } from "./session.ts";
import { sayTotals } from "./show-totals.ts";

/** The command to move into an empty home, whichever it is. */
export const importing = (command: Command): Command =>
  command
    .description("bring another home's export into this one, which must be empty")
    .argument("<file>", "as otklik export wrote it")
    .addOption(passphraseFile())
    .option("--json", "print one JSON object");

export const importHomeCommand = importing(new Command("import-home")).action(importHome);

async function importHome(given: string, options: MovingOptions, command: Command): Promise<void> {
  const config = configOf(command);
  const file = await readFile(resolve(given), () => passphraseFrom(options.passphraseFile, config));
  const home = await openHome(config.dataFolder);
  try {
    const archive = localArchive(home);
    const { key } = await homeKey(home.table, config);
    const log = jsonLog((line) => process.stderr.write(line), { least: "error" });
    const ports = composePorts(home, config, { log, key });
    const here = await importFile(file, {
      archive,
      ports,
      begin: () => beginFilling(config.dataFolder, "import-home"),
      otherwise: "Begin again with a new folder: --data FOLDER",
    });
    await tellRooms(archive, ports);
    endFilling(config.dataFolder);
    if (options.json) return sayJson({ data: config.dataFolder, ...here });
    say(`Everything of the file stands in ${config.dataFolder}, counted again here:`);
    sayTotals(here);
    if (!file.outside) await tellPaused(archive);
  } finally {
    home.close();
  }
}

/** Search lies outside the table, and a mention may have left home before it was measured: both rooms hear of all. */
async function tellRooms(archive: Archive, ports: Ports): Promise<void> {
  let page: Change[] = [];
  const tellPage = async (): Promise<void> => {
    await measure(page, ports);
    await find(page, ports);
    page = [];
  };
  const rows = await Array.fromAsync(archive.rows(), ({ pk, sk }) => ({ pk, sk }));
  for (const key of rows) {
    page.push({ key, row: await ports.table.get(key) });
    if (page.length === 200) await tellPage();
  }
  await tellPage();
}

/** The sources that wait for their credentials. */
export async function tellPaused(archive: Archive): Promise<void> {
  for await (const { pk, sk, body } of archive.rows())
    if (pk.endsWith("/sources") && body.accountId)
      tell(
        `Paused until its credential is given again: ${body.title}. otklik source credential ${sk} NAME=VALUE`,
      );
}
