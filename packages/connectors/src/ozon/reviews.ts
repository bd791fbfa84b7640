// Reviews, and what buyers and the shop wrote below them.
import type { Account, Said, Tools } from "@otklik/core/connector";
import { readJson } from "../kit/json.ts";
import { excerptOf, readEach } from "../kit/lists.ts";
import { commentMention, commentsIn, reviewMention } from "./map.ts";
import {
  type Asking,
  cameOf,
  isWanted,
  noSuchList,
  type Read,
  refuseUnreadable,
  since,
  until,
  whereIn,
} from "./page.ts";
import { failureOf, faultBy, fewAtATime, type List, listPage, send, title } from "./requests.ts";
import type { Ask } from "./walk.ts";
import { Gallery, Known, Review } from "./wire.ts";

const mostReviews = 100; // 20 to 100

/** A page of reviews with the comments under each; by the method without dates where the other is not there. */
export async function readReviews(
  asking: Asking,
  asked: Ask & { isOld?: boolean | undefined },
): Promise<Read> {
  const newer = asked.isOld ? null : await newList(asking, asked);
  const isOld = newer === null;
  const list = newer ?? (await oldList(asking, asked));
  if (!list) throw noSuchList("/v1/review/list");
  const entries = list.entries.filter(isWanted(asking.settings));
  const hanging = new Map(
    await fewAtATime(entries, async (entry) => [entry, await hangingOn(asking, entry, isOld)] as const),
  );
  const reviews = readEach(
    entries,
    (entry) => {
      const { comments, gallery } = hanging.get(entry) ?? {};
      return reviewMention(entry, { comments: commentsIn(comments ?? []), gallery });
    },
    whereIn("reviews", asked.page),
  );
  refuseUnreadable(entries, reviews.unreadable);
  const below = [...hanging.values()]
    .filter((one) => one !== null)
    .map(({ review, comments }) =>
      comments
        ? readEach(comments, (one) => commentMention(one, { review, comments: commentsIn(comments) }))
        : { found: [], unreadable: [{ excerpt: excerptOf(review), why: noComments }] },
    );
  const all = [reviews, ...below];
  return {
    found: all.flatMap(({ found }) => found),
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    came: { ...cameOf(list, Review), isOld },
  };
}

function newList({ account, tools }: Asking, { after, from, to }: Ask): Promise<List | null> {
  const filters = {
    ...(from !== undefined && { published_from: since(from) }),
    ...(to !== undefined && { published_to: until(to) }),
  };
  const body = {
    limit: mostReviews,
    last_id: after ?? "",
    sort_dir: "DESC",
    ...(Object.keys(filters).length > 0 && { filters }),
  };
  return listPage(account, tools, { path: "/v2/review/list", body, name: "reviews" });
}

function oldList({ account, tools }: Asking, { after }: Ask): Promise<List | null> {
  const body = { limit: mostReviews, last_id: after ?? "", sort_dir: "DESC", status: "ALL" };
  return listPage(account, tools, { path: "/v1/review/list", body, name: "reviews" });
}

interface Hanging {
  review: Known;
  /** null: they could not be had. */
  comments: unknown[] | null;
  gallery?: Gallery | undefined;
}

/** Comments and pictures of a review, asked for where it says that there are some, or does not say. */
async function hangingOn(
  { account, tools }: Asking,
  entry: unknown,
  isOld: boolean,
): Promise<Hanging | null> {
  const review = Known.safeParse(entry).data;
  if (!review) return null;
  const comments = review.comments_amount === 0 ? [] : await commentsUnder(account, tools, review.id);
  if (review.photos_amount === 0 && review.videos_amount === 0) return { review, comments };
  const info = await reviewById(account, tools, { id: review.id, isOld });
  return { review, comments, gallery: Gallery.safeParse(info).data };
}

/** One review, unread; null: Ozon has none of this id. Throws a NetworkFault. */
export async function reviewById(
  account: Account | null,
  tools: Tools,
  { id, isOld = false }: { id: string; isOld?: boolean },
): Promise<unknown> {
  const path = `/v${isOld ? 1 : 2}/review/info`;
  const response = await send(account, tools, { path, body: { review_id: id } });
  if (response.ok) return readJson(response, { network: title });
  const failure = await failureOf(response);
  if (response.status !== 404) throw faultBy(response, tools, failure);
  // Without words there is no such method, rather than no such review.
  return isOld || failure.message ? null : reviewById(account, tools, { id, isOld: true });
}

const mostComments = 100; // 20 to 100

/** All comments that have passed moderation, oldest first, unread; null: no such review. Throws a NetworkFault. */
export async function commentsUnder(
  account: Account | null,
  tools: Tools,
  reviewId: string,
): Promise<unknown[] | null> {
  const comments: unknown[] = [];
  for (;;) {
    const body = { review_id: reviewId, limit: mostComments, offset: comments.length, sort_dir: "ASC" };
    const page = await listPage(account, tools, { path: "/v1/review/comment/list", body, name: "comments" });
    if (!page) return null;
    comments.push(...page.entries);
    if (page.entries.length < mostComments) return comments;
  }
}

const noComments: Said = {
  ru: "Ozon не отдал комментарии под этим отзывом",
  en: "Ozon did not give the comments under this review",
};
