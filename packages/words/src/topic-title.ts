import type { Words } from "./words.ts";

/** What a topic is called: in the brand's own words where it has some, else in ours. */
export const topicTitle = (
  topic: string,
  { labels, titles }: { labels: Words["labels"]; titles: Readonly<Record<string, string>> },
): string => titles[topic] ?? (labels.topic as Readonly<Record<string, string>>)[topic] ?? labels.topic.other;
