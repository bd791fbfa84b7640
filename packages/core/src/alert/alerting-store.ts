import { toJson } from "../json.ts";
import type { Key, Ports } from "../ports.ts";
import { unchanged } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { Alerting, defaultAlerting } from "./alerting.ts";
import { watch } from "./watch-store.ts";

const alertingKey = (brandId: string): Key => ({ pk: "alerting", sk: brandId });

export async function getAlerting(table: ScopedTable, brandId: string): Promise<Alerting> {
  const row = await table.get(alertingKey(brandId));
  return row ? Alerting.parse(row.body) : defaultAlerting;
}

/**
 * Changes how a brand's people are told, over the version read. Sweep is asked to watch the brand first, so that a crash
 * between leaves it watching for nothing rather than not at all; it ends that by itself.
 */
export async function changeAlerting(
  { table, ports }: { table: ScopedTable; ports: Pick<Ports, "table" | "now"> },
  brandId: string,
  change: (alerting: Alerting) => Alerting,
): Promise<Alerting> {
  const key = alertingKey(brandId);
  for (;;) {
    const row = await table.get(key);
    const next = change(row ? Alerting.parse(row.body) : defaultAlerting);
    await watch(ports.table, { workspaceId: table.workspaceId, brandId, alerting: next, now: ports.now() });
    const [outcome] = await table.commit([{ put: { ...key, body: toJson(next) }, if: unchanged(row) }]);
    if (outcome?.done) return next;
  }
}
