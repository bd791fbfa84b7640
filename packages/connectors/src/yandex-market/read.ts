// One page of Yandex Market: a list, and what hangs on its entries and is told apart from them.
import type { Account, PlacedMention, Said, Tools, Unreadable } from "@otklik/core/connector";
import type { ZodType } from "zod";
import { int64 } from "../kit/json.ts";
import { readEach } from "../kit/lists.ts";
import { chatMentions, feedbackMentions, questionMention } from "./map.ts";
import { changed, listPage } from "./requests.ts";
import type { Ask } from "./walk.ts";
import { Chat, ChatMessage, Comment, Feedback, Question, QuestionAnswer } from "./wire.ts";

/** Entries in a page: each may take a request more, and a page is to be done within a call. */
const pageLimit = 20;
const mostSubPages = 200;

export interface Place {
  account: Account | null;
  businessId: string;
  tools: Tools;
  /** What stands for the time of a comment that was written after the last walk; earlier ones take their review's. */
  seenAt: (review: Date) => Date;
}

export interface Read {
  found: PlacedMention[];
  unreadable: Unreadable[];
  entries: number;
  token: string | undefined;
}

/** Reads the page that is asked for. @throws NetworkFault */
export async function readPage(ask: Ask, place: Place): Promise<Read> {
  if (ask.step === "chats") return readChats(ask, place);
  return ask.step.startsWith("reviews") ? readFeedbacks(ask, place) : readQuestions(ask, place);
}

const iso = (seconds: number, milliseconds = 0): string =>
  new Date(seconds * 1000 + milliseconds).toISOString();
const dayOf = (seconds: number): string => iso(seconds).slice(0, 10);

async function readFeedbacks({ step, from, to, token }: Ask, place: Place): Promise<Read> {
  const body =
    from === undefined || to === undefined
      ? { reactionStatus: "NEED_REACTION" }
      : { dateTimeFrom: iso(from, -1), dateTimeTo: iso(to, 1000) }; // both ends are excluded
  const page = await listPage(place.account, place.tools, {
    path: `/v2/businesses/${place.businessId}/goods-feedback`,
    query: { limit: pageLimit, pageToken: token },
    body,
    list: "feedbacks",
  });
  return { ...(await withComments(page.entries, place, step)), token: page.token };
}

/** Reviews as they came, each with its comments. */
export async function withComments(
  entries: readonly unknown[],
  place: Place,
  list: string,
): Promise<Omit<Read, "token">> {
  const { found: reviews, unreadable } = parseEach(entries, Feedback, whereIn(list));
  const found: PlacedMention[] = [];
  for (const review of reviews) {
    const comments =
      review.statistics.commentsCount > 0
        ? await subEntries(place, "comments", {
            path: "goods-feedback/comments",
            body: { feedbackId: int64(review.feedbackId) },
          })
        : [];
    const read = parseEach(comments, Comment, commentOf(review.feedbackId));
    unreadable.push(...read.unreadable);
    const below = {
      comments: read.found,
      businessId: place.businessId,
      seenAt: place.seenAt(review.createdAt),
    };
    found.push(...feedbackMentions(review, below));
  }
  return { found, unreadable, entries: entries.length };
}

async function readQuestions({ step, from, to, token }: Ask, place: Place): Promise<Read> {
  const isNeeded = from === undefined || to === undefined;
  const page = await listPage(place.account, place.tools, {
    path: `/v1/businesses/${place.businessId}/goods-questions`,
    query: { limit: pageLimit, pageToken: token },
    body: isNeeded ? { needAnswer: true } : { dateFrom: dayOf(from), dateTo: dayOf(to) },
    list: "questions",
  });
  const { found: questions, unreadable } = parseEach(page.entries, Question, whereIn(step));
  const found: PlacedMention[] = [];
  for (const question of questions) {
    const { id } = question.questionIdentifiers;
    const answers = isNeeded
      ? null
      : await subEntries(place, "answers", {
          path: "goods-questions/answers",
          body: { questionId: int64(id) },
          version: "v1",
        });
    const read = parseEach(answers ?? [], QuestionAnswer, answerTo(id));
    unreadable.push(...read.unreadable);
    found.push(questionMention(question, { answers: answers && read.found, businessId: place.businessId }));
  }
  return { found, unreadable, entries: page.entries.length, token: page.token };
}

async function readChats({ from = 0, token, step }: Ask, place: Place): Promise<Read> {
  const page = await listPage(place.account, place.tools, {
    path: `/v2/businesses/${place.businessId}/chats`,
    query: { limit: pageLimit, pageToken: token },
    body: { types: ["CHAT"] },
    list: "chats",
  });
  const { found: chats, unreadable } = parseEach(page.entries, Chat, whereIn(step));
  const found: PlacedMention[] = [];
  for (const chat of chats) {
    if (chat.updatedAt.getTime() / 1000 < from) continue;
    const messages = await subEntries(place, "messages", {
      path: "chats/history",
      query: { chatId: chat.chatId },
      limit: 100,
    });
    const read = parseEach(messages, ChatMessage, messageOf(chat.chatId));
    unreadable.push(...read.unreadable);
    found.push(...chatMentions(chat, { messages: read.found, businessId: place.businessId }));
  }
  return { found, unreadable, entries: page.entries.length, token: page.token };
}

interface SubList {
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  version?: "v1" | "v2";
  limit?: number;
}

/** All pages of what hangs on one entry. */
export async function subEntries(
  { account, tools, businessId }: Pick<Place, "account" | "tools" | "businessId">,
  list: string,
  { path, query, body, version = "v2", limit = 50 }: SubList,
): Promise<unknown[]> {
  const all: unknown[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostSubPages; page++) {
    const read = await listPage(account, tools, {
      path: `/${version}/businesses/${businessId}/${path}`,
      query: { ...query, limit, pageToken: token },
      body,
      list,
    });
    all.push(...read.entries);
    if (read.token === undefined || read.token === token) break;
    token = read.token;
  }
  return all;
}

/** Entries by their schema, each by itself. @throws NetworkFault "changed" when there are several and none can be read */
function parseEach<T>(entries: readonly unknown[], schema: ZodType<T>, where: (index: number) => Said) {
  const found: T[] = [];
  const { unreadable } = readEach(
    entries,
    (entry) => {
      found.push(schema.parse(entry));
      return [];
    },
    where,
  );
  if (entries.length > 1 && found.length === 0)
    throw changed(
      {
        ru: `не прочиталась ни одна запись из ${entries.length}`,
        en: `none of ${entries.length} entries could be read`,
      },
      unreadable[0]?.why,
    );
  return { found, unreadable };
}

const whereIn =
  (list: string) =>
  (index: number): Said => ({ ru: `${list}, запись ${index + 1}`, en: `${list}, entry ${index + 1}` });
const commentOf =
  (id: string) =>
  (index: number): Said => ({
    ru: `отзыв ${id}, комментарий ${index + 1}`,
    en: `review ${id}, comment ${index + 1}`,
  });
const answerTo =
  (id: string) =>
  (index: number): Said => ({
    ru: `вопрос ${id}, ответ ${index + 1}`,
    en: `question ${id}, answer ${index + 1}`,
  });
const messageOf =
  (id: string) =>
  (index: number): Said => ({
    ru: `чат ${id}, сообщение ${index + 1}`,
    en: `chat ${id}, message ${index + 1}`,
  });
