// How the Graph API is asked, and what its errors mean. The token goes along in a header, so that it stands in no address.
import type { Account, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { ZodType } from "zod";
import { type Query, urlAt } from "../kit/address.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { parseJson, readJson } from "../kit/json.ts";
import { issuesOf } from "../kit/lists.ts";
import { Problem } from "./wire.ts";

export const title = "Instagram";
export const host = "graph.facebook.com";
export const version = "/v25.0";

export interface Call {
  method?: "GET" | "POST";
  path: string;
  query?: Query;
  /** Sent as a form. */
  form?: Readonly<Record<string, string>>;
  /** In the place of the account's own. */
  token?: string;
}

/**
 * One request, signed; whatever status comes back is returned.
 * @throws NetworkFault "unauthorized" without a token, "unavailable" when there was no answer
 */
export async function send(account: Account | null, tools: Tools, call: Call): Promise<Response> {
  const { method = "GET", path, query = {}, form, token = tokenOf(account) } = call;
  const request = new Request(urlAt(account, host, version + path, query), {
    method,
    headers: { accept: "application/json", authorization: `Bearer ${token}` },
    body: form ? new URLSearchParams(form) : null,
    signal: tools.signal,
  });
  try {
    return await tools.http(request);
  } catch (cause) {
    throw networkError(cause, title);
  }
}

/** What was asked for, read. @throws NetworkFault as the answer says, "changed" when it has another shape */
export async function get<T>(
  account: Account | null,
  tools: Tools,
  { shape, ...call }: Call & { shape: ZodType<T> },
): Promise<T> {
  const response = await send(account, tools, call);
  if (!response.ok) throw await faultFrom(response, tools);
  const body = await readJson(response, { network: title });
  const problem = Problem.safeParse(body);
  if (problem.success) throw faultIn(problem.data.error, response, tools);
  const read = shape.safeParse(body);
  if (read.success) return read.data;
  throw changed(issuesOf(read.error));
}

export async function faultFrom(response: Response, tools: Tools): Promise<NetworkFault> {
  return faultIn(await problemOf(response), response, tools);
}

export async function problemOf(response: Response): Promise<Problem | undefined> {
  try {
    return Problem.safeParse(parseJson(await response.text())).data?.error;
  } catch {
    return undefined; // an error may come as a web page, or break off
  }
}

// The numbers are from memory of Meta's reference; those that are not known are judged by the status.
const limits = new Set([4, 17, 32, 613, 80_001, 80_002]);
const deadTokens = new Set([102, 190, 463, 467]);
const passing = new Set([1, 2]);
const mayNot = (code: number): boolean => code === 3 || code === 10 || (code >= 200 && code < 300);

/** What an error means: its number tells more than the status, which is 400 for nearly all. */
export function faultIn(problem: Problem | undefined, response: Response, tools: Tools): NetworkFault {
  const code = problem?.code ?? 0;
  const said = problem?.message ?? undefined;
  if (limits.has(code)) return throttled(response, tools, said);
  if (deadTokens.has(code)) return new NetworkFault("unauthorized", reconnect);
  if (passing.has(code) || problem?.is_transient) return unavailable(said);
  if (mayNot(code)) return new NetworkFault("unauthorized", lacking(said), { cause: problem });
  if (code === 368) return new NetworkFault("refused", blocked(said));
  if (isMissing(problem)) return new NetworkFault("gone", missing, { cause: problem });
  if (code === 100) return new NetworkFault("changed", otherWay(said), { cause: problem });
  const { status } = response;
  const told = status >= 400 ? response : new Response(null, { status: 400 });
  return faultOf(told, { network: title, now: tools.now(), said });
}

const asProblem = (cause: unknown): Problem | undefined => Problem.safeParse({ error: cause }).data?.error;

/** Taken away, or never to be seen by this token: Meta does not tell these apart. */
export function isMissing(cause: unknown): boolean {
  const { code, error_subcode, message } = asProblem(cause) ?? {};
  return code === 100 && (error_subcode === 33 || /does not exist|cannot be loaded/i.test(message ?? ""));
}

/** Something that not every account may do: for what can be left out. */
export const isNotAllowed = (error: unknown): boolean =>
  error instanceof NetworkFault &&
  (mayNot(asProblem(error.cause)?.code ?? 0) || asProblem(error.cause)?.code === 100);

/** A parameter was not as it should be: of a list that was to go on, the place where it was left. */
export const isPastCursor = (error: unknown): boolean =>
  error instanceof NetworkFault && error.kind === "changed" && asProblem(error.cause)?.code === 100;

const waited = (said: string | undefined): Said => ({
  ru: `Instagram: превышен лимит запросов${said ? ` (${said})` : ""}. Попробуем позже.`,
  en: `Instagram: the limit of requests is used up${said ? ` (${said})` : ""}. It will be tried again later.`,
});

function throttled({ headers }: Response, tools: Tools, said: string | undefined): NetworkFault {
  const minutes = minutesToWait(headers);
  const retryAt = minutes === undefined ? undefined : new Date(tools.now().getTime() + minutes * 60_000);
  return new NetworkFault("throttled", waited(said), { retryAt });
}

/**
 * How long until requests are let through again, where the headers that come with every answer tell it: JSON, by
 * business account or for the whole app.
 */
function minutesToWait(headers: Headers): number | undefined {
  const times = ["x-business-use-case-usage", "x-app-usage", "x-page-usage", "x-ad-account-usage"].flatMap(
    (name) => numbersNamed(jsonIn(headers.get(name)), "estimated_time_to_regain_access"),
  );
  const longest = Math.max(0, ...times);
  return longest > 0 ? longest : undefined;
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function numbersNamed(value: unknown, name: string): number[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === name && typeof member === "number" && member > 0 && member < 100_000
      ? [member]
      : numbersNamed(member, name),
  );
}

const unavailable = (said: string | undefined): NetworkFault =>
  new NetworkFault("unavailable", {
    ru: `Instagram сейчас не отвечает как надо${said ? ` (${said})` : ""}. Попробуем ещё раз.`,
    en: `Instagram does not answer as it should just now${said ? ` (${said})` : ""}. It will be tried again.`,
  });
const reconnect: Said = {
  ru: "Вход в Instagram больше не действует: его отозвали, сменили пароль или прошло 60 дней. Войдите заново.",
  en: "The sign-in to Instagram is no longer good: it was revoked, the password was changed, or 60 days have passed. Sign in anew.",
};
const lacking = (said: string | undefined): Said => ({
  ru: `Instagram не даёт на это права${said ? ` (${said})` : ""}. Войдите заново и разрешите всё, о чём он спросит; в приложении Meta должны быть одобрены instagram_basic и instagram_manage_comments.`,
  en: `Instagram does not give the right to do this${said ? ` (${said})` : ""}. Sign in anew and allow all that it asks for; Meta must have approved instagram_basic and instagram_manage_comments for the app.`,
});
const blocked = (said: string | undefined): Said => ({
  ru: `Instagram на время запретил это действие${said ? ` (${said})` : ""}.`,
  en: `Instagram has forbidden this for a while${said ? ` (${said})` : ""}.`,
});
const missing: Said = {
  ru: "В Instagram этого больше нет, или этому входу его не видно.",
  en: "This is no longer on Instagram, or this sign-in cannot see it.",
};

const otherWay = (why: string | undefined): Said => ({
  ru: `У Instagram что-то изменилось${why ? ` (${why})` : ""}.`,
  en: `Instagram has changed${why ? ` (${why})` : ""}.`,
});
export const changed = (why?: string): NetworkFault => new NetworkFault("changed", otherWay(why));

function tokenOf(account: Account | null): string {
  const token = account?.credentials.accessToken?.trim() ?? "";
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new NetworkFault("unauthorized", {
    ru: "В Instagram ещё не вошли: войдите.",
    en: "Nobody has signed in to Instagram yet: sign in.",
  });
}
