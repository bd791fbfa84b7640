import type { Topic } from "@otklik/core/label/topic";
import {
  countingOf,
  defaultVocabulary,
  offeredTopics,
  type Vocabulary,
} from "@otklik/core/vocabulary/vocabulary";
import { type NameIndex, nameIndex } from "./name-index.ts";
import { type PhraseIndex, phraseIndex } from "./phrase-index.ts";
import { wordsOfTrade } from "./trade-words.ts";
import { type WordIndex, wordIndex } from "./word-index.ts";

/** A vocabulary made ready for reading. "none": only looks like a topic; "hidden": speaks of one that is not counted. */
export interface VocabularyIndex extends NameIndex {
  words: WordIndex<Topic | "none" | "hidden">;
  phrases: PhraseIndex<Topic | "hidden">;
}

function indexOf(vocabulary: Vocabulary, { isPassing }: { isPassing: boolean }): VocabularyIndex {
  const count = countingOf(vocabulary);
  const counted = (topic: Topic) => count(topic) ?? "hidden";
  const offered = new Set<Topic | "hidden">([...offeredTopics(vocabulary), "hidden"]);
  const words = [...wordsOfTrade(vocabulary.trade)].map(
    ([pattern, topic]) => [pattern, topic === "none" ? topic : counted(topic)] as const,
  );
  const phrases = vocabulary.topics.flatMap(({ id, phrases: written }) =>
    written.map((phrase) => [phrase, counted(id)] as const),
  );
  return {
    words: wordIndex(words, { isPassing }),
    phrases: phraseIndex(phrases.filter(([, topic]) => offered.has(topic))),
    names: nameIndex(vocabulary).names,
  };
}

const made = new Map<string, VocabularyIndex>();
const mostMade = 20; // brands; an index takes some 3 MB
const general = indexOf(defaultVocabulary, { isPassing: false });

/** The index of a vocabulary, made once for equal ones: every job reads its brand's vocabulary anew. */
export function vocabularyIndex(vocabulary: Vocabulary | undefined): VocabularyIndex {
  if (vocabulary === undefined) return general;
  const key = JSON.stringify(vocabulary);
  const index = made.get(key) ?? indexOf(vocabulary, { isPassing: true });
  // What was used last stands last, and what was not for longest goes first.
  made.delete(key);
  made.set(key, index);
  const [oldest] = made.keys();
  if (made.size > mostMade && oldest !== undefined) made.delete(oldest);
  return index;
}
