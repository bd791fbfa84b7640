import type { Cursor, Page, PlacedMention, Range, Told } from "@otklik/core/connector";
import { z } from "zod";
import { changedFault } from "./changed.ts";
import { readEach } from "./lists.ts";
import { afterLostMark, afterPage, jsonOrNull, listOf, underway, walkFrom } from "./newest-walk.ts";

/** A list that comes newest first, by `editedAt` where an entry has one and else by `postedAt`. */
export interface NewestFirst {
  /** As people write it. */
  network: string;
  /** The most entries that a page holds. */
  size: number;
  /** One page; null: the network does not take this mark any more. A null mark is the first page. */
  read(mark: string | null): Promise<Came | null>;
  map(entry: unknown): PlacedMention;
}
export interface Came {
  entries: readonly unknown[];
  next: string | null;
  standing?: NonNullable<Page["standing"]> | undefined;
  /** How many the list holds in all, where the network says it. */
  total?: number | undefined;
}

/**
 * One page of a pull, by the walk of `newest-walk.ts`; `scope` tells one list of a source from another, as by a filter.
 * @throws NetworkFault "changed" when none of several entries can be read
 */
export async function pullNewestFirst(
  list: NewestFirst,
  { from, scope = "", now }: { from: Cursor | null; scope?: string; now: Date },
): Promise<Page> {
  const { size } = list;
  const walk = underway(walkFrom(from, scope));
  const came = await list.read(walk.cycle.mark);
  if (!came) {
    const lost = afterLostMark(walk);
    return { found: [], unreadable: [], next: JSON.stringify(lost), more: false };
  }
  const { found, unreadable } = readPage(list, came, walk.cycle.page);
  const times = found.map(timeOf);
  const reached = {
    entries: came.entries.length,
    newest: times.length > 0 ? Math.max(...times) : null,
    last: times.at(-1) ?? null,
    next: came.next,
  };
  const next = afterPage(walk, reached, { size, now });
  return {
    found,
    unreadable,
    next: JSON.stringify(next),
    more: next.cycle !== null,
    list: listOf(walk, size),
    ...(came.standing && { standing: came.standing }),
    ...(walk.known === null && { progress: { done: next.done, of: came.total } }),
  };
}

const Past = z.object({
  version: z.literal(1),
  page: z.int().min(0),
  mark: z.string().nullable(),
  done: z.int().min(0),
  /** How often a mark was lost, and reading began again at the top. */
  lost: z.int().min(0),
});
const start: z.infer<typeof Past> = { version: 1, page: 0, mark: null, done: 0, lost: 0 };
const mostLost = 3;

/** One page of a backfill: the list from its top down to `range.since`, of which only the range is told. */
export async function backfillNewestFirst(
  list: NewestFirst,
  { from, range }: { from: Cursor | null; range: Range },
): Promise<Page> {
  const read = Past.safeParse(from === null ? null : jsonOrNull(from));
  const at = read.success ? read.data : start;
  const came = await list.read(at.mark);
  // A mark promises more: a page without any is a hiccup, unless it stays so.
  const isEmpty = came?.entries.length === 0 && at.mark !== null && at.lost < mostLost;
  if (!came || isEmpty) return again(list, at.lost + 1);
  const { found, unreadable } = readPage(list, came, at.page);
  const last = found.at(-1);
  const isPast = last !== undefined && timeOf(last) < range.since.getTime();
  const more = came.next !== null && came.next !== at.mark && came.entries.length > 0 && !isPast;
  const done = at.done + came.entries.length;
  const next = more ? { ...at, page: at.page + 1, mark: came.next, done } : at;
  return {
    found: found.filter(({ postedAt }) => postedAt >= range.since && postedAt < range.until),
    unreadable,
    next: JSON.stringify(next),
    more,
    list: `past.${Math.min(at.page, 99)}`,
    progress: { done, of: more ? came.total : done },
  };
}

function again({ network }: NewestFirst, lost: number): Page {
  if (lost > mostLost)
    throw changedFault(network, {
      ru: "свои же отметки страниц она больше не принимает",
      en: "it no longer takes the page marks that it gave",
    });
  return { found: [], unreadable: [], next: JSON.stringify({ ...start, lost }), more: true };
}

const timeOf = ({ editedAt, postedAt }: PlacedMention): number => (editedAt ?? postedAt).getTime();

function readPage({ network, size, map }: NewestFirst, { entries }: Came, page: number) {
  const whereIn = (index: number): Told => ({
    ru: `запись ${page * size + index + 1}`,
    en: `entry ${page * size + index + 1}`,
  });
  const read = readEach(entries, map, whereIn);
  if (entries.length > 1 && read.found.length === 0)
    throw changedFault(
      network,
      {
        ru: `не прочиталась ни одна запись из ${entries.length}`,
        en: `none of ${entries.length} entries could be read`,
      },
      read.unreadable[0]?.why,
    );
  return read;
}
