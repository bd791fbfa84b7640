import type { FoundMention } from "../mention/found.ts";
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
   * `signal` aborts a call that the room has no more time for.
   */
  label(
    mentions: readonly Labelled[],
    options: { workspaceId: string; signal?: AbortSignal },
  ): Promise<LabelOutcome[]>;
}
export type LabelOutcome = { label: Label } | { failed: string };
