// Answering in public and in messages. `guid` and `random_id` make VK drop a repeat for a while; how long, its schema
// does not say, so before a repeat the thread is read back as well.
import type { Answer, Receipt, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import { noToken, VkFault } from "./faults.ts";
import { ownComment, ownMessage } from "./own-answer.ts";
import { externalIdOf, type Spot, spotOf } from "./parts.ts";
import { call } from "./requests.ts";
import { canCall } from "./tokens.ts";
import { changing, saying } from "./writes.ts";

const unknown: Receipt = { state: "unknown" };

/** Publishes once. Throws a NetworkFault only where nothing can have been published. */
export async function publish(answer: Answer, tools: Tools): Promise<Receipt> {
  const spot = spotFrom(answer);
  const { method, parameters } = saying(spot, answer);
  if (!canCall(answer.account, method)) return { state: "rejected", why: noToken(method).said };
  return told(spot, () => call({ account: answer.account, tools }, method, parameters));
}

/** What stands there now; null: certainly nothing of ours. Throws a NetworkFault when it cannot be read. */
export async function receipt(answer: Answer, tools: Tools): Promise<Receipt | null> {
  const spot = spotFrom(answer);
  const caller = { account: answer.account, tools };
  const id =
    spot.part === "messages"
      ? await ownMessage(caller, spot, answer)
      : await ownComment(caller, spot, answer);
  return id === null ? null : { state: "published", externalId: externalIdOf({ ...spot, id }) };
}

/** Puts our text in the place of what stands there. Throws as `publish` does. */
export async function change(answer: Answer, tools: Tools): Promise<Receipt> {
  const caller = { account: answer.account, tools };
  const spot = spotFrom(answer);
  const known = spotOf(answer.standing?.externalId ?? "")?.id;
  const before = { ...answer, text: answer.standing?.text ?? answer.text };
  const id = known ?? (await receiptId(before, tools));
  if (!id) return { state: "rejected", why: notThere };
  const { method, parameters } = changing({ ...spot, id }, answer);
  if (!canCall(answer.account, method)) return { state: "rejected", why: noToken(method).said };
  const said = await told(spot, () => call(caller, method, parameters));
  return said.state === "published" ? { ...said, externalId: externalIdOf({ ...spot, id }) } : said;
}

const notThere: Said = {
  ru: "Нашего ответа там уже нет: изменять нечего.",
  en: "Our answer no longer stands there: there is nothing to change.",
};

async function receiptId(answer: Answer, tools: Tools): Promise<string | undefined> {
  const stands = await receipt(answer, tools);
  return stands?.state === "published" ? spotOf(stands.externalId ?? "")?.id : undefined;
}

/** What VK answers to a change, as a receipt. */
async function told(spot: Spot, change: () => Promise<unknown>): Promise<Receipt> {
  try {
    const id = idIn(await change());
    return {
      state: "published",
      ...(id && spot.part !== "messages" && { externalId: externalIdOf({ ...spot, id }) }),
    };
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    // Sent, but nobody knows whether it arrived.
    if (error.kind === "unavailable" || error.kind === "changed") return unknown;
    if (error.kind === "throttled" || error.kind === "unauthorized") throw error;
    return {
      state: "rejected",
      why: error instanceof VkFault ? (whyNot[error.code] ?? error.said) : error.said,
    };
  }
}

/** `wall.createComment` answers with an object, the others with a number; a change with 1. */
function idIn(response: unknown): string | undefined {
  const id = (response as { comment_id?: unknown } | null)?.comment_id ?? response;
  return typeof id === "number" || typeof id === "string" ? String(id) : undefined;
}

const whyNot: Record<number, Said> = {
  212: { ru: "Комментарии к этой записи закрыты.", en: "Comments on this post are closed." },
  213: {
    ru: "Комментировать эту запись нельзя: комментарии закрыты.",
    en: "This post cannot be commented on: its comments are closed.",
  },
  222: {
    ru: "Ссылки в комментариях здесь запрещены: уберите ссылку.",
    en: "Links are forbidden in comments here: take the link out.",
  },
  223: {
    ru: "Слишком много ответов подряд: VK пока не принимает новые. Повторите позже.",
    en: "Too many replies in a row: VK takes no more for now. Send it again later.",
  },
  901: {
    ru: "Человек не разрешил сообществу писать ему: первым может написать только он.",
    en: "This person has not allowed the community to write: only they can write first.",
  },
  902: {
    ru: "Настройки приватности этого человека не дают ему написать.",
    en: "This person's privacy settings do not let anyone write to them.",
  },
  914: {
    ru: "Сообщение слишком длинное для VK: не больше 9000 знаков.",
    en: "The message is too long for VK: 9,000 characters at most.",
  },
  936: { ru: "Такого собеседника нет.", en: "There is no such person to write to." },
  950: {
    ru: "Время для ответа вышло: VK больше не даёт написать этому человеку, пока он не напишет сам.",
    en: "The time to answer is over: VK lets nobody write to this person until they write again.",
  },
  1401: { ru: "Комментарии к этому товару закрыты.", en: "Comments on this market item are closed." },
  909: {
    ru: "Сообщение слишком старое: изменить его уже нельзя.",
    en: "The message is too old to be changed.",
  },
};

function spotFrom({ mention }: Answer): Spot {
  const spot = spotOf(mention.externalId);
  if (spot) return spot;
  throw new Refusal("bad-input", {
    ru: `Это не комментарий и не сообщение VK: ${mention.externalId}`,
    en: `This is no comment or message of VK: ${mention.externalId}`,
  });
}
