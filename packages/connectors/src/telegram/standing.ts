// What a bot may do, in plain words: whether it hears a chat, and whether it may speak there.
import type { Account, Said, Standing, Tools } from "@otklik/core/connector";
import { ask, botIdOf, call } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { BusinessConnection, Chat, ChatMember, User, WebhookInfo } from "./wire.ts";

/** Asks whose token it is, and of the source's chat whether the bot is in it and hears it. */
export async function check(account: Account, settings: Settings, tools: Tools): Promise<Standing> {
  const bot = await call(account, tools, { method: "getMe", result: User });
  const name = bot.username ? `@${bot.username}` : (bot.first_name ?? "Telegram");
  const hook = await call(account, tools, { method: "getWebhookInfo", result: WebhookInfo });
  const ofSource =
    settings.reads === "chat"
      ? await groupWarnings(account, tools, { bot, chat: settings.chat })
      : settings.reads === "business"
        ? await businessWarnings(account, tools, { bot, connection: settings.chat })
        : [];
  return {
    name,
    kind: { ru: "токен бота", en: "bot token" },
    warnings: [...hookWarnings(hook.url), ...ofSource],
  };
}

function hookWarnings(url: string): Said[] {
  const host = URL.parse(url)?.host;
  if (!host) return [];
  return [
    {
      ru: `Сообщения этого бота уходят на ${host}. Если это не Отклик, отключите их там или возьмите отдельного бота.`,
      en: `This bot's messages go to ${host}. If that is not Otklik, switch them off there, or take a bot of its own.`,
    },
  ];
}

async function groupWarnings(
  account: Account,
  tools: Tools,
  { bot, chat }: { bot: User; chat: string | undefined },
): Promise<Said[]> {
  if (!chat) return [];
  const found = await ask(account, tools, { method: "getChat", parameters: { chat_id: chat }, result: Chat });
  if ("refused" in found) {
    const moved = found.refused.envelope?.parameters?.migrate_to_chat_id;
    return [moved ? movedTo(moved) : notThere(chat)];
  }
  if (found.result.type === "channel") return [await ofChannel(account, tools, found.result)];
  return membershipWarnings(account, tools, { bot, chat: found.result });
}

const notThere = (chat: string): Said => ({
  ru: `Telegram не показывает боту чат ${chat}: добавьте бота в эту группу и проверьте имя или номер.`,
  en: `Telegram does not show the chat ${chat} to the bot: put the bot into that group, and check its name or number.`,
});
const movedTo = (chat: string): Said => ({
  ru: `Группа стала супергруппой, и номер у неё теперь ${chat}: впишите его.`,
  en: `The group became a supergroup and is now number ${chat}: put that in.`,
});

/** Comments stand in a group of their own, which is what must be read. */
async function ofChannel(account: Account, tools: Tools, { linked_chat_id: linked }: Chat): Promise<Said> {
  if (!linked)
    return {
      ru: "Это канал без обсуждений: комментариев у него нет. Привяжите к нему группу и подключите её.",
      en: "This is a channel without discussions: it has no comments. Link a group to it and connect that.",
    };
  const group = await ask(account, tools, {
    method: "getChat",
    parameters: { chat_id: linked },
    result: Chat,
  });
  const name = "result" in group && group.result.username ? `@${group.result.username}` : linked;
  return {
    ru: `Это канал, а комментарии к нему живут в группе обсуждения: впишите ${name} и добавьте бота туда.`,
    en: `This is a channel, and its comments live in its discussion group: put in ${name}, and put the bot there.`,
  };
}

async function membershipWarnings(
  account: Account,
  tools: Tools,
  { bot, chat }: { bot: User; chat: Chat },
): Promise<Said[]> {
  const member = await ask(account, tools, {
    method: "getChatMember",
    parameters: { chat_id: chat.id, user_id: Number(botIdOf(account)) },
    result: ChatMember,
  });
  if ("refused" in member || ["left", "kicked"].includes(member.result.status)) return [notMember(chat)];
  const { status, can_send_messages: maySend } = member.result;
  return [
    ...(bot.can_read_all_group_messages === true ? [] : [status === "administrator" ? deafPerhaps : deaf]),
    ...(status === "restricted" && maySend === false ? [mute] : []),
  ];
}

const notMember = ({ title, id }: Chat): Said => ({
  ru: `Бота нет в группе «${title ?? id}»: добавьте его туда.`,
  en: `The bot is not in the group “${title ?? id}”: put it there.`,
});
const deaf: Said = {
  ru: "У бота включён режим приватности: в группе он слышит только команды и ответы себе. Отключите его у @BotFather (/setprivacy), потом уберите бота из группы и добавьте снова.",
  en: "The bot is in privacy mode: in a group it hears only commands and replies to itself. Switch that off at @BotFather (/setprivacy), then take the bot out of the group and put it back.",
};
const deafPerhaps: Said = {
  ru: "Бот администратор, но режим приватности у него включён. Если сообщения не приходят, отключите его у @BotFather (/setprivacy) и добавьте бота в группу заново.",
  en: "The bot is an administrator, yet in privacy mode. If no messages come, switch that off at @BotFather (/setprivacy) and put the bot into the group anew.",
};
const mute: Said = {
  ru: "Боту нельзя писать в эту группу: сообщения будут приходить, а отвечать отсюда не получится.",
  en: "The bot may not write to this group: messages will come, but cannot be answered from here.",
};

async function businessWarnings(
  account: Account,
  tools: Tools,
  { bot, connection }: { bot: User; connection: string | undefined },
): Promise<Said[]> {
  if (bot.can_connect_to_business === false) return [noBusiness];
  if (!connection) return [];
  const found = await ask(account, tools, {
    method: "getBusinessConnection",
    parameters: { business_connection_id: connection },
    result: BusinessConnection,
  });
  if ("refused" in found || !found.result.is_enabled) return [disconnected];
  return mayReply(found.result) ? [] : [readOnly];
}

/** The right to reply, where it stands in old versions and new. */
export const mayReply = ({ rights, can_reply }: BusinessConnection): boolean =>
  rights?.can_reply ?? can_reply ?? false;

const noBusiness: Said = {
  ru: "Этого бота нельзя подключить к бизнес-аккаунту: включите Business Mode у @BotFather.",
  en: "This bot cannot be connected to a business account: switch Business Mode on at @BotFather.",
};
const disconnected: Said = {
  ru: "Бизнес-аккаунт отключил бота: подключите его снова в Telegram, «Настройки», «Telegram для бизнеса», «Чат-боты».",
  en: "The business account has disconnected the bot: connect it again in Telegram, Settings, Telegram Business, Chatbots.",
};
export const readOnly: Said = {
  ru: "Бизнес-аккаунт не дал боту отвечать: сообщения будут приходить, а отвечать отсюда не получится.",
  en: "The business account does not let the bot reply: messages will come, but cannot be answered from here.",
};
