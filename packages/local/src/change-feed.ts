import type { DatabaseSync } from "node:sqlite";
import type { Change, ChangeFeed } from "@otklik/core/ports";
import { statementsOf } from "./database.ts";
import { rowFrom, type StoredRow } from "./table.ts";

/**
 * The table's changes, from the outbox that each commit fills. Several writes of a row within one page are told once,
 * at the place of the last.
 */
export function localChangeFeed(db: DatabaseSync): ChangeFeed {
  const statement = statementsOf(db);
  const changesBehind = `SELECT position, change.pk AS changed_pk, change.sk AS changed_sk, table_row.*
    FROM change LEFT JOIN table_row ON table_row.pk = change.pk AND table_row.sk = change.sk
    WHERE position > ? ORDER BY position LIMIT ?`;
  return {
    async read(position, limit) {
      const found = statement(changesBehind).all(positionOf(position), limit) as OutboxRow[];
      const changes = new Map<string, Change>();
      for (const stored of found) {
        const key = { pk: stored.changed_pk, sk: stored.changed_sk };
        const name = JSON.stringify([key.pk, key.sk]);
        changes.delete(name);
        changes.set(name, { key, row: stored.pk === null ? null : rowFrom(stored) });
      }
      const last = found.at(-1);
      return { changes: [...changes.values()], next: last ? String(last.position) : position };
    },
    async forget(position) {
      statement("DELETE FROM change WHERE position <= ?").run(positionOf(position));
    },
  };
}

type OutboxRow = StoredRow & { position: number; changed_pk: string; changed_sk: string };

function positionOf(position: string | null): number {
  if (position === null) return 0;
  if (!/^\d{1,15}$/.test(position)) throw new Error(`not a position of the change feed: ${position}`);
  return Number(position);
}
