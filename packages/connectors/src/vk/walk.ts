// Where reading has come to: a cursor that is moved on by pages. Pure.
//
// VK has no "since" and no list of all comments of a community. What it has are counts: of comments of a post or topic,
// and of messages of a conversation. So each cycle lists what can be commented on and visits what has another count than
// last time, newest comments first, until it comes to what was known. Beside that a deep cycle (each one where no events
// come, else once an hour) reads again what is young, for edits and deletions, and one or a few others, in turn, whole.
// Market items have no count: they take their turns.
import { z } from "zod";
import type { Container } from "./containers.ts";
import type { Part } from "./parts.ts";

const hour = 3600;
const day = 24 * hour;
const youngFor: Record<Part, number> = { wall: 3 * day, board: 3 * day, market: 0, messages: day };
const mostYoung = 30;
/** Read whole in each deep cycle. */
const turns: Record<Part, number> = { wall: 1, board: 1, market: 20, messages: 0 };
/** Seconds that messages are read back at first; what is older is for a backfill. */
export const firstReach = 60 * day;
const mostRemembered = 200;

const Visit = z.object({
  /** The post, topic, market item or conversation. */
  c: z.string(),
  /** As the list counted when the visit was planned. */
  count: z.int().min(0).optional(),
  /** Where the next page begins: at this comment, read already; or, in a conversation, so many messages back. */
  from: z.string().optional(),
  offset: z.int().min(0).optional(),
  /** Reading ends at the page that reaches this comment; absent: at the end. */
  until: z.string().optional(),
  /** So many newer ones are to be found before it may end, since replies stand below older comments. */
  need: z.int().min(0).optional(),
  /** The thread of this comment alone. */
  root: z.string().optional(),
  /** Found already, with their answers. */
  told: z.array(z.string()).optional(),
  shut: z.literal(true).optional(),
});
export type Visit = z.infer<typeof Visit>;

const Seen = z.object({ count: z.int().min(0), newest: z.string() });

export const Walk = z.object({
  version: z.literal(1),
  /** Place and reach that this was about; another one begins anew. */
  scope: z.string(),
  /** Where the Long Poll stands; null: none is followed. Its key is asked for anew each time and never kept. */
  ts: z.string().nullable(),
  /** Unix seconds: when the last deep cycle began; null before the first. */
  deepAt: z.int().nullable(),
  /** Events were lost: the lists are to be read deeply. */
  lost: z.boolean(),
  todo: z.array(Visit),
  seen: z.record(z.string(), Seen),
  /** What was read last in turn. */
  turn: z.string().nullable(),
  /** Visits made and to make in the first cycle. */
  done: z.int().min(0),
  of: z.int().min(0),
});
export type Walk = z.infer<typeof Walk>;

export const firstWalk = (scope: string): Walk => ({
  ...{ version: 1, scope, ts: null, deepAt: null, lost: false },
  ...{ todo: [], seen: {}, turn: null, done: 0, of: 0 },
});

/** Where a cursor stands; the beginning where it is none of ours, or about something else. */
export function walkFrom(cursor: string | null, scope: string): Walk {
  const { data } = Walk.safeParse(jsonOrNull(cursor));
  return data?.scope === scope ? data : firstWalk(scope);
}

