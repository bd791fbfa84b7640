import { z } from "zod";
import { Topic } from "../label/topic.ts";
import { Quote } from "./report-day.ts";

/** How a figure stands to the one before: "level" where chance may explain the difference, "unknown" where one of them is missing. */
export const Move = z.enum(["up", "down", "level", "unknown"]);
export type Move = z.infer<typeof Move>;

const Days = z.object({ from: z.iso.date(), to: z.iso.date() });
const Share = z.number().min(0).max(1);
const BySentiment = z.object({
  negative: z.number(),
  mixed: z.number(),
  neutral: z.number(),
  positive: z.number(),
  /** Of these we do not know how they are meant. */
  unsure: z.number(),
});

/** The figures of some mentions. What has nothing to be computed from is null, never zero. */
export const Figures = z.object({
  mentions: z.number(),
  rated: z.number(),
  /** Of five, with the interval of 95 % that so many ratings allow. */
  average: z.object({ is: z.number(), low: z.number(), high: z.number() }).nullable(),
  answered: z.number(),
  answeredShare: Share.nullable(),
  /** How many times to reply are known, and their median in minutes, within 5 %. */
  replied: z.number(),
  replyMinutes: z.number().nullable(),
  bySentiment: BySentiment,
});
export type Figures = z.infer<typeof Figures>;

/** A day of the report, or a week of it that ends with `to`. */
export const Point = Days.extend({
  mentions: z.number(),
  average: Figures.shape.average,
  rated: z.number(),
  bySentiment: BySentiment,
  /** No source could be read for half of it or longer: nothing is known of it, and it is not calm. */
  blind: z.boolean(),
});
export type Point = z.infer<typeof Point>;

export const TopicMove = z.object({
  topic: Topic,
  /** Of all mentions, now and before. */
  share: Share,
  shareBefore: Share,
  mentions: z.number(),
  /** Of the mentions that speak of it. */
  negativeShare: Share,
  quotes: z.array(Quote),
});
export type TopicMove = z.infer<typeof TopicMove>;

/** One network, product or location; `key` is "" where mentions name none. */
export const GroupRow = z.object({
  key: z.string(),
  name: z.string(),
  now: Figures,
  /** Null: none, or it was not among those counted by name. */
  before: Figures.nullable(),
});
export type GroupRow = z.infer<typeof GroupRow>;

export const GroupBy = z.enum(["network", "product", "location"]);
export type GroupBy = z.infer<typeof GroupBy>;

/** What was said of a brand in some days against the days before. Days are those of UTC. */
export const Report = z.object({
  range: Days,
  before: Days,
  now: Figures,
  past: Figures,
  moves: z.object({ rating: Move, volume: Move, answered: Move, reply: Move }),
  /** The topic whose complaints explain best why the rating moved. */
  because: Topic.nullable(),
  step: z.enum(["day", "week"]),
  points: z.array(Point),
  /** At most three each, the surest first. */
  topics: z.object({ up: z.array(TopicMove), down: z.array(TopicMove) }),
  by: GroupBy,
  groups: z.array(GroupRow),
  /** All groups that are not named, counted together; null where there are none. */
  otherGroups: Figures.nullable(),
});
export type Report = z.infer<typeof Report>;
