import { toJson } from "../json.ts";
import type { Key, NewRow, Row, Write } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import { Backfill } from "./backfill.ts";

export type KeptBackfill = Backfill & { version: number };

const key = (sourceId: string): Key => ({ pk: "backfill", sk: sourceId });

export async function getBackfill(table: ScopedTable, sourceId: string): Promise<KeptBackfill | null> {
  const row = await table.get(key(sourceId));
  return row && backfillOf(row);
}

/** The latest of each source. */
export async function listBackfills(table: ScopedTable): Promise<Map<string, Backfill>> {
  const all = new Map<string, Backfill>();
  for await (const row of allRows(table, { pk: "backfill" })) all.set(row.sk, backfillOf(row));
  return all;
}

const backfillOf = ({ sk, body, version }: Row): KeptBackfill => ({
  ...Backfill.parse({ ...body, sourceId: sk }),
  version,
});

/** Over what was read; while it runs it stands in the wake index, so that sweep goes on with it when nobody else does. */
export function putBackfill(backfill: Backfill, read: { version: number } | null): Write {
  const { sourceId, ...body } = Backfill.parse(backfill);
  const put: NewRow = { ...key(sourceId), body: toJson(body) };
  if (backfill.state !== "running") return { put, if: unchanged(read) };
  const waiting = { index: { wake: wakeKey(sourceId, backfill.lookAt) }, card: { is: "backfill" } };
  return { put: { ...put, ...waiting }, if: unchanged(read) };
}
