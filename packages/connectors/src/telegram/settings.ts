// What a source of this network is: one chat of the bot's, or all chats of one kind.
import type { SourceRef } from "@otklik/core/connector";
import { z } from "zod";
import { named } from "../kit/named.ts";
import type { Chat } from "./wire.ts";

/** A chat as its address, the link to a message in it, its name or its number tells it: "@name" or a number. */
export function chatNamed(text: string): string {
  const given = text.trim();
  const hidden = /(?:^|\/\/|\.)t(?:elegram)?\.me\/c\/(\d+)/i.exec(given)?.[1];
  if (hidden) return `-100${hidden}`;
  const web = /web\.telegram\.org\/.*#(-\d+)/i.exec(given)?.[1];
  if (web) return web;
  const name = /^(?:@|(?:https?:\/\/)?t(?:elegram)?\.me\/)([a-z]\w{3,31})\b/i.exec(given)?.[1];
  return name ? `@${name.toLowerCase()}` : given;
}

const Fields = z.object({
  reads: named(z.enum(["chat", "private", "business"]).default("chat"), {
    ru: "Что читать: группу (и комментарии канала), личные чаты с ботом или чаты бизнес-аккаунта",
    en: "What to read: a group (and a channel's comments), private chats with the bot, or a business account's chats",
  }),
  chat: named(
    z
      .string()
      .max(200)
      .overwrite(chatNamed)
      .regex(/^(?:@\w+|-?\d+|[\w-]+)?$/)
      .optional(),
    {
      ru: "Группа: @имя, номер или ссылка на любое сообщение в ней",
      en: "The group: @name, number, or the link to any message in it",
    },
  ),
  only: named(z.enum(["all", "addressed"]).default("all"), {
    ru: "В группе: все сообщения или только ответы боту, его упоминания и слова о бренде",
    en: "In the group: all messages, or only replies to the bot, its mentions and words about the brand",
  }),
  words: named(z.array(z.string().trim().min(2).max(60)).max(50).optional(), {
    ru: "Слова о бренде, по их началу: «ромашк»",
    en: "Words about the brand, by how they begin",
  }),
  team: named(z.array(z.string().trim().min(1).max(60)).max(100).optional(), {
    ru: "Кто отвечает от бренда: @имена или номера",
    en: "Who answers for the brand: @names or numbers",
  }),
});
/** A group must be named; of private chats and of a business account's there may be but one source. */
export const Settings = Fields.refine(({ reads, chat }) => reads !== "chat" || Boolean(chat), {
  path: ["chat"],
  message: "names no group",
});
export type Settings = z.infer<typeof Settings>;

/** The chat of a group, one business connection or all, or all private chats. */
export function placeOf({ reads, chat }: Settings): string {
  if (reads === "private") return "private";
  if (reads === "business") return chat ? `business:${chat}` : "business";
  return chat ?? "";
}

/** Where a message came in. */
export interface Spot {
  chat: Chat;
  /** Of the business account that it came through. */
  connection?: string | undefined;
}

/** The source that reads this chat. `moved`: groups' numbers of today by those that they had before. */
export function sourceOf(
  { chat, connection }: Spot,
  sources: readonly SourceRef<Settings>[],
  moved: Readonly<Record<string, string>> = {},
): SourceRef<Settings> | undefined {
  if (connection !== undefined) {
    const ofBusiness = sources.filter(({ settings }) => settings.reads === "business");
    return ofBusiness.find(({ settings }) => settings.chat === connection) ?? ofBusiness.find(isWhole);
  }
  if (chat.type === "private") return sources.find(({ settings }) => settings.reads === "private");
  const name = chat.username && `@${chat.username.toLowerCase()}`;
  return sources.find(
    ({ settings }) =>
      settings.reads === "chat" &&
      settings.chat !== undefined &&
      [chat.id, name].includes(moved[settings.chat] ?? settings.chat),
  );
}
const isWhole = ({ settings }: SourceRef<Settings>): boolean => !settings.chat;
