import type { Language } from "./language.ts";

export interface Formats {
  /** At most one decimal: "12 500", "4,3" */
  number(value: number): string;
  /** A part of one: "42 %" */
  percent(part: number): string;
  /** US dollars: "$12.50", "12,50 $"; below a cent with the figures that say something. */
  dollars(value: number): string;
  /** A month: "март 2026 г." */
  month(at: Date): string;
  /** A length of time in its largest unit, rounded down: "40 мин", "3 ч", "2 дн." */
  duration(milliseconds: number): string;
  /** As a person says it: "через 40 мин", "вчера в 18:20", "14 мая". */
  relative(at: Date, now: Date): string;
  /** For a narrow column: "40 мин", "18:20", "вчера", "14 мая". */
  brief(at: Date, now: Date): string;
  /** For what may be read much later: "18:20" on the day of `now`, "14 мая в 18:20" on any other. */
  moment(at: Date, now: Date): string;
  /** A day: "14 мая", with its year unless that is the same. */
  day(at: Date, now: Date): string;
  /** The whole truth, for the hover: "вторник, 14 мая 2024 г. в 18:20:05 GMT+3". */
  exact(at: Date): string;
  /** "русский" for "ru"; the tag itself when it names none. */
  languageName(tag: string): string;
  /** «…» or “…” */
  quote(text: string): string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const spoken = {
  ru: { now: "только что", soon: "сейчас", ago: "{} назад", ahead: "через {}", at: " в\u00a0", quotes: "«»" },
  en: { now: "just now", soon: "now", ago: "{} ago", ahead: "in {}", at: " at ", quotes: "“”" },
} as const;

/** Formats of a language; `timeZone` is an IANA name, the machine's own unless given. */
export function formatsOf(language: Language, timeZone?: string): Formats {
  const said = spoken[language];
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone });
  const clock = date({ hour: "numeric", minute: "2-digit" });
  const weekday = date({ weekday: "short" });
  const dayAndMonth = date({ day: "numeric", month: "short" });
  const withYear = date({ day: "numeric", month: "short", year: "numeric" });
  const monthAndYear = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
  const full = date({ dateStyle: "full", timeStyle: "long" });
  const isoDate = new Intl.DateTimeFormat("sv-SE", { timeZone });
  const near = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  const money = (digits: number) =>
    new Intl.NumberFormat(language, { style: "currency", currency: "USD", maximumFractionDigits: digits });
  const dollars = money(2);
  const mills = money(4);
  const unit = (name: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short" });
  const units = { minute: unit("minute"), hour: unit("hour"), day: unit("day") };
  const names = new Intl.DisplayNames(language, { type: "language" });

  const dayNumber = (at: Date) => Math.round(Date.parse(`${isoDate.format(at)}T00:00:00Z`) / day);
  const bound = (text: string) => text.replaceAll(" ", "\u00a0");
  const duration = (length: number) => {
    if (length < hour) return bound(units.minute.format(Math.max(1, Math.floor(length / minute))));
    if (length < 2 * day) return bound(units.hour.format(Math.floor(length / hour)));
    return bound(units.day.format(Math.floor(length / day)));
  };
  const plainDate = (at: Date, now: Date) => {
    const sameYear = isoDate.format(at).slice(0, 4) === isoDate.format(now).slice(0, 4);
    return bound((sameYear ? dayAndMonth : withYear).format(at).replace(/\s?г\.$/, ""));
  };

  return {
    number: (value) => number.format(value),
    percent: (part) => percent.format(part),
    dollars: (value) => (value > 0 && value < 0.1 ? mills : dollars).format(value),
    month: (at) => monthAndYear.format(at),
    duration,
    relative(at, now) {
      const ahead = at.getTime() - now.getTime();
      if (Math.abs(ahead) < 0.75 * minute) return ahead > 0 ? said.soon : said.now;
      if (Math.abs(ahead) < 6 * hour) {
        return (ahead > 0 ? said.ahead : said.ago).replace("{}", duration(Math.abs(ahead)));
      }
      const days = dayNumber(at) - dayNumber(now);
      if (Math.abs(days) <= 1) return `${near.format(days, "day")}${said.at}${clock.format(at)}`;
      if (Math.abs(days) < 7)
        return `${weekday.format(at)}, ${plainDate(at, now)}${said.at}${clock.format(at)}`;
      return plainDate(at, now);
    },
    brief(at, now) {
      const past = now.getTime() - at.getTime();
      if (past >= 0 && past < hour) return duration(past);
      const days = dayNumber(at) - dayNumber(now);
      if (days === 0) return clock.format(at);
      return days === -1 ? near.format(days, "day") : plainDate(at, now);
    },
    moment(at, now) {
      const time = clock.format(at);
      return dayNumber(at) === dayNumber(now) ? time : `${plainDate(at, now)}${said.at}${time}`;
    },
    day: plainDate,
    exact: (at) => full.format(at),
    languageName(tag) {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag; // a network may state what is no language tag
      }
    },
    quote: (text) => `${said.quotes[0]}${text}${said.quotes[1]}`,
  };
}
