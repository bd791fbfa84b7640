// Telegram: what is said to a bot, in groups and channels' discussions that it is in, and in the chats of business
// accounts that it is connected to; by the Bot API.
import type { Connector } from "@otklik/core/connector";
import { addressField } from "../kit/address.ts";
import { edit, reply } from "./answers.ts";
import { discover } from "./discover.ts";
import { listen, receive } from "./hook.ts";
import { media } from "./media.ts";
import { pull } from "./pull.ts";
import { title } from "./requests.ts";
import { placeOf, Settings } from "./settings.ts";
import { check } from "./standing.ts";

export const telegram: Connector<Settings> = {
  network: "telegram",
  title,
  about: {
    reads: {
      ru: "комментарии под постами канала, группы, личные чаты с ботом, чаты бизнес-аккаунта",
      en: "comments under a channel's posts, groups, private chats with the bot, chats of a business account",
    },
    needs: {
      ru: "свой бот в группе, с отключённой приватностью",
      en: "a bot of your own in the group, with privacy mode off",
    },
    note: {
      ru: "Виден только разговор, который идёт при боте: истории Telegram ботам не даёт. Ответ выходит от имени бота; в чатах бизнес-аккаунта, в течение суток, от имени аккаунта.",
      en: "Only what is said while the bot is there: Telegram shows bots no history. A reply goes out in the bot's name; in chats of a business account, within a day, in the account's.",
    },
  },
  account: {
    is: "token",
    fields: [{ name: "token", title: { ru: "Токен бота", en: "Bot token" }, secret: true }, addressField],
    help: {
      ru: "Создайте бота у @BotFather (/newbot) и скопируйте токен. Там же отключите приватность (/setprivacy, Disable). Потом добавьте бота в группу, для комментариев канала в его группу обсуждения, и найдите её здесь в списке или впишите её @имя или ссылку на любое сообщение из неё. Чтобы отвечать в чатах бизнес-аккаунта, подключите бота там: «Telegram для бизнеса», «Чат-боты».",
      en: "Make a bot at @BotFather (/newbot) and copy its token. Switch privacy off there too (/setprivacy, Disable). Then put the bot into the group, for a channel's comments into its discussion group, and find it here in the list, or put in its @name or the link to any message in it. To answer in a business account's chats, connect the bot there: Telegram Business, Chatbots.",
    },
  },
  settings: Settings,
  limits: {
    // Telegram states about 30 messages a second in all, one a second in a chat and 20 a minute in a group (its FAQ for bots).
    buckets: [
      { per: "account", requests: 30, seconds: 1, burst: 30 },
      { per: "source", requests: 20, seconds: 60, burst: 5, of: "writes" },
    ],
    reply: {
      once: "none",
      minLength: 1,
      maxLength: 4096,
      unit: "characters",
      edits: "any",
      moderated: false,
    },
  },
  every: 1,
  feed: "account",
  forgetsAfterDays: 1,
  place: placeOf,
  check,
  discover,
  pull,
  listen,
  receive,
  reply,
  edit,
  media,
};
