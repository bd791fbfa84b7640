import type { DatabaseSync } from "node:sqlite";
import type { Log } from "@otklik/core/ports";
import { statementsOf } from "./database.ts";

export interface Schedule {
  name: string;
  everySeconds: number;
}

/** Which slot of a schedule was fired last, for as long as the home keeps it. */
export interface FiredSlots {
  last(schedule: string): Date | null;
  keep(schedule: string, slot: Date): void;
}

/** Kept in the home's file, so that what was missed while the program was off is made up for. */
export function firedSlots(db: DatabaseSync): FiredSlots {
  const statement = statementsOf(db);
  return {
    last(schedule) {
      const kept = statement("SELECT fired_at FROM schedule WHERE name = ?").get(schedule);
      return kept ? new Date(kept.fired_at as number) : null;
    },
    keep(schedule, slot) {
      statement(`INSERT INTO schedule (name, fired_at) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET fired_at = excluded.fired_at`).run(schedule, slot.getTime());
    },
  };
}

export interface Scheduler {
  /** Fires all that is due at `now`, and keeps its promise when those runs have ended. Never rejects. */
  tick(now: Date): Promise<void>;
  /** Ticks at once and from then on at the beginning of each slot. */
  start(): void;
  /** Lets running schedules end and fires no more. */
  stop(): Promise<void>;
}

const mostMissed = 60; // slots that are made up for after a downtime

/**
 * The beginnings of the slots that are due, oldest first: those after `firedAt`, up to the slot in which `now` lies, and
 * of them the last 60; `skipped` counts the others. A slot begins at a multiple of its length since 1970. Only the
 * present one is due where none was ever fired, or where the clock was put back by more than 60 slots.
 */
export function dueSlots(
  everySeconds: number,
  firedAt: Date | null,
  now: Date,
): { slots: Date[]; skipped: number } {
  const length = everySeconds * 1000;
  const present = Math.floor(now.getTime() / length) * length;
  const fired = firedAt?.getTime();
  if (fired === undefined || fired > present + mostMissed * length)
    return { slots: [new Date(present)], skipped: 0 };
  const missed = Math.max(0, Math.ceil((present - fired) / length));
  const count = Math.min(mostMissed, missed);
  const slots = Array.from({ length: count }, (_, at) => new Date(present - (count - 1 - at) * length));
  return { slots, skipped: missed - count };
}

/**
 * Fires each schedule once a slot, with the slot's beginning as its time, also for slots missed while the program was
 * off. A slot is fired again at the next tick when it failed, and only the last 60 are kept.
 */
export function localScheduler(options: {
  fired: FiredSlots;
  now: () => Date;
  schedules: readonly Schedule[];
  fire: (schedule: string, at: Date) => Promise<void>;
  log: Log;
}): Scheduler {
  const { fired, now, schedules, fire, log } = options;
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const run = async ({ name, everySeconds }: Schedule, at: Date): Promise<void> => {
    try {
      const last = fired.last(name);
      const { slots, skipped } = dueSlots(everySeconds, last, at);
      if (skipped > 0) log.warn("schedule.skipped", { schedule: name, slots: skipped });
      const before = slots[0] && new Date(slots[0].getTime() - everySeconds * 1000);
      if (before && before.getTime() !== last?.getTime()) fired.keep(name, before); // or a failure would lose the first slot
      for (const slot of slots) {
        if (stopped) return;
        await fire(name, slot);
        fired.keep(name, slot);
      }
    } catch (error) {
      log.error("schedule.failed", error, { schedule: name });
    }
  };
  const tick = async (at: Date): Promise<void> => {
    const runs = schedules
      .filter(({ name }) => !running.has(name))
      .map((schedule) => {
        const ended = run(schedule, at).finally(() => running.delete(schedule.name));
        running.set(schedule.name, ended);
        return ended;
      });
    await Promise.all(runs);
  };
  const beat = (): void => {
    const at = now();
    void tick(at);
    const untilNext = schedules.map(
      ({ everySeconds }) => everySeconds * 1000 - (at.getTime() % (everySeconds * 1000)),
    );
    if (untilNext.length > 0) timer = setTimeout(beat, Math.min(...untilNext));
  };
  return {
    tick,
    start: beat,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
