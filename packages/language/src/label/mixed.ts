import type { Judgement } from "./sentiment.ts";
import type { TwoSides } from "./two-sides.ts";

/** So clear must both sides be to outweigh a judgement that is no surer than this. */
const clearFrom = { complaint: 0.9, praise: 0.65 };
const yieldsBelow = 0.75;
/** So clear must a side be to stand against stars that say the opposite. */
const againstStarsFrom = { complaint: 0.92, praise: 0.9 };
/** How often it was mixed where both sides were certain, in the developing half of the labelled reviews. */
const mostSure = 0.85;

/**
 * Turns a judgement into "mixed" where both sides are heard and the whole sounds like neither, or both are clear and the
 * judgement is not sure, or one is clear against the customer's stars (a share of their scale). As sure as that both
 * sides are there. Wherever else someone complains, the judgement stands, and the label's `complaint` tells of it: on
 * reviews judged by their stars, each "mixed" more costs accuracy.
 */
export const mixedBy = (judgement: Judgement, { complaint, praise }: TwoSides, stars?: number): Judgement => {
  if (!complaint.is || !praise.is) return judgement;
  const isOpen =
    judgement.confidence < yieldsBelow &&
    complaint.confidence >= clearFrom.complaint &&
    praise.confidence >= clearFrom.praise;
  const isAgainstStars =
    stars !== undefined &&
    ((stars >= 0.7 && complaint.confidence >= againstStarsFrom.complaint) ||
      (stars <= 0.45 && praise.confidence >= againstStarsFrom.praise));
  if (judgement.is !== "neutral" && !isOpen && !isAgainstStars) return judgement;
  return { is: "mixed", confidence: mostSure * complaint.confidence * praise.confidence };
};
