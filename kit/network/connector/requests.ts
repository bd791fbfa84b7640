// How Example Reviews is asked: address, sign-in, and what its errors mean.
import { type Query, urlAt } from "@otklik/connectors/kit/address";
import { faultOf, networkError } from "@otklik/connectors/kit/faults";
import { parseJson, readJson } from "@otklik/connectors/kit/json";
import type { Account, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { Trouble } from "./wire.ts";

export const title = "Example Reviews";
const host = "api.reviews.example";

interface Call {
  method?: "GET" | "PUT";
  path: string;
  query?: Query;
  body?: unknown;
}

/**
 * One request, signed; whatever status comes back is returned.
 * @throws NetworkFault "unauthorized" without a token, "unavailable" when there was no answer
 */
export async function send(account: Account | null, tools: Tools, call: Call): Promise<Response> {
  const token = account?.credentials.token?.trim();
  if (!token)
    throw new NetworkFault("unauthorized", {
      ru: `Токена ${title} нет: вставьте его ещё раз.`,
      en: `The token of ${title} is missing: paste it once more.`,
    });
  const request = new Request(urlAt(account, host, call.path, call.query), {
    method: call.method ?? "GET",
    headers: {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      ...(call.body !== undefined && { "content-type": "application/json" }),
    },
    body: call.body === undefined ? null : JSON.stringify(call.body),
    signal: tools.signal,
  });
  try {
    return await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
}

/** The JSON of a success. @throws NetworkFault as its status says */
export async function ask(account: Account | null, tools: Tools, call: Call): Promise<unknown> {
  const response = await send(account, tools, call);
  if (!response.ok) throw await faultFrom(response, tools);
  return readJson(response, { network: title });
}

/** What a status that is no success means, with the network's own words. */
export async function faultFrom(response: Response, tools: Tools): Promise<NetworkFault> {
  return faultOf(response, { network: title, now: tools.now(), said: await wordsOf(response) });
}

export async function wordsOf(response: Response): Promise<string | undefined> {
  try {
    return Trouble.safeParse(parseJson(await response.text())).data?.error.message;
  } catch {
    return undefined; // an error may come as a web page, or break off
  }
}

export const changed = (): NetworkFault =>
  new NetworkFault("changed", {
    ru: `У ${title} что-то изменилось: в ответе нет списка отзывов, который мы понимаем.`,
    en: `${title} has changed: its answer holds no list of reviews that we understand.`,
  });
