import type { Topic } from "@otklik/core/label/topic";
import {
  defaultVocabulary,
  offeredTopics,
  ownTitles,
  phrasesOf,
  type Vocabulary,
} from "@otklik/core/vocabulary/vocabulary";
import { safeJson } from "./cleaned.ts";

/** The topics that a brand's mentions may be given, and the line of the instructions that names them. */
export interface Offered {
  ids: readonly Topic[];
  line: string;
}

/** Of a brand's own words for a topic: its title and so many of its example phrases. */
const mostPhrases = 3;

/**
 * The brand's topics for a model. A built-in one is called by its English name and no more, for each word is paid for
 * with every call; what the brand wrote itself stands behind it as JSON strings, so that it ends where it ends.
 */
export function topicsFor(vocabulary: Vocabulary = defaultVocabulary): Offered {
  const ids = offeredTopics(vocabulary);
  const titles = ownTitles(vocabulary);
  const said = ids.map((id) => {
    const own = [titles[id] ?? [], phrasesOf(vocabulary, id).slice(0, mostPhrases)].flat();
    return own.length === 0 ? id : `${id} ${safeJson(own)}`;
  });
  return { ids, line: said.join(" ") };
}