function jsonOrNull(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether this cycle looks deeper than the counts. `eventsCome`: edits and deletions are told by themselves. */
export const isDeep = (
  { deepAt, lost }: Walk,
  { now, eventsCome }: { now: number; eventsCome: boolean },
): boolean => deepAt === null || lost || !eventsCome || now - deepAt >= hour;

/** The walk with the visits of a new cycle; visits that an event asked for come first. */
export function planned(
  walk: Walk,
  containers: readonly Container[],
  { part, now, deep }: { part: Part; now: number; deep: boolean },
): Walk {
  const isFirst = walk.deepAt === null;
  const asked = new Set(walk.todo.map(({ c }) => c));
  const open = containers.filter((one) => (one.count !== 0 || isChanged(walk, one)) && !asked.has(one.id));
  const reached =
    isFirst && part === "messages" ? open.filter(({ at = now }) => at >= now - firstReach) : open;
  const fresh = reached.filter((one) => isFirst || isChanged(walk, one));
  const rest = reached.filter((one) => !fresh.includes(one));
  const young = deep ? rest.filter(({ at = 0 }) => at >= now - youngFor[part]).slice(0, mostYoung) : [];
  const taken = deep && !isFirst ? inTurn(rest, walk.turn, turns[part]) : [];
  const visits = [
    ...[...fresh, ...young.filter((one) => !taken.includes(one))].map((one) => visitOf(walk, one, part)),
    ...taken.map(({ id, shut, count }) => ({ c: id, shut, count })),
  ];
  const todo = [...walk.todo, ...visits];
  return {
    ...walk,
    todo,
    seen: remembered(walk.seen, containers),
    turn: taken.at(-1)?.id ?? walk.turn,
    deepAt: deep ? now : walk.deepAt,
    lost: deep ? false : walk.lost,
    done: 0,
    of: isFirst ? todo.length : 0,
  };
}

/** Without a count, only that it was never visited can be told. */
const isChanged = ({ seen }: Walk, { id, count }: Container): boolean =>
  count === undefined ? !seen[id] : count !== (seen[id]?.count ?? 0);

function visitOf({ seen }: Walk, { id, count, shut }: Container, part: Part): Visit {
  const known = seen[id];
  if (!known || count === undefined) return { c: id, shut, count };
  // Only on the wall do replies stand below older comments instead of at the newer end.
  const need = part === "wall" ? Math.max(0, count - known.count) : 0;
  return { c: id, shut, count, until: known.newest, need };
}

/** The next ones after the last, round and round. */
function inTurn(containers: readonly Container[], last: string | null, most: number): Container[] {
  const from = containers.findIndex(({ id }) => id === last) + 1;
  return [...containers.slice(from), ...containers.slice(0, from)].slice(0, most);
}

function remembered(seen: Walk["seen"], containers: readonly Container[]): Walk["seen"] {
  const kept = containers.slice(0, mostRemembered).flatMap(({ id }) => (seen[id] ? [[id, seen[id]]] : []));
  return Object.fromEntries(kept);
}

/** What a page of a visit brought. */
export interface Came {
  /** It was full, so that there may be more. */
  isFull: boolean;
  /** Ids, threads included. */
  ids: readonly string[];
  /** Where a further page would begin. */
  next: { from?: string | undefined; offset?: number | undefined };
  /** Threads to be read by themselves. */
  long: readonly string[];
  /** Found with their answers before their turn. */
  told: readonly string[];
  /** Nothing further back is wanted. */
  isFarEnough: boolean;
}

/** The walk after a page of its first visit. */
export function afterPage(walk: Walk, came: Came): Walk {
  const [visit, ...rest] = walk.todo;
  if (!visit) return walk;
  if (visit.root) return { ...walk, todo: rest, done: walk.done + 1 };
  const threads = came.long.map((root): Visit => ({ c: visit.c, root, shut: visit.shut }));
  const further = nextPage(visit, came);
  return {
    ...walk,
    seen: { ...walk.seen, [visit.c]: seenIn(walk, visit, came) },
    todo: [...threads, ...(further ? [further] : []), ...rest],
    done: walk.done + (further ? 0 : 1),
    of: walk.of > 0 ? walk.of + threads.length : 0,
  };
}

function nextPage(visit: Visit, { isFull, ids, next, told, isFarEnough }: Came): Visit | null {
  const { until, need = 0 } = visit;
  if (!isFull || isFarEnough) return null;
  const fresh = until === undefined ? 0 : ids.filter((id) => isAfter(id, until)).length;
  const reached = until !== undefined && ids.some((id) => !isAfter(id, until));
  if (reached && fresh >= need) return null;
  const known = [...(visit.told ?? []), ...told].slice(-mostRemembered);
  return {
    ...visit,
    ...next,
    ...(until !== undefined && { need: Math.max(0, need - fresh) }),
    ...(known.length > 0 && { told: known }),
  };
}

function seenIn({ seen }: Walk, { c, count }: Visit, { ids }: Came): Walk["seen"][string] {
  const known = seen[c] ?? { count: 0, newest: "0" };
  // Asked for by an event: what is new there is still to be counted by the list.
  if (count === undefined) return known;
  return { count, newest: ids.reduce((max, id) => (isAfter(id, max) ? id : max), known.newest) };
}

/** Ids grow with time; they may be longer than a number is exact. */
export const isAfter = (id: string, other: string): boolean =>
  id.length === other.length ? id > other : id.length > other.length;

/** The walk with this container visited before all else, where an event says that something is new there. */
export const visiting = (walk: Walk, c: string): Walk =>
  walk.todo.some((visit) => visit.c === c && !visit.root) ? walk : { ...walk, todo: [...walk.todo, { c }] };
