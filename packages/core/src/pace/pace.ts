// Holds networks' limits across calls, rooms and processes.
import { OutOfTurn } from "../errors.ts";
import type { JsonMap } from "../json.ts";
import type { Key, PaceLimit as Limit, Pace, Row, Table } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { earliest, lineAt, nextTurn, refillMs, type Turn, type Use, unused, used } from "./bucket.ts";

/** What refills within so long is remembered by its process alone. */
const forgottenMs = 10_000;
/** A row that was read so recently is not read again. */
const freshMs = 3_000;
/** So many calls that hang, each for so long: their network is asked no more for a while. */
const mostHanging = 3;
const hangsAfterMs = 5_000;
const restMs = 45_000;
const mostKept = 10_000;

interface Kept {
  use: Use;
  /** Requests that the row does not know of. */
  unsaved: number[];
  row: { version: number } | null;
  readAt: number;
}

/**
 * Memory for what refills in seconds; for what does not, a row for each key of a limit, written over the version read
 * and only when enough was used. Two processes may thus be ahead of each other by some seconds' worth, no more. Without
 * a table all of it is memory.
 */
export function keepPace({ table, now }: { table?: Table; now: () => Date }): Pace {
  const kept = new Map<string, Kept>();
  const inFlight = new Map<string, Set<number>>();
  /** Used up, it takes longer to refill than a process is trusted to remember. */
  const isSlow = (limit: Limit): boolean =>
    table !== undefined && limit.requests * refillMs(limit) > forgottenMs;
  return {
    async take(limits, asking) {
      const at = now().getTime();
      for (const limit of limits) if (isSlow(limit)) await read(limit, at);
      const held = limits.map((limit) => ({ limit, of: keptOf(limit) }));
      const { who, isFirst = false, share = 1, patienceMs } = asking;
      for (const { of } of held) of.use = { ...of.use, line: lineAt(of.use, at) };
      if (who !== undefined && isFirst)
        for (const { limit, of } of held) {
          const turn = of.use.line.find((one) => one.who === who);
          const waits = turn ? turn.at > at + patienceMs : of.use.line.length > 0;
          if (waits) return turnAway(limit, of, { who, at, share });
          if (turn) of.use = { ...of.use, line: of.use.line.filter((one) => one !== turn) };
        }
      const times = held.map(({ limit, of }) => earliest(limit, of.use, { now: at, share }));
      const when = Math.max(at, ...times);
      const slowest = held[times.indexOf(when)];
      if (slowest && when - at > patienceMs) return turnAway(slowest.limit, slowest.of, { who, at, share });
      for (const { limit, of } of held) {
        of.use = used(limit, of.use, when);
        of.unsaved.push(when);
      }
      for (const { limit } of held) if (isWorthARow(limit, at)) await save(limit);
      return { waitMs: when - at };
    },
    enter(network) {
      const at = now().getTime();
      const calls = inFlight.get(network) ?? new Set();
      inFlight.set(network, calls);
      const hanging = [...calls].filter((since) => at - since >= hangsAfterMs).length;
      if (hanging >= mostHanging) throw new OutOfTurn(new Date(at + restMs));
      let since = at;
      while (calls.has(since)) since += 0.001; // two of one millisecond are two
      calls.add(since);
      return () => void calls.delete(since);
    },
  };

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
    of.use = { ...of.use, line: [...of.use.line, { who, at: turn }] };
    if (isSlow(limit)) await save(limit);
    return { retryAt: new Date(turn) };
  }

  function isWorthARow(limit: Limit, at: number): boolean {
    const of = keptOf(limit);
    of.unsaved = of.unsaved.filter((time) => at - time < forgottenMs);
    return isSlow(limit) && of.unsaved.length * refillMs(limit) > forgottenMs;
  }

  async function save(limit: Limit): Promise<void> {
    const of = keptOf(limit);
    while (table) {
      const { use } = of;
      const saved = of.unsaved.length;
      const put = { ...keyOf(limit), body: bodyOf(use) };
      const [outcome] = await table.commit([{ put, if: unchanged(of.row) }]);
      if (outcome?.done) {
        of.row = { version: outcome.version };
        of.unsaved.splice(0, saved);
        return;
      }
      const turns = use.line;
      adopt(limit, of, outcome?.current ?? null, now().getTime());
      const unheard = turns.filter(({ who }) => of.use.line.every((one) => one.who !== who));
      of.use = { ...of.use, line: [...of.use.line, ...unheard].sort((a, b) => a.at - b.at) };
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
