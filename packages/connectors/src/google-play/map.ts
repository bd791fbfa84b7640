// Theirs to ours: pure.
import type { FoundMention } from "@otklik/core/connector";
import { isFree, type StandingReply } from "../kit/one-reply.ts";
import { tidy } from "../kit/text.ts";
import { packageOf, type Settings } from "./settings.ts";
import { Review, type UserComment } from "./wire.ts";

/** Reads a review of this app. The function throws when the entry is none. */
export const reviewMention =
  (settings: Settings) =>
  (entry: unknown): FoundMention => {
    const review = Review.parse(entry);
    const said = review.comments.findLast(({ userComment }) => userComment)?.userComment;
    if (!said) throw new TypeError("holds no comment of the customer");
    const reply = standingReply(review);
    const { title, text } = wordsOf(said);
    const app = packageOf(settings);
    const device = said.deviceMetadata?.productName ?? said.device;
    return {
      kind: "review",
      externalId: review.reviewId,
      url: storeLinkOf(app, review.reviewId),
      author: { name: review.authorName ?? undefined },
      title,
      text,
      language: said.reviewerLanguage?.replaceAll("_", "-") || undefined,
      rating: said.starRating ? { stars: said.starRating, outOf: 5 } : undefined,
      product: { id: app, name: settings.name, variant: said.appVersionName ?? undefined },
      tags: device ? [device] : undefined,
      // When it was first written Google does not tell: this is the time of the words as they stand.
      postedAt: said.lastModified,
      ownerReply: reply ? { text: reply.text, postedAt: reply.postedAt, state: reply.state } : undefined,
      canReply: isFree(reply),
    };
  };

/** The store's own page of one review. From memory: without the review's part it is the app's page. */
const storeLinkOf = (app: string, id: string): string =>
  `https://play.google.com/store/apps/details?id=${encodeURIComponent(app)}&reviewId=${encodeURIComponent(id)}`;

/** The customer's own words: what Google has translated is left aside, and a tab parts the title from the text. */
function wordsOf({ text, originalText }: UserComment): { title: string | undefined; text: string } {
  const own = originalText.trim() ? originalText : text;
  const tab = own.indexOf("\t");
  if (tab < 0) return { title: undefined, text: tidy(own) };
  return { title: tidy(own.slice(0, tab)) || undefined, text: tidy(own.slice(tab + 1)) };
}

/** The developer's reply; Google Play shows it at once, without moderation. */
export function standingReply({ comments }: Review): StandingReply | null {
  const said = comments.findLast(({ developerComment }) => developerComment)?.developerComment;
  return said?.text
    ? { text: said.text, state: "published", postedAt: said.lastModified ?? undefined }
    : null;
}
