import type { Chance } from "../chance.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A moment on the day so many days ago, in Moscow's waking hours, and never after `now`. */
export function daytime({ now, daysAgo, luck }: { now: Date; daysAgo: number; luck: Chance }): Date {
  const moscowMidnight = Math.floor((now.getTime() + 3 * HOUR_MS) / DAY_MS) * DAY_MS - 3 * HOUR_MS;
  const minuteOfDay = luck.int(7 * 60, 24 * 60 - 1);
  const at = moscowMidnight - daysAgo * DAY_MS + minuteOfDay * 60_000 + luck.int(0, 59) * 1000;
  const latest = now.getTime() - luck.int(5, 300) * 60_000;
  return new Date(Math.min(at, latest));
}
