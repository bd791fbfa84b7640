import type { Topic } from "../label/topic.ts";
import { countingOf, type Vocabulary } from "../vocabulary/vocabulary.ts";
import { byTopic, drawn, type ReportDay, type TopicDay } from "./report-day.ts";
import type { Bucket } from "./trend.ts";

/**
 * A day as the brand counts its topics now: merged ones together, hidden ones left out. A mention that was counted under
 * two topics, before the one was merged into the other, is counted twice; a topic never exceeds its day.
 */
export function countedDay(day: ReportDay, vocabulary: Vocabulary): ReportDay {
  const count = countingOf(vocabulary);
  const topics = new Map<Topic, TopicDay>();
  for (const one of day.topics) {
    const topic = count(one.topic);
    if (topic === null || topic === "other") continue;
    const there = topics.get(topic);
    topics.set(topic, there ? together(there, one, day) : { ...one, topic });
  }
  return { ...day, topics: [...topics.values()].sort(byTopic) };
}

function together(there: TopicDay, come: TopicDay, { all }: ReportDay): TopicDay {
  const negative = there.quotes.negative
    ? drawn(come.quotes.negative, there.quotes.negative)
    : come.quotes.negative;
  const other = there.quotes.other ? drawn(come.quotes.other, there.quotes.other) : come.quotes.other;
  return {
    topic: there.topic,
    mentions: Math.min(all.mentions, there.mentions + come.mentions),
    negative: Math.min(all.bySentiment.negative, there.negative + come.negative),
    positive: Math.min(all.bySentiment.positive, there.positive + come.positive),
    quotes: { ...(negative ? { negative } : {}), ...(other ? { other } : {}) },
  };
}

/** How often each topic of a day was spoken of, as the brand counts them now; "other" among them. */
export function countedTally(
  { byTopic: counts, mentions }: Pick<Bucket, "byTopic" | "mentions">,
  vocabulary: Vocabulary,
): Map<Topic, number> {
  const count = countingOf(vocabulary);
  const tally = new Map<Topic, number>();
  for (const [name, number] of Object.entries(counts)) {
    const topic = count(name as Topic); // a bucket's names are topics: `sumBucket` wrote them
    if (topic !== null) tally.set(topic, Math.min(mentions, (tally.get(topic) ?? 0) + number));
  }
  return tally;
}
