// 2GIS's Places API 3.0, as far as it tells of reviews: sums only, never a text.
import { z } from "zod";

const Sums = z.object({
  general_rating: z.number().nullish(),
  general_review_count: z.int().nullish(),
  /** With those that left stars and no words. */
  general_review_count_with_stars: z.int().nullish(),
  org_rating: z.number().nullish(),
  org_review_count: z.int().nullish(),
  org_review_count_with_stars: z.int().nullish(),
});

/** Errors come with the status 200 too, and then `meta.code` is the status. */
export const ById = z.object({
  meta: z.object({
    code: z.int(),
    error: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
  }),
  result: z
    .object({ items: z.array(z.object({ name: z.string().optional(), reviews: Sums.nullish() })) })
    .optional(),
});
export type ById = z.infer<typeof ById>;
