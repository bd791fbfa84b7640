import { createReadStream, existsSync } from "node:fs";
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
import type { Ports } from "@otklik/core/ports";

/** A file that has been read to its end and found whole. */
export interface ReadFile {
  open: OpenFile;
  totals: Totals;
  /** What opens its credentials; null where it holds none. */
  outside: Reseal | null;
}

/**
 * Reads all of an export before anything is written.
 * @param passphrase asked for only where the file holds credentials
 * @throws Refusal for a file that is cut or altered, or another passphrase
 */
export async function readFile(file: string, passphrase: () => string): Promise<ReadFile> {
  if (!existsSync(file)) throw new Refusal("not-found", `There is no file ${file}.`);
  const open: OpenFile = () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const { header, totals } = await verifyArchive(open);
  const outside = header.credentials && (await opening(header.credentials, passphrase()));
  return { open, totals, outside };
}

/** @throws Refusal for another passphrase */
async function opening(
  { salt, proof }: NonNullable<Header["credentials"]>,
  passphrase: string,
): Promise<Reseal> {
  const secret = passphraseSecret(passphrase, {
    salt: Buffer.from(salt, "base64"),
    random: (bytes) => new Uint8Array(bytes),
  });
  await secret.open(proof, "proof");
  return secret.open;
}

/**
 * Brings a file that was read into an empty home, and counts there what it came to.
 * @param into.begin called before the first write
 * @param into.otherwise what to do where the count does not agree
 * @throws Refusal when the home is not empty; Error when what stands there is not what stands in the file
 */
export async function importFile(
  { open, totals, outside }: ReadFile,
  into: {
    archive: Archive;
    ports: Pick<Ports, "secret" | "blob" | "queue" | "now">;
    begin?: () => void;
    otherwise: string;
  },
): Promise<Totals> {
  const { archive, ports, begin, otherwise } = into;
  const { secret, blob, queue, now } = ports;
  const reseal: Reseal | null =
    outside && (async (sealed, context) => secret.seal(await outside(sealed, context), context));
  await bringIn(open, { archive, reseal, blob, queue, now, ...(begin ? { begin } : {}) });
  const here = await totalsOf(archive, reseal && (async (sealed) => sealed));
  const counted = kinds.filter((kind) => kind !== "message" || archive.messages);
  const unlike = counted.filter(
    (kind) => totals[kind].count !== here[kind].count || totals[kind].sha256 !== here[kind].sha256,
  );
  if (unlike.length > 0)
    throw new Error(`What stands here is not what stands in the file (${unlike.join(", ")}). ${otherwise}`);
  return here;
}
