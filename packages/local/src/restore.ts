import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { askAllFirst } from "@otklik/core/archive/ask-first";
import { Refusal } from "@otklik/core/errors";
import { copyBlob, inspect } from "./backup.ts";
import { findBackup, type Manifest, sha256Of } from "./backup-manifest.ts";
import { syncFolder } from "./blob.ts";
import { openDatabase } from "./database.ts";
import { blobFolderOf, databaseOf } from "./home.ts";
import { lockFolder } from "./lock.ts";
import { localTable } from "./table.ts";
import { beginFilling, endFilling } from "./unfinished.ts";

export interface Restored extends Manifest {
  /** The backup that was taken. */
  folder: string;
  /** Where the data that stood here before lies now; null: none stood here. */
  replaced: string | null;
  /** Replies that had not gone out at the backup's time; each is asked after before it is sent. */
  asked: number;
}

/**
 * Puts a backup into a data folder that no service holds. What stood there is kept beside it. A restore that was cut
 * short is noted in the folder: no service starts on it, and another restore goes on.
 * @throws Error or Refusal, saying what to do; the folder is as it was then
 */
export async function restore(given: string, { data, now }: { data: string; now: Date }): Promise<Restored> {
  const { folder, manifest } = findBackup(given);
  const lock = lockFolder(data);
  const prepared = join(data, `restoring-${randomUUID()}`);
  try {
    const asked = await prepare(prepared, folder, manifest);
    const replaced = join(data, `replaced-${now.toISOString().replace(/[:.]/g, "-")}`);
    beginFilling(data, "restore");
    const had = await moveAll(data, replaced);
    await moveAll(prepared, data);
    await syncFolder(data);
    endFilling(data);
    return { ...manifest, folder, asked, replaced: had ? replaced : null };
  } finally {
    await rm(prepared, { recursive: true, force: true });
    lock.release();
  }
}

/** A whole data folder from the backup, checked and of today's schema. */
async function prepare(prepared: string, folder: string, manifest: Manifest): Promise<number> {
  if ((await sha256Of(databaseOf(folder))) !== manifest.sha256)
    throw new Refusal("unreadable", `The backup ${folder} was altered since it was made. Take another one.`);
  await mkdir(prepared, { mode: 0o700 });
  await copyFile(databaseOf(folder), databaseOf(prepared));
  const { blobs, rows } = inspect(databaseOf(prepared), blobFolderOf(folder));
  if (blobs.length !== manifest.blobs || rows !== manifest.rows)
    throw new Refusal(
      "unreadable",
      `The backup ${folder} is not whole: files of it are missing. Take another one.`,
    );
  await mkdir(blobFolderOf(prepared), { mode: 0o700 });
  for (const name of blobs) await copyBlob(name, folder, prepared);
  const db = openDatabase(databaseOf(prepared));
  try {
    return await askAllFirst(localTable(db));
  } finally {
    db.close(); // the last connection: its log is written back and goes
  }
}

const parts = ["otklik.sqlite-wal", "otklik.sqlite-shm", "blobs", "otklik.sqlite"];

async function moveAll(from: string, to: string): Promise<boolean> {
  const there = parts.filter((name) => existsSync(join(from, name)));
  if (there.length === 0) return false;
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of there) await rename(join(from, name), join(to, name));
  return true;
}
