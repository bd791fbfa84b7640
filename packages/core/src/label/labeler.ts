import type { FoundMention } from "../mention/found.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Label } from "./label.ts";

/** The part of a mention that a label may be concluded from. */
export type Labelled = Pick<
  FoundMention,
  "kind" | "title" | "text" | "pros" | "cons" | "rating" | "verdict" | "language"
>;

export interface Labeler {
  /** Such as "embedded-1" or the model's name; kept on each label. */
  readonly name: string;
  /** The model that it may ask, and the most US dollars that each workspace may spend on it in a month. */
  readonly model?: { name: string; baseUrl: string; monthlyUsd: number };
  /**
   * One outcome for each mention, in their order; a failure is isolated to its mention.
   * `signal` aborts a call that the room has no more time for. Without a `vocabulary` the general topics are given, and
   * no names are known.
   */
  label(
    mentions: readonly Labelled[],
    options: { workspaceId: string; signal?: AbortSignal; vocabulary?: Vocabulary },
  ): Promise<LabelOutcome[]>;
}
export type LabelOutcome = { label: Label } | { failed: string };
