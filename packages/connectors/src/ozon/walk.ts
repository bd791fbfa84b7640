// Where reading has come to: a cursor that is moved on by pages; pure.
//
// A cycle reads each chosen stream back to two days before the last whole cycle began, for what shows later than its
// date, and then three further days out of the last 69, other ones each time: a comment under an old review is told
// by that review only. Which days is decided by the clock and not by the cursor, since a room that finds nothing new
// does not save it. Pages are keyed by the last id (`after`), so rows that arrive or leave shift nothing.
import { z } from "zod";

const minute = 60_000;
const day = 24 * 60 * minute;
const margin = 2 * day;
const slice = 3 * day;
const slices = 23;
export const pullEveryMinutes = 5;

export const Stream = z.enum(["reviews", "questions", "chats"]);
export type Stream = z.infer<typeof Stream>;

interface Step {
  stream: Stream;
  /** All there is; what is recent; three days of the last 69. */
  reads: "all" | "recent" | "turn";
}

const Place = z.object({ page: z.int().min(0), after: z.string().optional() });
const start: z.infer<typeof Place> = { page: 0 };

export const Walk = z.object({
  version: z.literal(1),
  /** Epoch milliseconds: when the cycle under way began; null between cycles. */
  began: z.int().nullable(),
  /** When the last whole cycle began; null before the first has ended. */
  caughtUp: z.int().nullable(),
  step: z.int().min(0),
  place: Place,
  /** The cycle reads reviews by the older method, which knows no dates. */
  isOld: z.boolean().optional(),
  /** The newest message that was known when the last whole cycle read its chats, and that of this one. */
  talked: z.string().optional(),
  talking: z.string().optional(),
  /** Rows read in the first cycle. */
  done: z.int().min(0),
});
export type Walk = z.infer<typeof Walk>;
/** A walk with a cycle under way. */
export type Underway = Walk & { began: number };

export const firstWalk: Walk = {
  version: 1,
  began: null,
  caughtUp: null,
  step: 0,
  place: start,
  done: 0,
};

/** One page: rows between two times, newest first where the network has an order. */
export interface Ask {
  stream: Stream;
  /** Under this name the page's watermark is kept. */
  list: string;
  page: number;
  after?: string | undefined;
  /** Epoch milliseconds. */
  from?: number | undefined;
  to?: number | undefined;
}

/** What came. */
export interface Came {
  rows: number;
  /** Where the list goes on; null at its end. */
  next: string | null;
  /** Epoch milliseconds of the newest row that could be read. */
  newest: number | null;
  isOld?: boolean | undefined;
  /** The newest message of the chats on this page. */
  talk?: string | undefined;
}

/** Begins a cycle where none is under way. */
export const underway = (walk: Walk, now: Date): Underway =>
  walk.began === null ? { ...walk, began: now.getTime() } : { ...walk, began: walk.began };

function stepsOf({ caughtUp, isOld }: Walk, streams: readonly Stream[]): Step[] {
  if (caughtUp === null) return streams.map((stream) => ({ stream, reads: "all" }));
  const dated = streams.filter((stream) => stream !== "chats" && !(stream === "reviews" && isOld));
  return [
    ...streams.map((stream): Step => ({ stream, reads: "recent" })),
    ...dated.map((stream): Step => ({ stream, reads: "turn" })),
  ];
}

export function askOf(walk: Underway, streams: readonly Stream[]): Ask {
  const steps = stepsOf(walk, streams);
  const { stream, reads } = steps[Math.min(walk.step, steps.length - 1)] as Step;
  const { page, after } = walk.place;
  const named = (list: string) => ({ stream, list: `${list}.${Math.min(page, mostNames)}`, page, after });
  // A chat is read whole whenever it is: one that moved up in the list while it was paged may have been passed over.
  if (reads === "all" || stream === "chats") return named(stream);
  if (reads === "recent") return { ...named(stream), from: (walk.caughtUp ?? walk.began) - margin };
  const from = turnAt(walk.began);
  return { ...named(`${stream}.${new Date(from).toISOString().slice(0, 10)}`), from, to: from + slice };
}
const mostNames = 99; // pages further back share one watermark

