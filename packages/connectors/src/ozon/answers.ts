// Answering in public. Ozon takes several comments under one review and shows none before its moderation, so a text that
// is not seen may still be there. What tells is the review's own mark: it is set to "processed" by the very request that
// makes the comment.
import type { Answer, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { z } from "zod";
import { readJson } from "../kit/json.ts";
import { messagesOf } from "./chats.ts";
import { commentsIn, contentOf, isFromShop, isOfBuyer, isSameText, messagesIn } from "./map.ts";
import { answersUnder } from "./questions.ts";
import { ask, type Call, digits, failureOf, faultBy, isOfPlan, noPlan, send, title } from "./requests.ts";
import { commentsUnder, reviewById } from "./reviews.ts";
import { Question, QuestionAnswer, Review } from "./wire.ts";

const unknown: Receipt = { state: "unknown" };

/** Publishes once and tells what became of it. Throws a NetworkFault only where nothing can have been published. */
export async function publish(answer: Answer, tools: Tools): Promise<Receipt> {
  const before = await visible(answer, tools);
  if (before.ours) return { state: "published", externalId: before.ours };
  if (before.isAnswered) return { state: "rejected", why: elsewhere };
  const response = await sentOrLost(answer, tools);
  if (!response || response.status >= 500 || response.status === 408) return unknown;
  if (!response.ok) return refused(response, tools);
  const externalId = await idIn(response);
  const after = await visible(answer, tools).catch(() => null); // a reading that fails undoes nothing
  if (after?.ours) return { state: "published", externalId: after.ours };
  if (answer.mention.kind === "message") return { state: "published" };
  return { state: "in-review", ...(externalId && { externalId }) };
}

/** What stands there now; null: certainly nothing of ours. Throws a NetworkFault when it cannot be read. */
export async function receipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  const { ours, seen } = await visible(answer, tools);
  if (ours) return { state: "published", externalId: ours };
  if (answer.mention.kind === "message") return null;
  const { externalId } = answer.standing ?? {};
  if (externalId) return { state: "in-review", externalId };
  const marks = await marksOf(answer, tools);
  if (marks === null) return { state: "rejected", why: noSuch() };
  return marks.isProcessed || marks.amount > seen ? unknown : null;
}

const elsewhere: Said = {
  ru: "На это ответили не отсюда: там уже стоит ответ магазина.",
  en: "It has been answered elsewhere: an answer of the shop stands there.",
};

interface Visible {
  /** The id of our text. */
  ours?: string | undefined;
  /** The shop has answered otherwise. */
  isAnswered: boolean;
  /** How many comments or answers are shown, anybody's. */
  seen: number;
}

async function visible(answer: Answer, tools: Tools): Promise<Visible> {
  const { mention } = answer;
  if (mention.kind === "message") return inChat(answer, tools);
  if (mention.kind === "question") return amongAnswers(answer, tools);
  const reviewId = mention.threadId ?? mention.externalId;
  const comments = commentsIn((await commentsUnder(answer.account, tools, reviewId)) ?? []);
  const asked = new Set(comments.filter(isOfBuyer).map(({ id }) => id));
  const isBelow = (parent = "") =>
    mention.kind === "comment" ? parent === mention.externalId : !asked.has(parent);
  const replies = comments.filter((one) => !isOfBuyer(one) && isBelow(one.parent_comment_id ?? ""));
  const ours = replies.find(isOurs(answer))?.id;
  return { ours, isAnswered: replies.length > 0, seen: comments.length };
}

async function amongAnswers(answer: Answer, tools: Tools): Promise<Visible> {
  const entries = await answersUnder(answer.account, tools, questionOf(answer));
  const answers = entries.flatMap((entry) => QuestionAnswer.safeParse(entry).data ?? []);
  // Whose the others are is not told: buyers answer too.
  return { ours: answers.find(isOurs(answer))?.id, isAnswered: false, seen: entries.length };
}

async function inChat({ account, mention, text, standing }: Answer, tools: Tools): Promise<Visible> {
  const chatId = mention.threadId ?? "";
  const since = mention.postedAt?.getTime() ?? 0;
  const messages = messagesIn((await messagesOf(account, tools, { chatId, from: since })) ?? []);
  const ours = messages.find(
    (one) =>
      isFromShop(one) &&
      one.created_at.getTime() >= since &&
      (one.message_id === standing?.externalId || isSameText(contentOf(one).text, text)),
  );
  return { ours: ours?.message_id, isAnswered: false, seen: messages.length };
}

