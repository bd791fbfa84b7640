import type { Judgement } from "./sentiment.ts";
import type { TwoSides } from "./two-sides.ts";

/** How sure both sides must be before they outweigh what the whole sounds like. */
const clearFrom = { complaint: 0.8, praise: 0.75 };

/**
 * Mixed where praise and complaint are both clear, however the whole sounds; as sure as the weaker of the two. A faint
 * complaint leaves the judgement as it is: the label's `complaint` tells of it.
 */
export const mixedBy = (judgement: Judgement, { complaint, praise }: TwoSides): Judgement => {
  if (complaint.confidence < clearFrom.complaint || praise.confidence < clearFrom.praise) return judgement;
  return { is: "mixed", confidence: Math.min(complaint.confidence, praise.confidence) };
};
