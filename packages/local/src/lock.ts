import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process alone. The lock is the operating system's, held through an exclusive transaction
 * on a small file: it ends with the process, however that ends, and can never be left behind.
 * @throws Error, naming the holder, when another process (or another call in this one) has the folder
 */
export function lockFolder(folder: string, now: () => Date = () => new Date()): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
  const note = join(folder, "lock.json"); // beside the lock: no one else may read the locked file itself
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    db.close();
    if (!isBusy(cause)) throw cause;
    throw new Error(
      `The folder ${folder} is in use by another start of this program (${holder(note)}). ` +
        "Stop that one first, or name another folder.",
      { cause },
    );
  }
  writeFileSync(note, JSON.stringify({ pid: process.pid, since: now().toISOString() }));
  return { release: () => db.close() };
}

const sqliteBusy = 5; // https://sqlite.org/rescode.html#busy

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;

/** Who wrote the note, as far as it can be read: between the lock and its note there is a moment. */
function holder(note: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(note, "utf8")) as { pid: number; since: string };
    return `process ${pid}, since ${since}`;
  } catch {
    return "which has only just begun";
  }
}
