// Apple's own shapes, as the OpenAPI document of App Store Connect 3.7.0 states them (JSON:API). Strict in what would
// falsify a review, lenient in all else.
import { z } from "zod";
import { readDate } from "../kit/dates.ts";
import { tidy } from "../kit/text.ts";

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const Prose = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? "") || undefined);
const At = z.unknown().transform((value, context) => {
  const at = readDate(value);
  if (at) return at;
  context.addIssue({ code: "custom", message: "is no date" });
  return z.NEVER;
});
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

export const Review = z.object({
  id: Id,
  attributes: z.object({
    rating: z.int().min(1).max(5),
    title: Prose,
    body: Prose,
    reviewerNickname: spare(Prose),
    createdDate: At,
    /** ISO 3166-1 alpha-3. */
    territory: spare(z.string()),
    /** Not in 3.7.0; newer answers may carry it. */
    appVersionString: spare(Prose),
  }),
  relationships: spare(z.object({ response: spare(z.object({ data: spare(z.object({ id: Id })) })) })),
});
export type Review = z.infer<typeof Review>;

/** The developer's response to a review. */
export const DeveloperResponse = z.object({
  id: Id,
  attributes: z.object({
    responseBody: Prose,
    lastModifiedDate: spare(At),
    state: spare(z.string()),
  }),
});
export type DeveloperResponse = z.infer<typeof DeveloperResponse>;

export const ReviewsPage = z.object({
  data: z.array(z.unknown()),
  included: spare(z.array(z.unknown())),
  links: spare(z.object({ next: spare(z.string()) })),
  meta: spare(z.object({ paging: spare(z.object({ total: spare(z.int().min(0)) })) })),
});

/** A review by its id, its response beside it. */
export const OneReview = z.object({ data: Review, included: spare(z.array(z.unknown())) });

export const PostedResponse = z.object({ data: DeveloperResponse });

/** Apps; from memory, the saved document tells of reviews only. */
export const AppsPage = z.object({
  data: z.array(z.object({ id: Id, attributes: z.object({ name: Prose, bundleId: spare(Prose) }) })),
  links: spare(z.object({ next: spare(z.string()) })),
});

export const Errors = z.object({
  errors: z.array(z.object({ code: spare(z.string()), title: spare(z.string()), detail: spare(z.string()) })),
});
