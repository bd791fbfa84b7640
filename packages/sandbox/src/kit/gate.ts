// The gateway before any simulated API: it knows the token, counts requests, and misbehaves to order. What it says
// when it refuses, and by which status, is the network's own.
import { setTimeout as wait } from "node:timers/promises";
import type { Context, MiddlewareHandler } from "hono";
import type { SandboxEnv } from "../network.ts";
import { type Count, type Metered, meter } from "./meter.ts";
import { type Misbehaviour, type Orders, renamed } from "./misbehaviour.ts";

type Asked = Context<SandboxEnv>;

/** Let in, as whom; or the network's own refusal. */
export type Admission = { who: string } | { refused: Response };

export interface GateRules {
  /** Looks at the token, wherever this network has it: header, address or body. */
  admit(c: Asked): Admission | Promise<Admission>;
  /** What this request counts against. Default: nothing is counted. */
  counts?(c: Asked, who: string): readonly Count[] | Promise<readonly Count[]>;
  /** How this network says no. */
  says: {
    /** The token was good once. */
    expired(c: Asked): Response;
    /** @param retrySeconds when to come back; null: it does not tell */
    throttled(c: Asked, retrySeconds: number | null, metered: Metered | null): Response;
    /** @param status 500 to 599 */
    failed(c: Asked, status: number): Response;
  };
  /** Headers that come with every answer, such as how much of a limit is left. */
  headers?(metered: Metered): Record<string, string>;
  /** Which requests change something. Default: all but GET and HEAD. */
  isWrite?(c: Asked): boolean | Promise<boolean>;
  /** A success, as the network tells it. Default by its status; for those that put errors under 200. */
  isGranted?(response: Response): boolean | Promise<boolean>;
  /** Other names for fields, by which the shape of answers changes. */
  otherNames: Readonly<Record<string, string>>;
  /** The same for answers that are not JSON. */
  reshape?(body: string): string;
}

const byMethod = (c: Asked) => c.req.method !== "GET" && c.req.method !== "HEAD";

/** Guards the routes it is put before. */
export function gate(
  doors: { now(): Date; faults: Misbehaviour },
  rules: GateRules,
): MiddlewareHandler<SandboxEnv> {
  const { now, faults } = doors;
  const { says, isWrite = byMethod, isGranted = (response: Response) => response.ok } = rules;
  const count = meter();

  return async (c, next) => {
    const orders = faults.orders();
    if (orders.delayMs > 0) await wait(orders.delayMs);
    if (orders.down) return says.failed(c, orders.failStatus);
    const admission = await rules.admit(c);
    if ("refused" in admission) return admission.refused;
    if (orders.expireToken) return says.expired(c);
    if (faults.takes("throttle")) return says.throttled(c, orders.throttleRetry, null);
    const counts = orders.unlimited ? [] : ((await rules.counts?.(c, admission.who)) ?? []);
    const metered = count(counts, now());
    if (metered && !metered.isAllowed) {
      return says.throttled(c, Math.ceil(metered.retryMs / 1000), metered);
    }
    if (faults.takes("fail")) return says.failed(c, orders.failStatus);
    if (faults.takes("html")) return c.html(botWall);
    // Asked now: a body that the route has read cannot be looked into afterwards.
    const writes = faults.orders().loseAnswer > 0 && (await isWrite(c));

    await next();

    if (writes && (await isGranted(c.res.clone())) && faults.takes("loseAnswer")) {
      lose(c, says.failed(c, 504), orders.loseBy);
      return;
    }
    await distort(c, faults, rules);
    if (!metered || !rules.headers) return;
    for (const [name, value] of Object.entries(rules.headers(metered))) c.res.headers.set(name, value);
  };
}

const botWall =
  '<!doctype html><html lang="ru"><title>Проверка</title><p>Подозрительная активность. Подтвердите, что вы не робот.</p></html>';

/** What was written has taken effect; its sender only sees a dead connection or a tired gateway. */
function lose(c: Asked, lost: Response, by: Orders["loseBy"]): void {
  // A test that calls the routes without a server has no connection to cut.
  if (by === "cut") c.env?.incoming?.socket.destroy();
  // Set to nothing first, or Hono would carry the real answer's headers over.
  c.res = undefined;
  c.res = lost;
}

async function distort(c: Asked, faults: Misbehaviour, rules: GateRules): Promise<void> {
  const { changeShape, malformed } = faults.orders();
  if ((!changeShape && malformed === 0) || c.res.body === null) return;
  const text = await c.res.text();
  const shaped = changeShape ? reshaped(text, rules) : text;
  const isCut = shaped.length > 1 && faults.takes("malformed");
  const { status, headers } = c.res;
  const kept = new Headers(headers);
  kept.delete("Content-Length");
  c.res = undefined;
  c.res = new Response(isCut ? shaped.slice(0, shaped.length / 2) : shaped, { status, headers: kept });
}

function reshaped(text: string, { otherNames, reshape }: GateRules): string {
  if (reshape) return reshape(text);
  try {
    return JSON.stringify(renamed(JSON.parse(text), otherNames));
  } catch {
    // No JSON: what is not told how to change stays as it is.
    return text;
  }
}
