import type { Notice, NoticeDay } from "@otklik/core/alert/notice";
import type { Mood } from "@otklik/core/label/label";
import { topicTitle } from "@otklik/words";
import { markOf, sourcePassage } from "./passage.ts";
import type { Speech } from "./speech.ts";
import type { Figures, Spoken } from "./spoken.ts";

export type Digest = Extract<Notice, { kind: "digest" }>;

const moods: readonly Mood[] = ["negative", "mixed", "neutral", "positive", "unsure"];

type DigestSpoken = Omit<Spoken, "brand" | "subject" | "why" | "whyWritten" | "alerts">;

/** A day in figures, beside the same day of the week before; what stands open now. */
export function digestSpoken(digest: Digest, speech: Speech): DigestSpoken {
  const { words, formats } = speech;
  const { digest: said, openHere } = words.notices;
  const { yesterday, weekBefore, failing, at } = digest;
  const title = capital(dayName(yesterday.day, speech, { weekday: "long" }));
  const link = { path: digest.path, text: openHere };
  const passages = failing.slice(0, 3).map((source) => sourcePassage(source, at, speech));
  const more = failing.length > 3 ? { more: words.notices.more(formats.number(failing.length - 3)) } : {};
  const heading = failing.length > 0 ? { heading: said.failing } : {};
  const now = { heading: said.now, text: nowIs(digest, speech) };
  if (yesterday.mentions === 0)
    return { title, lead: said.quiet, ...heading, passages, ...more, notes: [now], link };
  const topics = yesterday.topics.map(
    ({ topic, title, mentions }) =>
      `${title ?? topicTitle(topic, { labels: words.labels, titles: {} })} ${formats.number(mentions)}`,
  );
  return {
    title,
    lead: leadOf(yesterday, weekBefore, speech),
    ...heading,
    passages,
    ...more,
    figures: figuresOf(yesterday, weekBefore, speech),
    notes: [...(topics.length > 0 ? [{ heading: said.topics, text: topics.join(", ") }] : []), now],
    link,
  };
}

export function digestSubject({ yesterday }: Digest, speech: Speech): string {
  const { digest: said } = speech.words.notices;
  const day = dayName(yesterday.day, speech, {});
  return yesterday.mentions === 0 ? said.quietSubject(day) : said.subject(day, yesterday.mentions);
}

/** "21 ноября" of an ISO date. */
function dayName(day: string, { language }: Speech, more: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    ...more,
  });
  return format.format(new Date(`${day}T12:00:00Z`)).replace(/ (?=\p{L}+$|\d+$)/u, "\u00a0");
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function leadOf({ average }: NoticeDay, before: NoticeDay | null, { words, formats }: Speech): string {
  const { digest: said } = words.notices;
  if (average === undefined) return said.unrated;
  const shown = formats.number(average);
  if (before?.average === undefined) return said.average(shown);
  // What is shown is compared, so that 4.34 and 4.26 do not differ by "0.1" while both read 4.3.
  const difference = Math.round(average * 10) - Math.round(before.average * 10);
  if (difference === 0) return said.averageSame(shown);
  const by = formats.number(Math.abs(difference) / 10);
  return difference > 0 ? said.averageUp(shown, by) : said.averageDown(shown, by);
}

function figuresOf(day: NoticeDay, before: NoticeDay | null, speech: Speech): Figures {
  const { words, formats } = speech;
  const { digest: said } = words.notices;
  const row = (name: string, read: (of: NoticeDay) => string) => ({
    name,
    value: read(day),
    ...(before ? { before: read(before) } : {}),
  });
  const orDash = (value: number | undefined, show: (known: number) => string): string =>
    value === undefined ? "—" : show(value);
  return {
    day: said.day,
    ...(before ? { before: said.weekBefore } : {}),
    rows: [
      row(said.mentions, (of) => formats.number(of.mentions)),
      row(said.averageRating, (of) => orDash(of.average, formats.number)),
      ...moods.map((is) => ({
        ...row(words.labels.sentiment[is], (of) => formats.number(of.bySentiment[is] ?? 0)),
        mark: markOf(is, speech),
      })),
      row(said.shareAnswered, (of) => orDash(of.shareAnswered, formats.percent)),
      row(said.medianReply, (of) =>
        orDash(of.medianMinutesToReply, (minutes) => formats.duration(minutes * 60_000)),
      ),
    ],
  };
}

function nowIs({ open, overdue }: Digest, { words }: Speech): string {
  const { digest: said } = words.notices;
  if (open === 0) return said.nothingOpen;
  return `${said.open(open)}${overdue > 0 ? `, ${said.overdue(overdue)}` : ""}.`;
}
