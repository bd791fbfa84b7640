import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Figures } from "@otklik/core/trend/report-view";
import { type MonthWords, topicTitle, type Words } from "@otklik/words";
import type { MonthFormats } from "./formats.ts";

type Report = Pick<ReportView, "now" | "past" | "moves" | "because" | "range" | "before" | "topicTitles">;

interface Voice {
  month: MonthWords;
  labels: Words["labels"];
  formats: MonthFormats;
}

const day = 86_400_000;
export const daysIn = ({ from, to }: { from: string; to: string }): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day) + 1;

export const negativeShare = ({ bySentiment, mentions }: Figures): number | null =>
  mentions === 0 ? null : bySentiment.negative / mentions;

/** What the chart of ratings proves. */
export function sayRating(
  { now, past, moves, because, topicTitles: titles }: Report,
  { month, labels, formats }: Voice,
): string {
  if (!now.average) return month.rating.none;
  if (moves.rating === "level" || moves.rating === "unknown")
    return month.rating[moves.rating](formats.rating(now.average.is));
  const by = formats.rating(Math.abs(now.average.is - (past.average?.is ?? 0)));
  const sentence = month.rating[moves.rating](by);
  return because ? month.because(sentence, topicTitle(because, { labels, titles })) : sentence;
}

/** What the chart of mentions proves. */
export function sayVolume({ now, past, moves, range, before }: Report, { month, formats }: Voice): string {
  const rate = formats.number(now.mentions / daysIn(range));
  const rateBefore = formats.number(past.mentions / daysIn(before));
  const sentence = month.volume[moves.volume](rate, rateBefore);
  const negative = negativeShare(now);
  const negativeBefore = negativeShare(past);
  if (negative === null) return sentence;
  return negativeBefore === null
    ? month.negative(sentence, formats.percent(negative))
    : month.negativeWas(sentence, formats.percent(negative), formats.percent(negativeBefore));
}
