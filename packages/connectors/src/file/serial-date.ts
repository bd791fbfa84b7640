const day = 86_400;

/**
 * A spreadsheet's date number as the text of a wall clock: `2024-05-01`, `2024-05-01T12:30:00`, or `12:30:00` where it
 * is a time of no day. ECMA-376 part 1, 18.17.4.1: days since 1899-12-31, of which the 60th is the 29 February 1900
 * that never was; in the 1904 system days since 1904-01-01.
 */
export function serialText(serial: number, is1904: boolean): string {
  const seconds = Math.round(serial * day);
  if (serial < 0 || !Number.isSafeInteger(seconds)) return String(serial);
  const leapDay = !is1904 && Math.floor(serial) === 60;
  const before = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(before + seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const [days = "", time = ""] = date.toISOString().slice(0, 19).split("T");
  if (seconds < day && !is1904) return time;
  const shown = leapDay ? "1900-02-29" : days;
  return seconds % day === 0 ? shown : `${shown}T${time}`;
}

const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36]);
for (let id = 50; id <= 58; id++) builtIn.add(id);

/** Whether a number format shows a date: ECMA-376 part 1, 18.8.30; its own `code` where it is not built in. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.has(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  return /[ymd]/i.test(bare) || /h.*m/i.test(bare);
}
