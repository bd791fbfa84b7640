import type { Key, Row, Write } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import type { Alert } from "./alert.ts";
import type { LineName } from "./line.ts";

// A day of a rule: its alerts by id, then "~<channel>~<number>~<part>", the ids that one telling settled.
const partition = (brandId: string, rule: string, day: string): string => `a.${brandId}.${rule}.${day}`;
const alertKey = (brandId: string, { rule, day, id }: Alert): Key => ({
  pk: partition(brandId, rule, day),
  sk: id,
});
/** DynamoDB holds 400 kB a row; an id has less than 60 bytes. */
const mostIds = 5000;
const commitSize = 100;

/** Keeps what is new of these: an alert that stands there already is the same one. */
export async function putAlerts(
  table: ScopedTable,
  brandId: string,
  alerts: readonly Alert[],
): Promise<void> {
  const writes = new Map<string, Write>();
  for (const alert of alerts) {
    const { pk, sk } = alertKey(brandId, alert);
    const body = { r: alert.rankAt.toISOString(), t: alert.at.toISOString() };
    writes.set(`${pk}/${sk}`, { put: { pk, sk, body }, if: "absent" });
  }
  const all = [...writes.values()];
  for (let at = 0; at < all.length; at += commitSize) await table.commit(all.slice(at, at + commitSize));
}

/** What of some days has not been told on a line, and the last telling noted there. */
export interface Untold {
  alerts: Alert[];
  last: { no: number; at: Date } | null;
}

export async function untoldOf(
  table: ScopedTable,
  { brandId, rule, channel }: LineName,
  days: readonly string[],
): Promise<Untold> {
  const alerts: Alert[] = [];
  let last: Untold["last"] = null;
  for (const day of days) {
    const pk = partition(brandId, rule, day);
    const settled = new Set<string>();
    for await (const { sk, body } of allRows(table, { pk, prefix: `~${channel}~` })) {
      const no = Number(sk.split("~")[2]);
      if (!last || no >= last.no) last = { no, at: new Date(String(body.at)) };
      for (const id of body.ids as string[]) settled.add(id);
    }
    for await (const row of allRows(table, { pk, to: "~" }))
      if (!settled.has(row.sk)) alerts.push(alertFrom(row, rule, day));
  }
  return { alerts, last };
}

const alertFrom = ({ sk, body }: Row, rule: string, day: string): Alert => ({
  rule,
  day,
  id: sk,
  rankAt: new Date(String(body.r)),
  at: new Date(String(body.t)),
});

/** Notes that telling number `no` of a line settled these alerts: told, or no longer so when it was told. */
export async function putTelling(
  table: ScopedTable,
  { brandId, rule, channel }: LineName,
  telling: { no: number; at: Date; alerts: readonly Alert[] },
): Promise<void> {
  const at = telling.at.toISOString();
  const no = String(telling.no).padStart(8, "0");
  const writes: Write[] = [];
  for (const [day, alerts] of Map.groupBy(telling.alerts, (alert) => alert.day))
    for (let from = 0; from < alerts.length; from += mostIds) {
      const ids = alerts.slice(from, from + mostIds).map(({ id }) => id);
      const sk = `~${channel}~${no}~${from / mostIds}`;
      writes.push({ put: { pk: partition(brandId, rule, day), sk, body: { at, ids } } });
    }
  await table.commit(writes);
}
