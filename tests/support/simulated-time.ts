import { setImmediate as otherTurns } from "node:timers/promises";

/** A clock that stands still while anybody works, and then leaps to the next time that somebody waits for. */
export interface SimulatedTime {
  now(): Date;
  /** Resolves at that time, or rejects when the signal aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Lets so many milliseconds pass; `between` is asked to begin what can begin now, each time that all are at rest. */
  run(milliseconds: number, between: () => Promise<boolean>): Promise<void>;
}

interface Waiting {
  at: number;
  order: number;
  wake(): void;
}

export function simulatedTime(from: Date): SimulatedTime {
  let clock = from.getTime();
  let made = 0;
  const waiting = new Set<Waiting>();
  const firstOf = (): Waiting | undefined => [...waiting].sort((a, b) => a.at - b.at || a.order - b.order)[0];
  return {
    now: () => new Date(clock),
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const one: Waiting = {
          at: clock + Math.max(0, milliseconds),
          order: made++,
          wake() {
            waiting.delete(one);
            if (signal?.aborted) reject(signal.reason);
            else resolve();
          },
        };
        waiting.add(one);
      }),
    async run(milliseconds, between) {
      const until = clock + milliseconds;
      for (;;) {
        // A few turns of the loop are enough for all that is in memory; whatever takes longer waits for the clock.
        for (let turn = 0; turn < 3; turn++) await otherTurns();
        if (await between()) continue;
        const next = firstOf();
        if (!next || next.at > until) {
          clock = until;
          return;
        }
        clock = next.at;
        for (const one of [...waiting]) if (one.at <= clock) one.wake();
      }
    },
  };
}
