// How Google is asked: three services under one sign-in, and what their errors mean.
import type { Account, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { ZodType } from "zod";
import { type Query, urlAt } from "../kit/address.ts";
import { changedFault } from "../kit/changed.ts";
import { networkError } from "../kit/faults.ts";
import { type GoogleError, googleErrorOf, googleFault } from "../kit/google.ts";
import { readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";

export const title = "Google Business Profile";
export const hosts = {
  reviews: "mybusiness.googleapis.com",
  accounts: "mybusinessaccountmanagement.googleapis.com",
  locations: "mybusinessbusinessinformation.googleapis.com",
  notifications: "mybusinessnotifications.googleapis.com",
} as const;

export interface Call {
  host: (typeof hosts)[keyof typeof hosts];
  method?: "GET" | "PUT" | "PATCH";
  path: string;
  query?: Query;
  body?: unknown;
}

/**
 * One request, signed; whatever status comes back is returned.
 * @throws NetworkFault "unauthorized" without a sign-in, "unavailable" when there was no answer
 */
export async function send(account: Account | null, tools: Tools, call: Call): Promise<Response> {
  const request = new Request(urlAt(account, call.host, call.path, call.query), {
    method: call.method ?? "GET",
    headers: {
      accept: "application/json",
      authorization: `Bearer ${tokenOf(account)}`,
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

/** What a call brings, in the shape that is due. Throws as its status says, and "changed" for another shape. */
export async function ask<T>(
  account: Account | null,
  tools: Tools,
  { shape, ...call }: Call & { shape: ZodType<T> },
): Promise<T> {
  const response = await send(account, tools, call);
  if (!response.ok) throw faultFrom(response, await googleErrorOf(response), tools);
  return read(shape, await readJson(response, { network: title }));
}

/** @throws NetworkFault "changed" */
export function read<T>(shape: ZodType<T>, body: unknown): T {
  const { data, error } = shape.safeParse(body);
  if (error) throw changedFault(title, anotherShape, issuesOf(error));
  return data;
}

export const faultFrom = (response: Response, error: GoogleError, tools: Tools): NetworkFault =>
  googleFault(response, error, { network: title, now: tools.now() });

const anotherShape: Said = { ru: "у ответа другой вид", en: "its answer has another shape" };
function tokenOf(account: Account | null): string {
  const token = account?.credentials.accessToken?.trim() ?? "";
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new NetworkFault("unauthorized", {
    ru: `Вход в ${title} не выполнен: подключите аккаунт Google ещё раз.`,
    en: `There is no sign-in to ${title}: connect the Google account again.`,
  });
}
