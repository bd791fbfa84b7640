// Answering as the bot, or as the business account that it is connected to. The Bot API knows no key against repeats and
// shows no bot what it has said: what was sent and not confirmed stays unknown, and a person looks.
import type { Answer, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { z } from "zod";
import { externalIdOf, type Spoken, spokenIn, topicIn } from "./names.ts";
import { ask, faultFrom, type Parameters, type Refused } from "./requests.ts";
import { Sent } from "./wire.ts";

const unknown: Receipt = { state: "unknown" };

/** Throws a NetworkFault only where nothing can have been published. */
export async function reply({ account, mention, text }: Answer, tools: Tools): Promise<Receipt> {
  const to = namedBy(mention.externalId);
  const topic = topicIn(mention.threadId);
  const isPrivate = mention.kind === "message";
  return told({ account, tools, spoken: to }, "sendMessage", {
    chat_id: Number(to.chat),
    text,
    // In a group an answer to nothing would be a riddle; in a private chat it is understood without the quote.
    reply_parameters: { message_id: to.message, allow_sending_without_reply: isPrivate },
    ...(to.connection !== undefined && { business_connection_id: to.connection }),
    ...(topic !== undefined && { direct_messages_topic_id: Number(topic) }),
  });
}

/** The same text again changes nothing. Throws as `reply` does. */
export async function edit({ account, text, standing }: Answer, tools: Tools): Promise<Receipt> {
  const ours = spokenIn(standing?.externalId ?? "");
  if (!ours) return { state: "rejected", why: notKnown };
  return told({ account, tools, spoken: ours }, "editMessageText", {
    ...{ chat_id: Number(ours.chat), message_id: ours.message, text },
    ...(ours.connection !== undefined && { business_connection_id: ours.connection }),
  });
}

const notKnown: Said = {
  ru: "Telegram не сказал номера этого ответа, поэтому изменить его отсюда нельзя: исправьте его в самом Telegram.",
  en: "Telegram did not tell this reply's number, so it cannot be changed from here: change it in Telegram itself.",
};

function namedBy(externalId: string): Spoken {
  const spoken = spokenIn(externalId);
  if (spoken) return spoken;
  throw new Refusal("bad-input", {
    ru: `«${externalId}» не похоже на номер сообщения Telegram.`,
    en: `“${externalId}” is no number of a message of Telegram.`,
  });
}

interface Way {
  account: Answer["account"];
  tools: Tools;
  spoken: Spoken;
}

async function told(
  { account, tools, spoken }: Way,
  method: string,
  parameters: Parameters,
): Promise<Receipt> {
  const answer = await ask(account, tools, { method, parameters, result: z.unknown() }).catch(lost);
  if (answer === null) return unknown;
  if ("refused" in answer) return refusal(answer.refused, tools, spoken);
  // It was done, whatever form the confirmation has.
  const sent = Sent.safeParse(answer.result).data;
  if (!sent || sent.message_id === 0) return { state: "published" };
  const { connection } = spoken;
  const externalId = externalIdOf({ connection, chat: sent.chat.id, message: sent.message_id });
  return { state: "published", externalId };
}

/** No token, a limit of our own, or an address that is not allowed: then nothing was sent. All else is not known. */
function lost(error: unknown): null {
  if (error instanceof Refusal && error.code !== "too-large") throw error;
  if (error instanceof NetworkFault && (error.kind === "unauthorized" || error.kind === "throttled"))
    throw error;
  return null;
}

function refusal({ response, envelope }: Refused, tools: Tools, spoken: Spoken): Receipt {
  const status = envelope?.error_code ?? response.status;
  if (status >= 500 || status === 408) return unknown;
  const said = envelope?.description ?? "";
  if (/message is not modified/i.test(said)) return { state: "published", externalId: externalIdOf(spoken) };
  if (status === 400 || status === 403) return { state: "rejected", why: whyRefused(said, envelope) };
  throw faultFrom({ response, envelope }, tools);
}

function whyRefused(said: string, envelope: Refused["envelope"]): Said {
  const moved = envelope?.parameters?.migrate_to_chat_id;
  if (moved)
    return {
      ru: `Группа стала супергруппой, и номер у неё теперь ${moved}: на её прежние сообщения ответить отсюда нельзя.`,
      en: `The group became a supergroup and is now number ${moved}: what was said before cannot be answered from here.`,
    };
  const known = refusals.find(({ when }) => when.test(said));
  const words = said.replace(/^(?:Bad Request|Forbidden): /, "");
  return known
    ? { ru: known.ru, en: known.en }
    : { ru: `Telegram не принял ответ: ${words}.`, en: `Telegram did not take the reply: ${words}.` };
}

const refusals: readonly (Said & { when: RegExp })[] = [
  {
    when: /blocked by the user/i,
    ru: "Этот человек заблокировал бота: написать ему нельзя.",
    en: "This person has blocked the bot: it cannot write to them.",
  },
  {
    when: /user is deactivated/i,
    ru: "Этот человек удалил свой аккаунт Telegram.",
    en: "This person has deleted their Telegram account.",
  },
  {
    when: /(?:repl\w+|message_id) not found|message to edit not found|MESSAGE_ID_INVALID/i,
    ru: "Этого сообщения в Telegram больше нет.",
    en: "This message is no longer in Telegram.",
  },
  {
    when: /message is too long/i,
    ru: "Ответ длиннее 4096 знаков.",
    en: "The reply is longer than 4,096 characters.",
  },
  {
    when: /kicked|not a member|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN/i,
    ru: "Боту нельзя писать в этот чат: верните его туда и дайте право отправлять сообщения.",
    en: "The bot may not write to this chat: put it back and let it send messages.",
  },
  {
    when: /BUSINESS_|business connection/i,
    ru: "Бизнес-аккаунт не даёт боту отвечать здесь: проверьте его права, и не прошли ли сутки с последнего сообщения клиента.",
    en: "The business account does not let the bot answer here: check its rights, and whether a day has passed since the customer's last message.",
  },
];
