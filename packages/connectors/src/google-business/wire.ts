// Google's own shapes, as the discovery documents of Google My Business v4.9, Account Management v1 and Business
// Information v1 state them, and what newer answers add. Strict in what would falsify a review, lenient in all else.
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

const stars = { STAR_RATING_UNSPECIFIED: 0, ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 } as const;
const StarRating = z
  .enum(["STAR_RATING_UNSPECIFIED", "ONE", "TWO", "THREE", "FOUR", "FIVE"])
  .nullish()
  .transform((word) => (word ? stars[word] || undefined : undefined));

export const ReviewReply = z.object({
  comment: Prose,
  updateTime: spare(At),
  /** PENDING, APPROVED or REJECTED; newer answers have it, the discovery document of v4.9 does not. */
  reviewReplyState: spare(z.string()),
  /** Why it was rejected, a constant or an object; likewise. */
  policyViolation: z.unknown().optional(),
});
export type ReviewReply = z.infer<typeof ReviewReply>;

export const Review = z.object({
  reviewId: Id,
  reviewer: spare(z.object({ displayName: spare(Prose), isAnonymous: spare(z.boolean()) })),
  starRating: StarRating,
  comment: Prose,
  createTime: At,
  updateTime: spare(At),
  reviewReply: ReviewReply.nullish(),
});
export type Review = z.infer<typeof Review>;

/** A member without entries is left out of Google's answers. */
export const ReviewsPage = z.object({
  reviews: z.array(z.unknown()).optional(),
  averageRating: spare(z.number()),
  totalReviewCount: spare(z.int().min(0)),
  nextPageToken: z.string().nullish(),
});
export const AccountsPage = z.object({
  accounts: z
    .array(z.object({ name: z.string(), accountName: spare(Prose), type: spare(z.string()) }))
    .optional(),
  nextPageToken: z.string().nullish(),
});

export const Location = z.object({
  name: z.string(),
  title: spare(Prose),
  storeCode: spare(Prose),
  storefrontAddress: spare(z.object({ locality: spare(Prose), addressLines: spare(z.array(z.string())) })),
  metadata: spare(z.object({ hasVoiceOfMerchant: spare(z.boolean()), mapsUri: spare(z.url()) })),
});
export type Location = z.infer<typeof Location>;

export const LocationsPage = z.object({
  locations: z.array(z.unknown()).optional(),
  nextPageToken: z.string().nullish(),
});

/** A push of Google Cloud Pub/Sub: the message's own content is JSON in base64. */
export const PubSubPush = z.object({ message: z.object({ data: z.string() }) });
