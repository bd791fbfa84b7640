import { z } from "zod";
import type { JsonMap } from "../json.ts";
import { toJson } from "../json.ts";
import { Topic } from "../label/label.ts";
import { ReplyTimes } from "./reply-times.ts";
import { type Group, type Groups, Quote, type ReportDay, type TopicDay } from "./report-day.ts";
import type { Tally } from "./tally.ts";

// A report's day is written with every sum and billed by the kilobyte: in the row its numbers stand without their names.
const Numbers = z.array(z.number());
const TallyRow = z.tuple([Numbers, ReplyTimes]);
const GroupRow = z.tuple([z.string(), z.string(), TallyRow]);
const GroupsRow = z.tuple([z.array(GroupRow), TallyRow]);
const TopicRow = z.tuple([Topic, Numbers, Quote.nullable(), Quote.nullable()]);
const DayRow = z.object({ a: TallyRow, n: GroupsRow, p: GroupsRow, l: GroupsRow, t: z.array(TopicRow) });
type TallyRow = z.infer<typeof TallyRow>;
type GroupsRow = z.infer<typeof GroupsRow>;

export function packReportDay({ all, byNetwork, byProduct, byLocation, topics }: ReportDay): JsonMap {
  const row: z.infer<typeof DayRow> = {
    a: packTally(all),
    n: packGroups(byNetwork),
    p: packGroups(byProduct),
    l: packGroups(byLocation),
    t: topics.map(({ topic, mentions, negative, positive, quotes }) => [
      topic,
      [mentions, negative, positive],
      quotes.negative ?? null,
      quotes.other ?? null,
    ]),
  };
  return toJson(row);
}

export function unpackReportDay(day: string, body: unknown): ReportDay {
  const { a, n, p, l, t } = DayRow.parse(body);
  return {
    day,
    all: unpackTally(a),
    byNetwork: unpackGroups(n),
    byProduct: unpackGroups(p),
    byLocation: unpackGroups(l),
    topics: t.map(
      ([topic, [mentions = 0, negative = 0, positive = 0], sharp, other]): TopicDay => ({
        topic,
        mentions,
        negative,
        positive,
        quotes: { ...(sharp ? { negative: sharp } : {}), ...(other ? { other } : {}) },
      }),
    ),
  };
}

function packTally({ mentions, rated, centistars, squares, answered, ...more }: Tally): TallyRow {
  const { negative, mixed, neutral, positive } = more.bySentiment;
  const { replyTimes } = more;
  return [[mentions, rated, centistars, squares, answered, negative, mixed, neutral, positive], replyTimes];
}

function unpackTally([numbers, replyTimes]: TallyRow): Tally {
  const [mentions = 0, rated = 0, centistars = 0, squares = 0, answered = 0, ...sentiments] = numbers;
  const [negative = 0, mixed = 0, neutral = 0, positive = 0] = sentiments;
  const bySentiment = { negative, mixed, neutral, positive };
  return { mentions, rated, centistars, squares, answered, bySentiment, replyTimes };
}

const packGroups = ({ top, other }: Groups): GroupsRow => [
  top.map((group) => [group.key, group.name === group.key ? "" : group.name, packTally(group)]),
  packTally(other),
];

const unpackGroups = ([top, other]: GroupsRow): Groups => ({
  top: top.map(([key, name, tally]): Group => ({ ...unpackTally(tally), key, name: name || key })),
  other: unpackTally(other),
});
