import type { ScopedTable } from "../table-scope.ts";
import type { Alert } from "./alert.ts";
import { putAlerts } from "./alert-store.ts";
import type { Alerting } from "./alerting.ts";
import { dueAt, type LineName, marked } from "./line.ts";
import { changeLine } from "./line-store.ts";

/** A line that has something to tell, and when it may. */
export interface Waking {
  line: LineName;
  at: Date;
}

/**
 * Keeps alerts and marks the lines that have to tell them; returns those that must be woken. The alerts first: raised
 * again after a crash, they are the same ones, and the lines are marked then.
 */
export async function raise(
  table: ScopedTable,
  { brandId, alerting, alerts }: { brandId: string; alerting: Alerting; alerts: readonly Alert[] },
  now: Date,
): Promise<Waking[]> {
  if (alerts.length === 0) return [];
  await putAlerts(table, brandId, alerts);
  const wakings: Waking[] = [];
  for (const [id, raised] of Map.groupBy(alerts, ({ rule }) => rule)) {
    const rule = alerting.rules.find((one) => one.id === id);
    const days = [...new Set(raised.map(({ day }) => day))];
    for (const { id: channel } of alerting.channels) {
      if (!rule?.to.includes(channel)) continue;
      const name: LineName = { brandId, rule: id, channel };
      let wasQuiet = false;
      const line = await changeLine(table, name, {
        alerting,
        change: (before) => {
          wasQuiet = before.days.length === 0 && !before.telling;
          return marked(before, days, now);
        },
      });
      const at = line && wasQuiet ? dueAt(line, rule, alerting) : null;
      if (at) wakings.push({ line: name, at });
    }
  }
  return wakings;
}
