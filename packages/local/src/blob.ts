import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Blobs } from "@otklik/core/ports";
import { blobName } from "./named-blobs.ts";

const unfinishedIn = (folder: string): string => join(folder, "unfinished");

/**
 * The Blobs port as files under one folder. A key of any shape becomes a hash, so none leads out of the folder; a blob
 * is whole and on the disk before it takes its name.
 */
export function localBlobs(folder: string): Blobs {
  const unfinished = unfinishedIn(folder);
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const pathOf = (key: string): string => {
    const name = blobName(key);
    return join(folder, name.slice(0, 2), name.slice(2));
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const draft = join(unfinished, `${process.pid}-${randomUUID()}`);
      try {
        await writeWhole(draft, bytes);
        const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        if (made) await syncFolder(folder);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
    async get(key) {
      const file = await openIfThere(pathOf(key));
      return file && (Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>);
    },
    async remove(key) {
      const path = pathOf(key);
      if (await removeIfThere(path)) await syncFolder(dirname(path));
    },
  };
}

/** Clears away what a crash left half written. A command that runs beside may be writing: what is its own stays. */
export function removeUnfinished(folder: string): void {
  const unfinished = unfinishedIn(folder);
  if (!existsSync(unfinished)) return;
  for (const name of readdirSync(unfinished))
    if (!isAnothers(name)) rmSync(join(unfinished, name), { force: true });
}

/** Being written by another process that lives. Of our own there is none yet: this process has only just begun. */
function isAnothers(draft: string): boolean {
  const pid = Number.parseInt(draft, 10);
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function writeWhole(path: string, bytes: Uint8Array | ReadableStream<Uint8Array>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

async function removeIfThere(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

const isAbsence = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

/** Makes the names within a folder durable. Windows opens no folders and needs none of this. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
