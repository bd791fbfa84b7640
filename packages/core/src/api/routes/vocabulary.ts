import { z } from "zod";
import { Label } from "../../label/label.ts";
import { Topic, Trade } from "../../label/topic.ts";
import { TopicCandidate } from "../../vocabulary/topic-finder.ts";
import { Vocabulary } from "../../vocabulary/vocabulary.ts";

const Brand = { brand: z.string().min(1).max(80) };

export const VocabularyView = z.object({
  vocabulary: Vocabulary,
  /** To be handed back on saving; 0: none was saved yet. */
  version: z.number(),
  /** The topics that each trade starts from. */
  trades: z.record(Trade, z.array(Topic)),
});
export type VocabularyView = z.infer<typeof VocabularyView>;

export const CandidatesView = z.object({
  /** Of the last 30 days: the mentions, and the part of them that no topic covers. */
  mentions: z.number(),
  share: z.number(),
  /** None while that part is small. */
  candidates: z.array(TopicCandidate),
});
export type CandidatesView = z.infer<typeof CandidatesView>;

export const TrialView = Label.pick({ topics: true, names: true, evidence: true });
export type TrialView = z.infer<typeof TrialView>;

export const vocabularyRoutes = {
  "GET /api/vocabulary": { rule: "session", input: z.object(Brand), output: VocabularyView },
  "PUT /api/vocabulary": {
    rule: "session",
    input: z.object({ ...Brand, vocabulary: Vocabulary, version: z.number().int().min(0) }),
    output: VocabularyView,
  },
  "GET /api/vocabulary/candidates": { rule: "session", input: z.object(Brand), output: CandidatesView },
  /** Which topics and names a text would get by this vocabulary, saved or not. Nothing is kept. */
  "POST /api/vocabulary/trial": {
    rule: "session",
    input: z.object({ ...Brand, vocabulary: Vocabulary, text: z.string().max(5000) }),
    output: TrialView,
  },
} as const;
