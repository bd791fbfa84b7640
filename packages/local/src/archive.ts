import type { Archive, WaitingMessage } from "@otklik/core/archive";
import { isOwn } from "@otklik/core/archive/carry";
import type { QueueName, Row } from "@otklik/core/ports";
import { inTransaction, statementsOf } from "./database.ts";
import { blobFolderOf, type Home } from "./home.ts";
import { namedBlobs } from "./named-blobs.ts";
import { rowFrom, type StoredRow, storedValuesOf, tableColumns } from "./table.ts";

/** The Archive of an embedded home. */
export function localArchive({ db, blob, folder }: Pick<Home, "db" | "blob" | "folder">): Archive & {
  messages(): AsyncIterable<WaitingMessage>;
} {
  const statement = statementsOf(db);
  const insert = `INSERT INTO table_row (${tableColumns.join(", ")}, version)
    VALUES (${tableColumns.map(() => "?").join(", ")}, ?)`;
  return {
    async *rows() {
      const all = db.prepare("SELECT * FROM table_row ORDER BY pk, sk");
      for (const stored of all.iterate()) yield rowFrom(stored as StoredRow);
    },
    async putRows(rows: readonly Row[]) {
      inTransaction(db, () => {
        for (const row of rows) statement(insert).run(...storedValuesOf(row), row.version);
      });
    },
    async *blobs() {
      for (const key of namedBlobs(db, blobFolderOf(folder))) {
        const bytes = await blob.get(key);
        if (bytes) yield { key, bytes };
      }
    },
    async *messages() {
      const waiting = "SELECT queue, group_key, visible_at, body FROM message ORDER BY id";
      for (const { queue, group_key, visible_at, body } of db.prepare(waiting).iterate())
        yield {
          queue: queue as QueueName,
          body: String(body),
          ...(group_key === null ? {} : { group: String(group_key) }),
          visibleAt: new Date(Number(visible_at)),
        };
    },
    async isEmpty() {
      for (const { pk, sk } of db.prepare("SELECT pk, sk FROM table_row").iterate())
        if (!isOwn({ pk: String(pk), sk: String(sk) })) return false;
      return true;
    },
  };
}
