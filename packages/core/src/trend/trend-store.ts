import { shardOf } from "../id.ts";
import { toJson } from "../json.ts";
import type { Key, Write } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import type { Range } from "./calendar.ts";
import { type ReportDay, sumReportDay } from "./report-day.ts";
import { packReportDay, unpackReportDay } from "./report-row.ts";
import { Bucket, Contribution, emptyBucket, sumBucket } from "./trend.ts";

const contributionShards = 4; // a day of 100,000 mentions stays under DynamoDB's writes a second for one partition
const partition = (brandId: string, day: string, shard: number): string => `c.${brandId}.${day}.${shard}`;

const contributionKey = (of: { brandId: string; day: string; mentionId: string }): Key => ({
  pk: partition(of.brandId, of.day, shardOf(of.mentionId, contributionShards)),
  sk: of.mentionId,
});

/** What a mention adds, at the version of the row that says so. */
export interface Told {
  brandId: string;
  day: string;
  mentionId: string;
  contribution: Contribution;
  version: number;
}

/**
 * Replaces what mentions add, each unless something newer stands there; all in one commit. Returns those that changed
 * their day. One that somebody else wrote in between is told again.
 */
export async function tellContributions(table: ScopedTable, all: readonly Told[]): Promise<Told[]> {
  const read = await Promise.all(all.map((told) => table.get(contributionKey(told))));
  const news = all.flatMap((told, at) => {
    const there = read[at] ?? null;
    if (there && Number(there.body.v) > told.version) return [];
    // one version may be told anew when this program has learnt to tell more of it
    if (there && spelt(there.body.c) === spelt(told.contribution)) return [];
    const put = { ...contributionKey(told), body: { v: told.version, c: toJson(told.contribution) } };
    return [{ told, write: { put, if: unchanged(there) } satisfies Write }];
  });
  if (news.length === 0) return [];
  const outcomes = await table.commit(news.map(({ write }) => write));
  const overtaken = news.filter((_, at) => !outcomes[at]?.done).map(({ told }) => told);
  const changed = news.filter((_, at) => outcomes[at]?.done).map(({ told }) => told);
  return overtaken.length === 0 ? changed : [...changed, ...(await tellContributions(table, overtaken))];
}

/** One spelling for one meaning, whatever order a table gives a row's attributes back in. */
const spelt = (contribution: unknown): string => JSON.stringify(Contribution.parse(contribution));

const bucketKey = (brandId: string, day: string): Key => ({ pk: `t.${brandId}`, sk: day });
const reportKey = (brandId: string, day: string): Key => ({ pk: `rd.${brandId}`, sk: day });

/** Marks a day as no longer summed; true when it was clean before, so that one sum is asked for and not many. */
export async function markDirty(
  table: ScopedTable,
  brandId: string,
  day: string,
  wakeAt: Date,
): Promise<boolean> {
  const key = bucketKey(brandId, day);
  for (;;) {
    const row = await table.get(key);
    if (row?.body.dirty) return false;
    const body = { ...(row?.body ?? { b: toJson(emptyBucket(day)) }), dirty: 1 };
    const put = {
      ...key,
      body,
      index: { wake: wakeKey(`${brandId}.${day}`, wakeAt) },
      card: { is: "bucket" },
    };
    const [outcome] = await table.commit([{ put, if: unchanged(row) }]);
    if (outcome?.done) return true;
  }
}

/**
 * Sums a day anew, into its bucket and its part of the report. The mark is taken off before the rows are read: a
 * contribution that comes later finds the day clean, marks it again and asks for another sum, and this one's write is
 * refused by its version. Of two sums at a time one may write what the other has read since, so one that was refused is
 * tried again.
 */
export async function sumDay(table: ScopedTable, brandId: string, day: string): Promise<void> {
  const key = bucketKey(brandId, day);
  const [row, report] = await Promise.all([table.get(key), table.get(reportKey(brandId, day))]);
  const clean: Write = {
    put: { ...key, body: { b: row?.body.b ?? toJson(emptyBucket(day)) } },
    if: unchanged(row),
  };
  const [cleaned] = await table.commit([clean]);
  if (!cleaned?.done) throw new Error("the day changed while its sum began; it is tried again");
  const contributions = await contributionsOf(table, brandId, day);
  const bucket = { b: toJson(sumBucket(day, contributions)) };
  const reported = packReportDay(sumReportDay(day, contributions));
  const [, second] = await table.commit([
    { put: { ...key, body: bucket }, if: { version: cleaned.version } },
    { put: { ...reportKey(brandId, day), body: reported }, if: unchanged(report) },
  ]);
  if (!second?.done) throw new Error("another sum of the day was faster; it is tried again");
}

async function contributionsOf(table: ScopedTable, brandId: string, day: string): Promise<Contribution[]> {
  const all: Contribution[] = [];
  for (let shard = 0; shard < contributionShards; shard++)
    for await (const row of allRows(table, { pk: partition(brandId, day, shard) }))
      all.push(Contribution.parse(row.body.c));
  return all;
}

/** How many mentions stand under each source of a brand, a few seconds late. */
export async function mentionsBySource(table: ScopedTable, brandId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { bySource } of await listBuckets(table, brandId))
    for (const [source, count] of Object.entries(bySource))
      counts.set(source, (counts.get(source) ?? 0) + count);
  return counts;
}

/** The days of a brand that have mentions, oldest first; `from` and `to` are ISO dates, both included. */
export async function listBuckets(
  table: ScopedTable,
  brandId: string,
  range: { from?: string; to?: string } = {},
): Promise<Bucket[]> {
  const buckets: Bucket[] = [];
  for await (const row of allRows(table, { pk: `t.${brandId}`, ...range }))
    buckets.push(Bucket.parse(row.body.b));
  return buckets;
}

/** The days of a brand that have mentions, as the report needs them, oldest first. */
export async function listReportDays(
  table: ScopedTable,
  brandId: string,
  range: Range,
): Promise<ReportDay[]> {
  const days: ReportDay[] = [];
  for await (const row of allRows(table, { pk: `rd.${brandId}`, ...range }))
    days.push(unpackReportDay(row.sk, row.body));
  return days;
}
