// How Yandex Market is asked: address, sign-in, and what its errors mean.
import type { Account, Said, Told, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { inTongue } from "@otklik/core/said";
import { type Query, urlAt } from "../kit/address.ts";
import { readDate } from "../kit/dates.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { parseJson, readJson } from "../kit/json.ts";
import { Envelope, Paging } from "./wire.ts";

export const title = "Яндекс Маркет";
const host = "api.partner.market.yandex.ru";

export interface Call {
  method?: "GET" | "POST";
  path: string;
  query?: Query;
  /** null: none at all. Default: an empty object. */
  body?: unknown;
}

/**
 * One request, signed; whatever status comes back is returned.
 * @throws NetworkFault "unauthorized" without a key, "unavailable" when there was no answer
 */
export async function send(account: Account | null, tools: Tools, call: Call): Promise<Response> {
  const { method = "POST", path, query, body = {} } = call;
  const sent = method === "POST" && body !== null ? JSON.stringify(body) : null;
  const request = new Request(urlAt(account, host, path, query), {
    method,
    headers: {
      accept: "application/json",
      "api-key": keyOf(account),
      ...(sent !== null && { "content-type": "application/json" }),
    },
    body: sent,
    signal: tools.signal,
  });
  try {
    return await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
}

/**
 * What an answer holds: its `result`, or all of it where it has none.
 * @throws NetworkFault as its status says, "changed" when it has another shape
 */
export async function ask(account: Account | null, tools: Tools, call: Call): Promise<unknown> {
  const response = await send(account, tools, call);
  if (!response.ok) throw readingFault(response, tools, await wordsOf(response));
  const body = await readJson(response, { network: title });
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) throw changed({ ru: "у ответа другой вид", en: "its answer has another shape" });
  if (envelope.data.status === "ERROR")
    throw new NetworkFault("unavailable", {
      ru: `${title} не показывает данные: ${said(envelope.data) ?? "причина не названа"}.`,
      en: `${title} could not show it: ${said(envelope.data) ?? "it did not say why"}.`,
    });
  return envelope.data.result ?? body;
}

/** The entries of a page, unread, and the token of the next one. Throws as `ask` does. */
export async function listPage(
  account: Account | null,
  tools: Tools,
  call: Call & { list: string },
): Promise<{ entries: unknown[]; token: string | undefined; result: unknown }> {
  const result = await ask(account, tools, call);
  const entries = (result as Record<string, unknown> | null)?.[call.list];
  const paging = Paging.safeParse(result);
  if (!Array.isArray(entries) || !paging.success)
    throw changed({
      ru: `в ответе по адресу ${call.path} нет списка «${call.list}»`,
      en: `its answer at ${call.path} has no list "${call.list}"`,
    });
  return { entries, token: paging.data.paging?.nextPageToken || undefined, result };
}

/** A list that is refused or gone has changed; all else is what its status says. */
function readingFault(response: Response, tools: Tools, words: string | undefined): NetworkFault {
  const fault = faultFrom(response, tools, words);
  if (fault.kind !== "refused" && fault.kind !== "gone") return fault;
  return changed({ ru: `ответ ${response.status}`, en: `it answered ${response.status}` }, words);
}

/** The fault of a status: 420 is its limit, which names the time in a header of its own; 423 a method it does not give. */
export function faultFrom(response: Response, tools: Tools, words: string | undefined): NetworkFault {
  const fault = faultOf(response, { network: title, now: tools.now(), said: words });
  if (response.status === 423) return new NetworkFault("unauthorized", fault.said);
  const until = readDate(response.headers.get("x-ratelimit-resource-until"));
  if (fault.kind !== "throttled" || fault.retryAt || !until) return fault;
  return new NetworkFault("throttled", fault.said, { retryAt: until });
}

/** What an error says, as far as it is JSON of its own. */
export async function wordsOf(response: Response): Promise<string | undefined> {
  try {
    const envelope = Envelope.safeParse(parseJson(await response.text()));
    return envelope.success ? said(envelope.data) : undefined;
  } catch {
    return undefined; // an error may come as a web page, or break off
  }
}

function said({
  errors,
}: {
  errors?: { code?: string | null; message?: string | null }[] | null | undefined;
}): string | undefined {
  const first = errors?.[0];
  return first?.message || first?.code || undefined;
}

export const changed = (what: Said, words?: Told): NetworkFault =>
  new NetworkFault("changed", {
    ru: `У Яндекс Маркета что-то изменилось: ${what.ru}${words ? ` (${inTongue(words, "ru")})` : ""}.`,
    en: `Yandex Market has changed: ${what.en}${words ? ` (${inTongue(words, "en")})` : ""}.`,
  });

function keyOf(account: Account | null): string {
  const key = account?.credentials.token?.trim().replace(/^Bearer\s+/i, "") ?? "";
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new NetworkFault("unauthorized", {
    ru: "Ключа Яндекс Маркета нет, или вставлено что-то другое: вставьте ключ Api-Key ещё раз.",
    en: "The key of Yandex Market is missing or is none: paste the Api-Key once more.",
  });
}
