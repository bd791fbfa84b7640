import { getBrand } from "../brand/brand-store.ts";
import { defaultRegulation } from "../regulation/regulation.ts";
import { listSources } from "../source/source-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { addDays } from "../trend/calendar.ts";
import { countedTally } from "../trend/counted.ts";
import { medianReplyTime } from "../trend/reply-times.ts";
import type { ReportDay } from "../trend/report-day.ts";
import { type Bucket, emptyBucket } from "../trend/trend.ts";
import { listBuckets, listReportDays } from "../trend/trend-store.ts";
import { ownTitles, type Vocabulary } from "../vocabulary/vocabulary.ts";
import { getVocabulary } from "../vocabulary/vocabulary-store.ts";
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

/** What a day came to; its times to reply are counted in its part of the report. */
function noticeDay(bucket: Bucket, report: ReportDay | undefined, vocabulary: Vocabulary): NoticeDay {
  const { mentions, rated, stars, answered } = bucket;
  const median = report ? medianReplyTime(report.all.replyTimes) : null;
  const titles = ownTitles(vocabulary);
  const topics = [...countedTally(bucket, vocabulary)]
    .map(([topic, mentions]) => {
      const title = titles[topic];
      return { topic, ...(title === undefined ? {} : { title }), mentions };
    })
    .sort((a, b) => b.mentions - a.mentions);
  return {
    day: bucket.day,
    mentions,
    ...(rated > 0 ? { average: stars / rated } : {}),
    bySentiment: bucket.bySentiment,
    ...(mentions > 0 ? { shareAnswered: answered / mentions } : {}),
    ...(median === null ? {} : { medianMinutesToReply: Math.round(median) }),
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
  const { vocabulary } = await getVocabulary(table, brandId);
  const byDay = new Map(buckets.map((bucket) => [bucket.day, bucket]));
  const day = addDays(localDate(now, alerting.timeZone), -1);
  const dayBefore = addDays(day, -7);
  const weekBefore = byDay.get(dayBefore);
  const reports = await listReportDays(table, brandId, { from: dayBefore, to: day });
  const reportOf = (wanted: string): ReportDay | undefined => reports.find((one) => one.day === wanted);
  return {
    yesterday: noticeDay(byDay.get(day) ?? emptyBucket(day), reportOf(day), vocabulary),
    weekBefore: weekBefore ? noticeDay(weekBefore, reportOf(dayBefore), vocabulary) : null,
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
