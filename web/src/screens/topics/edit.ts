import type { VocabularyView } from "@otklik/core/api/routes/vocabulary";
import type { Topic } from "@otklik/core/label/topic";
import type { Named, TopicRule, Vocabulary } from "@otklik/core/vocabulary/vocabulary";

/** What is being written, and the version that it was read at. */
export type Draft = Pick<VocabularyView, "vocabulary" | "version">;

export const isOwn = (id: Topic): boolean => id.startsWith("own-");

/** What the brand says of a topic; a built-in one that it says nothing of stands as it is. */
export const ruleOf = ({ topics }: Vocabulary, id: Topic): TopicRule =>
  topics.find((rule) => rule.id === id) ?? { id, standing: { is: "shown" }, phrases: [] };

/** With another rule for a topic; one that says nothing is left out. */
export function withRule(vocabulary: Vocabulary, rule: TopicRule): Vocabulary {
  const { id, title, standing, phrases } = rule;
  const saysNothing = !isOwn(id) && !title && standing.is === "shown" && phrases.length === 0;
  const others = vocabulary.topics.filter((one) => one.id !== id);
  if (saysNothing) return { ...vocabulary, topics: others };
  const isKnown = others.length < vocabulary.topics.length;
  const topics = isKnown
    ? vocabulary.topics.map((one) => (one.id === id ? rule : one))
    : [...vocabulary.topics, rule];
  return { ...vocabulary, topics };
}

/** Without a topic of the brand's own; what was merged into it stands for itself again. */
export const withoutTopic = (vocabulary: Vocabulary, id: Topic): Vocabulary => ({
  ...vocabulary,
  topics: vocabulary.topics
    .filter((rule) => rule.id !== id)
    .map((rule) =>
      rule.standing.is === "merged" && rule.standing.into === id
        ? { ...rule, standing: { is: "shown" as const } }
        : rule,
    ),
});

/** The topics to be shown in the list: the brand's own, newest last, after those of its trade. */
export function listedTopics(vocabulary: Vocabulary, trades: VocabularyView["trades"]): Topic[] {
  const own = vocabulary.topics.map(({ id }) => id).filter(isOwn);
  return [...trades[vocabulary.trade].filter((id) => id !== "other"), ...own];
}

/** The topics that one may be counted as: those that stand for themselves. */
export const targetsOf = (vocabulary: Vocabulary, id: Topic, listed: readonly Topic[]): Topic[] =>
  listed.filter((one) => one !== id && ruleOf(vocabulary, one).standing.is === "shown");

/** A name that two topics share, as a person reads it, or null. */
export function twinIn(listed: readonly Topic[], nameOf: (id: Topic) => string): string | null {
  const seen = new Set<string>();
  for (const id of listed) {
    const name = nameOf(id).trim().toLowerCase().replaceAll("ё", "е");
    if (seen.has(name)) return nameOf(id);
    seen.add(name);
  }
  return null;
}

/** One example a line; what is too short to be one is left out. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.length > 1),
  ),
];

/** Spellings between commas; what is too short to be one is left out. */
export const listOf = (text: string): Named["spellings"] => linesOf(text.replaceAll(",", "\n"));

/** Names as they are saved: a row that was left empty is no name. */
export const withoutBlank = (vocabulary: Vocabulary): Vocabulary => ({
  ...vocabulary,
  products: vocabulary.products.filter(({ name }) => name.trim() !== ""),
  competitors: vocabulary.competitors.filter(({ name }) => name.trim() !== ""),
});

export const isSame = (one: Vocabulary, other: Vocabulary): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
