import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { Writable } from "node:stream";
import { format, type Header } from "@otklik/core/archive/archive-line";
import type { Reseal } from "@otklik/core/archive/carry";
import { passphraseSecret } from "@otklik/core/archive/passphrase";
import { writeArchive } from "@otklik/core/archive/write-archive";
import { Refusal } from "@otklik/core/errors";
import { Command } from "commander";
import { localArchive } from "../archive.ts";
import { syncFolder } from "../blob.ts";
import type { Config } from "../config.ts";
import type { Home } from "../home.ts";
import { homeKey } from "../home-key.ts";
import { localSecret } from "../secret.ts";
import { passphraseFile, passphraseFrom } from "./passphrase.ts";
import { say, sayJson, tell } from "./say.ts";
import { configOf, openWherever } from "./session.ts";
import { sayTotals } from "./show-totals.ts";

interface Options {
  withCredentials?: boolean;
  passphraseFile?: string;
  json?: boolean;
}

export const exportCommand = new Command("export")
  .description("write everything into one file, for another home: otklik import-home reads it")
  .argument("<file>", "a new file, such as otklik-2026-11-22.ndjson.gz")
  .option("--with-credentials", "networks' tokens too, sealed with a passphrase; otherwise they stay behind")
  .addOption(passphraseFile())
  .option("--json", "print one JSON object")
  .action(async (file: string, options: Options, command: Command) => {
    const config = configOf(command);
    const { home } = await openWherever(config.dataFolder);
    try {
      await exportHome(resolve(file), options, { home, config });
    } finally {
      home.close();
    }
  });

async function exportHome(
  file: string,
  options: Options,
  { home, config }: { home: Home; config: Config },
): Promise<void> {
  if (existsSync(file)) throw new Refusal("conflict", `${file} is there already. Name a new file.`);
  // Without credentials no key is needed, so that a home whose key is lost can still move.
  const seal = options.withCredentials
    ? sealing((await homeKey(home.table, config)).key, passphraseFrom(options.passphraseFile, config))
    : null;
  const credentials = (await seal?.header()) ?? null;
  const header: Header = { otklik: "home", format, at: new Date().toISOString(), credentials };
  const archive = localArchive(home);
  home.db.exec("BEGIN"); // one moment of the home, whatever a service beside writes meanwhile
  const { bytes, totals } = writeArchive(archive, { header, reseal: seal?.reseal ?? null });
  await writeWhole(file, bytes);
  home.db.exec("COMMIT");
  if (options.json) return sayJson({ file, credentials: seal !== null, ...totals() });
  say(`Everything stands in ${file}.`);
  sayTotals(totals());
  tell(
    seal
      ? "The networks' tokens are in it, sealed with the passphrase: keep the two apart."
      : "The networks' tokens stayed behind: in the other home those sources are paused until each is given again.",
  );
  const { dead } = home.db.prepare("SELECT count(*) AS dead FROM dead_letter").get() as { dead: number };
  if (dead > 0) tell(`${dead} dead letters stay behind.`);
}

/** From this home's key to the passphrase's. */
function sealing(
  key: Uint8Array,
  passphrase: string,
): { reseal: Reseal; header(): Promise<NonNullable<Header["credentials"]>> } {
  const salt = randomBytes(16);
  const secret = localSecret(key);
  const outside = passphraseSecret(passphrase, { salt, random: randomBytes });
  return {
    reseal: async (sealed, context) => outside.seal(await secret.open(sealed, context), context),
    header: async () => ({
      salt: salt.toString("base64"),
      proof: await outside.seal("otklik", "proof"),
    }),
  };
}

/** Whole or not at all, and for its owner alone. */
async function writeWhole(file: string, bytes: ReadableStream<Uint8Array>): Promise<void> {
  const draft = `${dirname(file)}/.${basename(file)}.part`;
  try {
    const target = createWriteStream(draft, { mode: 0o600, flush: true });
    await bytes.pipeTo(Writable.toWeb(target) as WritableStream<Uint8Array>);
    await rename(draft, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
