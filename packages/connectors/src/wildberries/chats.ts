// Chats with buyers: one stream of events, oldest first, read on from a time in unix milliseconds. Each cycle goes two
// days back, so that an answer given in the cabinet is found beside the message that it answers.
import type { Account, Answer, Page, PlacedMention, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { networkError } from "../kit/faults.ts";
import { readJson } from "../kit/json.ts";
import { readEach } from "../kit/lists.ts";
import { isSameText, isShopsMessage, messageMention } from "./map.ts";
import { changed, hosts, readingFault, refusedReading, send, title } from "./requests.ts";
import { Chat, ChatAnswer, ChatEvent } from "./wire.ts";

const overlap = 2 * 86_400_000;
const mostAtOnce = 5; // requests of one call, of which Wildberries allows ten in ten seconds

/** Where the stream has been read to. Unix milliseconds. */
export const Talk = z.object({
  /** It is their turn in the cycle. */
  isDue: z.boolean(),
  page: z.int().min(0),
  /** Where the read under way goes on; absent between reads. */
  next: z.int().optional(),
  /** Where the last whole read ended. */
  caughtUp: z.int().optional(),
});
export type Talk = z.infer<typeof Talk>;
export const firstTalk: Talk = { isDue: false, page: 0 };

/** Some pages of the stream; `more`: it goes on. Throws a NetworkFault. */
export async function readTalk(
  account: Account | null,
  tools: Tools,
  talk: Talk,
): Promise<{ page: Pick<Page, "found" | "unreadable">; next: Talk; more: boolean }> {
  const begin = talk.caughtUp === undefined ? undefined : Math.max(1, talk.caughtUp - overlap);
  const { entries, next, isEnd } = await eventsFrom(account, tools, { from: talk.next ?? begin });
  const page = mentionsIn(entries);
  if (!isEnd) return { page, next: { ...talk, page: talk.page + 1, next }, more: true };
  return { page, next: { isDue: false, page: 0, caughtUp: next }, more: false };
}

function mentionsIn(entries: readonly unknown[]): { found: PlacedMention[]; unreadable: Page["unreadable"] } {
  const events = eventsIn(entries);
  const read = readEach(entries, (entry) => messageMention(entry, events));
  if (entries.length > 1 && read.unreadable.length === entries.length) {
    throw changed(
      { ru: "не прочиталось ни одно событие чатов", en: "no event of its chats could be read" },
      read.unreadable[0]?.why,
    );
  }
  return read;
}

const eventsIn = (entries: readonly unknown[]): ChatEvent[] =>
  entries.flatMap((entry) => ChatEvent.safeParse(entry).data ?? []);

const Events = z.object({ next: z.int(), events: z.array(z.unknown()).nullable() });

interface Stream {
  entries: unknown[];
  /** Where it goes on. */
  next: number;
  isEnd: boolean;
}

/** The events after a time, unread; of a page or a few. Throws a NetworkFault. */
async function eventsFrom(
  account: Account | null,
  tools: Tools,
  { from, most = mostAtOnce }: { from: number | undefined; most?: number },
): Promise<Stream> {
  const entries: unknown[] = [];
  let at = from;
  for (let request = 0; request < most; request++) {
    const query: Record<string, string> = at === undefined ? {} : { next: String(at) };
    const result = await resultOf(account, tools, { path: "/api/v1/seller/events", query });
    const { success, data } = Events.safeParse(result);
    if (!success)
      throw changed({ ru: "события чатов другого вида", en: "its chats' events have another shape" });
    const events = data.events ?? [];
    entries.push(...events);
    if (events.length === 0 || data.next === at) return { entries, next: data.next, isEnd: true };
    if (at !== undefined && data.next < at)
      throw changed({ ru: "события чатов идут назад", en: "its chats' events go backwards" });
    at = data.next;
  }
  return { entries, next: at ?? 0, isEnd: false };
}

async function resultOf(
  account: Account | null,
  tools: Tools,
  call: { path: string; query?: Record<string, string> },
): Promise<unknown> {
  const response = await send(account, tools, { host: "chats", ...call });
  if (!response.ok) throw await readingFault(response, tools);
  const { success, data } = ChatAnswer.safeParse(await readJson(response, { network: title }));
  if (!success) throw changed({ ru: "ответ чатов другого вида", en: "its chats answer in another shape" });
  if (data.errors && data.errors.length > 0) throw refusedReading(data.errors.join("; "));
  return data.result;
}

/** What was written between two times. Throws a NetworkFault. */
export async function talkWithin(
  account: Account | null,
  tools: Tools,
  { from, until }: { from: number; until: number },
): Promise<{ page: Pick<Page, "found" | "unreadable">; next: number; more: boolean }> {
  const { entries, next, isEnd } = await eventsFrom(account, tools, { from: Math.max(1, from) });
  return { page: mentionsIn(entries), next, more: !isEnd && next < until };
}

const mostBack = 20;

/** Our message in the chat, after the one that it answers. Throws a NetworkFault when it cannot be read. */
export async function messageReceipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  const { account, mention, text, standing } = answer;
  const since = mention.postedAt?.getTime() ?? 1;
  const from = Math.max(1, since - 1);
  const { entries, isEnd } = await eventsFrom(account, tools, { from, most: mostBack });
  const ours = eventsIn(entries).find(
    (one) =>
      isShopsMessage(one) &&
      one.chatID === mention.threadId &&
      one.addTimestamp.getTime() >= since &&
      (one.eventID === standing?.externalId || isSameText(one.message?.text ?? "", text)),
  );
  if (ours) return { state: "published", externalId: ours.eventID };
  return isEnd ? null : { state: "unknown" };
}

/** What a message is sent by: a chat's signature. @throws NetworkFault "gone" when the chat is not there */
export async function signOf({ account, mention }: Answer, tools: Tools): Promise<string> {
  const result = await resultOf(account, tools, { path: "/api/v1/seller/chats" });
  if (result !== null && !Array.isArray(result))
    throw changed({ ru: "в ответе нет списка чатов", en: "its answer has no list of chats" });
  const chats = (result ?? []).flatMap((entry) => Chat.safeParse(entry).data ?? []);
  const chat = chats.find(({ chatID }) => chatID === mention.threadId);
  if (chat) return chat.replySign;
  throw new NetworkFault("gone", noChat);
}

const noChat: Said = {
  ru: "Этого чата у Wildberries больше нет.",
  en: "Wildberries no longer has this chat.",
};

/** Files of chats take the token; what is still being moderated is not there yet. */
export async function openFile(
  { url }: { url: string },
  account: Account | null,
  tools: Tools,
): Promise<Response> {
  const { hostname, pathname } = new URL(url);
  try {
    if (hostname !== hosts.chats) return await tools.http(new Request(url, { signal: tools.signal }));
    const response = await send(account, tools, { host: "chats", path: pathname });
    if (response.status === 202) throw new NetworkFault("unavailable", notYet);
    return response;
  } catch (cause) {
    throw networkError(cause, title);
  }
}
const notYet: Said = {
  ru: "Wildberries ещё проверяет этот файл.",
  en: "Wildberries is still moderating this file.",
};
