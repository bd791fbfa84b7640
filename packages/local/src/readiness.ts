import type { DatabaseSync } from "node:sqlite";
import { triggers } from "@otklik/functions/triggers";
import type { Runtime } from "./runtime.ts";

/** Whether the service does its work, and which part of it does not. Holds nothing of anybody's. */
export interface Readiness {
  ready: boolean;
  /** A write was on the disk just now. */
  database: boolean;
  /** Each schedule has run lately. */
  schedules: boolean;
  pollers: boolean;
  /** Changes are handed on, or there are none. */
  feed: boolean;
}

const mostLateMs = 120_000; // beyond a schedule's own interval: 3 minutes for those of a minute
const mostStuckMs = 60_000;
const rememberedMs = 1000; // anybody may ask, and an answer costs a write

/** Asks once a second at most. */
export function readiness(around: {
  db: DatabaseSync;
  runtime: Pick<Runtime, "pulse">;
  now: () => Date;
}): () => Readiness {
  const { db, runtime, now } = around;
  let last: { at: number; found: Readiness } | null = null;
  return () => {
    const at = now().getTime();
    if (last && at >= last.at && at - last.at < rememberedMs) return last.found;
    const { pollers, feedStuckMs } = runtime.pulse();
    const parts = {
      database: isWritable(db),
      schedules: areTicking(db, at),
      pollers,
      feed: feedStuckMs < mostStuckMs,
    };
    last = { at, found: { ready: Object.values(parts).every(Boolean), ...parts } };
    return last.found;
  };
}

function isWritable(db: DatabaseSync): boolean {
  try {
    db.exec("UPDATE schedule SET fired_at = fired_at"); // the same words, and yet a page of the log on the disk
    return true;
  } catch {
    return false;
  }
}

function areTicking(db: DatabaseSync, at: number): boolean {
  const fired = new Map(
    db
      .prepare("SELECT name, fired_at FROM schedule")
      .all()
      .map((row) => [String(row.name), Number(row.fired_at)]),
  );
  return triggers.schedules.every(
    ({ name, everySeconds }) => at - (fired.get(name) ?? 0) < everySeconds * 1000 + mostLateMs,
  );
}
