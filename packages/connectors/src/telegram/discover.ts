// The Bot API lists no chats. What can be offered is what waits to be read: a bot that has just been put into a group is
// told so. Looking at it without an offset confirms nothing, so that the next pull still reads it.
import type { Account, Discovered, Said, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { messageIn } from "./map.ts";
import { fullName } from "./names.ts";
import { ask, call } from "./requests.ts";
import { Settings } from "./settings.ts";
import { mayReply, readOnly } from "./standing.ts";
import { type BusinessConnection, Chat, type Update, User, updatesIn, wanted } from "./wire.ts";

export async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  const bot = await call(account, tools, { method: "getMe", result: User });
  const offers = [privateChats(bot)];
  for (const chat of await chatsSeen(await waiting(account, tools), { account, tools })) offers.push(chat);
  return offers;
}

const privateChats = ({ username }: User): Discovered<Settings> => ({
  title: username ? `@${username}` : "Telegram",
  detail: username ? `https://t.me/${username}` : "",
  is: "chat",
  settings: Settings.parse({ reads: "private" }),
});

/** Where a webhook takes the updates there is nothing to look at; a chat is then named by hand. */
async function waiting(account: Account, tools: Tools): Promise<Update[]> {
  const parameters = { limit: 100, timeout: 0, allowed_updates: wanted };
  const answer = await ask(account, tools, {
    method: "getUpdates",
    parameters,
    result: z.array(z.unknown()),
  });
  const entries = "result" in answer ? answer.result : [];
  return updatesIn(entries);
}

async function chatsSeen(
  updates: readonly Update[],
  asking: { account: Account; tools: Tools },
): Promise<Discovered<Settings>[]> {
  const offers = new Map<string, Discovered<Settings>>();
  const connections = new Map<string, BusinessConnection>();
  for (const update of updates) {
    const { business_connection: connection, my_chat_member: member } = update;
    if (connection?.is_enabled) connections.set(connection.id, connection);
    if (connection?.is_enabled === false) connections.delete(connection.id);
    const message = messageIn(update);
    const chat = member?.chat ?? (message?.business_connection_id ? undefined : message?.chat);
    if (!chat || chat.type === "private") continue;
    const isOut = member && ["left", "kicked"].includes(member.new_chat_member.status);
    const group = isOut ? null : await groupOf(chat, asking);
    if (isOut) offers.delete(chat.id);
    else if (group) offers.set(group.settings.chat ?? "", group);
  }
  const isOnly = connections.size === 1;
  return [...[...connections.values()].map((one) => businessOf(one, isOnly)), ...offers.values()];
}

/** A connection that is made anew has another number, so that the only one goes without. */
const businessOf = (connection: BusinessConnection, isOnly: boolean): Discovered<Settings> => ({
  title: fullName(connection.user) || connection.id,
  ...(connection.user.username && { detail: `@${connection.user.username}` }),
  is: "chat",
  settings: Settings.parse({ reads: "business", ...(!isOnly && { chat: connection.id }) }),
  ...(!mayReply(connection) && { warnings: [readOnly] }),
});

/** A channel's comments are in its discussion group; null for a channel that has none. */
async function groupOf(
  chat: Chat,
  { account, tools }: { account: Account; tools: Tools },
): Promise<Discovered<Settings> | null> {
  if (chat.type !== "channel") return offerOf(chat);
  const about = (id: string) =>
    ask(account, tools, { method: "getChat", parameters: { chat_id: id }, result: Chat });
  const channel = await about(chat.id);
  const linked = "result" in channel ? channel.result.linked_chat_id : undefined;
  if (!linked) return null;
  const group = await about(linked);
  return "result" in group
    ? offerOf(group.result)
    : { ...offerOf({ ...chat, id: linked, username: undefined }), warnings: [putItThere] };
}

const offerOf = ({ id, title, username }: Chat): Discovered<Settings> => ({
  title: title ?? id,
  detail: username ? `@${username}` : id,
  is: "chat",
  settings: Settings.parse({ reads: "chat", chat: id }),
});

const putItThere: Said = {
  ru: "Бот в канале, а комментарии живут в его группе обсуждения: добавьте бота и туда.",
  en: "The bot is in the channel, and comments live in its discussion group: put the bot there too.",
};