const isOurs =
  ({ text, standing }: Answer) =>
  (one: { id: string; text: string }): boolean =>
    one.id === standing?.externalId || isSameText(one.text, text);

interface Marks {
  /** By the shop, as our own request would have done. */
  isProcessed: boolean;
  /** Of comments or answers, those in moderation perhaps among them. */
  amount: number;
}

/** What the review or the question says of itself; null: it is not there. */
async function marksOf(answer: Answer, tools: Tools): Promise<Marks | null> {
  const { account, mention } = answer;
  if (mention.kind === "question") {
    const body = { question_id: mention.externalId };
    return marksIn(Question, await ask(account, tools, { path: "/v1/question/info", body }));
  }
  const review = await reviewById(account, tools, { id: mention.threadId ?? mention.externalId });
  return review === null ? null : marksIn(Review, review);
}

/** What does not say is taken for processed: then a person decides, and nothing is sent twice. */
function marksIn(schema: typeof Question | typeof Review, entry: unknown): Marks {
  const read = schema.safeParse(entry).data;
  if (!read?.status) return { isProcessed: true, amount: 0 };
  const amount =
    "answers_count" in read ? read.answers_count : "comments_amount" in read ? read.comments_amount : 0;
  return { isProcessed: read.status === "PROCESSED", amount: amount ?? 0 };
}

/** null: sent, but the answer was lost, so that nobody knows whether it arrived. */
async function sentOrLost(answer: Answer, tools: Tools): Promise<Response | null> {
  const call = callOf(answer);
  try {
    return await send(answer.account, tools, call);
  } catch (error) {
    if (neverLeft(error)) throw error;
    return null;
  }
}

/** No key, a limit of our own, or an address that is not allowed: then nothing was sent. */
const neverLeft = (error: unknown): boolean =>
  error instanceof NetworkFault
    ? error.kind === "unauthorized" || error.kind === "throttled"
    : error instanceof Refusal && (error.code === "bad-input" || error.code === "forbidden");

function callOf(answer: Answer): Call {
  const { mention, text } = answer;
  if (mention.kind === "message") {
    return { path: "/v1/chat/send/message", body: { chat_id: mention.threadId ?? "", text } };
  }
  if (mention.kind === "question") {
    const { id, sku } = questionOf(answer);
    return { path: "/v1/question/answer/create", body: { question_id: id, sku: digits(sku), text } };
  }
  const body = {
    review_id: mention.threadId ?? mention.externalId,
    text,
    mark_review_as_processed: true,
    ...(mention.kind === "comment" && { parent_comment_id: mention.externalId }),
  };
  return { path: "/v1/review/comment/create", body };
}

/** @throws Refusal "bad-input" for a question of no known product: Ozon takes an answer with both only */
function questionOf({ mention: { externalId: id, product } }: Answer): { id: string; sku: string } {
  if (product?.id) return { id, sku: product.id };
  throw new Refusal("bad-input", {
    ru: "Ozon принимает ответ на вопрос только с номером товара, а он не известен.",
    en: "Ozon takes an answer to a question with its product's number only, which is not known.",
  });
}

/**
 * What a refusal means: the text is handed back, or nothing can be published now. A 403 is told in the same form for a
 * plan, a role, and a chat whose 48 hours are over; reading may go on, so the source is not paused for it.
 */
async function refused(response: Response, tools: Tools): Promise<Receipt> {
  const failure = await failureOf(response);
  if (isOfPlan(failure)) return { state: "rejected", why: noPlan };
  const { status } = response;
  if (status === 404) throw new NetworkFault("gone", noSuch(failure.message));
  const fault = faultBy(response, tools, failure);
  if (fault.kind !== "refused" && status !== 403) throw fault;
  return { state: "rejected", why: failure.message ?? fault.said };
}

const noSuch = (said?: string): Said => ({
  ru: `${title}: этого там больше нет${said ? ` (${said})` : ""}.`,
  en: `${title}: it is no longer there${said ? ` (${said})` : ""}.`,
});

const Made = z.object({ comment_id: z.string().optional(), answer_id: z.string().optional() });

async function idIn(response: Response): Promise<string | undefined> {
  const body = await readJson(response, { network: title }).catch(() => null);
  const { comment_id, answer_id } = Made.safeParse(body).data ?? {};
  return comment_id ?? answer_id;
}
