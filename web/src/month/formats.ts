import { formatsOf, type Language } from "@otklik/words";

/** How the page says numbers and days; its days are those of UTC, wherever the reader sits. */
export interface MonthFormats {
  /** A rating: "4,32" */
  rating(value: number): string;
  /** At most one decimal: "5,8" */
  number(value: number): string;
  percent(part: number): string;
  /** A time to reply: "40 мин" */
  minutes(value: number): string;
  /** "Ноябрь 2026" */
  month(month: string): string;
  /** "Дек. 2025 – нояб. 2026" */
  months(first: string, last: string): string;
  /** "14 нояб.", with its year unless that is the running one */
  day(date: string): string;
  /** "1–22 нояб. 2026" */
  days(range: { from: string; to: string }): string;
  /** An instant: "14 нояб., 10:00" */
  instant(at: string): string;
}

export function monthFormatsOf(language: Language, now: Date): MonthFormats {
  const utc = formatsOf(language, "UTC");
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  const rating = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const name = date({ month: "long", year: "numeric" });
  const span = date({ day: "numeric", month: "short", year: "numeric" });
  const instant = date({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const months = date({ month: "short", year: "numeric" });
  const bound = (text: string) =>
    text
      .replaceAll(/\s?г\./g, "")
      .replaceAll(/\s/g, "\u00a0")
      .replaceAll("\u00a0–\u00a0", "\u00a0– ");
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  return {
    rating: (value) => rating.format(value),
    number: utc.number,
    percent: utc.percent,
    minutes: (value) => utc.duration(Math.round(value) * 60_000),
    month: (month) => capital(bound(name.format(startOf(month)))),
    months: (first, last) => capital(bound(months.formatRange(startOf(first), startOf(last)))),
    day: (day) => utc.day(new Date(`${day}T00:00:00Z`), now),
    days: ({ from, to }) =>
      bound(span.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))),
    instant: (at) => instant.format(new Date(at)),
  };
}

const startOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
