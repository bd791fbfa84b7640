import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Figures, GroupRow, Point, TopicMove } from "@otklik/core/trend/report-view";
import { type MonthWords, topicTitle, type Words } from "@otklik/words";
import { type Cell, toCsv } from "./csv.ts";

type Column = keyof MonthWords["csvColumns"];
type Line = Partial<Record<Column, Cell>>;

interface Voice {
  month: MonthWords;
  labels: Words["labels"];
  nameOf(group: GroupRow): string;
}

/** All that the page shows as one table, its kinds of rows told apart by the first column. */
export function reportCsv(report: ReportView, voice: Voice): string {
  const { month } = voice;
  const nameOf = (topic: string) => topicTitle(topic, { labels: voice.labels, titles: report.topicTitles });
  const columns = Object.keys(month.csvColumns) as Column[];
  const lines: Line[] = [
    { part: month.csvParts.now, ...report.range, ...figures(report.now) },
    { part: month.csvParts.past, ...report.before, ...figures(report.past) },
    ...report.points.map((point) => ({ part: month.csvParts[report.step], ...ofPoint(point) })),
    ...report.topics.up.map((move) => ({ part: month.csvParts.up, ...ofTopic(move, nameOf) })),
    ...report.topics.down.map((move) => ({ part: month.csvParts.down, ...ofTopic(move, nameOf) })),
    ...report.groups.map((group) => ({
      part: month.csvParts[report.by],
      name: voice.nameOf(group),
      ...figures(group.now),
    })),
    ...(report.otherGroups
      ? [{ part: month.csvParts[report.by], name: month.otherGroups, ...figures(report.otherGroups) }]
      : []),
    ...report.outages.map(({ source, from, until }) => ({
      part: month.csvParts.outage,
      name: source,
      from,
      to: until ?? null,
    })),
  ];
  const head = columns.map((column) => month.csvColumns[column]);
  return toCsv([head, ...lines.map((line) => columns.map((column) => line[column] ?? null))]);
}

const figures = ({
  mentions,
  bySentiment,
  rated,
  average,
  answered,
  answeredShare,
  replyMinutes,
}: Figures): Line => ({
  mentions,
  ...bySentiment,
  rated,
  ...ofAverage(average),
  answered,
  answeredShare,
  reply: replyMinutes === null ? null : Math.round(replyMinutes),
});

const ofAverage = (average: Figures["average"]): Line =>
  average ? { average: average.is, low: average.low, high: average.high } : {};

const ofPoint = ({ from, to, mentions, bySentiment, rated, average }: Point): Line => ({
  from,
  to,
  mentions,
  ...bySentiment,
  rated,
  ...ofAverage(average),
});

const ofTopic = (
  { topic, mentions, share, shareBefore, negativeShare, quotes }: TopicMove,
  nameOf: (topic: string) => string,
): Line => ({
  name: nameOf(topic),
  mentions,
  share,
  shareBefore,
  negativeShare,
  quote: quotes.map(({ words }) => words).join("\n"),
});
