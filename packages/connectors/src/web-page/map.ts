import type { Unreadable } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { digest } from "@otklik/core/id";
import type { FoundMention } from "@otklik/core/mention/found";
import { readEach } from "../kit/lists.ts";
import type { MarkedReview } from "./review.ts";

const hashedText = 200; // letters: a correction further on leaves a review the same review

/**
 * A page's reviews as mentions. `source` is the address it was connected with, since ids hold it.
 * `seenAt` is the latest time at which they can have been written: it stands in for a date that the page does not give,
 * and no id is made of it, so that the next pull finds the same mention.
 */
export function mentionsFrom(
  reviews: readonly MarkedReview[],
  { source, seenAt }: { source: URL; seenAt: Date },
): { found: FoundMention[]; unreadable: Unreadable[] } {
  return readEach(withIds(reviews, source), (review) => mentionFrom(review, { source, seenAt }));
}

type Identified = MarkedReview & Pick<FoundMention, "externalId">;

function mentionFrom(
  { id, url, media, postedAt, ...said }: Identified,
  { source, seenAt }: { source: URL; seenAt: Date },
): FoundMention {
  if (!said.text && !said.title && !said.pros && !said.cons && !said.rating) {
    throw new Refusal("unreadable", {
      ru: "В этом отзыве нет ни слов, ни оценки.",
      en: "This review has neither words nor a rating.",
    });
  }
  return {
    ...said,
    url: url ?? id ?? source.href,
    kind: "review",
    ...(media.length > 0 && { media }),
    postedAt: postedAt ?? seenAt,
    canReply: false,
  };
}

/**
 * The page's own id of a review where no other review claims it, else a hash over what seldom changes. Reviews that
 * hash alike, such as two of nameless raters on one day, are counted through.
 */
function withIds(reviews: readonly MarkedReview[], source: URL): Identified[] {
  const claims = new Map<string, number>();
  for (const { id } of reviews) if (id) claims.set(id, (claims.get(id) ?? 0) + 1);
  const hashes = new Map<string, number>();
  return reviews.map((review) => {
    if (review.id && claims.get(review.id) === 1) return { ...review, externalId: review.id };
    const hash = digest(lasting(review, source));
    const before = hashes.get(hash) ?? 0;
    hashes.set(hash, before + 1);
    return { ...review, externalId: before === 0 ? hash : `${hash}-${before + 1}` };
  });
}

function lasting({ author, postedAt, text, rating }: MarkedReview, source: URL): string[] {
  const parts = [
    source.href,
    author.name ?? "",
    postedAt?.toISOString().slice(0, 10) ?? "",
    text.slice(0, hashedText),
  ];
  const isFaceless = !author.name && text === "";
  return isFaceless && rating ? [...parts, String(rating.stars)] : parts;
}
