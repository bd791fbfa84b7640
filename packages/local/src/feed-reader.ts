import { setTimeout as rest } from "node:timers/promises";
import type { Change, ChangeFeed, Log } from "@otklik/core/ports";

const page = 200;
const sleepMs = 150;
/** What a handler cannot bear now it will hardly bear at once: each failure in a row doubles the rest, up to this. */
const longestRestMs = 10_000;

export interface FeedReader {
  /** Resolves when the page in hand has been handed on. */
  stop(): Promise<void>;
}

/** Hands each change to every handler, in order and at least once: a page is forgotten only when all have borne it. */
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

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const found = await readOnce();
        failures = 0;
        if (found) continue;
      } catch (error) {
        failures++;
        log.error("feed.failed", error, { failures });
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
