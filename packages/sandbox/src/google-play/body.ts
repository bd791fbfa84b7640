// What stands on the stage, in Google Play's words.
import { chance } from "../chance.ts";
import type { Answer, Post } from "../kit/post.ts";

const devices = [
  { device: "demo5", productName: "demo5 (Demo Phone 5)", manufacturer: "Demo" },
  { device: "demotab", productName: "demotab (Demo Tab)", manufacturer: "Demo" },
];

export const changedAt = (post: Post): Date => post.editedAt ?? post.at;

/** The reply that stands there: the last one, since each takes the place of the one before. */
export const replyOf = (post: Post): Answer | undefined => post.answers.at(-1);

/** Seconds as a string, as JSON has 64-bit numbers of Google. */
export const timestamp = (at: Date) => ({
  seconds: String(Math.floor(at.getTime() / 1000)),
  nanos: (at.getTime() % 1000) * 1_000_000,
});

export function reviewBody(post: Post) {
  const reply = replyOf(post);
  return {
    reviewId: post.id,
    authorName: post.author.name,
    comments: [
      { userComment: userComment(post) },
      ...(reply
        ? [{ developerComment: { text: reply.text, lastModified: timestamp(reply.editedAt ?? reply.at) } }]
        : []),
    ],
  };
}

/** Title and text are joined by a tab; where one was translated, the customer's own words stand beside it. */
function userComment(post: Post) {
  const luck = chance(`device/${post.id}`);
  const { device, ...made } = luck.pick(devices);
  const version = post.version ?? "4.2.1";
  const own = `${post.title ?? ""}\t${post.text}`;
  const isTranslated = post.extra.isTranslated === true;
  return {
    text: isTranslated ? "\tA machine's translation stands here." : own,
    ...(isTranslated && { originalText: own }),
    lastModified: timestamp(changedAt(post)),
    starRating: post.stars ?? 5,
    reviewerLanguage: post.language === "ru" ? "ru_RU" : "en",
    device,
    androidOsVersion: 34,
    appVersionCode: Number(version.replaceAll(".", "")),
    appVersionName: version,
    thumbsUpCount: 0,
    thumbsDownCount: 0,
    deviceMetadata: {
      ...made,
      deviceClass: "FORM_FACTOR_PHONE",
      screenWidthPx: 1080,
      screenHeightPx: 2400,
      ramMb: 8192,
    },
  };
}
