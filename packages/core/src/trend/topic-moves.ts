import type { Topic } from "../label/topic.ts";
import { type Interval, riseInterval } from "./interval.ts";
import { orderOf, type Quote, type ReportDay, type TopicDay } from "./report-day.ts";
import type { Move, TopicMove } from "./report-view.ts";

const mostTopics = 3;
const mostQuotes = 2;

interface Spoken {
  topic: Topic;
  mentions: number;
  negative: number;
  quotes: { negative: Quote[]; other: Quote[] };
}

/** What some days say, and of how many mentions. */
export interface Said {
  mentions: number;
  topics: ReadonlyMap<Topic, Spoken>;
}

export function saidIn(days: readonly ReportDay[]): Said {
  const topics = new Map<Topic, Spoken>();
  let mentions = 0;
  for (const day of days) {
    mentions += day.all.mentions;
    for (const one of day.topics) {
      const there = topics.get(one.topic) ?? unspoken(one);
      there.mentions += one.mentions;
      there.negative += one.negative;
      if (one.quotes.negative) there.quotes.negative.push(one.quotes.negative);
      if (one.quotes.other) there.quotes.other.push(one.quotes.other);
      topics.set(one.topic, there);
    }
  }
  return { mentions, topics };
}

const unspoken = ({ topic }: Pick<TopicDay, "topic">): Spoken => ({
  topic,
  mentions: 0,
  negative: 0,
  quotes: { negative: [], other: [] },
});

/**
 * The topics of which a larger, and a smaller, part of all mentions speaks than before. They stand in the order of the
 * change that is certain: the nearer end of its 95 % interval. Where that interval holds zero the topic has not moved,
 * so a few mentions never win over many.
 */
export function topicMoves(then: Said, now: Said): { up: TopicMove[]; down: TopicMove[] } {
  const rises = risesOf(then, now, (spoken) => spoken.mentions);
  const quoted = new Set<string>();
  const show = ({ topic }: Rise): TopicMove => {
    const spoken = now.topics.get(topic) ?? unspoken({ topic });
    const before = then.topics.get(topic) ?? unspoken({ topic });
    return {
      topic,
      share: spoken.mentions / now.mentions,
      shareBefore: before.mentions / then.mentions,
      mentions: spoken.mentions,
      negativeShare: spoken.mentions === 0 ? 0 : spoken.negative / spoken.mentions,
      quotes: quotesOf(spoken, quoted),
    };
  };
  return {
    up: surest(rises, "up").slice(0, mostTopics).map(show),
    down: surest(rises, "down").slice(0, mostTopics).map(show),
  };
}

/** The topic whose complaints grew most surely while the rating fell, or shrank most surely while it rose. */
export function becauseOf(then: Said, now: Said, rating: Move): Topic | null {
  if (rating !== "up" && rating !== "down") return null;
  const complaints = risesOf(then, now, (spoken) => spoken.negative);
  return surest(complaints, rating === "down" ? "up" : "down")[0]?.topic ?? null;
}

type Rise = Interval & { topic: Topic };

function risesOf(then: Said, now: Said, count: (spoken: Spoken) => number): Rise[] {
  if (then.mentions === 0 || now.mentions === 0) return [];
  const seen = (said: Said, topic: Topic) => ({
    share: count(said.topics.get(topic) ?? unspoken({ topic })) / said.mentions,
    count: said.mentions,
  });
  return [...new Set([...then.topics.keys(), ...now.topics.keys()])].map((topic) => ({
    topic,
    ...riseInterval(seen(then, topic), seen(now, topic)),
  }));
}

function surest(rises: readonly Rise[], way: "up" | "down"): Rise[] {
  const sure = ({ low, high }: Interval): number => (way === "up" ? low : -high);
  return rises
    .filter((rise) => sure(rise) > 0)
    .sort((a, b) => sure(b) - sure(a) || (a.topic < b.topic ? -1 : 1));
}

/** Two voices, of the side that most take; nobody is quoted twice on a page. */
function quotesOf({ mentions, negative, quotes }: Spoken, quoted: Set<string>): Quote[] {
  const sides = [quotes.negative, quotes.other].map((side) =>
    [...side].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  );
  if (negative * 2 < mentions) sides.reverse();
  const chosen: Quote[] = [];
  for (const quote of sides.flat()) {
    if (chosen.length === mostQuotes) break;
    if (quoted.has(quote.conversation)) continue;
    quoted.add(quote.conversation);
    chosen.push(quote);
  }
  return chosen;
}
