import { z } from "zod";
import { isBuiltIn, Topic, Trade, tradeTopics } from "../label/topic.ts";

const Phrase = z.string().trim().min(2).max(80);
const Spelling = z.string().trim().min(2).max(60);

/** How a topic stands: in the list, left out of it, or counted as another one. */
export const Standing = z.discriminatedUnion("is", [
  z.object({ is: z.literal("shown") }),
  z.object({ is: z.literal("hidden") }),
  z.object({ is: z.literal("merged"), into: Topic }),
]);
export type Standing = z.infer<typeof Standing>;

/** What the brand says of one topic; a built-in one without a rule stands as it is. */
export const TopicRule = z.object({
  id: Topic,
  /** In the brand's words; a built-in topic has a name without it. */
  title: z.string().trim().min(1).max(40).optional(),
  standing: Standing.default({ is: "shown" }),
  /** Words of customers that mean this topic, in any of their forms. */
  phrases: z.array(Phrase).max(40).default([]),
});
export type TopicRule = z.infer<typeof TopicRule>;

/** A product or a competitor: how the brand writes it, and how customers do. */
export const Named = z.object({ name: Spelling, spellings: z.array(Spelling).max(20).default([]) });
export type Named = z.infer<typeof Named>;

/** The words a brand speaks of itself in, as one validated document: its topics, its products, its competitors. */
export const Vocabulary = z.object({
  trade: Trade.default("general"),
  topics: z.array(TopicRule).max(100).default([]),
  products: z.array(Named).max(300).default([]),
  competitors: z.array(Named).max(100).default([]),
});
export type Vocabulary = z.infer<typeof Vocabulary>;
export const defaultVocabulary: Vocabulary = Vocabulary.parse({});

/**
 * What mentions of a topic count as: itself, the one that it is merged into, or null where it is hidden or was removed.
 * Applied again to its own answer it changes nothing. Built for many calls.
 */
export function countingOf(vocabulary: Vocabulary): (topic: Topic) => Topic | null {
  const rules = new Map(vocabulary.topics.map((rule) => [rule.id, rule]));
  return (topic) => {
    let at = topic;
    // No further than there are rules: a document with a circle is refused, and an old one must still read.
    for (let step = 0; step <= rules.size; step += 1) {
      const standing = rules.get(at)?.standing;
      if (standing?.is === "hidden") return null;
      if (!standing) return isBuiltIn(at) ? at : null;
      if (standing.is === "shown") return at;
      at = standing.into;
    }
    return null;
  };
}

/** The topics as the brand counts them, each once, in their order. */
export function countedTopics(topics: readonly Topic[], vocabulary: Vocabulary): Topic[] {
  const count = countingOf(vocabulary);
  return [...new Set(topics.map(count).filter((topic) => topic !== null))];
}

/** The topics that a mention of the brand may be given, the trade's first; a label names no other. */
export function offeredTopics(vocabulary: Vocabulary): Topic[] {
  const own = vocabulary.topics.map(({ id }) => id).filter((id) => !isBuiltIn(id));
  const others = tradeTopics[vocabulary.trade].filter((topic) => topic !== "other");
  return countedTopics([...others, ...own, "other"], vocabulary);
}

/** The titles of the brand's own making, by topic; all others have a built-in's name. */
export const ownTitles = ({ topics }: Vocabulary): Record<string, string> =>
  Object.fromEntries(topics.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title]])));

/** The example phrases of a topic. */
export const phrasesOf = ({ topics }: Vocabulary, topic: Topic): readonly string[] =>
  topics.find(({ id }) => id === topic)?.phrases ?? [];
