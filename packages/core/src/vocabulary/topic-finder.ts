import { z } from "zod";
import type { Label } from "../label/label.ts";
import type { Labelled } from "../label/labeler.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Something that customers speak of and no topic covers: a topic that may be made of it. */
export const TopicCandidate = z.object({
  title: z.string(),
  phrases: z.array(z.string()),
  /** How many mentions speak of it, each counted once. */
  mentions: z.number(),
  /** A few of their conversations. */
  examples: z.array(z.string()),
});
export type TopicCandidate = z.infer<typeof TopicCandidate>;

/** A mention that got the topic "other", and the conversation where it stands. */
export interface Uncovered {
  conversation: string;
  mention: Labelled;
}

/** Reads texts by a vocabulary, saved or not, without a model. The same given, the same found. */
export interface TopicFinder {
  find(mention: Labelled, vocabulary: Vocabulary): Pick<Label, "topics" | "names" | "evidence">;
  /** What the mentions speak of often that no topic of the vocabulary covers, the most often first. */
  propose(mentions: readonly Uncovered[], vocabulary: Vocabulary): TopicCandidate[];
}
