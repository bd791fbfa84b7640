import type { Label } from "../label/label.ts";
import { Topic } from "../label/topic.ts";
import { countedTopics, countingOf, type Vocabulary } from "./vocabulary.ts";

const evidenceOf = "topic.";

/** A label as the brand counts its topics now, whatever they were when it was given. */
export function countedLabel(label: Label, vocabulary: Vocabulary): Label {
  const count = countingOf(vocabulary);
  const evidence = label.evidence.flatMap((span) => {
    const named = Topic.safeParse(span.of.startsWith(evidenceOf) ? span.of.slice(evidenceOf.length) : "");
    if (!named.success) return [span];
    const topic = count(named.data);
    return topic === null ? [] : [{ ...span, of: `${evidenceOf}${topic}` }];
  });
  return { ...label, topics: countedTopics(label.topics, vocabulary), evidence };
}
