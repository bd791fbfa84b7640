// Answering in public, and in chats. What was sent is found by reading back, so that a repeat is told from a first time.
import type { Answer, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { int64, readJson } from "../kit/json.ts";
import { idOf, isSameText, numberOf, ownOf, receiptOf } from "./map.ts";
import { subEntries } from "./read.ts";
import { ask, type Call, changed, faultFrom, send, title, wordsOf } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { ChatMessage, Comment, Envelope, QuestionAnswer } from "./wire.ts";

const unknown: Receipt = { state: "unknown" };

/** Publishes a reply; throws a NetworkFault only where nothing can have been published. */
export async function publish(answer: Answer, tools: Tools): Promise<Receipt> {
  return settle(answer, await told(answer, tools, writing(answer)), tools);
}

/** Puts other words in the place of our reply. Throws as `publish` does. */
export async function change(answer: Answer, tools: Tools): Promise<Receipt> {
  if (answer.mention.kind === "message") return { state: "rejected", why: noEditInChats };
  const own = answer.standing?.externalId ?? (await standingOf(answer, tools))?.id;
  if (own === undefined) return unknown;
  return settle(answer, await told(answer, tools, writing(answer, own)), tools);
}

/** What stands there now; null: certainly nothing of ours. Throws a NetworkFault when it cannot be read. */
export async function receipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  if (answer.mention.kind === "message") return receiptInChat(answer, tools);
  const own = await standingOf(answer, tools);
  return own && isSameText(answer.text, own.text) ? receiptOf(own) : null;
}

const noEditInChats: Said = {
  ru: "Сообщение в чате Маркета изменить нельзя. Напишите ещё одно.",
  en: "A message in a chat of the Market cannot be changed. Write another one.",
};

const businessOf = ({ settings }: Answer): string => (settings as Settings).businessId;

/** The request that publishes, or with `own` changes what stands there. */
function writing(answer: Answer, own?: string): Call {
  const { mention, text } = answer;
  const at = (path: string, version = "v2") => `/${version}/businesses/${businessOf(answer)}/${path}`;
  const number = int64(numberOf(mention.externalId));
  if (mention.kind === "message")
    return {
      path: at("chats/message"),
      query: { chatId: numberOf(mention.threadId ?? "") },
      body: { message: text },
    };
  if (mention.kind === "question")
    return {
      path: at("goods-questions/update", "v1"),
      body: own
        ? { operationType: "UPDATE", entityId: { id: int64(own), type: "ANSWER" }, text }
        : { operationType: "CREATE", parentEntityId: { id: number, type: "QUESTION" }, text },
    };
  const parent = mention.kind === "comment" && { parentId: number };
  return {
    path: at("goods-feedback/comments/update"),
    body: {
      feedbackId: int64(feedbackOf(answer)),
      comment: { ...(own ? { id: int64(own) } : parent), text },
    },
  };
}

const feedbackOf = ({ mention }: Answer): string => numberOf(mention.threadId ?? mention.externalId);

/** The network's word on a write: what it answered, a refusal, or null where nobody knows. */
async function told(answer: Answer, tools: Tools, call: Call): Promise<Receipt | { result: unknown } | null> {
  const response = await send(answer.account, tools, call).catch(lost);
  if (!response || response.status >= 500 || response.status === 408) return null;
  if ([401, 403, 420, 423, 429].includes(response.status))
    throw faultFrom(response, tools, await wordsOf(response));
  if (!response.ok) return refused(await wordsOf(response), response.status);
  const body = Envelope.safeParse(await readJson(response, { network: title }).catch(() => null));
  if (!body.success) return null;
  if (body.data.status === "ERROR")
    return refused(body.data.errors?.[0]?.message ?? undefined, response.status);
  return { result: body.data.result };
}

/** The request may have arrived although its answer did not: null. What certainly never left is thrown. */
function lost(error: unknown): null {
  if (error instanceof Refusal) throw error;
  if (error instanceof NetworkFault && error.kind !== "unavailable") throw error;
  return null;
}

const refused = (words: string | undefined, status: number): Receipt => ({
  state: "rejected",
  why: words ?? {
    ru: `Яндекс Маркет не принял ответ: ошибка ${status}.`,
    en: `Yandex Market refused the reply with status ${status}.`,
  },
});

/** From what was answered, or by reading back; a reading that fails undoes nothing. */
async function settle(
  answer: Answer,
  said: Receipt | { result: unknown } | null,
  tools: Tools,
): Promise<Receipt> {
  if (said && "state" in said) return said;
  if (said === null) return unknown;
  const comment = Comment.safeParse(said.result);
  if (comment.success && isSameText(answer.text, comment.data.text)) return receiptOf(comment.data);
  return (await receipt(answer, tools).catch(() => null)) ?? unknown;
}

interface Own {
  id: string;
  text?: string | undefined;
  status: Comment["status"];
}

/** The shop's own text under the mention, as it stands. @throws NetworkFault */
async function standingOf(answer: Answer, tools: Tools): Promise<Own | undefined> {
  const place = { account: answer.account, tools, businessId: businessOf(answer) };
  const number = numberOf(answer.mention.externalId);
  if (answer.mention.kind === "question") {
    const body = { questionId: int64(number) };
    const entries = await subEntries(place, "answers", {
      path: "goods-questions/answers",
      body,
      version: "v1",
    });
    return ownOf(entries.map((entry) => parsed(QuestionAnswer.safeParse(entry))));
  }
  const entries = await subEntries(place, "comments", {
    path: "goods-feedback/comments",
    body: { feedbackId: int64(feedbackOf(answer)) },
  });
  const parentId = answer.mention.kind === "comment" ? number : undefined;
  const comments = entries.map((entry) => parsed(Comment.safeParse(entry)));
  return ownOf(comments.filter((one) => (one.parentId ?? undefined) === parentId));
}

function parsed<T>({ data, success }: { success: true; data: T } | { success: false; data?: undefined }): T {
  if (success) return data;
  throw changed({
    ru: "ответ под обращением другого вида",
    en: "what stands below a mention has another shape",
  });
}

/** A chat takes the same words twice, so those that came after the customer's message are looked through. */
async function receiptInChat(answer: Answer, tools: Tools): Promise<Receipt | null> {
  const { mention, text } = answer;
  const chatId = numberOf(mention.threadId ?? "");
  const result = await ask(answer.account, tools, {
    path: `/v2/businesses/${businessOf(answer)}/chats/history`,
    query: { chatId, limit: 100 },
    body: { messageIdFrom: int64(numberOf(mention.externalId)) },
  });
  const entries = (result as { messages?: unknown } | null)?.messages;
  if (!Array.isArray(entries))
    throw changed({ ru: "в чате нет сообщений", en: "the chat holds no messages" });
  const ours = entries
    .map((entry) => parsed(ChatMessage.safeParse(entry)))
    .find(({ sender, message }) => sender === "PARTNER" && isSameText(text, message));
  return ours ? { state: "delivered", externalId: idOf.message(chatId, ours.messageId) } : null;
}
