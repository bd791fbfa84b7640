// How messages are named by us, and where a person finds them.
import type { Message, Replied, User } from "./wire.ts";

/** A message's place at Telegram. Business accounts number their chats apart from the bot's own. */
export interface Spoken {
  connection?: string | undefined;
  chat: string;
  message: number;
}

/** Such as "-1001234:55", or "CONNECTION:77001:55" in a chat of a business account. */
export const externalIdOf = ({ connection, chat, message }: Spoken): string =>
  [...(connection === undefined ? [] : [connection]), chat, message].join(":");

/** null: none of ours. */
export function spokenIn(externalId: string): Spoken | null {
  const found = /^(?:(.+):)?(-?\d+):(\d+)$/.exec(externalId);
  if (!found) return null;
  const [, connection, chat, message] = found;
  return { connection, chat: chat as string, message: Number(message) };
}

/** A private chat is one conversation, as is a customer's topic in a channel's direct messages; in groups each message is its own. */
export function threadOf(message: Replied, connection: string | undefined): string | undefined {
  const { chat, direct_messages_topic: topic } = message;
  if (connection !== undefined) return `${connection}:${chat.id}`;
  if (chat.type === "private") return chat.id;
  return chat.is_direct_messages && topic ? `${chat.id}:topic:${topic.topic_id}` : undefined;
}

/** The customer's topic that a thread's name tells, in a channel's direct messages. */
export const topicIn = (threadId: string | undefined): string | undefined =>
  /:topic:(\d+)$/.exec(threadId ?? "")?.[1];

export const fullName = ({ first_name, last_name }: Pick<User, "first_name" | "last_name">): string =>
  [first_name, last_name].filter(Boolean).join(" ");

export const pageOf = (username: string | null | undefined): string | undefined =>
  username ? `https://t.me/${username}` : undefined;

/** A comment opens below its channel's post where that is told, else in its group. (Forms of links: from memory.) */
export function urlOf(message: Message): string {
  const { chat, message_id: id, message_thread_id: thread, reply_to_message: to } = message;
  const web = `https://web.telegram.org/a/#${chat.id}`;
  if (chat.type === "private") return pageOf(chat.username) ?? web;
  const post = to?.is_automatic_forward ? to.forward_origin : undefined;
  if (post?.chat && post.message_id) {
    const channel = addressOf(post.chat);
    if (channel) return `${channel}/${post.message_id}?comment=${id}`;
  }
  const group = addressOf(chat);
  return group ? `${group}/${id}${thread ? `?thread=${thread}` : ""}` : web;
}

/** Public chats go by their names, others by their numbers without "-100"; small groups have no address at all. */
function addressOf({ id, username }: Message["chat"]): string | undefined {
  const bare = /^-100(\d+)$/.exec(id)?.[1];
  return pageOf(username) ?? (bare && `https://t.me/c/${bare}`);
}
