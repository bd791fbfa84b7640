// Theirs to ours: pure.
import type { FoundMention } from "@otklik/core/connector";
import { isFree, type StandingReply } from "../kit/one-reply.ts";
import { appOf, type Settings } from "./settings.ts";
import { DeveloperResponse, Review } from "./wire.ts";

/** A review as it came, and the response that the page holds for it. */
export interface Joined {
  review: unknown;
  response?: unknown;
}

/** Reviews of a page with their responses, which JSON:API puts into a list of their own. */
export function joined(reviews: readonly unknown[], included: readonly unknown[]): Joined[] {
  const responses = new Map(included.map((one) => [idOf(one), one]));
  return reviews.map((review) => {
    const id = responseIdOf(review);
    return { review, ...(id !== undefined && { response: responses.get(id) }) };
  });
}

const idOf = (resource: unknown): string | undefined => {
  const { id } = (resource ?? {}) as { id?: unknown };
  return id === undefined ? undefined : String(id);
};
const responseIdOf = (review: unknown): string | undefined =>
  Review.shape.relationships.parse((review as { relationships?: unknown } | null)?.relationships)?.response
    ?.data?.id;

/** Reads a review of this app. The function throws a ZodError when the entry is none. */
export const reviewMention =
  (settings: Settings) =>
  ({ review, response }: Joined): FoundMention => {
    const { id, attributes } = Review.parse(review);
    const reply = standingReply(response);
    return {
      kind: "review",
      externalId: id,
      url: cabinetOf(appOf(settings)),
      author: { name: attributes.reviewerNickname ?? undefined },
      title: attributes.title,
      text: attributes.body ?? "",
      rating: { stars: attributes.rating, outOf: 5 },
      product: {
        id: appOf(settings),
        name: settings.name,
        variant: attributes.appVersionString ?? undefined,
      },
      tags: attributes.territory ? [attributes.territory] : undefined,
      postedAt: attributes.createdDate,
      ownerReply: reply ? { text: reply.text, postedAt: reply.postedAt, state: reply.state } : undefined,
      canReply: isFree(reply),
    };
  };

/** Where a developer sees all of them; a review has no address of its own. From memory. */
const cabinetOf = (app: string): string =>
  `https://appstoreconnect.apple.com/apps/${app}/distribution/activity/ios/ratingsResponses`;

/** @throws ZodError when it is given and is no response */
export function standingReply(response: unknown): StandingReply | null {
  if (response === undefined) return null;
  return replyOf(DeveloperResponse.parse(response));
}

export function replyOf({ id, attributes }: DeveloperResponse): StandingReply | null {
  const { responseBody, lastModifiedDate, state } = attributes;
  if (!responseBody) return null;
  return {
    text: responseBody,
    // A state that we do not know is not yet a reply in public: it is asked about again.
    state: state ? (state === "PUBLISHED" ? "published" : "in-review") : undefined,
    externalId: id,
    postedAt: lastModifiedDate ?? undefined,
  };
}
