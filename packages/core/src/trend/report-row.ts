import { z } from "zod";
import type { JsonMap } from "../json.ts";
import { toJson } from "../json.ts";
import { Topic } from "../label/topic.ts";
import { ReplyTimes } from "./reply-times.ts";
import { type Group, type Groups, orderOf, type Quote, type ReportDay, type TopicDay } from "./report-day.ts";
import type { Tally } from "./tally.ts";

// A report's day is written with every sum and billed by the kilobyte: in the row its numbers stand without their names.
const Numbers = z.array(z.number());
const TallyRow = z.tuple([Numbers, ReplyTimes]);
const GroupRow = z.tuple([z.string(), z.string(), TallyRow]);
const GroupsRow = z.tuple([z.array(GroupRow), TallyRow]);
const TopicRow = z.tuple([Topic, Numbers]);
const QuoteRow = z.tuple([z.string(), z.string()]);
const DayRow = z.object({
  a: TallyRow,
  n: GroupsRow,
  p: GroupsRow,
  l: GroupsRow,
  t: z.array(TopicRow),
  /** Each once, though it may speak of several topics, which name it by its place here. */
  q: z.array(QuoteRow),
});
type TallyRow = z.infer<typeof TallyRow>;
type GroupsRow = z.infer<typeof GroupsRow>;

const none = -1;

export function packReportDay({ all, byNetwork, byProduct, byLocation, topics }: ReportDay): JsonMap {
  const kept = new Map<string, z.infer<typeof QuoteRow>>();
  const placeOf = (quote: Quote | undefined): number => {
    if (!quote) return none;
    kept.set(orderOf(quote), [quote.conversation, quote.words]);
    return [...kept.keys()].indexOf(orderOf(quote));
  };
  const row: z.infer<typeof DayRow> = {
    a: packTally(all),
    n: packGroups(byNetwork),
    p: packGroups(byProduct),
    l: packGroups(byLocation),
    t: topics.map(({ topic, mentions, negative, positive, quotes }) => [
      topic,
      [mentions, negative, positive, placeOf(quotes.negative), placeOf(quotes.other)],
    ]),
    q: [...kept.values()],
  };
  return toJson(row);
}

export function unpackReportDay(day: string, body: unknown): ReportDay {
  const { a, n, p, l, t, q } = DayRow.parse(body);
  const quoteAt = (place: number): Quote | undefined => {
    const [conversation = "", words = ""] = q[place] ?? [];
    return words ? { conversation, words } : undefined;
  };
  return {
    day,
    all: unpackTally(a),
    byNetwork: unpackGroups(n),
    byProduct: unpackGroups(p),
    byLocation: unpackGroups(l),
    topics: t.map(
      ([topic, [mentions = 0, negative = 0, positive = 0, sharpAt = none, otherAt = none]]): TopicDay => {
        const sharp = quoteAt(sharpAt);
        const other = quoteAt(otherAt);
        const quotes = { ...(sharp ? { negative: sharp } : {}), ...(other ? { other } : {}) };
        return { topic, mentions, negative, positive, quotes };
      },
    ),
  };
}

function packTally({ mentions, rated, centistars, squares, answered, ...more }: Tally): TallyRow {
  const { negative, mixed, neutral, positive, unsure } = more.bySentiment;
  const { replyTimes } = more;
  const sentiments = [negative, mixed, neutral, positive, unsure];
  return [[mentions, rated, centistars, squares, answered, ...sentiments], replyTimes];
}

function unpackTally([numbers, replyTimes]: TallyRow): Tally {
  const [mentions = 0, rated = 0, centistars = 0, squares = 0, answered = 0, ...sentiments] = numbers;
  const [negative = 0, mixed = 0, neutral = 0, positive = 0, unsure = 0] = sentiments;
  const bySentiment = { negative, mixed, neutral, positive, unsure };
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
