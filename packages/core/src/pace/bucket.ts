// How fast one limit may be used: pure rules over the times of requests, those to come included.
import type { PaceLimit as Limit } from "../ports.ts";

/** What is known of a limit's use. */
export interface Use {
  /** When all that was used will have refilled, ms since 1970. */
  fullAt: number;
  /** The latest requests, oldest first, where the limit is one of any span of time. */
  times: readonly number[];
  /** Who was turned away and when it is its turn, in that order. */
  line: readonly Turn[];
}
export interface Turn {
  who: string;
  at: number;
}
export const unused: Use = { fullAt: 0, times: [], line: [] };

/** Up to so many requests are remembered one by one; of a limit with more its burst is kept off the steady part. */
const mostTimes = 64;
/** Who was turned away comes back for so many at once, so that a page of several requests gets done; */
const mostAtOnce = 4;
/** but nobody waits longer than this for another's many. */
const longestTurnMs = 10 * 60_000;
/** A turn that nobody took lapses. */
const graceMs = 5 * 60_000;

/** One request of the burst is kept back: on its way one may be overtaken by the next, and be one too many. */
const burstOf = ({ burst }: Limit): number => Math.max(1, burst - 1);

/** "At most so many in so long" is meant of any such span where no more than that may come at once. */
const isOfSpans = ({ requests, burst }: Limit): boolean => burst <= requests;
const isCounted = (limit: Limit): boolean => isOfSpans(limit) && limit.requests <= mostTimes;

/** A span, and a little for what jitters on its way. */
const spanMs = ({ seconds }: Limit): number => seconds * 1000 + Math.min(200, seconds * 100);

/** Bursts of a limit that is not counted come out of what it gives in a span. */
const spareOf = (limit: Limit): number =>
  isOfSpans(limit) && !isCounted(limit)
    ? Math.min(burstOf(limit), Math.floor(limit.requests / 8))
    : burstOf(limit);

/** Milliseconds in which one request refills. */
export function refillMs(limit: Limit): number {
  const { requests, seconds } = limit;
  const steady = isOfSpans(limit) && !isCounted(limit) ? requests - spareOf(limit) : requests;
  return (seconds * 1000) / steady;
}

/** So little that a walk of many pages would leave nothing to others for long. */
export const isScarce = (limit: Limit): boolean => refillMs(limit) >= 60_000;

/** When all of a limit is free again. */
export const whenFree = (limit: Limit, use: Use, now: number): number =>
  Math.max(Math.ceil(use.fullAt), earliest(limit, use, { now }));

/**
 * When `count` requests may go at the earliest. `share` of the limit is for the asker: what has no haste leaves the rest
 * to others.
 */
export function earliest(limit: Limit, use: Use, { now, count = 1, share = 1 }: Asking): number {
  const most = Math.max(1, Math.floor(spareOf(limit) * share));
  const all = Math.max(1, Math.floor(limit.requests * share));
  const refilled = use.fullAt - (most - Math.min(count, most)) * refillMs(limit);
  const pushedOut = use.times.at(Math.min(count, all) - all - 1);
  const free = isCounted(limit) && pushedOut !== undefined ? pushedOut + spanMs(limit) : now;
  return Math.ceil(Math.max(now, refilled, free));
}
export interface Asking {
  now: number;
  count?: number;
  share?: number;
}

/** The use after a request at that time. */
export function used(limit: Limit, use: Use, at: number): Use {
  const fullAt = Math.max(use.fullAt, at) + refillMs(limit);
  const times = isCounted(limit) ? [...use.times, at].slice(-limit.requests) : use.times;
  return { ...use, fullAt, times };
}

/** The line without turns that have lapsed. */
export const lineAt = ({ line }: Use, now: number): readonly Turn[] =>
  line.filter(({ at }) => at + graceMs >= now);

/** When one that is turned away may come back for several: behind all others, each of whom is left its own. */
export function nextTurn(limit: Limit, use: Use, asking: Asking): number {
  const spare = Math.floor(spareOf(limit) * (asking.share ?? 1));
  const count = Math.max(1, Math.min(mostAtOnce, spare, Math.floor(longestTurnMs / refillMs(limit))));
  const free = earliest(limit, use, { ...asking, count });
  const last = lineAt(use, asking.now).at(-1)?.at;
  return last === undefined ? free : Math.max(free, Math.ceil(last + count * refillMs(limit)));
}
