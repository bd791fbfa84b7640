import { shardOf } from "../id.ts";
import { toJson } from "../json.ts";
import type { Key, Row } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { Bucket, Contribution, sumBucket } from "./trend.ts";

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
 * Replaces what mentions add, each unless something newer stands there; all in one commit. Returns those whose day is to
 * be summed: what changed, and what stands there as it is told, since whoever told it first may have ended before asking
 * for the sum. One that somebody else wrote in between is told again.
 */
export async function tellContributions(table: ScopedTable, all: readonly Told[]): Promise<Told[]> {
  const read = await Promise.all(all.map((told) => table.get(contributionKey(told))));
  const current = all.flatMap((told, at) => {
    const there = read[at] ?? null;
    return there && Number(there.body.v) > told.version ? [] : [{ told, there }];
  });
  const news = current.filter(({ told, there }) => !there || !saysTheSame(there, told));
  const standing = current.filter((one) => !news.includes(one)).map(({ told }) => told);
  if (news.length === 0) return standing;
  const outcomes = await table.commit(
    news.map(({ told, there }) => ({
      put: { ...contributionKey(told), body: { v: told.version, c: toJson(told.contribution) } },
      if: unchanged(there),
    })),
  );
  const overtaken = news.filter((_, at) => !outcomes[at]?.done).map(({ told }) => told);
  const changed = news.filter((_, at) => outcomes[at]?.done).map(({ told }) => told);
  const again = overtaken.length === 0 ? [] : await tellContributions(table, overtaken);
  return [...changed, ...standing, ...again];
}

const saysTheSame = ({ body }: Row, { contribution }: Told): boolean =>
  JSON.stringify(body.c) === JSON.stringify(toJson(contribution));

const bucketKey = (brandId: string, day: string): Key => ({ pk: `t.${brandId}`, sk: day });

/** A sum that is on its way, and from when it may begin: what is told before then is in it. */
const comingKey = (brandId: string, day: string): Key => ({ pk: `ts.${brandId}`, sk: day });

/** True when a sum of the day was asked for and has not begun yet, so that one is asked for and not many. */
export async function isSumComing(
  table: ScopedTable,
  { brandId, day }: { brandId: string; day: string },
  { now, restSeconds }: { now: Date; restSeconds: number },
): Promise<boolean> {
  const row = await table.get(comingKey(brandId, day));
  const beginsInMs = row ? new Date(String(row.body.at)).getTime() - now.getTime() : 0;
  return beginsInMs > 0 && beginsInMs <= restSeconds * 1000; // further off: a clock was wrong when it was noted
}

/** Noted once the sum is asked for, and not before: a crash in between asks twice and never not at all. */
export async function noteComingSum(
  table: ScopedTable,
  { brandId, day }: { brandId: string; day: string },
  beginsAt: Date,
): Promise<void> {
  await table.commit([{ put: { ...comingKey(brandId, day), body: { at: beginsAt.toISOString() } } }]);
}

/**
 * Sums a day anew. The bucket is read before its contributions, and written only over what was read: of two sums at a
 * time the one that read last is kept, and the other is tried again.
 */
export async function sumDay(table: ScopedTable, brandId: string, day: string): Promise<void> {
  const key = bucketKey(brandId, day);
  const row = await table.get(key);
  const bucket = sumBucket(day, await contributionsOf(table, brandId, day));
  const [outcome] = await table.commit([
    { put: { ...key, body: { b: toJson(bucket) } }, if: unchanged(row) },
  ]);
  if (!outcome?.done) throw new Error("another sum of this day was faster; it is tried again");
}

async function contributionsOf(table: ScopedTable, brandId: string, day: string): Promise<Contribution[]> {
  const all: Contribution[] = [];
  for await (const { contribution } of mentionsOfDay(table, brandId, day)) all.push(contribution);
  return all;
}

/** What each mention of a day adds to it. */
export async function* mentionsOfDay(
  table: ScopedTable,
  brandId: string,
  day: string,
): AsyncGenerator<{ mentionId: string; contribution: Contribution }> {
  for (let shard = 0; shard < contributionShards; shard++)
    for await (const { sk, body } of allRows(table, { pk: partition(brandId, day, shard) }))
      yield { mentionId: sk, contribution: Contribution.parse(body.c) };
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
