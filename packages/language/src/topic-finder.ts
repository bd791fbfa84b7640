import type { TopicFinder } from "@otklik/core/vocabulary/topic-finder";
import { fieldsOf } from "./label/fields.ts";
import { topicCandidates } from "./label/topic-candidates.ts";
import { topicsOf } from "./label/topics.ts";
import { vocabularyIndex } from "./label/vocabulary-index.ts";

/** Topics and names as the embedded labeler finds them. */
export const topicFinder: TopicFinder = {
  find(mention, vocabulary) {
    const fields = fieldsOf(mention);
    const index = vocabularyIndex(vocabulary);
    const topics = topicsOf(fields, index);
    return { topics: topics.is, names: index.names(fields), evidence: topics.evidence };
  },
  propose: topicCandidates,
};
