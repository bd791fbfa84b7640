import type { Touchpoint } from "@otklik/core/label/label";
import type { Topic } from "@otklik/core/label/topic";
import { evidenceOf, type Found, type Hit, hitsIn } from "./evidence.ts";
import type { Field } from "./fields.ts";
import { touchpointWords } from "./topic-words.ts";
import type { VocabularyIndex } from "./vocabulary-index.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

const touchpointIndex = wordIndex(entriesOf(touchpointWords));

const mostTopics = 5;

/**
 * Topics that the words and the brand's example phrases touch, most often named first; "other" where none is. What speaks
 * of a hidden topic alone has no topic at all.
 */
export const topicsOf = (
  fields: readonly Field[],
  { words, phrases }: Pick<VocabularyIndex, "words" | "phrases">,
): Found<Topic[]> => {
  // The brand's own examples first: of topics that are named as often, the one that it has taught goes before.
  const told = [...phrases.hits(fields), ...hitsIn(fields, words)];
  const hits = told.filter((hit): hit is Hit<Topic> => hit.is !== "none" && hit.is !== "hidden");
  const named = mostNamed(hits).slice(0, mostTopics);
  const isHidden = told.some(({ is }) => is === "hidden");
  return {
    is: named.length > 0 || isHidden ? named : ["other"],
    evidence: named.flatMap((topic) =>
      evidenceOf(
        `topic.${topic}`,
        hits.filter(({ is }) => is === topic),
      ),
    ),
  };
};
/** The moment of the customer's journey that most words speak of, if any does. */
export const touchpointOf = (fields: readonly Field[]): Found<Touchpoint> | undefined => {
  const hits = hitsIn(fields, touchpointIndex);
  const is = mostNamed(hits)[0];
  if (!is) return undefined;
  const led = hits.filter((hit) => hit.is === is);
  return { is, evidence: evidenceOf(`touchpoint.${is}`, led) };
};

const mostNamed = <T>(hits: readonly Hit<T>[]): T[] => {
  const counts = new Map<T, number>();
  for (const { is } of hits) counts.set(is, (counts.get(is) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([is]) => is);
};
