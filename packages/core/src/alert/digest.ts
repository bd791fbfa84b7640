import { getBrand } from "../brand/brand-store.ts";
import { Topic } from "../label/label.ts";
import { defaultRegulation } from "../regulation/regulation.ts";
import { listSources } from "../source/source-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { type Bucket, emptyBucket } from "../trend/trend.ts";
import { listBuckets } from "../trend/trend-store.ts";
import { type Alert, reachingRules } from "./alert.ts";
import type { Alerting } from "./alerting.ts";
import { countOverdue } from "./breach.ts";
import { failingOf, noticeSource } from "./failing.ts";
import type { Notice, NoticeDay, NoticeSource } from "./notice.ts";
import { localDate, nextLocalTime } from "./wall-clock.ts";

type Figures = Pick<
  Extract<Notice, { kind: "digest" }>,
  "yesterday" | "weekBefore" | "open" | "overdue" | "failing"
>;

const topicsShown = 3;
/** An ISO date, so many days later. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * 24 * 3600_000).toISOString().slice(0, 10);

/** What a day came to. */
export function noticeDay(bucket: Bucket): NoticeDay {
  const { mentions, rated, stars, answered, minutesToReply } = bucket;
  const median = minutesToReply[Math.floor((minutesToReply.length - 1) / 2)];
  const topics = Object.entries(bucket.byTopic)
    .map(([topic, count]) => ({ topic: Topic.parse(topic), mentions: count }))
    .sort((a, b) => b.mentions - a.mentions);
  return {
    day: bucket.day,
    mentions,
    ...(rated > 0 ? { average: stars / rated } : {}),
    bySentiment: bucket.bySentiment,
    ...(mentions > 0 ? { shareAnswered: answered / mentions } : {}),
    ...(median === undefined ? {} : { medianMinutesToReply: median }),
    topics: topics.slice(0, topicsShown),
  };
}

/**
 * Yesterday by the brand's calendar, in figures. A bucket is a day in UTC, so the day begins and ends with that of UTC:
 * in Moscow three hours after midnight.
 */
export async function digestOf(
  table: ScopedTable,
  brandId: string,
  { alerting, now }: { alerting: Pick<Alerting, "timeZone">; now: Date },
): Promise<Figures> {
  const buckets = await listBuckets(table, brandId);
  const regulation = (await getBrand(table, brandId))?.regulation ?? defaultRegulation;
  const byDay = new Map(buckets.map((bucket) => [bucket.day, bucket]));
  const day = dayAfter(localDate(now, alerting.timeZone), -1);
  const weekBefore = byDay.get(dayAfter(day, -7));
  return {
    yesterday: noticeDay(byDay.get(day) ?? emptyBucket(day)),
    weekBefore: weekBefore ? noticeDay(weekBefore) : null,
    open: buckets.reduce((sum, { open }) => sum + open.all, 0),
    overdue: await countOverdue(table, brandId, { regulation, now }),
    failing: await failingSources(table, brandId, now),
  };
}

async function failingSources(table: ScopedTable, brandId: string, now: Date): Promise<NoticeSource[]> {
  const all = await listSources(table);
  return all
    .filter(({ source }) => source.brandId === brandId)
    .flatMap(({ source, health }) => failingOf(source, health, now) ?? [])
    .map(noticeSource);
}

/** The digests whose time has come, one each however many were missed, and when each is next due. */
export function digestsDue(
  alerting: Alerting,
  digestAt: Record<string, Date>,
  now: Date,
): { alerts: Alert[]; next: Record<string, Date> } {
  const alerts: Alert[] = [];
  const next = { ...digestAt };
  for (const rule of reachingRules(alerting, "digest")) {
    const due = digestAt[rule.id];
    if (rule.kind !== "digest" || !due || due > now) continue;
    const day = localDate(now, alerting.timeZone);
    alerts.push({ rule: rule.id, day, id: "digest", rankAt: due, at: now });
    next[rule.id] = nextLocalTime(now, rule.at, alerting.timeZone);
  }
  return { alerts, next };
}
