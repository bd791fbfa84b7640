import { z } from "zod";
import type { Mood } from "../label/label.ts";
import type { Topic } from "../label/topic.ts";
import { count, join, noTally, type Tally } from "./tally.ts";
import type { Contribution } from "./trend.ts";

/** A few words of a customer, and the conversation that they lead to. */
export const Quote = z.object({ conversation: z.string(), words: z.string() });
export type Quote = z.infer<typeof Quote>;

/** What was counted under one network, product or location. `key` and `name` are "" where a mention names none. */
export interface Group extends Tally {
  key: string;
  name: string;
}

/** The groups with the most mentions, and all others counted together. */
export interface Groups {
  top: Group[];
  other: Tally;
}

export interface TopicDay {
  topic: Topic;
  mentions: number;
  negative: number;
  positive: number;
  quotes: { negative?: Quote; other?: Quote };
}

/**
 * A day of a brand as the report needs it. It lies apart from the bucket, which the inbox reads with every count, and is
 * bounded, since a row is billed by its size: the products and the locations of `mostGroups`, two quotes a topic.
 */
export interface ReportDay {
  /** An ISO date, of a UTC day. */
  day: string;
  all: Tally;
  byNetwork: Groups;
  byProduct: Groups;
  byLocation: Groups;
  /** In the order of their names; "other" is no topic. */
  topics: TopicDay[];
}

/** How many products, and how many locations, a day names. */
export const mostGroups = 12;

/** A day is the sum of its rows, in whatever order they come; removed mentions leave it, and their words with them. */
export function sumReportDay(day: string, contributions: Iterable<Contribution>): ReportDay {
  const all = noTally();
  const networks = new Map<string, Group>();
  const products = new Map<string, Group>();
  const locations = new Map<string, Group>();
  const topics = new Map<Topic, TopicDay>();
  for (const one of contributions) {
    if (one.removed) continue;
    count(all, one);
    count(groupIn(networks, { key: one.network, name: one.network }), one);
    count(groupIn(products, one.product ?? unnamed), one);
    count(groupIn(locations, one.location ? { key: one.location, name: one.location } : unnamed), one);
    for (const topic of one.topics) if (topic !== "other") countTopic(topics, topic, one);
  }
  return {
    day,
    all,
    byNetwork: topGroups(networks),
    byProduct: topGroups(products),
    byLocation: topGroups(locations),
    topics: [...topics.values()].sort(byTopic),
  };
}

const unnamed = { key: "", name: "" };

/** The group of this key; of two names that are told for one key the first in the order of letters stays. */
export function groupIn(groups: Map<string, Group>, { key, name }: Pick<Group, "key" | "name">): Group {
  const there = groups.get(key) ?? { ...noTally(), key, name };
  if (name < there.name) there.name = name;
  groups.set(key, there);
  return there;
}

/** Those with the most mentions by name; of equals the first by key. */
export function topGroups(groups: Map<string, Group>, most = mostGroups): Groups {
  const ranked = [...groups.values()].sort((a, b) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1));
  const other = noTally();
  for (const group of ranked.slice(most)) join(other, group);
  return { top: ranked.slice(0, most), other };
}

export const byTopic = (a: Pick<TopicDay, "topic">, b: Pick<TopicDay, "topic">): number =>
  a.topic < b.topic ? -1 : 1;

function countTopic(topics: Map<Topic, TopicDay>, topic: Topic, one: Contribution): void {
  const there = topics.get(topic) ?? { topic, mentions: 0, negative: 0, positive: 0, quotes: {} };
  topics.set(topic, there);
  there.mentions++;
  if (one.sentiment === "negative") there.negative++;
  if (one.sentiment === "positive") there.positive++;
  if (!one.words || !one.conversation) return;
  const side = quoteSide(one.sentiment);
  there.quotes[side] = drawn(there.quotes[side], { conversation: one.conversation, words: one.words });
}

const quoteSide = (sentiment: Mood): keyof TopicDay["quotes"] =>
  sentiment === "negative" ? "negative" : "other";

/** Ids are hashes, so the lowest is a fair draw, and the same one whenever and wherever it is drawn. */
export function drawn(there: Quote | undefined, come: Quote): Quote {
  return there && orderOf(there) <= orderOf(come) ? there : come;
}

export const orderOf = ({ conversation, words }: Quote): string => `${conversation} ${words}`;
