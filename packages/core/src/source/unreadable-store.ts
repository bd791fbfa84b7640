import type { Unreadable } from "../connector.ts";
import { digest } from "../id.ts";
import { toJson } from "../json.ts";
import type { NewRow, Row, Write } from "../ports.ts";
import { inTongue, Told } from "../said.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";

export interface KeptUnreadable extends Unreadable {
  id: string;
  sourceId: string;
  at: Date;
}

const partition = (sourceId: string): string => `un.${sourceId}`;

/** All unreadable entries of a workspace, by source: an index of cards, to count them without reading them. */
const counted = "un";
const mostCounted = 1000;

/**
 * Keeps entries that a connector could not read; the same entry again lands on the same row. That row keeps its first
 * time unless `seenAgain`: then it says when the entry was last met.
 */
export function putUnreadable(
  sourceId: string,
  entries: readonly Unreadable[],
  { at, seenAgain }: { at: Date; seenAgain: boolean },
): Write[] {
  const puts = new Map<string, Write>();
  for (const entry of entries) {
    const put = rowOf(sourceId, entry, at);
    puts.set(put.sk, seenAgain ? { put } : { put, if: "absent" });
  }
  return [...puts.values()];
}

function rowOf(sourceId: string, entry: Unreadable, at: Date): NewRow {
  const sk = digest([inTongue(entry.where ?? "", "en"), entry.excerpt]);
  return {
    pk: partition(sourceId),
    sk,
    body: toJson({ w: entry.why, e: entry.excerpt.slice(0, 2000), at, l: entry.where || undefined }),
    card: {},
    index: { inbox: { pk: counted, sk: `${sourceId}~${sk}` } },
  };
}

export interface UnreadableCounts {
  bySource: Map<string, number>;
  isAll: boolean;
}

/** How many entries of each source are kept, counted up to 1,000 in all; `isAll` is false where there are more. */
export async function countUnreadable(table: ScopedTable): Promise<UnreadableCounts> {
  const { cards, next } = await table.queryIndex("inbox", { pk: counted, limit: mostCounted });
  const bySource = new Map<string, number>();
  for (const { at } of cards) {
    const sourceId = at.sk.slice(0, at.sk.indexOf("~"));
    bySource.set(sourceId, (bySource.get(sourceId) ?? 0) + 1);
  }
  return { bySource, isAll: next === null };
}

/** Forgets the entries of a source that were last met before that time. */
export async function forgetUnreadable(table: ScopedTable, sourceId: string, before: Date): Promise<void> {
  const old: Write[] = [];
  for await (const { pk, sk, body, version } of allRows(table, { pk: partition(sourceId) }))
    if (new Date(String(body.at)) < before) old.push({ remove: { pk, sk }, if: { version } });
  if (old.length > 0) await table.commit(old);
}

/** Forgets one entry, or up to 500 of a source; returns how many there were. */
export async function discardUnreadable(table: ScopedTable, sourceId: string, id?: string): Promise<number> {
  const pk = partition(sourceId);
  const all = async () => (await table.query({ pk, limit: 500 })).rows.map(({ sk }) => sk);
  const gone = id === undefined ? await all() : [id];
  const outcomes =
    gone.length > 0 ? await table.commit(gone.map((sk): Write => ({ remove: { pk, sk } }))) : [];
  return outcomes.filter((outcome) => outcome.done && outcome.version > 0).length;
}

export async function listUnreadable(
  table: ScopedTable,
  sourceId: string,
  after?: string,
): Promise<{ unreadable: KeptUnreadable[]; next: string | null }> {
  const page = await table.query({ pk: partition(sourceId), limit: 50, after });
  return { unreadable: page.rows.map((row) => fromRow(row, sourceId)), next: page.next };
}

function fromRow({ sk, body }: Row, sourceId: string): KeptUnreadable {
  return {
    id: sk,
    sourceId,
    at: new Date(String(body.at)),
    why: Told.parse(body.w),
    excerpt: String(body.e),
    ...(body.l ? { where: Told.parse(body.l) } : {}),
  };
}
