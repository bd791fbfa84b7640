// One page of a stream, with what hangs on its entries: comments, answers, photos, messages.
import type { Account, Page, PlacedMention, Range, Tools, Unreadable } from "@otklik/core/connector";
import { z } from "zod";
import { readJson } from "../kit/json.ts";
import { readEach } from "../kit/lists.ts";
import { readChats } from "./chats.ts";
import { commentMention, commentsIn, questionMention, reviewMention } from "./map.ts";
import {
  changed,
  digits,
  failureOf,
  faultBy,
  fewAtATime,
  type List,
  listPage,
  nextOf,
  send,
  title,
} from "./requests.ts";
import type { Settings } from "./settings.ts";
import type { Ask, Came } from "./walk.ts";
import { type Chat, Gallery, Known, Question, Review } from "./wire.ts";

export interface Asking {
  account: Account | null;
  settings: Settings;
  tools: Tools;
}
export type Read = Pick<Page, "found" | "unreadable"> & { came: Came };

/** The page that `asked` names; `isOld`: reviews by the method without dates. Throws a NetworkFault. */
export async function readPage(
  asking: Asking,
  asked: Ask & { isOld?: boolean | undefined; isDue?(chat: Chat): boolean },
): Promise<Read> {
  if (asked.stream === "chats") return readChats(asking, asked);
  return asked.stream === "reviews" ? readReviews(asking, asked) : readQuestions(asking, asked);
}

const mostReviews = 100; // 20 to 100

async function readReviews(asking: Asking, asked: Ask & { isOld?: boolean | undefined }): Promise<Read> {
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
      const { comments = [], gallery } = hanging.get(entry) ?? {};
      return reviewMention(entry, { comments: commentsIn(comments), gallery });
    },
    whereIn("reviews", asked.page),
  );
  refuseUnreadable(entries, reviews.unreadable);
  const below = [...hanging.values()].map(({ review, comments }) =>
    readEach(comments, (one) =>
      review ? commentMention(one, { review, comments: commentsIn(comments) }) : [],
    ),
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
    ...(from !== undefined && { published_from: new Date(from).toISOString() }),
    ...(to !== undefined && { published_to: new Date(to).toISOString() }),
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
  review?: Known;
  comments: unknown[];
  gallery?: Gallery | undefined;
}

/** Comments and pictures of a review, asked for where it says that there are some, or does not say. */
async function hangingOn({ account, tools }: Asking, entry: unknown, isOld: boolean): Promise<Hanging> {
  const review = Known.safeParse(entry).data;
  if (!review) return { comments: [] };
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

/** All comments that have passed moderation, oldest first, unread. Throws a NetworkFault. */
export async function commentsUnder(
  account: Account | null,
  tools: Tools,
  reviewId: string,
): Promise<unknown[]> {
  const comments: unknown[] = [];
  for (;;) {
    const body = { review_id: reviewId, limit: mostComments, offset: comments.length, sort_dir: "ASC" };
    const page = await listPage(account, tools, { path: "/v1/review/comment/list", body, name: "comments" });
    comments.push(...(page?.entries ?? []));
    if (!page || page.entries.length < mostComments) return comments;
  }
}

async function readQuestions(asking: Asking, { after, from, to, page }: Ask): Promise<Read> {
  const { account, tools, settings } = asking;
  const filter = {
    status: "ALL",
    ...(from !== undefined && { date_from: new Date(from).toISOString() }),
    ...(to !== undefined && { date_to: new Date(to).toISOString() }),
  };
  const path = "/v1/question/list";
  const list = await listPage(account, tools, {
    path,
    body: { filter, last_id: after ?? "" },
    name: "questions",
  });
  if (!list) throw noSuchList(path);
  const entries = list.entries.filter(isWanted(settings));
  const answers = new Map(
    await fewAtATime(entries, async (entry) => [entry, await answersOn(asking, entry)] as const),
  );
  const read = readEach(
    entries,
    (entry) => questionMention(entry, { answers: answers.get(entry) ?? [], shopName: settings.shopName }),
    whereIn("questions", page),
  );
  refuseUnreadable(entries, read.unreadable);
  return { ...read, came: cameOf(list, Question) };
}

async function answersOn({ account, tools }: Asking, entry: unknown): Promise<unknown[]> {
  const question = Question.safeParse(entry).data;
  if (!question?.sku || question.answers_count === 0) return [];
  return answersUnder(account, tools, { id: question.id, sku: question.sku });
}

/** All answers to a question, unread. Throws a NetworkFault. */
export async function answersUnder(
  account: Account | null,
  tools: Tools,
  { id, sku }: { id: string; sku: string },
): Promise<unknown[]> {
  const answers: unknown[] = [];
  let after: string | null = "";
  while (after !== null) {
    const body = { question_id: id, sku: digits(sku), last_id: after };
    const page = await listPage(account, tools, { path: "/v1/question/answer/list", body, name: "answers" });
    answers.push(...(page?.entries ?? []));
    const next: string | null = page && nextOf(page, "last_id");
    after = next === after ? null : next;
  }
  return answers;
}

const Sku = z.object({ sku: z.union([z.string(), z.number()]).transform(String) });

/** Of chosen products only those; an entry that does not tell its product is not passed over. */
const isWanted =
  ({ skus = [] }: Settings) =>
  (entry: unknown): boolean => {
    const { success, data } = Sku.safeParse(entry);
    return skus.length === 0 || !success || skus.includes(data.sku);
  };

export const whereIn = (list: string, page: number) => (index: number) => ({
  ru: `${list}, страница ${page + 1}, запись ${index + 1}`,
  en: `${list}, page ${page + 1}, entry ${index + 1}`,
});

/** @throws NetworkFault "changed" when of several entries none could be read */
export function refuseUnreadable(entries: readonly unknown[], unreadable: readonly Unreadable[]): void {
  if (entries.length < 2 || unreadable.length < entries.length) return;
  throw changed(
    {
      ru: `не прочиталась ни одна запись из ${entries.length}`,
      en: `none of ${entries.length} entries could be read`,
    },
    unreadable[0]?.why,
  );
}

function cameOf(list: List, schema: typeof Review | typeof Question): Came {
  const times = list.entries.flatMap((entry) => schema.safeParse(entry).data?.published_at.getTime() ?? []);
  return {
    rows: list.entries.length,
    next: nextOf(list, "last_id"),
    newest: times.length === 0 ? null : Math.max(...times),
  };
}

const noSuchList = (path: string) =>
  changed({ ru: `метода ${path} больше нет`, en: `there is no method ${path} any more` });

/** What was posted in a stretch of time. */
export const postedWithin = (found: readonly PlacedMention[], { since, until }: Range): PlacedMention[] =>
  found.filter(({ postedAt }) => postedAt >= since && postedAt < until);
