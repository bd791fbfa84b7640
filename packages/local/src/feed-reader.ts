import { setImmediate as otherTurns, setTimeout as rest } from "node:timers/promises";
import type { Change, ChangeFeed, Log } from "@otklik/core/ports";

const page = 200;
const sleepMs = 150;
/** What a handler cannot bear now it will hardly bear at once: each failure in a row doubles the rest, up to this. */
const longestRestMs = 10_000;

export interface FeedReader {
  /** Resolves when the page in hand has been handed on. */
  stop(): Promise<void>;
}

/** After so many failures of one page its changes are handed on one by one, to find the one that cannot be borne. */
const patience = 3;

/**
 * Hands each change to every handler, in order and at least once: a page is forgotten only when all have borne it. One
 * change that can never be borne is passed over with an error in the log, so that it holds up no other; while all fail,
 * the fault lies elsewhere and everything waits.
 */
export function startFeedReader(reading: {
  feed: ChangeFeed;
  handlers: readonly ((event: { changes: readonly Change[] }) => Promise<void>)[];
  log: Log;
}): FeedReader {
  const { feed, handlers, log } = reading;
  const stopping = new AbortController();

  const readOnce = async (): Promise<boolean> => {
    const { changes, next } = await feed.read(null, page);
    if (changes.length === 0 || next === null) return false;
    for (const handler of handlers) await handler({ changes });
    await feed.forget(next);
    return true;
  };

  const singleOut = async (): Promise<void> => {
    const { changes, next } = await feed.read(null, page);
    if (changes.length < 2) return;
    const failed: { change: Change; error: unknown }[] = [];
    for (const change of changes)
      try {
        for (const handler of handlers) await handler({ changes: [change] });
      } catch (error) {
        failed.push({ change, error });
      }
    if (next === null || failed.length === changes.length) return;
    for (const { change, error } of failed) log.error("feed.passed-over", error, { row: change.key.sk });
    await feed.forget(next);
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const found = await readOnce();
        failures = 0;
        if (found) {
          await otherTurns(); // or a long backlog of changes would let nothing else happen
          continue;
        }
      } catch (error) {
        failures++;
        log.error("feed.failed", error, { failures });
        if (failures % patience === 0) await singleOut().catch(() => undefined); // what fails here fails above too
      }
      const ms = Math.min(sleepMs * 2 ** failures, longestRestMs);
      await rest(ms, undefined, { signal: stopping.signal }).catch(() => undefined); // stopped: no more rest
    }
  };
  const running = run();

  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
