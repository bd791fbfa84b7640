import { z } from "zod";
import { isUnsure, type Label } from "./label.ts";

/** When a workspace's mentions are shown to a model: the embedded labeler reads all of them first in any case. */
export const AsksModel = z.enum(["never", "unsure", "always"]);
export type AsksModel = z.infer<typeof AsksModel>;

export const Labeling = z.object({
  asks: AsksModel.default("unsure"),
  /** US dollars that the model may cost in a month (UTC); absent: as much as the operator allows. */
  monthlyUsd: z.number().min(0).max(100_000).optional(),
});
export type Labeling = z.infer<typeof Labeling>;
export const defaultLabeling: Labeling = { asks: "unsure" };

/** What a workspace may spend in a month, in US dollars: never more than the operator allows each. */
export const monthlyBudget = ({ monthlyUsd }: Labeling, allowedUsd: number): number =>
  Math.min(monthlyUsd ?? allowedUsd, allowedUsd);

/**
 * Whether a mention is worth the model's price. `label` is the embedded labeler's (null: it failed); `hasWords`, whether
 * there is anything to read; `canRead`, whether the embedded labeler knows the language.
 */
export const isWorthAsking = (
  asks: AsksModel,
  { label, hasWords, canRead }: { label: Label | null; hasWords: boolean; canRead: boolean },
): boolean => {
  if (asks === "never" || !hasWords) return false;
  return asks === "always" || label === null || !canRead || isUnsure(label);
};
