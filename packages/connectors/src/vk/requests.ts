// How VK is asked: a form by POST to a method's address, the token among its fields, and errors under HTTP 200.
import type { Account, Tools } from "@otklik/core/connector";
import type { ZodType, z } from "zod";
import { urlAt } from "../kit/address.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";
import { changed, faultIn, isAboutToken, noToken, title, type VkFault } from "./faults.ts";
import { kindsFor, type Method, tokenOf } from "./tokens.ts";
import { Envelope, Fault, LongPoll, type LongPollServer } from "./wire.ts";

export const apiVersion = "5.199";
const usualHost = "api.vk.com";

export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;
export interface Caller {
  account: Account | null;
  tools: Tools;
}

/**
 * The `response` of a method. Each of the account's tokens that may call it is tried, while VK says that the token is
 * what it minds; an error about the token publishes nothing, so this holds for replies too.
 * @throws VkFault for an error in the body, other NetworkFaults as the status says
 */
export async function call(caller: Caller, method: Method, parameters: Parameters): Promise<unknown> {
  const tokens = kindsFor(method).flatMap((kind) => tokenOf(caller.account, kind) ?? []);
  let refused: VkFault | null = null;
  for (const token of tokens) {
    const answer = await callWith(caller, token, method, parameters);
    if (!("error" in answer)) return answer.response;
    refused = faultIn(Fault.parse(answer.error), method, caller.tools.now());
    if (!isAboutToken(refused.code)) break;
  }
  throw refused ?? noToken(method);
}

/** @throws NetworkFault "changed" when it has another shape */
export function read<T>(schema: ZodType<T>, value: unknown, method: string): T {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  const issues = issuesOf(error);
  throw changed({
    ru: `ответ ${method} другого вида (${issues})`,
    en: `${method} answers in another shape (${issues})`,
  });
}

/** What came, be it an error; for telling what a token is good for. */
export async function callWith(
  { account, tools }: Caller,
  token: string,
  method: string,
  parameters: Parameters,
): Promise<z.infer<typeof Envelope>> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined)
      form.set(name, typeof value === "boolean" ? String(Number(value)) : String(value));
  form.set("v", apiVersion);
  form.set("access_token", token);
  const host = account?.credentials.host?.trim() || usualHost;
  const response = await send(
    tools,
    new Request(urlAt(account, host, `/method/${method}`), {
      method: "POST",
      body: form,
      signal: tools.signal,
    }),
  );
  return read(Envelope, await readJson(response, { network: title }), method);
}

/** What has happened since `ts`, as the Long Poll server tells it at once or within a second. */
export async function checkLongPoll(
  { account, tools }: Caller,
  { key, server, ts }: z.infer<typeof LongPollServer>,
): Promise<z.infer<typeof LongPoll>> {
  const at = URL.parse(server.includes("://") ? server : `https://${server}`);
  if (!at) throw changed({ ru: "адрес Long Poll не похож на адрес", en: "the Long Poll address is none" });
  const url = urlAt(account, at.host, at.pathname, { act: "a_check", key, ts, wait: 1 });
  const response = await send(tools, new Request(url, { signal: tools.signal }));
  return read(LongPoll, await readJson(response, { network: title }), "Long Poll");
}

async function send(tools: Tools, request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
  if (!response.ok) throw faultOf(response, { network: title, now: tools.now() });
  return response;
}
