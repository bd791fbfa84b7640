// Yandex Market's own shapes, as its specification of July 2026 states them. Strict in what would falsify a mention,
// lenient in all else. Ids are int64 and come as strings where a number would not hold them.
import { z } from "zod";
import { readDate } from "../kit/dates.ts";
import { tidy } from "../kit/text.ts";

const Id = z.union([z.string().regex(/^\d{1,20}$/), z.int().min(0)]).transform(String);
const Prose = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? "") || undefined);
/** Words without which there is nothing to tell. */
const Words = z.string().transform(tidy).pipe(z.string().min(1));
const At = z.unknown().transform((value, context) => {
  const at = readDate(value);
  if (at) return at;
  context.addIssue({ code: "custom", message: "is no date" });
  return z.NEVER;
});
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

export const Feedback = z.object({
  feedbackId: Id,
  createdAt: At,
  needReaction: spare(z.boolean()),
  identifiers: spare(z.object({ orderId: spare(Id), offerId: spare(Prose) })),
  author: spare(Prose),
  description: z.object({ advantages: Prose, disadvantages: Prose, comment: Prose }).nullish(),
  media: spare(z.object({ photos: spare(z.array(z.string())), videos: spare(z.array(z.string())) })),
  statistics: z.object({
    rating: z.int().min(1).max(5).nullish(),
    commentsCount: z.number().min(0),
    recommended: spare(z.boolean()),
  }),
});
export type Feedback = z.infer<typeof Feedback>;

/** What moderation says of a text. */
export const Moderation = z.enum(["PUBLISHED", "UNMODERATED", "BANNED", "DELETED"]);
export type Moderation = z.infer<typeof Moderation>;

/** Whose it is: only BUSINESS is the shop itself. */
const Author = z.object({ type: z.string().nullish(), name: Prose });

export const Comment = z.object({
  id: Id,
  text: Words,
  canModify: spare(z.boolean()),
  parentId: spare(Id),
  author: spare(Author),
  status: Moderation,
  feedbackId: Id,
});
export type Comment = z.infer<typeof Comment>;

export const Question = z.object({
  questionIdentifiers: z.object({ id: Id, offerId: spare(Prose) }),
  text: Words,
  createdAt: At,
  author: spare(Author),
});
export type Question = z.infer<typeof Question>;

export const QuestionAnswer = z.object({
  id: Id,
  text: Words,
  canModify: spare(z.boolean()),
  author: spare(Author),
  status: Moderation,
  createdAt: At,
});
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

export const Chat = z.object({
  chatId: Id,
  status: spare(z.string()),
  updatedAt: At,
  context: spare(
    z.object({
      orderId: spare(Id),
      customer: spare(z.object({ name: spare(Prose), publicId: spare(Prose) })),
    }),
  ),
});
export type Chat = z.infer<typeof Chat>;

export const ChatMessage = z
  .object({
    messageId: Id,
    createdAt: At,
    sender: z.string(),
    message: Prose,
    payload: spare(z.array(z.object({ name: spare(Prose), url: z.string().min(1) }))),
  })
  .refine(({ message, payload }) => message !== undefined || payload?.length, {
    error: "holds neither words nor a file",
  });
export type ChatMessage = z.infer<typeof ChatMessage>;

/** Around every answer, errors included; a success may still say ERROR. */
export const Envelope = z.object({
  status: z.string().nullish(),
  result: z.unknown().optional(),
  errors: z
    .array(z.object({ code: z.string().nullish(), message: z.string().nullish() }))
    .nullish()
    .catch(undefined),
});

export const Paging = z.object({ paging: spare(z.object({ nextPageToken: spare(z.string()) })) });

export const Token = z.object({
  apiKey: z.object({ name: z.string(), authScopes: z.array(z.string()) }),
});

export const Campaigns = z.object({
  campaigns: z.array(
    z.object({ domain: spare(Prose), business: spare(z.object({ id: Id, name: spare(Prose) })) }),
  ),
  paging: spare(z.object({ nextPageToken: spare(z.string()) })),
});

export const Notification = z.object({
  notificationType: z.string(),
  businessId: spare(Id),
  feedbackId: spare(Id),
  commentId: spare(Id),
  chatId: spare(Id),
  messageId: spare(Id),
});
