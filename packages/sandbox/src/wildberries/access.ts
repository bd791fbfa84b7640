// Who may call what at Wildberries, and how often: the token, its kind, and the seller's limits, apart for each host.
import type { Context } from "hono";
import type { GateRules } from "../kit/gate.ts";
import type { Allowance, Count, Metered } from "../kit/meter.ts";
import { problem } from "./refusals.ts";
import { isBasic, tokenOf } from "./token.ts";

export const hosts = {
  feedbacks: "/feedbacks-api.wildberries.ru",
  chats: "/buyer-chat-api.wildberries.ru",
  common: "/common-api.wildberries.ru",
} as const;

/** Each for the whole seller's account. Source: the tables in the specification's descriptions. */
const allowances = {
  /** Personal, service and "basic with a secret" tokens; then the plain basic one. */
  feedbacks: [
    { requests: 3, seconds: 1, burst: 6 },
    { requests: 5, seconds: 3600, burst: 1 },
  ],
  chats: [
    { requests: 10, seconds: 10, burst: 10 },
    { requests: 1, seconds: 3600, burst: 1 },
  ],
  files: [
    { requests: 10, seconds: 10, burst: 10 },
    { requests: 10, seconds: 3600, burst: 1 },
  ],
  seller: [
    { requests: 1, seconds: 60, burst: 10 },
    { requests: 1, seconds: 86_400, burst: 1 },
  ],
} as const satisfies Record<string, readonly [Allowance, Allowance]>;
const ping: Allowance = { requests: 3, seconds: 30, burst: 3 };

function countOf({ req: { path } }: Context, token: string): Count {
  if (path.endsWith("/ping")) return { ...ping, by: path };
  const what = path.endsWith("/seller-info")
    ? "seller"
    : path.includes("/seller/download/")
      ? "files"
      : path.includes("/api/v1/seller/")
        ? "chats"
        : "feedbacks";
  const [full, basic] = allowances[what];
  return isBasic(token) ? { ...basic, by: `${what} basic` } : { ...full, by: what };
}

export const gateRules = (now: () => Date): GateRules => {
  const unauthorized = (detail: string) =>
    problem({ status: 401, title: "unauthorized", detail, now: now() });
  return {
    admit(c) {
      const token = tokenOf(c.req.header("Authorization"));
      return token.is === "refused" ? { refused: unauthorized(token.why) } : { who: token.token };
    },
    counts: (c, token) => [countOf(c, token)],
    says: {
      expired: () => unauthorized("access token expired"),
      throttled: (_, retrySeconds, metered) =>
        problem({
          ...{ status: 429, title: "too many requests", detail: "limited by the sandbox", now: now() },
          headers: {
            ...(metered && headersOf(metered)),
            ...(retrySeconds !== null && { "X-Ratelimit-Retry": String(retrySeconds) }),
          },
        }),
      failed: (_, status) =>
        problem({ status, title: "internal server error", detail: "ordered of the sandbox", now: now() }),
    },
    headers: headersOf,
    otherNames: {
      ...{ feedbacks: "reviews", questions: "entries", productValuation: "rating" },
      ...{ createdDate: "createdAt", answer: "sellerReply", events: "messages" },
    },
  };
};

const headersOf = ({ allowance, left, resetMs }: Metered): Record<string, string> => ({
  "X-Ratelimit-Limit": String(allowance.burst ?? allowance.requests),
  "X-Ratelimit-Remaining": String(left),
  "X-Ratelimit-Reset": String(Math.ceil(resetMs / 1000)),
});
