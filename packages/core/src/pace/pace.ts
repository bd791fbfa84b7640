// Holds networks' limits across calls, rooms and processes.
import { OutOfTurn } from "../errors.ts";
import type { JsonMap } from "../json.ts";
import type { Key, PaceLimit as Limit, Pace, Row, Table } from "../ports.ts";
import { unchanged } from "../ports.ts";
import {
  earliest,
  isScarce,
  lineAt,
  nextTurn,
  refillMs,
  type Turn,
  type Use,
  unused,
  used,
  whenFree,
} from "./bucket.ts";

/** What refills within so long is remembered by its process alone. */
const forgottenMs = 10_000;
/** A row that was read so recently is not read again. */
const freshMs = 3_000;
/** After so many calls that hung, each for so long, their network rests, longer each time, and is then tried by one call. */
const mostHung = 3;
const hangsAfterMs = 8_000;
const shortestRestMs = 60_000;
const longestRestMs = 15 * 60_000;
const mostKept = 10_000;

interface Kept {
  use: Use;
  /** Requests that the row does not know of. */
  unsaved: number[];
  row: { version: number } | null;
  readAt: number;
}

interface Held {
  limit: Limit;
  of: Kept;
}

/** How the calls to a network go. */
interface Calls {
  inFlight: number;
  /** How many in a row hung. */
  hung: number;
  /** 0: it is well. */
  restMs: number;
  restsUntil: number;
}

/**
 * Memory for what refills in seconds; for what does not, a row for each key of a limit, written over the version read
 * and only when enough was used. Two processes may thus be ahead of each other by some seconds' worth, no more. Without
 * a table all of it is memory.
 */
