import { Refusal, refusalStatus } from "../errors.ts";

/** A request as the room sees it, whatever server or function received it. Header names are lower case. */
export interface ApiRequest {
  method: string;
  path: string;
  query: Record<string, string[]>;
  headers: Record<string, string | undefined>;
  body?: string | undefined;
}
export interface ApiResponse<Body = string | Uint8Array<ArrayBuffer>> {
  status: number;
  headers: Record<string, string>;
  body: Body;
}

const cookieName = "otklik";

/** The session's token from the cookie, or null. */
export function tokenOf({ headers }: Pick<ApiRequest, "headers">): string | null {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === cookieName)?.[1] ?? null;
}

/** The cookie that carries a session, or ends one (`token` null). Script cannot read it, other sites cannot send it. */
export function sessionCookie(
  token: string | null,
  { secure, days }: { secure: boolean; days: number },
): string {
  const life = token === null ? 0 : days * 24 * 3600;
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure ? "; Secure" : ""}`;
  return `${cookieName}=${token ?? ""}; ${flags}`;
}

/**
 * A write must come from our own pages: the header cannot be set by a form or by a foreign page without a preflight that
 * we never grant, and the browser's own word of the origin must not contradict.
 * @throws Refusal forbidden
 */
export function refuseCrossSite({ method, headers }: Pick<ApiRequest, "method" | "headers">): void {
  if (method === "GET" || method === "HEAD") return;
  const { origin, host } = headers;
  const foreign = origin !== undefined && host !== undefined && originHost(origin) !== host;
  const site = headers["sec-fetch-site"];
  if (headers["x-otklik"] !== "1" || foreign || site === "cross-site" || site === "same-site")
    throw new Refusal("forbidden", {
      ru: "Запрос пришёл не со страницы Отклика. Откройте Отклик и повторите там.",
      en: "This request did not come from Otklik's own page. Open Otklik and try again there.",
    });
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Answers never stay in a cache: they are one person's view. */
const always = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

export const answered = (value: unknown, headers: Record<string, string> = {}): ApiResponse<string> => ({
  status: 200,
  headers: { ...always, ...headers },
  body: JSON.stringify(value),
});

/** The browser goes on to a path of the web app. */
export const sentTo = (path: string, headers: Record<string, string> = {}): ApiResponse<string> => ({
  status: 303,
  headers: { ...headers, location: path, "cache-control": "no-store" },
  body: "",
});

/** A file as the answer. */
export const answeredWith = async (
  file: Blob,
  headers: Record<string, string> = {},
): Promise<ApiResponse> => ({
  status: 200,
  headers: { "content-type": file.type, "cache-control": "no-store", ...headers },
  body: new Uint8Array(await file.arrayBuffer()),
});

/** The answer to a wish that was not granted: its code, what is `said` in both languages, the English as `message`. */
export function refused({ code, message, said, detail }: Refusal): ApiResponse<string> {
  return {
    status: refusalStatus[code],
    headers: always,
    body: JSON.stringify({ error: { code, message, said, ...(detail ? { detail } : {}) } }),
  };
}
