// Answering in public. Wildberries validates no id and confirms an answer to nothing at all, so what was sent is read
// back each time; and it keeps one answer to a review, so that reading back also tells whether a lost one arrived.
import type { Answer, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import type { ZodType } from "zod";
import { issuesOf } from "../kit/lists.ts";
import { messageReceipt, signOf } from "./chats.ts";
import type { StandingAnswer } from "./map.ts";
import { isSameText, questionAnswer, receiptOf, reviewAnswer } from "./map.ts";
import { type Call, changed, entryById, faultFrom, send, wordsOf } from "./requests.ts";
import { Question, Review } from "./wire.ts";

const notInChats: Said = {
  ru: "Сообщение в чате Wildberries изменить нельзя.",
  en: "A message in a chat of Wildberries cannot be changed.",
};
const noSuch = (answer: Answer): Receipt => ({
  state: "rejected",
  why: {
    ru: `У Wildberries нет ${isQuestion(answer) ? "вопроса" : "отзыва"} с номером ${answer.mention.externalId}.`,
    en: `Wildberries has no ${isQuestion(answer) ? "question" : "review"} with the id ${answer.mention.externalId}.`,
  },
});
const unknown: Receipt = { state: "unknown" };

/** Publishes once and tells what stands there then. Throws a NetworkFault only where nothing can have been published. */
export async function publish(answer: Answer, tools: Tools): Promise<Receipt> {
  const before = answer.mention.kind === "review" ? null : await receipt(answer, tools);
  if (before) return before; // what answers a question also replaces an answer: a colleague's would be lost
  if (isMessage(answer)) return write(answer, tools);
  const refused = await told(answer, tools, callOf(answer, "POST"));
  if (refused) return refused;
  const stands = await readBack(answer, tools);
  if (stands === "unread") return unknown;
  if (stands === "none") return noSuch(answer);
  // Accepted and not there yet: only later can be told whether it will be.
  return receiptOf(answer.text, stands) ?? unknown;
}

/** Changes our answer; Wildberries allows it once, within 60 days. Throws as `publish` does. */
export async function change(answer: Answer, tools: Tools): Promise<Receipt> {
  if (isMessage(answer)) return { state: "rejected", why: notInChats };
  const refused = await told(answer, tools, callOf(answer, "PATCH"));
  if (refused) return refused;
  const stands = await readBack(answer, tools);
  if (stands === "unread" || stands === null) return unknown;
  if (stands === "none") return noSuch(answer);
  if (isSameText(answer.text, stands.text)) return receiptOf(answer.text, stands) ?? unknown;
  if (stands.editable !== false) return unknown;
  return {
    state: "rejected",
    why: {
      ru: "Wildberries оставил прежний ответ: изменить его можно один раз, в течение 60\u00a0дней.",
      en: "Wildberries kept the earlier answer: it can be changed once, within 60 days.",
    },
  };
}

/** What stands there now; null: certainly nothing of ours. Throws a NetworkFault when it cannot be read. */
export async function receipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  if (isMessage(answer)) return messageReceipt(answer, tools);
  const stands = await standing(answer, tools);
  return stands === "none" ? noSuch(answer) : receiptOf(answer.text, stands);
}

/** Writes into the chat. */
async function write(answer: Answer, tools: Tools): Promise<Receipt> {
  const form = { replySign: await signOf(answer, tools), message: answer.text };
  const call: Call = { host: "chats", method: "POST", path: "/api/v1/seller/message", form };
  const refused = await told(answer, tools, call);
  if (refused) return refused;
  // Taken: what the stream of events does not show yet is there all the same.
  return (await messageReceipt(answer, tools).catch(() => null)) ?? { state: "published" };
}

/** Sends the text; null when it was accepted, as far as a status can tell. */
async function told(answer: Answer, tools: Tools, call: Call): Promise<Receipt | null> {
  const response = await sentOrLost(answer, tools, call);
  if (!response || response.status >= 500 || response.status === 408) return unknown;
  const { said, ofService } = await wordsOf(response);
  if ([401, 402, 403, 420, 429].includes(response.status)) throw faultFrom(response, tools, said);
  if (response.status >= 400 || ofService) {
    return { state: "rejected", why: said ?? refusedWith(response.status) };
  }
  return response.ok ? null : unknown;
}

const refusedWith = (status: number): Said => ({
  ru: `Wildberries отказал: ошибка ${status}.`,
  en: `Wildberries refused it with status ${status}.`,
});

/** A question is answered and changed by the same call, a review by its own of each. */
function callOf(answer: Answer, method: "POST" | "PATCH"): Call {
  const { externalId: id } = answer.mention;
  return isQuestion(answer)
    ? {
        method: "PATCH",
        path: "/api/v1/questions",
        body: { id, answer: { text: answer.text }, state: "wbRu" },
      }
    : { method, path: "/api/v1/feedbacks/answer", body: { id, text: answer.text } };
}

/** null: sent, but the answer was lost, so that nobody knows whether it arrived. */
async function sentOrLost(answer: Answer, tools: Tools, call: Call): Promise<Response | null> {
  try {
    return await send(answer.account, tools, call);
  } catch (error) {
    if (neverLeft(error)) throw error;
    return null;
  }
}

/** No token, a limit of our own, or an address that is not allowed: then nothing was sent. */
const neverLeft = (error: unknown): boolean =>
  error instanceof NetworkFault
    ? error.kind === "unauthorized" || error.kind === "throttled"
    : error instanceof Refusal && (error.code === "bad-input" || error.code === "forbidden");

/** What stands there after a change; a reading that fails undoes nothing, so its fault is not passed on. */
const readBack = (answer: Answer, tools: Tools): Promise<StandingAnswer | null | "none" | "unread"> =>
  standing(answer, tools).catch(() => "unread");

async function standing(answer: Answer, tools: Tools): Promise<StandingAnswer | null | "none"> {
  const { account, mention } = answer;
  const kind = isQuestion(answer) ? "question" : "feedback";
  const entry = await entryById(account, tools, { kind, id: mention.externalId });
  if (entry === null) return "none";
  return kind === "question" ? questionAnswer(parsed(Question, entry)) : reviewAnswer(parsed(Review, entry));
}

function parsed<T>(schema: ZodType<T>, entry: unknown): T {
  const read = schema.safeParse(entry);
  if (read.success) return read.data;
  throw changed(
    { ru: "запись, присланная по номеру, другого вида", en: "what it sends for one id has another shape" },
    issuesOf(read.error),
  );
}

const isMessage = ({ mention }: Answer): boolean => mention.kind === "message";
const isQuestion = ({ mention }: Answer): boolean => mention.kind === "question";
