// Notifications of Yandex Market. They carry ids only and no signature: what tells them from a stranger's is the address,
// which nobody else knows. What they name is fetched, so that an invented one finds nothing.
import type { Hook, Received, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { int64, parseJson } from "../kit/json.ts";
import { chatMentions } from "./map.ts";
import { type Place, subEntries, withComments } from "./read.ts";
import { listPage } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { ChatMessage, Comment, Notification } from "./wire.ts";

type News = ReturnType<typeof Notification.parse>;

/** @throws Refusal "bad-input" for what is no notification */
export async function receive(request: Request, hook: Hook<Settings>, tools: Tools): Promise<Received> {
  const news = Notification.safeParse(parsedOr(await request.text()));
  if (!news.success)
    throw new Refusal("bad-input", {
      ru: "Это не уведомление Маркета.",
      en: "This is no notification of the Market.",
    });
  const nothing: Received = { answer: accepted(tools.now()), found: [], unreadable: [] };
  const source = hook.sources.find(({ settings }) => settings.businessId === news.data.businessId);
  if (!source) return nothing; // a PING, or a cabinet that nobody has connected
  const { businessId } = source.settings;
  const place = { account: hook.account, businessId, tools, seenAt: () => tools.now() };
  const { found, unreadable, pull } = await fetched(news.data, place);
  const here = found.map((mention) => ({ ...mention, place: businessId }));
  return { ...nothing, found: here, unreadable, ...(pull && { pull: [businessId] }) };
}

/** The name and version that the network wants to hear; without them it does not switch notifications on. */
const accepted = (now: Date): Received["answer"] => ({
  status: 200,
  body: JSON.stringify({ version: "1.0.0", name: "Otklik", time: now.toISOString() }),
  headers: { "content-type": "application/json" },
});

async function fetched(
  { notificationType: is, feedbackId, commentId, chatId, messageId }: News,
  place: Place,
): Promise<Pick<Received, "found" | "unreadable"> & { pull?: true }> {
  if (is === "GOODS_FEEDBACK_CREATED" && feedbackId) return feedbacks([feedbackId], place);
  if (is === "GOODS_FEEDBACK_COMMENT_CREATED" && commentId) {
    const entries = await subEntries(place, "comments", {
      path: "goods-feedback/comments",
      body: { commentIds: [int64(commentId)] },
    });
    const known = entries.map((entry) => Comment.safeParse(entry)).filter(({ success }) => success);
    return feedbacks([...new Set(known.map(({ data }) => data?.feedbackId ?? ""))], place);
  }
  if (is === "CHAT_MESSAGE_SENT" && chatId && messageId) return message(chatId, messageId, place);
  return { found: [], unreadable: [], ...(is !== "PING" && { pull: true as const }) };
}

async function feedbacks(
  ids: readonly string[],
  place: Place,
): Promise<Pick<Received, "found" | "unreadable">> {
  if (ids.length === 0) return { found: [], unreadable: [] };
  const { entries } = await listPage(place.account, place.tools, {
    path: `/v2/businesses/${place.businessId}/goods-feedback`,
    body: { feedbackIds: ids.map(int64) },
    list: "feedbacks",
  });
  const { found, unreadable } = await withComments(entries, place, "push");
  return { found, unreadable };
}

async function message(
  chatId: string,
  messageId: string,
  place: Place,
): Promise<Pick<Received, "found" | "unreadable">> {
  const { entries, result } = await listPage(place.account, place.tools, {
    path: `/v2/businesses/${place.businessId}/chats/history`,
    query: { chatId, limit: 100 },
    body: { messageIdFrom: int64(messageId) },
    list: "messages",
  });
  const context = (result as { context?: { customer?: { name?: string } } } | null)?.context;
  const messages = entries
    .map((entry) => ChatMessage.safeParse(entry))
    .flatMap(({ data }) => (data ? [data] : []));
  const chat = {
    chatId,
    status: undefined,
    updatedAt: place.tools.now(),
    context: { customer: context?.customer },
  };
  return { found: chatMentions(chat, { messages, businessId: place.businessId }), unreadable: [] };
}

function parsedOr(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
