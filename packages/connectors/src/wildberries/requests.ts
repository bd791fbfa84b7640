// How Wildberries is asked: address, sign-in, and what its three forms of error mean.
import type { Account, Said, Told, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { inTongue } from "@otklik/core/said";
import { urlAt } from "../kit/address.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { parseJson, readJson } from "../kit/json.ts";
import type { Lane } from "./plan.ts";
import type { Ask } from "./walk.ts";
import { Envelope, Problem } from "./wire.ts";

export const title = "Wildberries";
/** Each part of the API has a host of its own. */
export const hosts = {
  feedbacks: "feedbacks-api.wildberries.ru",
  chats: "buyer-chat-api.wildberries.ru",
  common: "common-api.wildberries.ru",
} as const;

export interface Call {
  /** Default: that of reviews and questions. */
  host?: keyof typeof hosts;
  method?: "GET" | "POST" | "PATCH";
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Instead of a body: fields of a form. */
  form?: Record<string, string>;
}

/**
 * One request, signed; whatever status comes back is returned.
 * @throws NetworkFault "unauthorized" without a token, "unavailable" when there was no answer
 * @throws Refusal "bad-input" when the account's address is none, and those of the guarded fetch
 */
export async function send(account: Account | null, tools: Tools, call: Call): Promise<Response> {
  const request = new Request(urlOf(account, call), {
    method: call.method ?? "GET",
    headers: {
      accept: "application/json",
      authorization: tokenOf(account),
      ...(call.body !== undefined && { "content-type": "application/json" }),
    },
    body: bodyOf(call),
    signal: tools.signal,
  });
  try {
    return await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
}

function bodyOf({ body, form }: Call): FormData | string | null {
  if (!form) return body === undefined ? null : JSON.stringify(body);
  const fields = new FormData();
  for (const [name, value] of Object.entries(form)) fields.append(name, value);
  return fields;
}

const lists: Record<Lane, { path: string; name: string; isAnswered?: string }> = {
  unanswered: { path: "/api/v1/feedbacks", name: "feedbacks", isAnswered: "false" },
  answered: { path: "/api/v1/feedbacks", name: "feedbacks", isAnswered: "true" },
  archive: { path: "/api/v1/feedbacks/archive", name: "feedbacks" },
  questions: { path: "/api/v1/questions", name: "questions", isAnswered: "false" },
  "answered-questions": { path: "/api/v1/questions", name: "questions", isAnswered: "true" },
};

/**
 * The entries of one page, unread. `article` (nmId) narrows it to one product.
 * @throws NetworkFault "changed" when the page has another shape, and as its status says
 */
export async function listPage(
  account: Account | null,
  tools: Tools,
  { lane, take, skip, from, to, article }: Ask & { article?: string | undefined },
): Promise<unknown[]> {
  const { path, name, isAnswered } = lists[lane];
  const query = {
    ...(isAnswered && { isAnswered }),
    take: String(take),
    skip: String(skip),
    order: "dateDesc",
    // A second earlier, so that it does not matter whether the bound is inclusive.
    ...(from !== undefined && { dateFrom: String(from - 1) }),
    ...(to !== undefined && { dateTo: String(to) }),
    ...(article && { nmId: article }),
  };
  const response = await send(account, tools, { path, query });
  if (!response.ok) throw await readingFault(response, tools);
  const { data, error, errorText } = envelopeOf(await readJson(response, { network: title }));
  if (error) throw refusedReading(errorText);
  const entries = (data as Record<string, unknown> | null)?.[name];
  if (entries === null) return []; // Go's way of writing a list without members
  if (!Array.isArray(entries))
    throw changed({
      ru: `в ответе по адресу ${path} нет списка «${name}»`,
      en: `its answer at ${path} has no list "${name}"`,
    });
  return entries;
}

/** How many reviews and questions there are between two times, in unix seconds. Throws as `listPage` does. */
export async function countWithin(
  account: Account | null,
  tools: Tools,
  { since, until }: { since: number; until: number },
): Promise<number> {
  let sum = 0;
  for (const list of ["feedbacks", "questions"])
    for (const isAnswered of ["true", "false"]) {
      const query = { isAnswered, dateFrom: String(since), dateTo: String(until) };
      const response = await send(account, tools, { path: `/api/v1/${list}/count`, query });
      if (!response.ok) throw await readingFault(response, tools);
      const { data } = envelopeOf(await readJson(response, { network: title }));
      if (!Number.isSafeInteger(data))
        throw changed({ ru: "счётчик не число", en: "its count is no number" });
      sum += Number(data);
    }
  return sum;
}

/** One review or question by its id, unread; null: Wildberries has none of this id. Throws as `listPage` does. */
export async function entryById(
  account: Account | null,
  tools: Tools,
  { kind, id }: { kind: "feedback" | "question"; id: string },
): Promise<unknown> {
  const response = await send(account, tools, { path: `/api/v1/${kind}`, query: { id } });
  if (!response.ok) {
    const { said, ofService } = await wordsOf(response);
    // 422 is the documented answer to an unknown id, 404 the one that its neighbours give.
    if ((response.status === 422 || response.status === 404) && ofService) return null;
    throw faultFrom(response, tools, said);
  }
  const { data, error, errorText } = envelopeOf(await readJson(response, { network: title }));
  if (error) throw refusedReading(errorText);
  if (data === undefined)
    throw changed({
      ru: `в ответе об одном ${kind === "question" ? "вопросе" : "отзыве"} нет данных`,
      en: `its answer for one ${kind} holds no data`,
    });
  return data;
}

/** What a status that is no success means where we only read: a list that is refused has changed or is out of order. */
export async function readingFault(response: Response, tools: Tools): Promise<NetworkFault> {
  const words = await wordsOf(response);
  const fault = faultFrom(response, tools, words.said);
  if (fault.kind !== "refused" && fault.kind !== "gone") return fault;
  if (words.ofService) return refusedReading(words.said);
  return changed({ ru: `ответ ${response.status}`, en: `it answered ${response.status}` }, words.said);
}

/** The fault of a status; 402 is a paid service's own: its balance at Wildberries is empty. */
export function faultFrom(response: Response, tools: Tools, said: string | undefined): NetworkFault {
  const fault = faultOf(response, { network: title, now: tools.now(), said });
  return response.status === 402 ? new NetworkFault("unauthorized", fault.said) : fault;
}

/** What an error says, and whether the reviews' own service said it or the gateway before it. */
export async function wordsOf(response: Response): Promise<{ said: string | undefined; ofService: boolean }> {
  const body = await jsonOf(response);
  const envelope = Envelope.safeParse(body);
  if (envelope.data?.error) return { said: envelope.data.errorText || undefined, ofService: true };
  const problem = Problem.safeParse(body);
  return { said: problem.data?.detail || problem.data?.title || undefined, ofService: false };
}

/** The body as far as it is JSON; undefined for all else: an error may come as a web page, or break off. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    return undefined;
  }
}

function envelopeOf(body: unknown): Envelope {
  const { data, success } = Envelope.safeParse(body);
  if (!success) throw changed({ ru: "у ответа другой вид", en: "its answer has another shape" });
  return data;
}

export const refusedReading = (said: string | null | undefined): NetworkFault =>
  new NetworkFault("unavailable", {
    ru: `${title} не показывает данные: ${said || "причина не названа"}.`,
    en: `${title} could not show it: ${said || "it did not say why"}.`,
  });

export const changed = (what: Said, said?: Told): NetworkFault =>
  new NetworkFault("changed", {
    ru: `У ${title} что-то изменилось: ${what.ru}${said ? ` (${inTongue(said, "ru")})` : ""}.`,
    en: `${title} has changed: ${what.en}${said ? ` (${inTongue(said, "en")})` : ""}.`,
  });

function urlOf(account: Account | null, { host = "feedbacks", path, query }: Call): URL {
  // Wildberries' own sandbox is another host of the reviews' service, and of no other.
  const address = URL.parse(account?.credentials.address?.trim() ?? "");
  const isTheirs = address !== null && /\.wildberries\.ru$/.test(address.hostname);
  if (!isTheirs) return urlAt(account, hosts[host], path, query);
  return urlAt(null, host === "feedbacks" ? address.host : hosts[host], path, query);
}

export function tokenOf(account: Account | null): string {
  const token = account?.credentials.token?.trim().replace(/^Bearer\s+/i, "") ?? "";
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new NetworkFault("unauthorized", {
    ru: `Токена ${title} нет, или вставлено что-то другое: вставьте его ещё раз.`,
    en: `The token of ${title} is missing or is none: paste it once more.`,
  });
}
