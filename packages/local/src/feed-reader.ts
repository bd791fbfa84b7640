import { setImmediate as otherTurns, setTimeout as rest } from "node:timers/promises";
import { singleOut } from "@otklik/core/pipeline/dead";
import type { Change, ChangeFeed, Ports } from "@otklik/core/ports";

const page = 200;
const sleepMs = 150;
/** What a handler cannot bear now it will hardly bear at once: each failure in a row doubles the rest, up to this. */
const longestRestMs = 10_000;

export interface FeedReader {
  /** Milliseconds since a page was last handed on, or none was there. */
  stuckMs(): number;
  /** Resolves when the page in hand has been handed on. */
  stop(): Promise<void>;
}

/** After so many failures of one page its changes are handed on one by one, to find the one that cannot be borne. */
const patience = 3;

/**
 * Hands each change to every handler, in order and at least once: a page is forgotten only when all have borne it. One
 * change that can never be borne is kept as a dead letter, so that it holds up no other; while all fail, the fault lies
 * elsewhere and everything waits.
 */
export function startFeedReader(reading: {
  feed: ChangeFeed;
  handlers: readonly ((event: { changes: readonly Change[] }) => Promise<unknown>)[];
  ports: Pick<Ports, "table" | "log" | "now">;
}): FeedReader {
  const { feed, handlers, ports } = reading;
  const { log } = ports;
  const stopping = new AbortController();
  let movedAt = Date.now();

  const bear = async (changes: readonly Change[]): Promise<void> => {
    for (const handler of handlers) await handler({ changes });
  };
  const readOnce = async (bearAll: (changes: readonly Change[]) => Promise<void>): Promise<boolean> => {
    const { changes, next } = await feed.read(null, page);
    if (changes.length === 0 || next === null) return false;
    await bearAll(changes);
    await feed.forget(next);
    return true;
  };
  const bearOneByOne = async (changes: readonly Change[]): Promise<void> => {
    if (changes.length < 2) throw new Error("one change alone does not tell whether the fault is its own");
    await singleOut(changes, (change) => bear([change]), ports);
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const found = await readOnce(bear);
        failures = 0;
        movedAt = Date.now();
        if (found) {
          await otherTurns(); // or a long backlog of changes would let nothing else happen
          continue;
        }
      } catch (error) {
        failures++;
        log.error("feed.failed", error, { failures });
        if (failures % patience === 0) await readOnce(bearOneByOne).catch(() => undefined); // what fails here fails above too
      }
      const ms = Math.min(sleepMs * 2 ** failures, longestRestMs);
      await rest(ms, undefined, { signal: stopping.signal }).catch(() => undefined); // stopped: no more rest
    }
  };
  const running = run();

  return {
    stuckMs: () => Date.now() - movedAt,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
