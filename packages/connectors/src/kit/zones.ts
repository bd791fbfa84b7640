/** A moment as a clock on the wall shows it. `month` is 1 to 12. */
export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock read as if it hung in UTC, in epoch milliseconds; null for a time that no clock shows (31.02). */
export function asUtc(wall: WallClock): number | null {
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 60) return null; // 60: a leap second
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day));
  const isReal = date.getUTCMonth() === wall.month - 1 && date.getUTCDate() === wall.day;
  if (!isReal) return null;
  return date.getTime() + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000 + wall.millisecond;
}

/**
 * The instant at which clocks in `zone` (IANA) show `utc`, a wall clock read as UTC. A time that occurs twice is the
 * earlier one and a time that is skipped moves on by the gap, as in ISO 8601 calendars ("compatible" in Temporal).
 * @throws RangeError when there is no such zone
 */
export function instantIn(zone: string, utc: number): number {
  const before = offsetAt(zone, utc - day);
  const after = offsetAt(zone, utc + day);
  const fits = (offset: number) => offsetAt(zone, utc - offset) === offset;
  return utc - (fits(before) || !fits(after) ? before : after);
}

/** How far clocks in `zone` are ahead of UTC at that instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, date, hour, minutes, second) - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}
