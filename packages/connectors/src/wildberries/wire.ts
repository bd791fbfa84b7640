// Wildberries' own shapes, as its public specification of July 2026 states them. Strict in what would falsify a review
// (its id, time, stars and answer), lenient in all else: what is not needed may come in any form or not at all.
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

/** What a review can do without: in another form than expected it counts as not given. */
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const Product = z.object({
  nmId: spare(Id),
  productName: spare(Prose),
  supplierArticle: spare(Prose),
  size: spare(Prose),
});

const Answer = z.object({
  text: Prose,
  state: z.string().nullish(),
  editable: spare(z.boolean()),
  createDate: spare(At),
});

const Attachment = z.object({ downloadID: spare(Id), url: spare(z.url()) });

export const Review = z.object({
  id: Id,
  text: Prose,
  pros: Prose,
  cons: Prose,
  /** 0: no stars were given. */
  productValuation: z.int().min(0).max(5).nullish(),
  createdDate: At,
  answer: Answer.nullish(),
  productDetails: spare(Product),
  photoLinks: spare(z.array(z.object({ fullSize: z.string().min(1), miniSize: spare(z.string()) }))),
  video: spare(z.object({ link: z.string().min(1), previewImage: spare(z.string()) })),
  userName: spare(Prose),
  /** What the buyer ticked; the spelling is theirs. */
  bables: spare(z.array(z.string())),
  color: spare(Prose),
  lastOrderShkId: spare(Id),
  /** The first review, where this one adds to it. */
  parentFeedbackId: spare(Id),
});
export type Review = z.infer<typeof Review>;

export const Question = z.object({
  id: Id,
  text: Prose,
  createdDate: At,
  state: z.string().nullish(),
  answer: Answer.nullish(),
  productDetails: spare(Product),
});
export type Question = z.infer<typeof Question>;

/** What happened in a chat. Times are unix milliseconds here. */
export const ChatEvent = z.object({
  eventID: Id,
  chatID: Id,
  eventType: spare(z.string()),
  sender: z.enum(["client", "seller", "wb"]),
  addTimestamp: At,
  clientName: spare(Prose),
  message: spare(
    z.object({
      text: spare(Prose),
      attachments: spare(
        z.object({
          goodCard: spare(z.object({ nmID: spare(Id), rid: spare(Id), size: spare(Prose) })),
          images: spare(z.array(Attachment)),
          files: spare(z.array(Attachment)),
        }),
      ),
    }),
  ),
});
export type ChatEvent = z.infer<typeof ChatEvent>;

export const Chat = z.object({ chatID: Id, replySign: z.string().min(1) });

/** Around every answer of the chats' service. */
export const ChatAnswer = z.object({ result: z.unknown(), errors: z.array(z.string()).nullish() });

/** Who the token's seller is. */
export const Seller = z.object({ name: spare(Prose), tradeMark: spare(Prose) });

/** Around every answer of the reviews' own service, errors included. */
export const Envelope = z.object({
  data: z.unknown(),
  error: z.boolean().nullish(),
  errorText: z.string().nullish(),
});
export type Envelope = z.infer<typeof Envelope>;

/** An error of the gateway before it (`application/problem+json`). */
export const Problem = z.object({ title: z.string().nullish(), detail: z.string().nullish() });
