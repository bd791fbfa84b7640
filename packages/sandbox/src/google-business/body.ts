// What stands on the stage, in Google's words. Members without a value are left out, as Google leaves them out.
import type { Answer, Post } from "../kit/post.ts";
import { owner, type Place } from "./places.ts";

const starWords = ["", "ONE", "TWO", "THREE", "FOUR", "FIVE"] as const;
const states = { "in-review": "PENDING", published: "APPROVED", rejected: "REJECTED" } as const;

/** When the review was last changed: lists come by this, newest first. */
export const changedAt = (post: Post): Date => post.editedAt ?? post.at;

/** The reply that stands there: the last one, since each takes the place of the one before. */
export const replyOf = (post: Post): Answer | undefined => post.answers.at(-1);

export const nameOf = (post: Post, place: Place): string => `${owner}/${place.name}/reviews/${post.id}`;

export function reviewBody(post: Post, place: Place) {
  const reply = replyOf(post);
  const comment = commentOf(post);
  return {
    name: nameOf(post, place),
    reviewId: post.id,
    reviewer:
      post.extra.isAnonymous === true
        ? { displayName: "A Google user", isAnonymous: true }
        : {
            displayName: post.author.name,
            profilePhotoUrl: `https://photos.example/${encodeURIComponent(post.author.key)}.png`,
          },
    starRating: starWords[post.stars ?? 0] || "STAR_RATING_UNSPECIFIED",
    ...(comment && { comment }),
    createTime: post.at.toISOString(),
    updateTime: changedAt(post).toISOString(),
    ...(reply && { reviewReply: replyBody(reply) }),
  };
}

/** Some readers get a machine's translation before the customer's own words. */
function commentOf({ text, extra }: Post): string {
  if (!text || extra.isTranslated !== true) return text;
  return `(Translated by Google) A machine's translation stands here.\n\n(Original)\n${text}`;
}

export const replyBody = (reply: Answer) => ({
  comment: reply.text,
  updateTime: (reply.editedAt ?? reply.at).toISOString(),
  reviewReplyState: states[reply.state],
  ...(reply.state === "rejected" && { policyViolation: violations[reply.why ?? ""] ?? "OFF_TOPIC" }),
});
const violations: Record<string, string> = {
  link: "SOLICITATION",
  email: "PERSONAL_INFORMATION",
  phone: "PERSONAL_INFORMATION",
};

/** Those fields of a location that were asked for. */
export function locationBody(place: Place, readMask: ReadonlySet<string>) {
  const whole = {
    name: place.name,
    languageCode: "ru",
    storeCode: place.name.slice(-4),
    title: place.title,
    storefrontAddress: {
      regionCode: "RU",
      languageCode: "ru",
      locality: place.locality,
      addressLines: [place.address],
    },
    metadata: {
      hasVoiceOfMerchant: place.isVerified,
      mapsUri: `https://maps.example/?cid=${place.name.slice(-4)}`,
      newReviewUri: `https://search.example/local/writereview?placeid=${place.name.slice(-4)}`,
      placeId: `demo-${place.name.slice(-4)}`,
    },
  };
  return Object.fromEntries(Object.entries(whole).filter(([field]) => readMask.has(field)));
}
export const locationFields: ReadonlySet<string> = new Set([
  ...["adWordsLocationExtensions", "categories", "labels", "languageCode", "latlng", "metadata", "moreHours"],
  ...["name", "openInfo", "phoneNumbers", "profile", "regularHours", "relationshipData", "serviceArea"],
  ...["serviceItems", "specialHours", "storeCode", "storefrontAddress", "title", "websiteUri"],
]);
