// Google Play's own shapes, as the discovery document of the Android Publisher API v3 states them. Strict in what would
// falsify a review, lenient in all else.
import { z } from "zod";
import { readDate } from "../kit/dates.ts";
import { tidy } from "../kit/text.ts";

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

/** Whole seconds as a string, and nanoseconds beside them. */
const Timestamp = z
  .object({ seconds: z.union([z.string(), z.number()]), nanos: spare(z.number()) })
  .transform(({ seconds, nanos }, context) => {
    const at = readDate(Number(seconds));
    if (at) return new Date(at.getTime() + Math.floor((nanos ?? 0) / 1e6));
    context.addIssue({ code: "custom", message: "is no time" });
    return z.NEVER;
  });

/** Kept as it came: a tab parts the title from the text. */
const Raw = z
  .string()
  .nullish()
  .transform((text) => text ?? "");

const UserComment = z.object({
  text: Raw,
  originalText: Raw,
  lastModified: Timestamp,
  starRating: z.int().min(0).max(5).nullish(),
  reviewerLanguage: spare(z.string()),
  device: spare(z.string()),
  deviceMetadata: spare(z.object({ productName: spare(z.string()) })),
  appVersionName: spare(z.string()),
});
export type UserComment = z.infer<typeof UserComment>;

const DeveloperComment = z.object({
  text: Raw.transform(tidy),
  lastModified: spare(Timestamp),
});

export const Review = z.object({
  reviewId: Id,
  authorName: spare(z.string().transform((name) => tidy(name) || undefined)),
  /** The conversation: an entry is either the customer's or the developer's. */
  comments: z.array(
    z.object({ userComment: UserComment.nullish(), developerComment: DeveloperComment.nullish() }),
  ),
});
export type Review = z.infer<typeof Review>;

/** A member without entries is left out of Google's answers. */
export const ReviewsPage = z.object({
  reviews: z.array(z.unknown()).optional(),
  pageInfo: spare(z.object({ totalResults: spare(z.int().min(0)) })),
  tokenPagination: spare(z.object({ nextPageToken: spare(z.string()) })),
});

export const ReplyResult = z.object({
  result: z.object({ replyText: Raw.transform(tidy) }),
});

/** A service account's key file, as Google Cloud gives it out. */
export const KeyFile = z.object({
  client_email: z.string().includes("@"),
  private_key: z.string().includes("PRIVATE KEY"),
  private_key_id: z.string().optional(),
});
export type KeyFile = z.infer<typeof KeyFile>;

/** Of the token endpoint (RFC 6749 sections 5.1 and 5.2). */
export const Granted = z.object({ access_token: z.string().regex(/^[\x21-\x7e]+$/) });
export const Denied = z.object({ error: z.string(), error_description: spare(z.string()) });
