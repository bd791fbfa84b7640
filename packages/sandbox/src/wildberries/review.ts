// A review as the network keeps it, and the network's own rules about it.
import { z } from "zod";
import { productOf, seller } from "./catalog.ts";

const DAY_MS = 86_400_000;

export const Answer = z.object({
  text: z.string(),
  /** When this wording was sent; moderation counts from here. */
  sentAt: z.coerce.date(),
  /** When the first wording was sent; the term for editing counts from here. */
  firstSentAt: z.coerce.date(),
  edits: z.number(),
  /** Moderation was told to turn it down, whatever it says. */
  isDoomed: z.boolean().optional(),
});
export type Answer = z.infer<typeof Answer>;

export const Photo = z.object({ fullSize: z.string(), miniSize: z.string() });

export const Review = z.object({
  id: z.string(),
  createdAt: z.coerce.date(),
  boughtAt: z.coerce.date(),
  userName: z.string(),
  nmId: z.number(),
  stars: z.number(),
  text: z.string(),
  pros: z.string(),
  cons: z.string(),
  tags: z.array(z.string()),
  /** An address beginning with a slash is the sandbox's own. */
  photos: z.array(Photo),
  orderStatus: z.enum(["buyout", "rejected", "returned", "notSpecified"]),
  parentId: z.string().nullable(),
  childId: z.string().nullable(),
  answer: Answer.nullable(),
});
export type Review = z.infer<typeof Review>;

/**
 * True once a review has left the seller's working list: it is answered, or has waited for 30 days, or has
 * nothing to answer to. Source: the description of GET /api/v1/feedbacks/archive in Wildberries' specification;
 * we take the "pros" and "cons" lines for text.
 */
export function isArchived(review: Review, now: Date): boolean {
  if (review.answer) return true;
  if (now.getTime() - review.createdAt.getTime() >= 30 * DAY_MS) return true;
  return !review.text && !review.pros && !review.cons && review.photos.length === 0;
}

/** True where moderation would not let an answer through: it sends the buyer elsewhere, by link, e-mail or phone. */
export function isForbidden(text: string): boolean {
  const link = /https?:\/\/|\bwww\.|\bt\.me\/|[\p{L}\d-]+\.(ru|com|net|org|shop|me|рф)(?![\p{L}\d])/iu;
  const email = /[\p{L}\d._-]+@[\p{L}\d-]+\.\p{L}{2,}/iu;
  const phone = /(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b/u;
  return [link, email, phone].some((pattern) => pattern.test(text));
}

export type AnswerState = "reviewRequired" | "wbRu" | "rejected";

export function answerState(answer: Answer, { now, moderationMs }: Moderation): AnswerState {
  if (now.getTime() - answer.sentAt.getTime() < moderationMs) return "reviewRequired";
  return answer.isDoomed || isForbidden(answer.text) ? "rejected" : "wbRu";
}

export interface Moderation {
  now: Date;
  /** How long an answer is looked at before buyers see it. */
  moderationMs: number;
}

/** An answer may be edited once, within 60 days of its first sending. Source: PATCH in the specification. */
export function isEditable(answer: Pick<Answer, "edits" | "firstSentAt">, now: Date): boolean {
  return answer.edits === 0 && now.getTime() - answer.firstSentAt.getTime() < 60 * DAY_MS;
}

/** Reviews carry Moscow time with its offset: 2024-09-26T10:20:48+03:00. */
const moscow = (at: Date) => `${new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 19)}+03:00`;

/** The review as the API gives it. `base` is where the sandbox's own photographs are. */
export function wireReview(review: Review, view: Moderation & { base: string }) {
  const product = productOf(review.nmId);
  const absolute = (address: string) => (address.startsWith("/") ? view.base + address : address);
  return {
    id: review.id,
    text: review.text,
    pros: review.pros,
    cons: review.cons,
    productValuation: review.stars,
    createdDate: moscow(review.createdAt),
    answer: review.answer && {
      text: review.answer.text,
      state: answerState(review.answer, view),
      editable: isEditable(review.answer, view.now),
    },
    state: review.answer ? "wbRu" : "none",
    productDetails: {
      imtId: product.imtId,
      nmId: product.nmId,
      productName: product.name,
      supplierArticle: product.article,
      supplierName: seller.name,
      brandName: seller.brand,
      size: product.size,
    },
    video: null,
    wasViewed: review.answer !== null,
    photoLinks:
      review.photos.length === 0
        ? null
        : review.photos.map(({ fullSize, miniSize }) => ({
            fullSize: absolute(fullSize),
            miniSize: absolute(miniSize),
          })),
    userName: review.userName,
    orderStatus: review.orderStatus,
    matchingSize: "",
    isAbleSupplierFeedbackValuation: false,
    supplierFeedbackValuation: 0,
    isAbleSupplierProductValuation: false,
    supplierProductValuation: 0,
    isAbleReturnProductOrders: false,
    returnProductOrdersDate: null,
    bables: review.tags.length === 0 ? null : review.tags,
    lastOrderShkId: Math.floor(review.boughtAt.getTime() / 1000),
    lastOrderCreatedAt: moscow(review.boughtAt),
    color: "",
    subjectId: product.subjectId,
    subjectName: product.subjectName,
    parentFeedbackId: review.parentId,
    childFeedbackId: review.childId,
  };
}