export function keepPace({ table, now }: { table?: Table; now: () => Date }): Pace {
  const kept = new Map<string, Kept>();
  const calls = new Map<string, Calls>();
  /** Used up, it takes longer to refill than a process is trusted to remember. */
  const isSlow = (limit: Limit): boolean =>
    table !== undefined && limit.requests * refillMs(limit) > forgottenMs;
  /** What reads and writes rows goes one by one; the rest waits for nothing between looking and taking. */
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(limits, asking) {
      if (!limits.some(isSlow)) return take(limits, asking);
      const turn = last.then(() => take(limits, asking));
      last = turn.catch(() => undefined);
      return turn;
    },
    enter(network) {
      const of = callsOf(network);
      const at = now().getTime();
      if (at < of.restsUntil) throw new OutOfTurn(new Date(of.restsUntil));
      if (of.restMs > 0 && of.inFlight > 0) throw new OutOfTurn(new Date(at + of.restMs));
      of.inFlight++;
      return () => {
        of.inFlight--;
        const end = now().getTime();
        of.hung = end - at >= hangsAfterMs ? of.hung + 1 : 0;
        of.restMs = of.hung < mostHung ? 0 : Math.min(Math.max(of.restMs * 2, shortestRestMs), longestRestMs);
        if (of.restMs > 0) of.restsUntil = end + of.restMs;
      };
    },
  };

  async function take(...[limits, asking]: Parameters<Pace["take"]>): ReturnType<Pace["take"]> {
    const at = now().getTime();
    for (const limit of limits) if (isSlow(limit)) await read(limit, at);
    const held = limits.map((limit) => ({ limit, of: keptOf(limit) }));
    const { who, begins, share = 1, patienceMs } = asking;
    for (const { of } of held) of.use = { ...of.use, line: lineAt(of.use, at) };
    if (who !== undefined && begins === "walk")
      for (const { limit, of } of held) {
        const turn = of.use.line.find((one) => one.who === who);
        const waits = turn ? turn.at > at + patienceMs : of.use.line.length > 0;
        if (waits) return turnAway(limit, of, { who, at, share });
        if (turn) of.use = { ...of.use, line: of.use.line.filter((one) => one !== turn) };
      }
    if (begins === "page")
      for (const { limit, of } of held) {
        const free = isScarce(limit) ? whenFree(limit, of.use, at) : at;
        if (free > at) return { retryAt: new Date(free) };
      }
    for (;;) {
      const times = held.map(({ limit, of }) => earliest(limit, of.use, { now: at, share }));
      const when = Math.max(at, ...times);
      const slowest = held[times.indexOf(when)];
      if (slowest && when - at > patienceMs) return turnAway(slowest.limit, slowest.of, { who, at, share });
      const isTaken = await takeAll(held, when, at);
      if (isTaken) return { waitMs: when - at };
    }
  }

  function callsOf(network: string): Calls {
    const known = calls.get(network) ?? { inFlight: 0, hung: 0, restMs: 0, restsUntil: 0 };
    calls.set(network, known);
    return known;
  }

  function keptOf({ key }: Limit): Kept {
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= mostKept) forgetOld();
    const fresh: Kept = { use: unused, unsaved: [], row: null, readAt: 0 };
    kept.set(key, fresh);
    return fresh;
  }

  function forgetOld(): void {
    const at = now().getTime();
    for (const [key, { use }] of kept) if (use.fullAt < at && use.line.length === 0) kept.delete(key);
  }

  async function read(limit: Limit, at: number): Promise<void> {
    const of = keptOf(limit);
    if (!table || at - of.readAt < freshMs) return;
    adopt(limit, of, await table.get(keyOf(limit)), at);
  }

  /** What the row says, and on top of it what it does not know of yet. */
  function adopt(limit: Limit, of: Kept, row: Row | null, at: number): void {
    of.unsaved = of.unsaved.filter((time) => at - time < forgottenMs);
    of.row = row && { version: row.version };
    of.readAt = at;
    if (row) of.use = of.unsaved.reduce((use, time) => used(limit, use, time), useOf(row));
  }

  async function turnAway(
    limit: Limit,
    of: Kept,
    { who, at, share }: { who: string | undefined; at: number; share: number },
  ): Promise<{ retryAt: Date }> {
    const known = of.use.line.find((one) => one.who === who);
    if (known) return { retryAt: new Date(known.at) };
    // A reply waits for one place alone, and what has no haste for what others leave: neither stands in line.
    if (who === undefined) return { retryAt: new Date(earliest(limit, of.use, { now: at })) };
    const turn = nextTurn(limit, of.use, { now: at, share });
    if (share < 1) return { retryAt: new Date(turn) };
    await lineUp(limit, of, { who, at: turn });
    return { retryAt: new Date(turn) };
  }

  /** Takes a place in each; false where another process was ahead in one of them, which is then known here. */
  async function takeAll(held: readonly Held[], when: number, at: number): Promise<boolean> {
    const before = held.map(({ of }) => ({ use: of.use, unsaved: of.unsaved }));
    for (const { limit, of } of held) {
      of.use = used(limit, of.use, when);
      of.unsaved = [...of.unsaved.filter((time) => at - time < forgottenMs), when];
    }
    for (const [n, { limit, of }] of held.entries()) {
      const isWorthARow = isSlow(limit) && of.unsaved.length * refillMs(limit) > forgottenMs;
      if (!isWorthARow) continue;
      const current = await save(limit, of);
      if (current === "saved") continue;
      // What was saved of the others stays counted: one too many is no harm, one too few is.
      for (const [m, one] of held.entries()) if (m >= n) Object.assign(one.of, before[m]);
      adopt(limit, of, current, at);
      return false;
    }
    return true;
  }

  /** Over the version read; else the row that stands there. */
  async function save(limit: Limit, of: Kept): Promise<"saved" | Row | null> {
    if (!table) return "saved";
    const saved = of.unsaved.length;
    const put = { ...keyOf(limit), body: bodyOf(of.use) };
    const [outcome] = await table.commit([{ put, if: unchanged(of.row) }]);
    if (!outcome?.done) return outcome?.current ?? null;
    of.row = { version: outcome.version };
    of.unsaved = of.unsaved.slice(saved);
    return "saved";
  }

  /** One more in the line, behind those who are there by now. */
  async function lineUp(limit: Limit, of: Kept, turn: { who: string; at: number }): Promise<void> {
    for (;;) {
      of.use = { ...of.use, line: [...of.use.line, turn] };
      const current = isSlow(limit) ? await save(limit, of) : "saved";
      if (current === "saved") return;
      adopt(limit, of, current, now().getTime());
    }
  }
}

const keyOf = ({ key }: Limit): Key => ({ pk: `#pace.${key}`, sk: "p" });

const bodyOf = ({ fullAt, times, line }: Use): JsonMap => ({
  f: Math.ceil(fullAt),
  ...(times.length > 0 ? { t: times.map(Math.ceil) } : {}),
  ...(line.length > 0 ? { l: line.map(({ who, at }) => [who, at]) } : {}),
});

function useOf({ body }: Row): Use {
  const line = (body.l ?? []) as [string, number][];
  return {
    fullAt: Number(body.f),
    times: (body.t ?? []) as number[],
    line: line.map(([who, at]): Turn => ({ who, at })),
  };
}
