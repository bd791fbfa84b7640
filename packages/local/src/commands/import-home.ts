import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import type { Archive } from "@otklik/core/archive";
import type { Header } from "@otklik/core/archive/archive-line";
import { bringIn } from "@otklik/core/archive/bring-in";
import type { Reseal } from "@otklik/core/archive/carry";
import { passphraseSecret } from "@otklik/core/archive/passphrase";
import { type OpenFile, verifyArchive } from "@otklik/core/archive/read-archive";
import { kinds, type Totals } from "@otklik/core/archive/tally";
import { totalsOf } from "@otklik/core/archive/write-archive";
import { Refusal } from "@otklik/core/errors";
import { find } from "@otklik/core/pipeline/find";
import { measure } from "@otklik/core/pipeline/measure";
import type { Change, Ports } from "@otklik/core/ports";
import { Command } from "commander";
import { localArchive } from "../archive.ts";
import { composePorts } from "../compose.ts";
import { openHome } from "../home.ts";
import { homeKey } from "../home-key.ts";
import { jsonLog } from "../log.ts";
import { beginFilling, endFilling } from "../unfinished.ts";
import { passphraseFile, passphraseFrom } from "./passphrase.ts";
import { say, sayJson, tell } from "./say.ts";
import { configOf } from "./session.ts";
import { sayTotals } from "./show-totals.ts";

interface Options {
  passphraseFile?: string;
  json?: boolean;
}

export const importHomeCommand = new Command("import-home")
  .description("bring another home's export into this one, which must be empty")
  .argument("<file>", "as otklik export wrote it")
  .addOption(passphraseFile())
  .option("--json", "print one JSON object")
  .action(importHome);

async function importHome(given: string, options: Options, command: Command): Promise<void> {
  const file = resolve(given);
  if (!existsSync(file)) throw new Refusal("not-found", `There is no file ${file}.`);
  const open: OpenFile = () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const { header, totals } = await verifyArchive(open); // all of it, before anything is written
  const config = configOf(command);
  const outside =
    header.credentials && (await opening(header, passphraseFrom(options.passphraseFile, config)));
  const home = await openHome(config.dataFolder);
  try {
    const archive = localArchive(home);
    const { key } = await homeKey(home.table, config);
    const log = jsonLog((line) => process.stderr.write(line), { least: "error" });
    const ports = composePorts(home, config, { log, key });
    const reseal: Reseal | null =
      outside && (async (sealed, id) => ports.secret.seal(await outside(sealed, id), id));
    const { blob, queue, now } = ports;
    await bringIn(open, {
      ...{ archive, reseal, blob, queue, now },
      begin: () => beginFilling(config.dataFolder, "import-home"),
    });
    const here = await totalsOf(archive, reseal && (async (sealed) => sealed));
    refuseUnlike(totals, here);
    await tellRooms(archive, ports);
    endFilling(config.dataFolder);
    if (options.json) return sayJson({ data: config.dataFolder, ...here });
    say(`Everything of the file stands in ${config.dataFolder}, counted again here:`);
    sayTotals(here);
    if (!outside) await tellPaused(archive);
  } finally {
    home.close();
  }
}

/** What opens the file's credentials. @throws Refusal for another passphrase, before anything is written */
async function opening({ credentials }: Header, passphrase: string): Promise<Reseal> {
  const salt = Buffer.from(credentials?.salt ?? "", "base64");
  const secret = passphraseSecret(passphrase, { salt, random: (bytes) => new Uint8Array(bytes) });
  await secret.open(credentials?.proof ?? "", "proof");
  return secret.open;
}

function refuseUnlike(file: Totals, here: Totals): void {
  const unlike = kinds.filter(
    (kind) => file[kind].count !== here[kind].count || file[kind].sha256 !== here[kind].sha256,
  );
  if (unlike.length > 0)
    throw new Error(
      `What stands here is not what stands in the file (${unlike.join(", ")}). ` +
        "Begin again with a new folder: --data FOLDER",
    );
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

async function tellPaused(archive: Archive): Promise<void> {
  for await (const { pk, sk, body } of archive.rows())
    if (pk.endsWith("/sources") && body.accountId)
      tell(
        `Paused until its credential is given again: ${body.title}. otklik source credential ${sk} NAME=VALUE`,
      );
}
