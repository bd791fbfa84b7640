import type { Connector, Said } from "../connector.ts";
import type { Health, Source } from "../source/source.ts";
import { getHealth, getSource, listSources } from "../source/source-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { dayOf } from "../trend/trend.ts";
import { type Alert, reachingRules } from "./alert.ts";
import type { Alerting } from "./alerting.ts";
import type { NoticeSource } from "./notice.ts";

const prefix = "unread.";
const dayMs = 24 * 3600_000;
/** So long before the network begins to forget what nobody has read. */
const leadDays = 2;

export const isUnread = (id: string): boolean => id.startsWith(prefix);

/**
 * Since when a source has not been read, where that is so long that what is said there will soon be lost; null
 * otherwise, and while a person has paused it.
 */
export function unreadSince(
  { state, connectedAt, every }: Source,
  { lastGoodAt }: Pick<Health, "lastGoodAt">,
  { forgetsAfterDays, now }: { forgetsAfterDays: number | undefined; now: Date },
): Date | null {
  if (forgetsAfterDays === undefined || every === 0) return null;
  if (state.is === "paused" && state.by !== "otklik") return null;
  const since = lastGoodAt ?? connectedAt;
  const patience = (forgetsAfterDays - leadDays) * dayMs;
  return now.getTime() - since.getTime() >= patience ? since : null;
}

/** The alerts of a brand's sources that have gone unread for too long: the same ones until they are read. */
export async function unreadAlerts(
  table: ScopedTable,
  brandId: string,
  { alerting, connectors, now }: { alerting: Alerting; connectors: readonly Connector[]; now: Date },
): Promise<Alert[]> {
  const forgetful = new Map(connectors.map((one) => [one.network, one.forgetsAfterDays]));
  const rules = (network: string) => reachingRules(alerting, "failing", network);
  const isWatched = connectors.some((one) => one.forgetsAfterDays && rules(one.network).length > 0);
  if (!isWatched) return [];
  return (await listSources(table)).flatMap(({ source, health }) => {
    const days = forgetful.get(source.network);
    const since = unreadSince(source, health, { forgetsAfterDays: days, now });
    if (source.brandId !== brandId || !since) return [];
    const id = `${prefix}${source.id}~${since.toISOString()}~${days}`;
    const dueAt = new Date(since.getTime() + ((days ?? 0) - leadDays) * dayMs);
    return rules(source.network).map((rule) => ({
      rule: rule.id,
      day: dayOf(dueAt),
      id,
      rankAt: since,
      at: now,
    }));
  });
}

/** What such an alert says now; null once the source has been read again. */
export async function stillUnread(table: ScopedTable, id: string, now: Date): Promise<NoticeSource | null> {
  const [sourceId = "", from = "", days = ""] = id.slice(prefix.length).split("~");
  const source = await getSource(table, sourceId);
  if (!source) return null;
  const health = await getHealth(table, sourceId);
  const since = unreadSince(source, health, { forgetsAfterDays: Number(days), now });
  if (since?.toISOString() !== from) return null;
  const { network, title } = source;
  return { path: "/sources", network, title, since, why: willBeLost(days) };
}

const willBeLost = (days: string): Said => ({
  ru: `Площадка показывает только последние дни (${days}): что старше, прочесть будет нельзя. Проверьте источник.`,
  en: `The network shows the last ${days} days only: what is older can no longer be read then. Look after the source.`,
});
