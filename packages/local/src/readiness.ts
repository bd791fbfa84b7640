import type { DatabaseSync } from "node:sqlite";
import { triggers } from "@otklik/functions/triggers";
import type { Runtime } from "./runtime.ts";
import type { FiredSlots } from "./scheduler.ts";

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
  isWritable: () => Promise<boolean>;
  fired: FiredSlots;
  runtime: Pick<Runtime, "pulse">;
  now: () => Date;
}): () => Promise<Readiness> {
  const { isWritable, fired, runtime, now } = around;
  let last: { at: number; found: Promise<Readiness> } | null = null;
  const look = async (at: number): Promise<Readiness> => {
    const { pollers, feedStuckMs } = runtime.pulse();
    const parts = {
      database: await isWritable(),
      schedules: areTicking(fired, at),
      pollers,
      feed: feedStuckMs < mostStuckMs,
    };
    return { ready: Object.values(parts).every(Boolean), ...parts };
  };
  return () => {
    const at = now().getTime();
    if (!last || at < last.at || at - last.at >= rememberedMs) last = { at, found: look(at) };
    return last.found;
  };
}

/** Whether a write reaches this file now. */
export function canWrite(db: DatabaseSync): boolean {
  try {
    db.exec("UPDATE schedule SET fired_at = fired_at"); // the same words, and yet a page of the log on the disk
    return true;
  } catch {
    return false;
  }
}

const areTicking = (fired: FiredSlots, at: number): boolean =>
  triggers.schedules.every(
    ({ name, everySeconds }) => at - (fired.last(name)?.getTime() ?? 0) < everySeconds * 1000 + mostLateMs,
  );
