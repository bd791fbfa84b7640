import type { Judgement } from "./sentiment.ts";
import type { TwoSides } from "./two-sides.ts";

/** By so much may it be less sure that both sides are there than the judgement is; so clear must the complaint be. */
const lacksAtMost = 0.05;
const clearComplaintFrom = 0.9;
/** So clear must a side be to stand against stars that say the opposite. */
const againstStarsFrom = { complaint: 0.92, praise: 0.9 };
/** How often it was mixed where both sides were certain, in the developing half of the labelled reviews. */
const mostSure = 0.85;

/**
 * Turns a judgement into "mixed" where both sides are heard and the whole sounds like neither, or they outweigh the
 * judgement, or one is clear against the customer's stars (a share of their scale). Wherever else someone complains the
 * judgement stands, and the label's `complaint` tells of it: where reviews are judged by their stars, each "mixed" more
 * costs accuracy.
 */
export const mixedBy = (judgement: Judgement, { complaint, praise }: TwoSides, stars?: number): Judgement => {
  if (!complaint.is || !praise.is) return judgement;
  const both = complaint.confidence * praise.confidence;
  const outweighs = complaint.confidence >= clearComplaintFrom && both >= judgement.confidence - lacksAtMost;
  const isAgainstStars =
    stars !== undefined &&
    ((stars >= 0.7 && complaint.confidence >= againstStarsFrom.complaint) ||
      (stars <= 0.45 && praise.confidence >= againstStarsFrom.praise));
  if (judgement.is !== "neutral" && !outweighs && !isAgainstStars) return judgement;
  return { is: "mixed", confidence: mostSure * both };
};