/** Whose turn it is. With a prime number of them all come round, also where a room asks less often. */
const turnOfClock = (began: number, turns: 13 | 23): number =>
  Math.floor(began / (pullEveryMinutes * minute)) % turns;

/** The beginning of the days whose turn it is. */
function turnAt(began: number): number {
  return (Math.floor(began / slice) - turnOfClock(began, slices)) * slice;
}

/** The walk after a page; `began` is null where the cycle is over. */
export function afterPage(walk: Underway, came: Came, streams: readonly Stream[]): Walk {
  const { after, from } = askOf(walk, streams);
  const moved: Underway = {
    ...walk,
    done: walk.caughtUp === null ? walk.done + came.rows : 0,
    ...(came.isOld && { isOld: true }),
    // Only of the first page: what moves up in the list while the others are read is read again next time.
    ...(came.talk !== undefined && walk.place.page === 0 && { talking: came.talk }),
  };
  // A list without dates, or one that did not heed them, is left where it is older than what was asked for.
  const isPast = from !== undefined && came.newest !== null && came.newest < from;
  if (came.next !== null && came.next !== after && !isPast) {
    return { ...moved, place: { page: walk.place.page + 1, after: came.next } };
  }
  if (walk.step + 1 < stepsOf(moved, streams).length) return { ...moved, step: walk.step + 1, place: start };
  const { isOld: _, talking = walk.talked, ...kept } = moved;
  return {
    ...{ ...kept, began: null, caughtUp: walk.began, step: 0, place: start },
    ...(talking !== undefined && { talked: talking }),
  };
}

/**
 * Whether a chat is to be read in this cycle: it has news, by its newest message or by what is unread; and once an hour or so
 * though it has none, since the order of those ids is no promise of Ozon's.
 */
export function isDue(
  { talked, began }: Underway,
  chat: {
    chat: { chat_id: string };
    last_message_id?: string | null | undefined;
    unread_count?: number | null | undefined;
  },
): boolean {
  const hasNews = laterId(talked, chat.last_message_id ?? undefined) !== talked;
  return (
    hasNews ||
    talked === undefined ||
    chat.unread_count !== 0 ||
    turnOf(chat.chat.chat_id) === turnOfClock(began, chatTurns)
  );
}
const chatTurns = 13; // about an hour
const turnOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % chatTurns;

/** Of two ids, digits past 2^53, the greater; one that is no number is not compared. */
export function laterId(one: string | undefined, other: string | undefined): string | undefined {
  if (other === undefined || !/^\d+$/.test(other)) return one;
  return one === undefined || BigInt(other) > BigInt(one) ? other : one;
}

/** Where a read of the past has come to. */
export const Past = z.object({
  version: z.literal(1),
  step: z.int().min(0),
  place: Place,
  isOld: z.boolean().optional(),
  done: z.int().min(0),
});
export type Past = z.infer<typeof Past>;
export const firstPast: Past = { version: 1, step: 0, place: start, done: 0 };

interface Stretch {
  streams: readonly Stream[];
  /** Epoch milliseconds. */
  since: number;
  until: number;
}

export function pastAskOf({ step, place }: Past, { streams, since, until }: Stretch): Ask {
  const stream = streams[Math.min(step, streams.length - 1)] as Stream;
  return { stream, list: `${stream}.past`, page: place.page, after: place.after, from: since, to: until };
}

/** null: all has been read. */
export function afterPastPage(past: Past, came: Came, { streams, since }: Stretch): Past | null {
  const moved = { ...past, done: past.done + came.rows, ...(came.isOld && { isOld: true }) };
  const isPast = came.newest !== null && came.newest < since;
  if (came.next !== null && came.next !== past.place.after && !isPast) {
    return { ...moved, place: { page: past.place.page + 1, after: came.next } };
  }
  return past.step + 1 < streams.length ? { ...moved, step: past.step + 1, place: start } : null;
}
