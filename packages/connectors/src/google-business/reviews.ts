// Reading reviews. There is no filter by date: they come by the time of their last change, newest first.
import type { Account, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { changedFault, hasOtherList } from "../kit/changed.ts";
import { googleErrorOf } from "../kit/google.ts";
import { readJson } from "../kit/json.ts";
import type { Came, NewestFirst } from "../kit/newest-first.ts";
import { reviewMention } from "./map.ts";
import { faultFrom, hosts, read, send, title } from "./requests.ts";
import { resourceOf, type Settings } from "./settings.ts";
import { Review, ReviewsPage } from "./wire.ts";

const mostInPage = 50;

/** A location's reviews, in pages of this size. */
export const reviewsOf = (
  { account, settings }: { account: Account | null; settings: Settings },
  tools: Tools,
  size = mostInPage,
): NewestFirst => ({
  network: title,
  size,
  read: (mark) => readPage({ account, settings, size }, mark, tools),
  map: reviewMention(settings),
});

async function readPage(
  { account, settings, size }: { account: Account | null; settings: Settings; size: number },
  mark: string | null,
  tools: Tools,
): Promise<Came | null> {
  const response = await listed({ account, settings, size }, mark, tools);
  if (!response.ok) {
    const error = await googleErrorOf(response);
    // A page token lives for a while only.
    if (mark !== null && error.status === "INVALID_ARGUMENT") return null;
    if (response.status === 404) throw notFound(settings);
    const fault = faultFrom(response, error, tools);
    if (fault.kind !== "refused") throw fault;
    throw changedFault(
      title,
      { ru: `отзывы не отдаются, ответ ${response.status}`, en: `it answers ${response.status} for reviews` },
      error.message,
    );
  }
  const body = await readJson(response, { network: title });
  const page = read(ReviewsPage, body);
  const { reviews: entries = [], averageRating, totalReviewCount, nextPageToken } = page;
  if (!page.reviews && (hasOtherList(body) || (mark === null && (totalReviewCount ?? 0) > 0)))
    throw changedFault(title, { ru: "в ответе нет отзывов", en: "its answer holds no reviews" });
  return {
    entries,
    next: nextPageToken || null,
    total: totalReviewCount ?? undefined,
    standing:
      averageRating && totalReviewCount
        ? { average: averageRating, outOf: 5, count: totalReviewCount }
        : undefined,
  };
}

/** Google answers 404 for a location that is there, now and then: it is asked twice. */
async function listed(
  { account, settings, size }: { account: Account | null; settings: Settings; size: number },
  mark: string | null,
  tools: Tools,
): Promise<Response> {
  const call = {
    host: hosts.reviews,
    path: `/v4/${resourceOf(settings)}/reviews`,
    query: { pageSize: size, orderBy: "updateTime desc", pageToken: mark ?? undefined },
  };
  const first = await send(account, tools, call);
  return first.status === 404 ? send(account, tools, call) : first;
}

const notFound = ({ name, location }: Settings): NetworkFault =>
  new NetworkFault("unavailable", {
    ru: `Google не находит точку «${name ?? location}». Иногда это проходит само; если её удалили или передали другому аккаунту, подключите её заново.`,
    en: `Google does not find the location "${name ?? location}". Sometimes that passes by itself; if it was deleted or moved to another account, connect it anew.`,
  });

/** One review by its id. @throws NetworkFault "gone" where there is none, and as its status says */
export async function reviewById(
  { account, settings }: { account: Account | null; settings: Settings },
  id: string,
  tools: Tools,
): Promise<unknown> {
  const path = `/v4/${resourceOf(settings)}/reviews/${encodeURIComponent(id)}`;
  const response = await send(account, tools, { host: hosts.reviews, path });
  if (response.ok) return readJson(response, { network: title });
  if (response.status === 404) throw noReview();
  throw faultFrom(response, await googleErrorOf(response), tools);
}

export const noReview = (): NetworkFault =>
  new NetworkFault("gone", {
    ru: "Этого отзыва в Google больше нет.",
    en: "This review is no longer at Google.",
  });

export const parsedReview = (entry: unknown): Review => read(Review, entry);
