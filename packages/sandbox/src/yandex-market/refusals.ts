// How Yandex Market says no. Sources: the specification's error answers and the help on limits (420, its headers).
import type { Context } from "hono";
import type { Admission, GateRules } from "../kit/gate.ts";
import type { Count } from "../kit/meter.ts";

export const businessId = 7_700_001;

type Status = 400 | 401 | 403 | 404 | 420 | 423 | 500;

export const refusal = (
  status: Status | number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
) => Response.json({ status: "ERROR", errors: [{ code, message }] }, { status, headers });

export const badRequest = (message: string) => refusal(400, "BAD_REQUEST", message);
export const notFound = (message: string) => refusal(404, "NOT_FOUND", message);

/** What a demo key may do is told by how it begins. */
export function scopesOf(key: string): string[] {
  if (key.startsWith("readonly")) return ["ALL_METHODS_READ_ONLY"];
  return key.startsWith("pricing") ? ["PRICING"] : ["COMMUNICATION"];
}

export const keyIn = (c: Context): string => c.req.header("Api-Key")?.trim() ?? "";

export function admit(c: Context): Admission {
  const key = keyIn(c);
  if (key === "") return { refused: refusal(401, "UNAUTHORIZED", "Api-Key token is missing") };
  if (/^(bearer|oauth)\s/i.test(key))
    return { refused: refusal(403, "FORBIDDEN", "Api-Key token prefix invalid") };
  const scopes = scopesOf(key);
  const isToken = c.req.path.endsWith("/auth/token");
  const writes =
    /\/(update|delete|skip-reaction)$|\/chats\/message$/.test(c.req.path) && c.req.method === "POST";
  const may = scopes.includes("COMMUNICATION") || (scopes.includes("ALL_METHODS_READ_ONLY") && !writes);
  if (!may && !isToken)
    return { refused: refusal(403, "FORBIDDEN", "Access denied: the token has no such scope") };
  const asked = /\/businesses\/(\d+)\//.exec(c.req.path)?.[1];
  if (asked !== undefined && asked !== String(businessId))
    return { refused: refusal(403, "FORBIDDEN", `No access to business ${asked}`) };
  return { who: key };
}

const perHour: readonly (readonly [RegExp, number])[] = [
  [/\/auth\/token$/, 100],
  [/\/goods-questions\/update$/, 500],
  [/\/goods-questions/, 1000],
  [/\/goods-feedback\/comments\/(update|delete)$/, 1000],
  [/\/goods-feedback\/skip-reaction$/, 500],
  [/\/chats\/history$/, 10_000],
  [/\/chats\/message$/, 1000],
];

/** Each method has an hourly allowance of its own. */
export function allowanceOf(path: string, who: string): Count {
  const known = perHour.find(([pattern]) => pattern.test(path));
  return { by: `${known?.[0].source ?? "other"} ${who}`, requests: known?.[1] ?? 5000, seconds: 3600 };
}

export const says = (now: () => Date): GateRules["says"] => ({
  expired: () => refusal(403, "FORBIDDEN", "Api-Key token is expired"),
  throttled(_, seconds, metered) {
    const until = new Date(now().getTime() + (seconds ?? 0) * 1000).toUTCString();
    const left: Record<string, string> =
      seconds === null
        ? {}
        : { "X-RateLimit-Resource-Until": until, "X-RateLimit-Resource-Remaining": "0", ...limitOf(metered) };
    return refusal(420, "LIMIT_EXCEEDED", "Hit rate limit", left);
  },
  failed: (_, status) => refusal(status, "INTERNAL_ERROR", "Internal server error"),
});

const limitOf = (metered: { allowance: { requests: number } } | null): Record<string, string> =>
  metered ? { "X-RateLimit-Resource-Limit": String(metered.allowance.requests) } : {};

/** A page of a list, oldest first, by the network's own token; null: the token is none. */
export function pageOf<T extends { id: string }>(
  list: readonly T[],
  { limit, pageToken }: { limit: number; pageToken?: string | undefined },
): { shown: T[]; paging: { nextPageToken?: string } } | null {
  const after = pageToken === undefined ? -1 : list.findIndex(({ id }) => tokenOf(id) === pageToken);
  if (pageToken !== undefined && after < 0) return null;
  const shown = list.slice(after + 1, after + 1 + limit);
  const last = shown.at(-1);
  const isMore = after + 1 + limit < list.length && last !== undefined;
  return { shown, paging: isMore ? { nextPageToken: tokenOf(last.id) } : {} };
}

const tokenOf = (id: string): string => Buffer.from(`after:${id}`).toString("base64url");

export const granted = (result: unknown) => Response.json({ status: "OK", result });
export const numberOf = (id: string): number => Number(id);
