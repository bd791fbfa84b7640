// Ozon's own shapes, as its specification of 2025 and the later notes on /v2/review state them. Strict in what would
// falsify a mention (id, time, stars, words), lenient in all else: numbers come as strings and the other way round.
import { z } from "zod";
import { readDate } from "../kit/dates.ts";
import { tidy } from "../kit/text.ts";

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const Prose = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? ""));
const At = z.unknown().transform((value, context) => {
  const at = readDate(value);
  if (at) return at;
  context.addIssue({ code: "custom", message: "is no date" });
  return z.NEVER;
});

/** What can be done without: in another form than expected it counts as not given. */
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
/** Comes as a string here and there. What is none is not known, which is more than none. */
const Count = spare(
  z.union([
    z.int().min(0),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ]),
);
/** "true" in one published example, true in the schema beside it. */
export const Flag = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")])
  .nullish();

/** What is asked for beside a review, which can be had though the rest of it cannot be read. */
export const Known = z.object({
  id: Id,
  /** The product that this review is about; the shown pool of reviews is that of its whole card. */
  sku: spare(Id),
  comments_amount: Count,
  photos_amount: Count,
  videos_amount: Count,
});
export type Known = z.infer<typeof Known>;

export const Review = Known.extend({
  text: Prose,
  published_at: At,
  /** 0: no stars were given. */
  rating: z.int().min(0).max(5).nullish(),
  /** The seller's own mark of work: NEW, VIEWED, UNPROCESSED or PROCESSED. Not a proof of an answer. */
  status: spare(z.string()),
});
export type Review = z.infer<typeof Review>;

/** Photos and videos, which only the answer about one review names. */
export const Gallery = z.object({
  photos: spare(z.array(z.object({ url: z.string().min(1) }))),
  videos: spare(z.array(z.object({ url: z.string().min(1), preview_url: spare(z.string()) }))),
});
export type Gallery = z.infer<typeof Gallery>;

export const Comment = z.object({
  id: Id,
  text: Prose,
  published_at: At,
  /** The seller wrote it. */
  is_owner: z.boolean().nullish(),
  parent_comment_id: spare(z.string()),
});
export type Comment = z.infer<typeof Comment>;

export const Question = z.object({
  id: Id,
  sku: spare(Id),
  text: Prose,
  published_at: At,
  author_name: spare(Prose),
  product_url: spare(z.url()),
  question_link: spare(z.url()),
  answers_count: Count,
  status: spare(z.string()),
});
export type Question = z.infer<typeof Question>;

export const QuestionAnswer = z.object({
  id: Id,
  text: Prose,
  published_at: At,
  author_name: spare(Prose),
});
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

export const Chat = z.object({
  chat: z.object({
    chat_id: Id,
    chat_status: spare(z.string()),
    chat_type: spare(z.string()),
  }),
  last_message_id: spare(Id),
  unread_count: Count,
});
export type Chat = z.infer<typeof Chat>;

export const Message = z.object({
  message_id: Id,
  created_at: At,
  data: z.array(z.string()).nullish(),
  is_image: spare(Flag),
  user: z.object({ id: spare(Id), type: z.string() }),
  context: spare(z.object({ sku: spare(Id), order_number: spare(Id) })),
});
export type Message = z.infer<typeof Message>;

export const Roles = z.object({
  roles: z.array(z.object({ name: spare(z.string()), methods: spare(z.array(z.string())) })).nullish(),
});

/** An error, in the form of gRPC: 3 invalid, 5 not found, 7 denied, 8 exhausted, 16 not signed in. */
export const Failure = z.object({ code: spare(z.number()), message: spare(z.string()) });
