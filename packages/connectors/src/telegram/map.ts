// Theirs to ours: pure.
import type { PlacedMention, SourceRef } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { isEvent, mediaOf, textOf } from "./content.ts";
import { externalIdOf, fullName, pageOf, threadOf, urlOf } from "./names.ts";
import { type Around, isAddressed, roleOf } from "./role.ts";
import { placeOf, type Settings, sourceOf } from "./settings.ts";
import { isKnown, type Message, type Update } from "./wire.ts";

export interface Reading extends Around {
  sources: readonly SourceRef<Settings>[];
  /** Groups' numbers of today by those that they had before. */
  moved: Readonly<Record<string, string>>;
  now: Date;
}

/** A business account may be answered for so long after its customer's last message. */
const businessDay = 24 * 3600_000;

/**
 * What an update tells of our sources: nothing where it is about another chat or about nothing that was said.
 * @throws Refusal when a group goes on under another number, for the person who connected it
 */
export function mentionsOf(update: Update, reading: Reading): PlacedMention[] {
  const { deleted_business_messages: deleted } = update;
  if (!isKnown(update)) throw unknownUpdate;
  if (deleted) return deletedMentions(deleted, reading);
  const message = messageIn(update);
  const isBusiness = update.business_message ?? update.edited_business_message;
  if (isBusiness && !message?.business_connection_id) throw nobodysMessage;
  return message ? messageMentions(message, reading) : [];
}

export const messageIn = (update: Update): Message | undefined =>
  update.message ??
  update.edited_message ??
  update.business_message ??
  update.edited_business_message ??
  undefined;

function messageMentions(message: Message, reading: Reading): PlacedMention[] {
  const connection = message.business_connection_id ?? undefined;
  const { chat, reply_to_message: to } = message;
  const source = sourceOf({ chat, connection }, reading.sources, reading.moved);
  if (!source) return [];
  if (message.migrate_to_chat_id) throw hasMoved(chat.title, message.migrate_to_chat_id);
  const { settings } = source;
  const place = placeOf(settings);
  const whose = { settings, connection };
  const role = roleOf(message, whose, reading);
  const said = mentionFrom(message, connection);
  if (role === "none") return [];
  if (said.text === "" && !said.media) {
    if (isEvent(message)) return [];
    throw emptyMessage;
  }
  if (role === "customer") {
    const isWanted = settings.reads !== "chat" || settings.only === "all";
    return isWanted || isAddressed(message, settings, reading) ? [{ ...said, place }] : [];
  }
  const ownerReply = { text: said.text, postedAt: message.date, state: "published" as const };
  if (to && roleOf(to, whose, reading) === "customer") {
    return [{ ...mentionFrom(to, connection), ownerReply, place }];
  }
  // In a private chat an answer needs no quote: it stands in the conversation for itself.
  const isChat = connection !== undefined;
  return isChat ? [{ ...said, text: "", media: undefined, ownerReply, canReply: false, place }] : [];
}

/** A customer's message, whoever told of it. */
function mentionFrom(message: Message, connection: string | undefined): PlacedMention {
  const { chat, contact, message_id, edit_date, date, reply_to_message: to } = message;
  const media = mediaOf(message);
  const name = { connection, chat: chat.id };
  const isPublic = connection === undefined && chat.type !== "private";
  return {
    kind: isPublic ? "comment" : "message",
    externalId: externalIdOf({ ...name, message: message_id }),
    threadId: threadOf(message, connection),
    parentId: to && !to.is_automatic_forward ? externalIdOf({ ...name, message: to.message_id }) : undefined,
    url: urlOf(message),
    author: authorOf(message),
    text: textOf(message),
    media: media.length > 0 ? media : undefined,
    product: isPublic ? postOf(message) : undefined,
    contact: contact ? { phone: contact.phone_number } : undefined,
    postedAt: date,
    editedAt: edit_date ?? undefined,
    canReply: true,
    replyUntil: connection === undefined ? undefined : new Date(date.getTime() + businessDay),
  };
}

