const minute = 60_000;
const day = 24 * 60;

/** A time of day such as "09:00" as minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What the clock on the wall of a time zone shows: minutes since midnight, and the ISO date. */
export function wallClock(timeZone: string): (at: Date) => { minutes: number; date: string } {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (at) => {
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = value;
    return {
      minutes: Number(part.hour) * 60 + Number(part.minute),
      date: `${part.year}-${part.month}-${part.day}`,
    };
  };
}

/** The ISO date that a time zone's calendar shows. */
export const localDate = (at: Date, timeZone: string): string => wallClock(timeZone)(at).date;

/**
 * The first instant after `after` at which the wall clock shows `time`; where the clock is put forward over it, the
 * instant at which it is. Goes by quarters of an hour, since no zone changes its clock within one.
 */
export function nextLocalTime(after: Date, time: string, timeZone: string): Date {
  const clock = wallClock(timeZone);
  const missing = (at: number): number =>
    ((minutesOf(time) - clock(new Date(at)).minutes + 2 * day - 1) % day) + 1;
  let at = Math.floor(after.getTime() / minute) * minute;
  for (let left = missing(at); ; ) {
    const step = Math.min(left, 15 - (Math.floor(at / minute) % 15));
    at += step * minute;
    const expected = left - step;
    if (expected === 0) return new Date(at);
    left = missing(at);
    if (left > expected + day / 2) return new Date(at);
  }
}
