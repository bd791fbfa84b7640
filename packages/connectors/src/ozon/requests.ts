// How Ozon is asked: everything is a POST of JSON to one host. And what its errors mean: a missing plan comes with the
// status and the code of a bad key, and only the words tell them apart.
import type { Account, Said, Told, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { inTongue } from "@otklik/core/said";
import { urlAt } from "../kit/address.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { parseJson, readJson } from "../kit/json.ts";
import { Failure, Flag } from "./wire.ts";

export const title = "Ozon";
export const host = "api-seller.ozon.ru";

/** Where a request goes and what it says. */
export interface Call {
  path: string;
  body: Record<string, unknown>;
}

/**
 * One request, signed; whatever status comes back is returned.
 * @throws NetworkFault "unauthorized" without a key, "unavailable" when there was no answer
 * @throws Refusal "bad-input" when the account's address is none, and those of the guarded fetch
 */
export async function send(account: Account | null, tools: Tools, { path, body }: Call): Promise<Response> {
  const request = new Request(urlAt(account, host, path), {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", ...keysOf(account) },
    body: JSON.stringify(body),
    signal: tools.signal,
  });
  try {
    return await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
}

/** The answer's fields. Throws a NetworkFault as the status says, "changed" for what is no object. */
export async function ask(account: Account | null, tools: Tools, call: Call): Promise<Fields> {
  const response = await send(account, tools, call);
  if (!response.ok) throw await faultFrom(response, tools);
  return fieldsOf(await readJson(response, { network: title }), call.path);
}
export type Fields = Readonly<Record<string, unknown>>;

export interface List {
  entries: unknown[];
  /** What stands beside them. */
  fields: Fields;
}

/**
 * The entries of one page, unread; null: Ozon has no such list, or nothing of that id.
 * @throws NetworkFault "changed" when the page has another shape, and as its status says
 */
export async function listPage(
  account: Account | null,
  tools: Tools,
  { name, ...call }: Call & { name: string },
): Promise<List | null> {
  const response = await send(account, tools, call);
  if (response.status === 404) return null;
  if (!response.ok) throw await faultFrom(response, tools);
  const fields = fieldsOf(await readJson(response, { network: title }), call.path);
  const entries = fields[name] === null ? [] : fields[name]; // Go's way of writing a list without members
  if (Array.isArray(entries)) return { entries, fields };
  throw changed({
    ru: `в ответе по адресу ${call.path} нет списка «${name}»`,
    en: `its answer at ${call.path} has no list "${name}"`,
  });
}

/**
 * Where a list goes on; null at its end, where the id is empty or it says that there is no more.
 * @throws NetworkFault "changed" when it does not say
 */
export function nextOf({ entries, fields }: List, name: "last_id" | "cursor"): string | null {
  if (entries.length === 0) return null;
  const hasNext = Flag.safeParse(fields.has_next);
  const next = fields[name];
  if (hasNext.data === false) return null;
  if (hasNext.success && typeof next === "string" && (next !== "" || hasNext.data !== true))
    return next || null;
  throw changed({ ru: "список не говорит, где он продолжается", en: "a list does not say where it goes on" });
}

function fieldsOf(body: unknown, path: string): Fields {
  if (body !== null && typeof body === "object" && !Array.isArray(body)) return body as Fields;
  throw changed({
    ru: `ответ по адресу ${path} другого вида`,
    en: `its answer at ${path} has another shape`,
  });
}

/** What Ozon says of an error, in its words, and their code. */
export async function failureOf(response: Response): Promise<{ code?: number; message?: string }> {
  const { code, message } = Failure.safeParse(await jsonOf(response)).data ?? {};
  return { ...(code != null && { code }), ...(message && { message }) };
}

/** An error may come as plain text ("404 page not found") or a web page. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    return undefined;
  }
}

/** Ozon's words for a method that the shop's plan does not hold, though the key may call it. */
export const isOfPlan = ({ message = "" }: { message?: string }): boolean => /subscription/i.test(message);

export async function faultFrom(response: Response, tools: Tools): Promise<NetworkFault> {
  return faultBy(response, tools, await failureOf(response));
}

/** What a refusal whose words have been read means. */
export function faultBy(
  response: Response,
  tools: Tools,
  failure: { code?: number; message?: string },
): NetworkFault {
  const { code, message } = failure;
  if (isOfPlan(failure)) return new NetworkFault("unauthorized", noPlan);
  const fault = faultOf(response, { network: title, now: tools.now(), said: message });
  const { kind, retryAt } = fault;
  if (code === 16 && kind !== "unauthorized") return new NetworkFault("unauthorized", fault.said);
  // Over the limit Ozon names no status of its own, so the code and the words count too.
  if (kind === "refused" && (code === 8 || /rate limit/i.test(message ?? "")))
    return new NetworkFault("throttled", fault.said, { retryAt });
  // Where we only read, a refusal means that the method has changed, or is out of order.
  if (kind === "gone")
    return changed({ ru: "такого метода там нет", en: "there is no such method" }, message);
  return fault;
}

export const noPlan: Said = {
  ru: "Ozon: тариф магазина этого не включает. Ключ в порядке: отзывам нужна подписка «Управление отзывами» или Premium Pro, вопросам и чатам Premium Plus. Подключите её в кабинете Ozon или снимите лишнее в настройках источника.",
  en: "Ozon: the shop's plan does not include this. The key is fine: reviews need the subscription “Review management” or Premium Pro, questions and chats Premium Plus. Add it in Ozon's cabinet, or untick it in the source's settings.",
};

export const changed = (what: Said, said?: Told): NetworkFault =>
  new NetworkFault("changed", {
    ru: `У ${title} что-то изменилось: ${what.ru}${said ? ` (${inTongue(said, "ru")})` : ""}.`,
    en: `${title} has changed: ${what.en}${said ? ` (${inTongue(said, "en")})` : ""}.`,
  });

/** The two headers of a request. @throws NetworkFault "unauthorized" when one is missing, or is none */
export function keysOf(account: Account | null): { "client-id": string; "api-key": string } {
  const clientId = account?.credentials.clientId?.trim() ?? "";
  const apiKey = account?.credentials.apiKey?.trim() ?? "";
  if (/^\d{1,20}$/.test(clientId) && /^[\x21-\x7e]+$/.test(apiKey)) {
    return { "client-id": clientId, "api-key": apiKey };
  }
  throw new NetworkFault("unauthorized", {
    ru: "Для Ozon нужны Client ID (число) и API-ключ: вставьте их ещё раз.",
    en: "Ozon takes a Client ID (a number) and an API key: paste them once more.",
  });
}

/** An integer for a request, though it be past 2^53 (`uint64`): written as the digits stand. */
export const digits = (id: string): unknown =>
  /^\d{1,20}$/.test(id) ? (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(id) : id;

/** A few requests at a time, in the order asked; the first fault ends them. */
export async function fewAtATime<From, To>(
  list: readonly From[],
  work: (member: From) => Promise<To>,
): Promise<To[]> {
  const done: To[] = [];
  for (let at = 0; at < list.length; at += together) {
    done.push(...(await Promise.all(list.slice(at, at + together).map(work))));
  }
  return done;
}
const together = 5;
