import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { Writable } from "node:stream";
import type { Archive } from "@otklik/core/archive";
import { format, type Header } from "@otklik/core/archive/archive-line";
import type { Reseal } from "@otklik/core/archive/carry";
import { passphraseSecret } from "@otklik/core/archive/passphrase";
import type { Totals } from "@otklik/core/archive/tally";
import { writeArchive } from "@otklik/core/archive/write-archive";
import { Refusal } from "@otklik/core/errors";
import type { Secret } from "@otklik/core/ports";
import { syncFolder } from "./blob.ts";

/**
 * Writes all of a home into a new file, whole or not at all, and for its owner alone.
 * @param of.credentials the home's own secret and the passphrase to seal them with; null: they stay behind
 * @throws Refusal when the file is there already
 */
export async function exportFile(
  file: string,
  of: { archive: Archive; credentials: { secret: Secret; passphrase: string } | null; now: Date },
): Promise<Totals> {
  if (existsSync(file)) throw new Refusal("conflict", `${file} is there already. Name a new file.`);
  const seal = of.credentials && sealing(of.credentials);
  const credentials = (await seal?.header()) ?? null;
  const header: Header = { otklik: "home", format, at: of.now.toISOString(), credentials };
  const { bytes, totals } = writeArchive(of.archive, { header, reseal: seal?.reseal ?? null });
  await writeWhole(file, bytes);
  return totals();
}

/** From the home's own key to the passphrase's. */
function sealing({ secret, passphrase }: { secret: Secret; passphrase: string }): {
  reseal: Reseal;
  header(): Promise<NonNullable<Header["credentials"]>>;
} {
  const salt = randomBytes(16);
  const outside = passphraseSecret(passphrase, { salt, random: randomBytes });
  return {
    reseal: async (sealed, context) => outside.seal(await secret.open(sealed, context), context),
    header: async () => ({
      salt: salt.toString("base64"),
      proof: await outside.seal("otklik", "proof"),
    }),
  };
}

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
