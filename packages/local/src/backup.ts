import { randomUUID } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "@otklik/core/errors";
import { backupsIn, type Manifest, manifestFile, sha256Of } from "./backup-manifest.ts";
import { syncFolder } from "./blob.ts";
import { schemaOf } from "./database.ts";
import { blobFolderOf, databaseOf } from "./home.ts";
import { blobName, namedBlobs } from "./named-blobs.ts";

const unfinished = ".unfinished-";
const longestUnfinishedMs = 24 * 3600_000;

export interface Backup extends Manifest {
  folder: string;
  removed: string[];
}

/**
 * Copies a data folder into a new folder below `into`, while a service may be writing: one moment of the database, and
 * every blob that it names. The copy is checked, and bears its name only when it is whole. The key is not in it.
 * @param how.keep how many backups stay there, this one included; older ones go
 * @throws Error or Refusal, saying what to do; nothing that could be taken for a backup is left then
 */
export async function backUp(data: string, how: { into: string; keep: number; now: Date }): Promise<Backup> {
  const into = resolve(how.into);
  if (!existsSync(databaseOf(data)))
    throw new Refusal("not-found", `There is nothing to back up in ${data}.`);
  if (`${into}${sep}`.startsWith(`${resolve(data)}${sep}`))
    throw new Refusal(
      "bad-input",
      `${into} lies within the data folder and would be lost with it. Name another folder.`,
    );
  await mkdir(into, { recursive: true, mode: 0o700 });
  await refuseFullDisk(data, into);
  await removeLeftovers(into, how.now);
  const draft = join(into, `${unfinished}${randomUUID()}`);
  try {
    await mkdir(draft, { mode: 0o700 });
    const manifest = await fill(draft, data, how.now);
    const name = `otklik-${how.now.toISOString().replace(/[:.]/g, "-")}`;
    await rename(draft, join(into, name));
    await syncFolder(into);
    return { ...manifest, folder: join(into, name), removed: await keepLast(into, how.keep) };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function fill(draft: string, data: string, now: Date): Promise<Manifest> {
  const copy = databaseOf(draft);
  const source = new DatabaseSync(databaseOf(data), { readOnly: true, timeout: 5000 });
  try {
    source.prepare("VACUUM INTO ?").run(copy); // one read transaction: no writer waits for it, and none is in it by half
  } finally {
    source.close();
  }
  await sync(copy);
  const { blobs, ...counted } = inspect(copy, blobFolderOf(data));
  for (const name of blobs) await copyBlob(name, data, draft);
  const manifest: Manifest = {
    ...{ otklik: "backup", at: now.toISOString(), ...counted, blobs: blobs.length },
    sha256: await sha256Of(copy),
  };
  await writeFile(join(draft, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  await syncFolder(draft);
  return manifest;
}

/** What a copied database holds. @throws Error when it is damaged */
export function inspect(
  file: string,
  blobFolder: string,
): { schema: number; rows: number; messages: number; blobs: string[] } {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const [found] = db.prepare("PRAGMA quick_check(1)").all() as { quick_check: string }[];
    if (found?.quick_check !== "ok")
      throw new Error(`The copy ${file} is damaged: ${found?.quick_check}. See: otklik doctor`);
    const count = (table: string): number =>
      Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
    const blobs = existsSync(blobFolder) ? namedBlobs(db, blobFolder).map(blobName) : [];
    return { schema: schemaOf(db), rows: count("table_row"), messages: count("message"), blobs };
  } finally {
    db.close();
  }
}

/** A blob never changes under its name, so it may be copied at any moment. */
export async function copyBlob(name: string, from: string, to: string): Promise<void> {
  const path = join(name.slice(0, 2), name.slice(2));
  const target = join(blobFolderOf(to), path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await copyFile(join(blobFolderOf(from), path), target, constants.COPYFILE_FICLONE);
  await sync(target);
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function refuseFullDisk(data: string, into: string): Promise<void> {
  const { size } = await stat(databaseOf(data));
  const { bavail, bsize } = await statfs(into);
  if (bavail * bsize > size * 1.1) return;
  throw new Error(
    `The disk of ${into} has ${Math.round((bavail * bsize) / 1e6)} MB left, and the data takes ${Math.round(size / 1e6)} MB. ` +
      "Make room there, or name a folder on another disk.",
  );
}

/** What an earlier backup left when it was cut short; a younger one may still be at work. */
async function removeLeftovers(into: string, now: Date): Promise<void> {
  for (const name of await readdir(into)) {
    if (!name.startsWith(unfinished)) continue;
    const { mtimeMs } = await stat(join(into, name));
    if (now.getTime() - mtimeMs > longestUnfinishedMs) await rm(join(into, name), { recursive: true });
  }
}

async function keepLast(into: string, keep: number): Promise<string[]> {
  const tooMany = backupsIn(into).slice(0, -keep);
  for (const name of tooMany) await rm(join(into, name), { recursive: true });
  return tooMany;
}
