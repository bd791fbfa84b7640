import { asUtc, instantIn } from "./zones.ts";

export interface DateReading {
  /** IANA zone of times that name none. Default UTC. */
  zone?: string;
  /** Whether 03/04/2024 is the third of April; unless told, such a date is read only where both readings agree. */
  dayFirst?: boolean;
}

const longest = 80; // characters; no date is longer
const firstYear = 1970; // what comes earlier is a "zero" date of some language, never the day of a review
const earliestEpoch = 1e8; // seconds, March 1973: a smaller number is a year or a count
const leastMilliseconds = 1e11; // as seconds it would be the year 5138

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?`;
const half = String.raw`(?:\s*(?<half>[ap])\.?m\.?(?![\p{L}]))?`;
const zone = String.raw`(?:\s*(?<zone>[\p{L}]{1,4}|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?))?`;
const comment = String.raw`(?:\s*\([^()]*\))?`;
const tail = String.raw`(?:(?:,|\s|\s?t|,?\s(?:в|at|um))\s*${time}${half}(?:\s?uhr)?${zone}${comment})?`;
const year = String.raw`(?<year>\d{4})(?:\s?(?:года|г\.?))?`;
const monthName = String.raw`(?<name>\p{L}{3,9})\.?`;

const shape = (date: string) => new RegExp(`^${date}${tail}$`, "u");
const yearFirst = shape(String.raw`(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})`);
const dotted = shape(String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?:(?<short>\d{2})(?!\d)|${year})`);
const slashed = shape(String.raw`(?<one>\d{1,2})(?<mark>[-/])(?<two>\d{1,2})\k<mark>(?<year>\d{4})`);
const dayThenName = shape(
  String.raw`(?<day>\d{1,2})(?:\.|st|nd|rd|th)?(?:\sof)?(?:\s|-)?${monthName},?(?:\s|-)?(?:(?<short>\d{2})(?!\d)|${year})`,
);
const nameThenDay = shape(String.raw`${monthName}\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s${year}`);
const weekday = /^\p{L}{2,11}\.?(?:,\s?|\s)(?=\p{L}{3,9}\.?\s\d|\d)/u;

const months: readonly RegExp[] = [
  /^(?:jan(?:uary|uar)?|jän(?:ner)?|янв(?:ар[ья])?)$/u,
  /^(?:feb(?:ruary|ruar)?|фев(?:р(?:ал[ья])?)?)$/u,
  /^(?:mar(?:ch)?|märz?|mrz|maerz|мар(?:та?)?)$/u,
  /^(?:apr(?:il)?|апр(?:ел[ья])?)$/u,
  /^(?:may|mai|ма[йя])$/u,
  /^(?:june?|juni|июн[ья]?)$/u,
  /^(?:july?|juli|июл[ья]?)$/u,
  /^(?:aug(?:ust)?|авг(?:уста?)?)$/u,
  /^(?:sept?(?:ember)?|сент?(?:ябр[ья])?)$/u,
  /^(?:o[ck]t(?:ober)?|окт(?:ябр[ья])?)$/u,
  /^(?:nov(?:ember)?|ноя(?:б(?:р[ья])?)?)$/u,
  /^(?:de[cz](?:ember)?|дек(?:абр[ья])?)$/u,
];

// Names of zones that RFC 822 section 5.1 fixes, and Moscow's; other letters are ambiguous and make no date.
const zoneHours: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  msk: 3,
  мск: 3,
};

/**
 * The instant that a network, a page or a table states: RFC 3339 with or without seconds, zone or colon in the offset,
 * to the nanosecond; RFC 822; epoch seconds or milliseconds as number or digits; `DD.MM.YYYY`; `5 мая 2024 г.`,
 * `April 1, 2011`, `24. März 2020`. A date without a time is its midnight. null: nothing that names one day, such as
 * "2 days ago", 31.02 or 03/04/2024 where `dayFirst` is not given.
 * @throws RangeError when `zone` is no IANA zone
 */
export function readDate(value: unknown, reading: DateReading = {}): Date | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  if (typeof value === "number") return fromEpoch(value);
  if (typeof value !== "string" || value.length > longest) return null;
  const text = value.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
  if (/^\d+(\.\d+)?$/.test(text)) return fromEpoch(Number(text));
  return fromWords(text, reading) ?? fromWords(text.replace(weekday, ""), reading);
}

function fromEpoch(epoch: number): Date | null {
  if (!(epoch >= earliestEpoch)) return null;
  const date = new Date(Math.round(epoch < leastMilliseconds ? epoch * 1000 : epoch));
  return Number.isNaN(date.getTime()) ? null : date;
}

type Parts = Record<string, string | undefined>;

function fromWords(text: string, reading: DateReading): Date | null {
  for (const form of [yearFirst, dotted, slashed, dayThenName, nameThenDay]) {
    const parts: Parts | undefined = form.exec(text)?.groups;
    if (parts) return fromParts(parts, reading);
  }
  return null;
}

function fromParts(parts: Parts, { zone: home = "UTC", dayFirst }: DateReading): Date | null {
  const date = parts.one ? inOrder(Number(parts.one), Number(parts.two), dayFirst) : monthAndDay(parts);
  const hour = hourOf(parts);
  if (!date || hour === null) return null;
  const wall = {
    ...date,
    year: yearOf(parts),
    hour,
    minute: Number(parts.minute ?? 0),
    second: Number(parts.second ?? 0),
    millisecond: Number((parts.fraction ?? "").padEnd(3, "0").slice(0, 3)),
  };
  const utc = wall.year < firstYear ? null : asUtc(wall);
  if (utc === null) return null;
  if (!parts.zone) return new Date(instantIn(home, utc));
  const ahead = offsetOf(parts.zone);
  return ahead === null ? null : new Date(utc - ahead);
}

function monthAndDay({ month, name, day }: Parts): { month: number; day: number } | null {
  const number = name ? months.findIndex((names) => names.test(name)) + 1 : Number(month);
  return number === 0 ? null : { month: number, day: Number(day) };
}

function inOrder(one: number, two: number, dayFirst?: boolean): { month: number; day: number } | null {
  const first = dayFirst ?? (one === two || one > 12 ? true : two > 12 ? false : null);
  if (first === null) return null;
  return first ? { day: one, month: two } : { day: two, month: one };
}

/** Two digits as RFC 2822 section 4.3 reads them: 49 is 2049, 50 is 1950. */
function yearOf({ year: full, short }: Parts): number {
  if (!short) return Number(full);
  return Number(short) + (Number(short) < 50 ? 2000 : 1900);
}

function hourOf({ hour, half: letter }: Parts): number | null {
  const shown = Number(hour ?? 0);
  if (!letter) return shown;
  if (shown < 1 || shown > 12) return null;
  return (shown % 12) + (letter === "p" ? 12 : 0);
}

/** Milliseconds ahead of UTC; null for a zone that is not certain. */
function offsetOf(text: string): number | null {
  const known = zoneHours[text];
  if (known !== undefined) return known * 3_600_000;
  const found = /^(?:utc|gmt)?(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?$/.exec(text)?.groups;
  if (!found) return null;
  const [hours, minutes] = [Number(found.hours), Number(found.minutes ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return (found.sign === "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
