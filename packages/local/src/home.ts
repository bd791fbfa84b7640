import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Blobs, ChangeFeed, Queue, Search, Table } from "@otklik/core/ports";
import { localBlobs, removeUnfinished } from "./blob.ts";
import { localChangeFeed } from "./change-feed.ts";
import { openDatabase } from "./database.ts";
import type { WaitingLetters } from "./dead-reader.ts";
import { lockFolder } from "./lock.ts";
import { type LocalQueue, localQueue } from "./queue.ts";
import { type FiredSlots, firedSlots } from "./scheduler.ts";
import { localSearch } from "./search.ts";
import { localTable } from "./table.ts";
import { refuseHalfFilled } from "./unfinished.ts";

/** Where the home of this data folder keeps its blobs. */
export const blobFolderOf = (folder: string): string => join(folder, "blobs");
/** The one file of this data folder's rows, messages and search. */
export const databaseOf = (folder: string): string => join(folder, "otklik.sqlite");

/** The doors of one data folder. */
export interface Home {
  folder: string;
  db: DatabaseSync;
  table: Table;
  feed: ChangeFeed;
  queue: Queue & LocalQueue;
  letters: WaitingLetters;
  fired: FiredSlots;
  blob: Blobs;
  search: Search;
  /** Closes the file and gives the folder free. Nothing of the home may be used afterwards. */
  close(): void;
}

/**
 * Opens the home in `folder`, making it when absent, and holds the folder until closed; what the last process left in
 * the middle is tidied up: its messages in flight are visible again, its half-written blobs are gone.
 * @param options.beside leaves all that to the process which holds the folder, for a command that runs beside it
 * @throws Error when another process holds the folder (not with `beside`), or a newer version has written it
 */
export async function openHome(
  folder: string,
  options: { now?: () => Date; maxReceives?: number | undefined; beside?: boolean } = {},
): Promise<Home> {
  const { now = () => new Date(), maxReceives, beside = false } = options;
  const lock = beside ? null : lockFolder(folder, now);
  const blobs = blobFolderOf(folder);
  try {
    refuseHalfFilled(folder);
    if (lock) removeUnfinished(blobs);
    const blob = localBlobs(blobs);
    const db = openDatabase(databaseOf(folder));
    const queue = localQueue(db, { now, maxReceives });
    if (lock) await queue.returnInFlight();
    return {
      folder,
      db,
      table: localTable(db),
      feed: localChangeFeed(db),
      queue,
      letters: queue,
      fired: firedSlots(db),
      blob,
      search: localSearch(db),
      close() {
        db.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}
