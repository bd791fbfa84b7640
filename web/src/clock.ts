import { useSyncExternalStore } from "react";

/** The time, for sentences that speak of it: every half minute, or every second for a countdown. */
export const useNow = (every: "second" | "half-minute" = "half-minute"): Date => {
  const clock = clocks[every];
  return useSyncExternalStore(clock.subscribe, clock.now);
};

/** One timer for all that look at it; it stands still while nobody does. */
function clock(ms: number) {
  const listeners = new Set<() => void>();
  let now = new Date();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = new Date();
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    subscribe(listener: () => void) {
      if (listeners.size === 0) {
        now = new Date();
        timer = setInterval(tick, ms);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}

const clocks = { second: clock(1000), "half-minute": clock(30_000) };
