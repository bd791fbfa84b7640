// Where reading has come to in a list that comes newest first, in pages behind marks that only the network understands.
// A cursor that pages move on: pure, so that a walk through a hundred thousand reviews is a table in a test.
//
// - A cycle reads from the top down to what the last whole cycle began with, and a little further: some reviews show
//   later than their date. What arrives meanwhile is newer than its first page, and so belongs to the next cycle.
// - It ends with one page further down, another page each time: an answer given in the network's own cabinet moves no
//   review to the top, and is noticed when its page comes round.
import { z } from "zod";

const Place = z.object({ page: z.int().min(0), mark: z.string().nullable() });
type Place = z.infer<typeof Place>;

const Walk = z.object({
  version: z.literal(1),
  /** What is read: with other settings another list is, and reading begins anew. */
  scope: z.string(),
  /** Epoch milliseconds: the newest entry there was when the last whole cycle began; null before the first has ended. */
  known: z.number().nullable(),
  /** The cycle under way, null between two. `newest` is what its own first page held. */
  cycle: Place.extend({ newest: z.number().nullable(), isTurn: z.boolean() }).nullable(),
  /** The page that the next cycle ends with; null: the first one that it does not read anyway. */
  turn: Place.nullable(),
  /** Entries read in the first cycle. */
  done: z.int().min(0),
  /** The page that came empty although a mark had led to it, and how often on end. */
  empty: z.object({ page: z.int(), times: z.int() }).nullable(),
});
export type Walk = z.infer<typeof Walk>;
/** A walk with a cycle under way. */
export type Underway = Walk & { cycle: NonNullable<Walk["cycle"]> };

/** What one page brought. */
export interface Came {
  entries: number;
  /** Epoch milliseconds of its newest and of its last entry that could be read; null where none could. */
  newest: number | null;
  last: number | null;
  /** The mark of the page after it; null at the end of the list. */
  next: string | null;
}

const overlap = 2 * 86_400_000;
/** Pages go by turns as long as one watermark remembers them. */
const remembered = 1000;
/** A mark promises more: a page behind it without any is a hiccup, and the end only when it stays so. */
const mostEmpty = 3;

export const firstWalk = (scope: string): Walk => ({
  version: 1,
  scope,
  known: null,
  cycle: null,
  turn: null,
  done: 0,
  empty: null,
});

/** The walk that a cursor tells of; a new one where it is none of ours, or was about something else. */
export function walkFrom(cursor: string | null, scope: string): Walk {
  const read = Walk.safeParse(cursor === null ? null : jsonOrNull(cursor));
  return read.success && read.data.scope === scope ? read.data : firstWalk(scope);
}

export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Begins a cycle where none is under way. */
export const underway = (walk: Walk): Underway => ({
  ...walk,
  cycle: walk.cycle ?? { page: 0, mark: null, newest: null, isTurn: false },
});

/** The name under which a page's watermark is kept: that of the thousand entries it is among. */
export const listOf = ({ cycle }: Underway, size: number): string =>
  String(Math.min(Math.floor((cycle.page * size) / remembered), 99));

/** The walk after a page; `cycle` is null where the cycle is over. */
export function afterPage(walk: Underway, came: Came, { size, now }: { size: number; now: Date }): Walk {
  const { cycle, known } = walk;
  if (came.entries === 0 && cycle.mark !== null && !cycle.isTurn) {
    const times = walk.empty?.page === cycle.page ? walk.empty.times + 1 : 1;
    if (times < mostEmpty) return { ...afterLostMark(walk), empty: { page: cycle.page, times } };
  }
  const done = known === null ? walk.done + came.entries : 0;
  const next = nextPlace(cycle, came);
  const mostTurns = Math.ceil(remembered / size);
  if (cycle.isTurn) return ended({ ...walk, done, turn: next && next.page < mostTurns ? next : null });
  // A date in the future must not hide what comes before it.
  const top = came.newest === null ? null : Math.min(came.newest, now.getTime());
  const newest = cycle.page === 0 ? top : cycle.newest;
  const after = { ...walk, done, cycle: { ...cycle, newest } };
  const reachedKnown = known !== null && came.last !== null && came.last < known - overlap;
  if (next && !reachedKnown) return { ...after, cycle: { ...next, newest, isTurn: false } };
  const turn = next && walk.turn && walk.turn.page > cycle.page ? walk.turn : next;
  return turn && turn.page < mostTurns
    ? { ...after, turn, cycle: { ...turn, newest, isTurn: true } }
    : ended({ ...after, turn: null });
}

/** The walk after the network no longer takes a mark: a page by turns is let be, a cycle begins anew. */
export const afterLostMark = (walk: Underway): Walk =>
  walk.cycle.isTurn ? ended({ ...walk, turn: null }) : { ...walk, cycle: null, done: 0 };

const ended = ({ known, cycle: { newest }, ...walk }: Underway): Walk => ({
  ...walk,
  known: newest === null ? known : Math.max(newest, known ?? newest),
  cycle: null,
  empty: null,
});

/** The list ends with a page without a successor, or whose mark leads back to itself. */
const nextPlace = ({ page, mark }: Place, { entries, next }: Came): Place | null =>
  next === null || next === mark || entries === 0 ? null : { page: page + 1, mark: next };
