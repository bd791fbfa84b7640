import { Priority } from "../conversation/conversation.ts";
import { inboxPartition } from "../conversation/conversation-store.ts";
import type { IndexCard } from "../ports.ts";
import type { Regulation } from "../regulation/regulation.ts";
import { allCards } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { dayOf } from "../trend/trend.ts";
import { type Alert, reachingRules } from "./alert.ts";
import type { Alerting } from "./alerting.ts";

/** A conversation of the inbox whose reply was promised by `dueAt`. */
interface Overdue {
  id: string;
  network: string;
  dueAt: Date;
  rankAt: Date;
  /** Said before its source was connected: it ranks later than its due time and priority say. */
  isBacklog: boolean;
}

/**
 * The conversations whose due time lies after `after` and not after `now`. A rank is the due time less the weight of the
 * priority, so one range of the inbox for each priority holds them all, and no index more is kept.
 */
async function* overdueOf(
  table: ScopedTable,
  brandId: string,
  { regulation, after, now }: { regulation: Regulation; after: Date; now: Date },
): AsyncGenerator<Overdue> {
  for (const priority of Priority.options) {
    const weight = regulation.weights[priority] * 60_000;
    const rank = (at: Date): string => new Date(at.getTime() - weight).toISOString();
    const range = { pk: inboxPartition(brandId), from: rank(after), to: `${rank(now)}~~` };
    for await (const card of allCards(table, "inbox", range)) {
      const one = overdueFrom(card, weight);
      if (card.card.p === priority && one.dueAt > after && one.dueAt <= now) yield one;
    }
  }
}

function overdueFrom({ sk, at, card }: IndexCard, weight: number): Overdue {
  const dueAt = new Date(String(card.d));
  const rankAt = new Date(at.sk.slice(0, at.sk.indexOf("~")));
  const isBacklog = rankAt.getTime() !== dueAt.getTime() - weight;
  return { id: sk, network: String(card.n), dueAt, rankAt, isBacklog };
}

/**
 * The alerts of promises missed since `after`, and whether any was, alert or not. Of a backlog none is raised: nobody
 * could have kept those.
 */
export async function breachesSince(
  table: ScopedTable,
  brandId: string,
  how: { alerting: Alerting; regulation: Regulation; after: Date; now: Date },
): Promise<{ alerts: Alert[]; any: boolean }> {
  const alerts: Alert[] = [];
  let any = false;
  if (reachingRules(how.alerting, "breach").length === 0) return { alerts, any };
  for await (const { id, network, dueAt, rankAt, isBacklog } of overdueOf(table, brandId, how)) {
    any = true;
    if (isBacklog) continue;
    for (const rule of reachingRules(how.alerting, "breach", network))
      alerts.push({ rule: rule.id, day: dayOf(dueAt), id, rankAt, at: how.now });
  }
  return { alerts, any };
}

/** Beyond this many conversations it is only known that there are many. */
const mostCounted = 20_000;

/** How many of the inbox are overdue, a backlog included: counted over those that rank high enough, and so many of them. */
export async function countOverdue(
  table: ScopedTable,
  brandId: string,
  { regulation, now }: { regulation: Regulation; now: Date },
): Promise<number> {
  const lightest = Math.min(...Object.values(regulation.weights)) * 60_000;
  const to = `${new Date(now.getTime() - lightest).toISOString()}~~`;
  let looked = 0;
  let count = 0;
  for await (const { card } of allCards(table, "inbox", { pk: inboxPartition(brandId), to })) {
    if (new Date(String(card.d)) <= now) count++;
    if (++looked >= mostCounted) break;
  }
  return count;
}
