// Theirs to ours: pure.
import type { FoundMention, Receipt, Told } from "@otklik/core/connector";
import { isFree, type StandingReply } from "../kit/one-reply.ts";
import { locationOf, type Settings } from "./settings.ts";
import { Review, type ReviewReply } from "./wire.ts";

const cabinet = "https://business.google.com/reviews"; // reviews have no address of their own

/** Reads a review of this location. The function throws a ZodError when the entry is none. */
export const reviewMention =
  (settings: Settings) =>
  (entry: unknown): FoundMention => {
    const { reviewer, starRating, comment, ...review } = Review.parse(entry);
    const reply = standingReply(review.reviewReply);
    const isEdited = review.updateTime && review.updateTime > review.createTime;
    return {
      kind: "review",
      externalId: review.reviewId,
      url: settings.url ?? cabinet,
      author: { name: reviewer?.isAnonymous ? undefined : (reviewer?.displayName ?? undefined) },
      text: comment ? originalOf(comment) : "",
      rating: starRating ? { stars: starRating, outOf: 5 } : undefined,
      location: settings.name ?? locationOf(settings),
      postedAt: review.createTime,
      editedAt: isEdited ? (review.updateTime ?? undefined) : undefined,
      ownerReply: reply ? { text: reply.text, postedAt: reply.postedAt, state: reply.state } : undefined,
      canReply: settings.verified !== false && isFree(reply),
    };
  };

/**
 * The customer's own words: Google puts a machine translation before or after them, each under a heading of its own.
 * From memory, not in the saved contract; a text without the headings stays as it is.
 */
export function originalOf(comment: string): string {
  const before = /^\(Translated by Google\)[\s\S]*?\n\(Original\)\s*(?<original>[\s\S]+)$/.exec(comment);
  const after = /^(?<original>[\s\S]+?)\n\s*\(Translated by Google\)\s*[\s\S]*$/.exec(comment);
  return (before ?? after)?.groups?.original?.trim() ?? comment;
}

// A state that we do not know is not yet a reply in public: it is asked about again.
const states: Record<string, StandingReply["state"]> = {
  APPROVED: "published",
  PENDING: "in-review",
  REJECTED: "rejected",
};

export function standingReply(reply: ReviewReply | null | undefined): StandingReply | null {
  if (!reply?.comment) return null;
  const { comment, updateTime, reviewReplyState: state, policyViolation } = reply;
  return {
    text: originalOf(comment),
    state: state ? (states[state] ?? "in-review") : undefined,
    why: violation(policyViolation),
    postedAt: updateTime ?? undefined,
  };
}

/** What became of a reply that Google has just taken. */
export function receiptOf({ state, why }: StandingReply): Receipt {
  if (state === "rejected") return { state, why: why ?? noReason };
  return { state: state ?? "published" };
}

const noReason: Told = {
  ru: "Google отклонил ответ и не сказал почему.",
  en: "Google rejected the reply and did not say why.",
};

/** Google's constant in words, such as "PERSONAL_INFORMATION". */
function violation(given: unknown): Told | undefined {
  const named = typeof given === "string" ? given : JSON.stringify(given ?? null);
  const words = named.match(/[A-Z][A-Z0-9_]{2,}/g)?.map((word) => word.replaceAll("_", " ").toLowerCase());
  if (!words) return undefined;
  const reasons = [...new Set(words)].join(", ");
  return {
    ru: `Google отклонил ответ, потому что он нарушает правила: ${reasons}.`,
    en: `Google rejected the reply since it breaks its rules: ${reasons}.`,
  };
}