function authorOf({ sender_chat: sender, from }: Message): PlacedMention["author"] {
  if (sender) return { id: sender.id, name: sender.title ?? undefined, url: pageOf(sender.username) };
  if (!from) return {};
  return { id: from.id, name: fullName(from) || undefined, url: pageOf(from.username) };
}

/** The channel's post that a comment stands under; its words come with direct comments only. */
function postOf({
  chat,
  message_thread_id: thread,
  reply_to_message: to,
}: Message): PlacedMention["product"] {
  const post = to?.is_automatic_forward ? to : undefined;
  if (!thread && !post) return undefined;
  const name = post && textOf(post).split("\n")[0]?.slice(0, 100);
  const { chat: channel, message_id: id } = post?.forward_origin ?? {};
  const home = pageOf(channel?.username);
  return {
    id: `${chat.id}:${thread ?? post?.message_id}`,
    name: name || undefined,
    url: home && id ? `${home}/${id}` : undefined,
  };
}

/** Only their numbers are told; when and by whom they were written is not. */
function deletedMentions(
  { business_connection_id: connection, chat, message_ids }: NonNullable<Update["deleted_business_messages"]>,
  { sources, now }: Reading,
): PlacedMention[] {
  const source = sourceOf({ chat, connection }, sources);
  if (!source) return [];
  return message_ids.map((message) => ({
    kind: "message",
    externalId: externalIdOf({ connection, chat: chat.id, message }),
    threadId: `${connection}:${chat.id}`,
    url: pageOf(chat.username) ?? `https://web.telegram.org/a/#${chat.id}`,
    author: { id: chat.id, name: fullName(chat) || undefined, url: pageOf(chat.username) },
    text: "",
    postedAt: now,
    removed: true,
    canReply: false,
    place: placeOf(source.settings),
  }));
}

const unknownUpdate = new Refusal("unreadable", {
  ru: "Telegram прислал событие, которого мы не знаем и о котором не просили.",
  en: "Telegram sent an update that we do not know and did not ask for.",
});
const nobodysMessage = new Refusal("unreadable", {
  ru: "Telegram не сказал, через какой бизнес-аккаунт пришло это сообщение: ответить на него нельзя.",
  en: "Telegram did not tell through which business account this message came: it cannot be answered.",
});
const emptyMessage = new Refusal("unreadable", {
  ru: "В сообщении нет ни слов, ни файлов: Telegram не показывает такие ботам, или это новый их вид.",
  en: "The message holds neither words nor files: Telegram does not show such to bots, or it is a new kind.",
});

const hasMoved = (title: string | null | undefined, to: string): Refusal =>
  new Refusal("unreadable", {
    ru: `Группа «${title ?? ""}» стала супергруппой, и номер у неё теперь ${to}: впишите его в настройки источника.`,
    en: `The group “${title ?? ""}” became a supergroup and is now number ${to}: put that into the source's settings.`,
  });

/** Where the bot was taken out: nothing more comes from there. */
export function placesLost(
  updates: readonly Update[],
  { sources, moved }: Pick<Reading, "sources" | "moved">,
): { place: string; fault: NetworkFault }[] {
  const last = new Map<string, NonNullable<Update["my_chat_member"]>>();
  for (const { my_chat_member: member } of updates) if (member) last.set(member.chat.id, member);
  return [...last.values()].flatMap(({ chat, new_chat_member: { status } }) => {
    const isOut = chat.type !== "private" && (status === "left" || status === "kicked");
    const source = isOut ? sourceOf({ chat }, sources, moved) : undefined;
    return source ? [{ place: placeOf(source.settings), fault: takenOut(chat.title ?? chat.id) }] : [];
  });
}

const takenOut = (chat: string): NetworkFault =>
  new NetworkFault("gone", {
    ru: `Бота убрали из чата «${chat}»: новых сообщений оттуда не будет. Верните его туда и продолжите чтение.`,
    en: `The bot was taken out of the chat “${chat}”: nothing comes from there. Put it back, and resume reading.`,
  });
