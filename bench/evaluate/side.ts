import type { Sentiment } from "@otklik/core/label/label";

/** The classes that the labelled texts know, in the order of all our tables. */
export const sides = ["negative", "neutral", "positive"] as const;
export type Side = (typeof sides)[number];

/** One text: what it is by its label, what was said of it, and how surely (0 to 1) by those who tell. */
export interface Judged {
  is: Side;
  said: Side;
  confidence?: number;
}

/** The data calls a text with both sides neutral, so that "mixed" counts as neutral here. */
export const sideOf = (sentiment: Sentiment): Side => (sentiment === "mixed" ? "neutral" : sentiment);
