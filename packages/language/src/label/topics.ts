import type { Touchpoint } from "@otklik/core/label/label";
import type { Topic } from "@otklik/core/label/topic";
import type { Token } from "./tokens.ts";
import { topicWords, touchpointWords } from "./topic-words.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

const topicIndex = wordIndex(entriesOf(topicWords));
const touchpointIndex = wordIndex(entriesOf(touchpointWords));

const mostTopics = 5;

/** Topics of the closed list that the words touch, most often named first; "other" where none is. */
export const topicsOf = (tokens: readonly Token[]): Topic[] => {
  const counts = countHits(tokens, topicIndex.at);
  counts.delete("none");
  const named = mostNamed(counts).slice(0, mostTopics) as Topic[];
  return named.length > 0 ? named : ["other"];
};

/** The moment of the customer's journey that most words speak of, if any does. */
export const touchpointOf = (tokens: readonly Token[]): Touchpoint | undefined =>
  mostNamed(countHits(tokens, touchpointIndex.at))[0];

const countHits = <T>(
  tokens: readonly Token[],
  at: (tokens: readonly Token[], place: number) => { value: T; length: number } | undefined,
): Map<T, number> => {
  const counts = new Map<T, number>();
  for (let place = 0; place < tokens.length; place += 1) {
    const hit = at(tokens, place);
    if (!hit) continue;
    counts.set(hit.value, (counts.get(hit.value) ?? 0) + 1);
    place += hit.length - 1;
  }
  return counts;
};

const mostNamed = <T>(counts: Map<T, number>): T[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
