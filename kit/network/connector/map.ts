// From Example Reviews' shapes to ours.
import type { FoundMention, Receipt } from "@otklik/core/connector";
import { Review } from "./wire.ts";

const states = { review: "in-review", published: "published", rejected: "rejected" } as const;

/** @throws ZodError when it is no review */
export function reviewMention(entry: unknown): FoundMention {
  const { id, author, stars, text, created_at, updated_at, product, reply } = Review.parse(entry);
  return {
    externalId: id,
    url: `https://reviews.example/r/${encodeURIComponent(id)}`,
    kind: "review",
    author: { ...(author?.id && { id: author.id }), ...(author?.name && { name: author.name }) },
    text: text ?? "",
    ...(stars && { rating: { stars, outOf: 5 } }),
    ...(product && { product: { id: product.id, ...(product.name && { name: product.name }) } }),
    postedAt: created_at,
    ...(updated_at > created_at && { editedAt: updated_at }),
    ...(reply && { ownerReply: { text: reply.text, state: states[reply.state] } }),
    canReply: true,
  };
}

/** What stands under a review, if it is our text. */
export function receiptOf(text: string, { reply }: Review): Receipt | null {
  if (!reply || reply.text.trim() !== text.trim()) return null;
  if (reply.state !== "rejected") return { state: states[reply.state] };
  return {
    state: "rejected",
    why: { ru: "Модерация не пропустила ответ.", en: "Moderation turned the reply down." },
  };
}
