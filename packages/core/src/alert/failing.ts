import type { Health, Source } from "../source/source.ts";
import { getHealth, getSource } from "../source/source-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { dayOf } from "../trend/trend.ts";
import { type Alert, reachingRules } from "./alert.ts";
import type { Alerting } from "./alerting.ts";
import { isEnding, stillEnding } from "./ending.ts";
import type { NoticeSource } from "./notice.ts";
import { isUnread, stillUnread } from "./unread.ts";

/** A fault that ends by itself within this time is nobody's alarm. */
const patienceMs = 30 * 60_000;

type Fault = NonNullable<Health["fault"]>;
export type Failing = { source: Source; since: Date; why: Fault["message"] };

const isPausedByUs = ({ state }: Source): boolean => state.is === "paused" && state.by === "otklik";

/** Since when a source cannot be read and why; null while it can, or while that may yet pass. */
export function failingOf(source: Source, { fault, outSince }: Health, now: Date): Failing | null {
  if (!fault || (source.state.is === "paused" && !isPausedByUs(source))) return null;
  const since = outSince ?? fault.at;
  if (!isPausedByUs(source) && now.getTime() - since.getTime() < patienceMs) return null;
  return { source, since, why: fault.message };
}

const idOf = ({ source, since }: Failing): string => `${source.id}~${since.toISOString()}`;

/** The alerts of a source that fails: the same ones for the whole of an outage. */
export function failingAlerts(alerting: Alerting, failing: Failing, now: Date): Alert[] {
  const { source, since } = failing;
  return reachingRules(alerting, "failing", source.network).map((rule) => ({
    rule: rule.id,
    day: dayOf(since),
    id: idOf(failing),
    rankAt: since,
    at: now,
  }));
}

/** What an alert is about, if that is still so: a source that fails or goes unread, or a sign-in that ends. */
export async function stillFailing(table: ScopedTable, id: string, now: Date): Promise<NoticeSource | null> {
  if (isEnding(id)) return stillEnding(table, id, now);
  if (isUnread(id)) return stillUnread(table, id, now);
  const source = await getSource(table, id.slice(0, id.indexOf("~")));
  const failing = source && failingOf(source, await getHealth(table, source.id), now);
  return failing && idOf(failing) === id ? noticeSource(failing) : null;
}

export const noticeSource = ({ source, since, why }: Failing): NoticeSource => ({
  path: "/sources",
  network: source.network,
  title: source.title,
  since,
  why,
});
