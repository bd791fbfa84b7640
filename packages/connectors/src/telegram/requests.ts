// How the Bot API is asked, and what its refusals mean. The token is part of every address: no address may be stored,
// logged or shown.
import type { Account, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { ZodType } from "zod";
import { urlAt } from "../kit/address.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { parseJson, readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";
import { Envelope } from "./wire.ts";

export const title = "Telegram";
export const host = "api.telegram.org";

export type Parameters = Readonly<Record<string, unknown>>;

/** What was answered: an envelope that says no, or none at all. */
export interface Refused {
  response: Response;
  envelope: Envelope | undefined;
}

/**
 * One call. `result` is there where the answer says that it was done.
 * @throws NetworkFault "unauthorized" without a token, "unavailable" when there was no answer, "changed" when a
 * success is not what it should be
 */
export async function ask<T>(
  account: Account | null,
  tools: Tools,
  call: { method: string; parameters?: Parameters; result: ZodType<T> },
): Promise<{ result: T } | { refused: Refused }> {
  const { method, parameters = {}, result: shape } = call;
  const response = await sent(account, tools, method, parameters);
  if (!response.ok) {
    const envelope = Envelope.safeParse(await jsonOrNothing(response));
    return { refused: { response, envelope: envelope.data } };
  }
  const envelope = Envelope.safeParse(await readJson(response, { network: title }));
  if (!envelope.success) throw changed(method, issuesOf(envelope.error));
  if (!envelope.data.ok) return { refused: { response, envelope: envelope.data } };
  const read = shape.safeParse(envelope.data.result);
  if (!read.success) throw changed(method, issuesOf(read.error));
  return { result: read.data };
}

/** The same, where a refusal is a fault. Throws as `ask` does, and as the refusal says. */
export async function call<T>(
  account: Account | null,
  tools: Tools,
  of: { method: string; parameters?: Parameters; result: ZodType<T> },
): Promise<T> {
  const answer = await ask(account, tools, of);
  if ("refused" in answer) throw faultFrom(answer.refused, tools);
  return answer.result;
}

async function sent(
  account: Account | null,
  tools: Tools,
  method: string,
  parameters: Parameters,
): Promise<Response> {
  const request = new Request(urlAt(account, host, `/bot${tokenOf(account)}/${method}`), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parameters),
    signal: tools.signal,
  });
  try {
    return await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
}

async function jsonOrNothing(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    return undefined; // an error may come as a web page, or break off
  }
}

/** The fault that a refusal is; its own number counts, where it names one. */
export function faultFrom({ response, envelope }: Refused, tools: Tools): NetworkFault {
  const status = envelope?.error_code ?? response.status;
  const said = envelope?.description ?? undefined;
  if (status === 401 || status === 404) return new NetworkFault("unauthorized", badToken);
  if (status === 409) return conflict(said);
  const told = new Response(null, {
    status: status >= 400 && status < 600 ? status : 400,
    headers: response.headers,
  });
  const fault = faultOf(told, { network: title, now: tools.now(), said });
  const seconds = envelope?.parameters?.retry_after;
  if (status !== 429 || !seconds) return fault;
  const retryAt = new Date(tools.now().getTime() + seconds * 1000);
  return new NetworkFault("throttled", fault.said, { retryAt });
}

const badToken: Said = {
  ru: "Telegram не узнаёт токен бота: его отозвали или скопировали не целиком. Возьмите токен у @BotFather и вставьте его ещё раз.",
  en: "Telegram does not know the bot's token: it was revoked, or copied in part. Take it from @BotFather and paste it once more.",
};

/** Somebody else takes the bot's updates: by a webhook, which only a person may end, or by asking like us. */
function conflict(said: string | undefined): NetworkFault {
  if (/webhook/i.test(said ?? ""))
    return new NetworkFault("refused", {
      ru: "У этого бота включён webhook: его сообщения уходят по другому адресу, и прочитать их отсюда нельзя. Включите приём уведомлений здесь, отключите webhook в той программе или возьмите отдельного бота.",
      en: "This bot has a webhook: its messages go to another address and cannot be read from here. Switch pushes on here, switch the webhook off in that program, or take a bot of its own.",
    });
  return new NetworkFault("unavailable", {
    ru: "Сообщения этого бота читает ещё одна программа, и Telegram отдаёт их кому-то одному. Остановите её или возьмите отдельного бота.",
    en: "Another program reads this bot's messages, and Telegram gives them to one only. Stop it, or take a bot of its own.",
  });
}

export const changed = (method: string, why: string): NetworkFault =>
  new NetworkFault("changed", {
    ru: `У Telegram что-то изменилось: другой вид у ответа ${method} (${why}).`,
    en: `Telegram has changed: the answer of ${method} has another shape (${why}).`,
  });

export function tokenOf(account: Account | null): string {
  const token = account?.credentials.token?.trim().replace(/^bot(?=\d)/i, "") ?? "";
  // It goes into the address; whether it is one is Telegram's to say.
  if (/^\d[\w:-]*$/.test(token)) return token;
  throw new NetworkFault("unauthorized", {
    ru: "Токена бота нет, или вставлено что-то другое: он выглядит как 123456789:AAE… Вставьте его ещё раз.",
    en: "The bot's token is missing or is none: it looks like 123456789:AAE… Paste it once more.",
  });
}

/** A token begins with its bot's number. */
export const botIdOf = (account: Account | null): string => tokenOf(account).split(":", 1)[0] as string;
