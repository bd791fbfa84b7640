// How App Store Connect is asked, and what its errors mean.
import type { Account, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { ZodType } from "zod";
import { type Query, urlAt } from "../kit/address.ts";
import { changedFault } from "../kit/changed.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { parseJson, readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";
import { tokenFor } from "./token.ts";
import { Errors } from "./wire.ts";

export const title = "App Store";
const host = "api.appstoreconnect.apple.com";

export interface Call {
  method?: "GET" | "POST";
  /** May hold a query, as the links of a page do. */
  path: string;
  query?: Query;
  body?: unknown;
}

/**
 * One request, signed; whatever status comes back is returned.
 * @throws NetworkFault "unauthorized" without a key, "unavailable" when there was no answer
 */
export async function send(account: Account | null, tools: Tools, call: Call): Promise<Response> {
  const request = new Request(urlAt(account, host, call.path, call.query), {
    method: call.method ?? "GET",
    headers: {
      accept: "application/json",
      authorization: `Bearer ${await tokenFor(account, tools.now())}`,
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

/** @throws NetworkFault "changed" */
export async function read<T>(shape: ZodType<T>, response: Response): Promise<T> {
  const { data, error } = shape.safeParse(await readJson(response, { network: title }));
  if (error) throw changedFault(title, anotherShape, issuesOf(error));
  return data;
}

const anotherShape: Said = { ru: "у ответа другой вид", en: "its answer has another shape" };

/** The path and query of a link to the next page: whatever host it names, our own is asked. */
export function pathOf(link: string | null | undefined): string | null {
  const url = link ? URL.parse(link, `https://${host}`) : null;
  const at = url?.pathname.indexOf("/v1/") ?? -1;
  return url && at >= 0 ? url.pathname.slice(at) + url.search : null;
}

/** What an error says: Apple's own word for it, and its sentence. */
export interface AppleError {
  code?: string | undefined;
  said?: string | undefined;
}
/** Reads the body of an error; one of another form, such as a web page, says nothing. */
export async function errorOf(response: Response): Promise<AppleError> {
  const { errors = [] } = Errors.safeParse(await jsonOf(response)).data ?? {};
  const [first] = errors;
  return {
    code: first?.code ?? undefined,
    said: first?.detail || first?.title || first?.code || undefined,
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    return undefined;
  }
}

/** The fault of an answer that was no success. */
export function faultFrom(response: Response, { said }: AppleError, tools: Tools): NetworkFault {
  const fault = faultOf(response, { network: title, now: tools.now(), said });
  if (response.status === 403) return new NetworkFault("unauthorized", withoutRole);
  if (fault.kind !== "throttled") return fault;
  const limit = hourLimitOf(response);
  return limit ? new NetworkFault("throttled", usedUp(limit), { retryAt: fault.retryAt }) : fault;
}

/** The hour's limit in `X-Rate-Limit: user-hour-lim:3500;user-hour-rem:0;`. */
const hourLimitOf = ({ headers }: Response): string | undefined =>
  /user-hour-lim:\s*(\d+)/.exec(headers.get("x-rate-limit") ?? "")?.[1];

const usedUp = (limit: string): Said => ({
  ru: `${title}: ${limit} запросов за этот час израсходованы. Их мог израсходовать и другой сервис с тем же ключом. Попробуем позже.`,
  en: `${title}: this hour's ${limit} requests are used up, perhaps by another service with the same key. It will be tried again later.`,
});
const withoutRole: Said = {
  ru: `${title}: у ключа нет права на это. В App Store Connect нужна роль Customer Support или Admin с доступом к этому приложению.`,
  en: `${title}: the key has no right to do this. In App Store Connect it takes the role Customer Support or Admin, with access to this app.`,
};
