// What a network's fault means for a source: a pause, an outage that the month shows, an alarm for those who asked for it.
import { getAlerting } from "../alert/alerting-store.ts";
import { failingAlerts, failingOf } from "../alert/failing.ts";
import { raise, type Waking } from "../alert/raise.ts";
import type { NetworkFault } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { noteOutage } from "./outage-store.ts";
import { type Consequence, type Health, type Source, whatFollows } from "./source.ts";
import { putHealth, saveSource } from "./source-store.ts";

/** What the fault leads to, after those that came before it. */
export function consequenceOf(fault: NetworkFault, before: Health, ports: Ports): Consequence {
  const count = (before.fault?.count ?? 0) + 1;
  const chance = (ports.random(1)[0] ?? 0) / 256;
  return whatFollows(fault, { now: ports.now(), count, chance });
}

/** The health after a fault. */
export function healthAfter(before: Health, fault: NetworkFault, now: Date): Health {
  const count = (before.fault?.count ?? 0) + 1;
  const outSince = before.outSince ?? before.fault?.at ?? now;
  const { notBefore: _, ...rest } = before;
  return { ...rest, outSince, fault: { kind: fault.kind, message: fault.said, at: now, count } };
}

/** What there is to tell, and how its lines are woken. */
export interface Around {
  table: ScopedTable;
  ports: Ports;
  wake: (lines: readonly Waking[]) => Promise<void>;
}

/**
 * Writes a fault onto a source: it waits until then, or is paused, or waits with the stream that it shares. The alarm
 * goes before the health: a room that is killed between finds another fault, and the alert of the first one stands for
 * nothing any more.
 */
export async function noteTrouble(
  { source, health: before }: { source: Source; health: Health },
  { fault, isPaused, notBefore }: { fault: NetworkFault; isPaused: boolean; notBefore?: Date | undefined },
  around: Around,
): Promise<void> {
  const { table, ports } = around;
  const now = ports.now();
  const paused: Source = { ...source, state: { is: "paused", by: "otklik", why: fault.said } };
  const noted = healthAfter(before, fault, now);
  const alarmed = before.fault?.alarmed ?? (await alarm(isPaused ? paused : source, noted, around));
  if (noted.fault && alarmed) noted.fault.alarmed = alarmed;
  if (notBefore) noted.notBefore = notBefore;
  await table.commit([putHealth(source.id, noted), ...noteOutage(source, noted, { now, isPaused })]);
  if (isPaused) await saveSource({ scoped: table, all: ports.table }, paused);
}

/** Raises the alerts of a source that fails, and says whether there were any. */
async function alarm(source: Source, health: Health, around: Around): Promise<true | undefined> {
  const { table, ports, wake } = around;
  const now = ports.now();
  const failing = failingOf(source, health, now);
  if (!failing) return undefined;
  const { brandId } = source;
  const alerting = await getAlerting(table, brandId);
  const alerts = failingAlerts(alerting, failing, now);
  await wake(await raise(table, { brandId, alerting, alerts }, now));
  return alerts.length > 0 ? true : undefined;
}
