// The gateway in front of the simulated API: it knows the token, counts requests, and misbehaves to order.
import { setTimeout as wait } from "node:timers/promises";
import type { Context, MiddlewareHandler } from "hono";
import type { SandboxEnv } from "../network.ts";
import { distorted, type Misbehaviour } from "./misbehaviour.ts";
import { allowances, type Metered, meter } from "./rate-limit.ts";
import { problem } from "./refusals.ts";
import { isBasic, tokenOf } from "./token.ts";

/** Guards every route of the API. The limits are the seller's, so all tokens of one kind share theirs. */
export function gate(doors: { now(): Date; faults: Misbehaviour }): MiddlewareHandler<SandboxEnv> {
  const { now, faults } = doors;
  const meters = { full: meter(allowances.full), basic: meter(allowances.basic) };
  // Each host has its own /ping and counts it apart from the rest.
  const pings = new Map<string, ReturnType<typeof meter>>();

  const meterFor = (path: string, token: string) => {
    if (!path.endsWith("/ping")) return isBasic(token) ? meters.basic : meters.full;
    const known = pings.get(path) ?? meter(allowances.ping);
    pings.set(path, known);
    return known;
  };

  return async (c, next) => {
    const orders = faults.orders();
    if (orders.delayMs > 0) await wait(orders.delayMs);
    const token = tokenOf(c.req.header("Authorization"));
    if (token.is === "refused") return unauthorized(token.why, now());
    if (orders.expireToken) return unauthorized("access token expired", now());
    if (faults.takes("throttle")) return tooMany(now(), retryHeader(orders.throttleRetry));
    const metered = orders.unlimited ? unmetered : meterFor(c.req.path, token.token)(now());
    if (!metered.isAllowed) return tooMany(now(), metered.headers);
    if (faults.takes("fail")) return failed(orders.failStatus, now());
    if (faults.takes("html")) return c.html(botWall);

    await next();

    if (c.req.method !== "GET" && c.res.ok && faults.takes("loseAnswer")) {
      lose(c, now(), orders.loseBy);
      return;
    }

    await distort(c, faults);
    for (const [name, value] of Object.entries(metered.headers)) c.res.headers.set(name, value);
  };
}

const unmetered: Metered = { isAllowed: true, headers: {} };

const unauthorized = (detail: string, now: Date) =>
  problem({ status: 401, title: "unauthorized", detail, now });

const tooMany = (now: Date, headers: Record<string, string>) =>
  problem({ status: 429, title: "too many requests", detail: "limited by the sandbox", now, headers });

const failed = (status: number, now: Date) =>
  problem({ status, title: "internal server error", detail: "ordered of the sandbox", now });

const retryHeader = (seconds: number | null): Record<string, string> =>
  seconds === null ? {} : { "X-Ratelimit-Retry": String(seconds) };

const botWall =
  '<!doctype html><html lang="ru"><title>Проверка</title><p>Подозрительная активность. Подтвердите, что вы не робот.</p></html>';

/** The answer has taken effect; its sender only sees a dead connection or a tired gateway. */
function lose(c: Context<SandboxEnv>, now: Date, by: "cut" | "504"): void {
  const lost = problem({ status: 504, title: "gateway timeout", detail: "upstream did not answer", now });
  // A test that calls the routes without a server has no connection to cut.
  if (by === "cut") c.env?.incoming?.socket.destroy();
  // Set to nothing first, or Hono would carry the real answer's headers over.
  c.res = undefined;
  c.res = lost;
}

async function distort(c: Context<SandboxEnv>, faults: Misbehaviour): Promise<void> {
  const orders = faults.orders();
  const isJson = c.res.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  if (!isJson || !(orders.changeShape || orders.malformed || orders.bigText.length)) return;
  const text = JSON.stringify(distorted(await c.res.json(), orders));
  const sent = faults.takes("malformed") ? text.slice(0, text.length / 2) : text;
  c.res = new Response(sent, { status: c.res.status, headers: { "Content-Type": "application/json" } });
}
