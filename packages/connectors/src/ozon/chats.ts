// Chats with buyers: the list of them names the newest message of each, and its messages are asked for chat by chat.
import type { Account, PlacedMention, Said, Tools } from "@otklik/core/connector";
import { readEach } from "../kit/lists.ts";
import { messageMention, messagesIn } from "./map.ts";
import { type Asking, noSuchList, type Read, refuseUnreadable, whereIn } from "./page.ts";
import { changed, digits, fewAtATime, listPage, nextOf } from "./requests.ts";
import { type Ask, laterId } from "./walk.ts";
import { Chat, Flag, Message } from "./wire.ts";

const chatsAtOnce = 30;
const messagesAtOnce = 50;

/** Reads the chats of a page that are due: each back to `from`, by default to its first message. Throws a NetworkFault. */
export async function readChats(
  { account, tools, settings }: Asking,
  { after, from, page, isDue = () => true }: Ask & { isDue?(chat: Chat): boolean },
): Promise<Read> {
  const body = { limit: chatsAtOnce, ...(after !== undefined && { cursor: after }) };
  const path = "/v3/chat/list";
  const list = await listPage(account, tools, { path, body, name: "chats" });
  if (!list) throw noSuchList(path);
  const chats: Chat[] = [];
  const { unreadable } = readEach(
    list.entries,
    (entry) => {
      chats.push(Chat.parse(entry));
      return [];
    },
    whereIn("chats", page),
  );
  refuseUnreadable(list.entries, unreadable);
  const told = await fewAtATime(
    chats.filter((one) => isWithBuyer(one) && isDue(one)),
    async ({ chat: { chat_id: chatId, chat_status: status } }) => {
      const entries = await messagesOf(account, tools, { chatId, from });
      if (!entries) return { found: [], unreadable: [{ excerpt: chatId, why: noMessages }] };
      const chat = { chatId, isClosed: /^closed$/i.test(status ?? ""), messages: messagesIn(entries) };
      return readEach(entries, (entry) => messageMention(entry, chat));
    },
  );
  const isWanted = ({ product }: PlacedMention) =>
    !product || (settings.skus ?? [product.id]).includes(product.id);
  return {
    found: told.flatMap(({ found }) => found).filter(isWanted),
    unreadable: [...unreadable, ...told.flatMap((one) => one.unreadable)],
    came: { rows: list.entries.length, next: nextOf(list, "cursor"), newest: null, talk: newestOf(chats) },
  };
}

/** A chat of another kind, such as one with Ozon's support, is none of a customer's. */
const isWithBuyer = ({ chat: { chat_type } }: Chat): boolean => !/support/i.test(chat_type ?? "");

const newestOf = (chats: readonly Chat[]): string | undefined =>
  chats.reduce<string | undefined>((talk, one) => laterId(talk, one.last_message_id ?? undefined), undefined);

const noMessages: Said = {
  ru: "Ozon не отдал сообщения этого чата",
  en: "Ozon did not give this chat's messages",
};

/** A chat's messages, newest first, unread: fifty, and on back to `from`, or to the first. null: no such chat. */
export async function messagesOf(
  account: Account | null,
  tools: Tools,
  { chatId, from = 0 }: { chatId: string; from?: number | undefined },
): Promise<unknown[] | null> {
  const messages = new Map<string, unknown>();
  let before: string | undefined;
  for (;;) {
    const body = {
      chat_id: chatId,
      direction: "Backward",
      limit: messagesAtOnce,
      ...(before !== undefined && { from_message_id: digits(before) }),
    };
    const page = await listPage(account, tools, { path: "/v3/chat/history", body, name: "messages" });
    if (!page) return null;
    const known = messages.size;
    for (const entry of page.entries) {
      const id = Message.safeParse(entry).data?.message_id ?? JSON.stringify(entry);
      if (!messages.has(id)) messages.set(id, entry);
    }
    const oldest = Message.safeParse(page.entries.at(-1)).data;
    if (!hasMore(page.fields.has_next) || (oldest && oldest.created_at.getTime() < from))
      return [...messages.values()];
    if (!oldest || messages.size === known) throw changed(standsStill);
    before = oldest.message_id;
  }
}

const standsStill: Said = {
  ru: "история чата говорит, что она не вся, но дальше не идёт",
  en: "a chat's history says that it is not whole, and goes no further",
};

/** @throws NetworkFault "changed" when it does not say */
function hasMore(told: unknown): boolean {
  const { success, data } = Flag.safeParse(told);
  if (success && typeof data === "boolean") return data;
  throw changed({
    ru: "история чата не говорит, вся ли она",
    en: "a chat's history does not say whether it is whole",
  });
}
