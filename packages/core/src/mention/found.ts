import { z } from "zod";
import { Instant } from "../json.ts";
import { ReceiptState } from "../reply/receipt.ts";

export const MentionKind = z.enum(["review", "comment", "question", "message"]);
export type MentionKind = z.infer<typeof MentionKind>;

export const Rating = z.object({ stars: z.number(), outOf: z.number().positive() });
export type Rating = z.infer<typeof Rating>;

export const Media = z.object({
  kind: z.enum(["image", "video", "audio", "file"]),
  /** Never with a token in it. What no browser knows, such as `telegram:<file>`, the connector's `media` brings. */
  url: z.string(),
  previewUrl: z.string().optional(),
});
export type Media = z.infer<typeof Media>;

/** What a connector found, in the common model, before anything of ours is added. */
export const FoundMention = z.object({
  externalId: z.string().min(1),
  threadId: z.string().optional(),
  parentId: z.string().optional(),
  url: z.string(),
  kind: MentionKind,
  /** No name: anonymous. */
  author: z.object({ id: z.string().optional(), name: z.string().optional(), url: z.string().optional() }),
  title: z.string().optional(),
  text: z.string(),
  pros: z.string().optional(),
  cons: z.string().optional(),
  media: z.array(Media).optional(),
  /** BCP 47, as the network states it. */
  language: z.string().optional(),
  /** Absent: not rated; never zero. */
  rating: Rating.optional(),
  verdict: z.enum(["recommended", "not-recommended"]).optional(),
  product: z
    .object({
      id: z.string(),
      sku: z.string().optional(),
      variant: z.string().optional(),
      name: z.string().optional(),
      url: z.string().optional(),
    })
    .optional(),
  location: z.string().optional(),
  order: z.string().optional(),
  contact: z.object({ email: z.string().optional(), phone: z.string().optional() }).optional(),
  tags: z.array(z.string()).optional(),
  postedAt: Instant,
  editedAt: Instant.optional(),
  removed: z.literal(true).optional(),
  ownerReply: z
    .object({ text: z.string(), postedAt: Instant.optional(), state: ReceiptState.optional() })
    .optional(),
  canReply: z.boolean(),
  replyUntil: Instant.optional(),
});
export type FoundMention = z.infer<typeof FoundMention>;
