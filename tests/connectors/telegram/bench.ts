// Telegram's simulator as a bench for the connector's contract, and for the tests that are Telegram's own.
import { telegram } from "@otklik/connectors/telegram/index";
import { Settings } from "@otklik/connectors/telegram/settings";
import type { Account } from "@otklik/core/connector";
import { sandboxRoutes } from "@otklik/sandbox/main";
import { openState } from "@otklik/sandbox/state";
import { personOf } from "@otklik/sandbox/telegram/people";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { testTools } from "../../support/tools.ts";

export const group = "-1009900000002";
export const token = "990000001:demo-telegram-token";

const connection = "demo-business-connection";
export interface TelegramBench extends ConnectorBench<Settings> {
  account: Account;
  clock: { now: Date };
  addMention(text: string): Promise<string>;
  answerElsewhere(externalId: string, text: string): Promise<void>;
  publishedTexts(externalId: string): Promise<string[]>;
  push(externalId: string): Promise<Request>;
  /** Orders the simulator to misbehave. */
  control(orders: Record<string, unknown>): Promise<void>;
  /** One of the simulator's back doors, such as "/__posts". */
  post(path: string, body: unknown): Promise<Response>;
  /** A method of the Bot API itself. */
  call(method: string, parameters?: unknown): Promise<unknown>;
}

const address = "http://sandbox.test/telegram";

/** A discussion in which a few people have spoken today, its clock standing still until a test moves it. */
export async function openTelegram(
  wish: { posts?: number; today?: number; part?: "group" | "business" } = {},
): Promise<TelegramBench> {
  const { posts: opening = 40, today = 6, part = "group" } = wish;
  const door = part === "group" ? "" : "/business";
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const state = openState(":memory:");
  const app = sandboxRoutes({ state, now: () => clock.now }, { posts: opening, arrivalEveryMs: 0 });
  const reached = async (request: Request): Promise<Response> => app.fetch(request);
  const post = async (path: string, body: unknown): Promise<Response> => {
    const response = await app.request(address + path, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const control = async (orders: Record<string, unknown>) => void (await post("/__control", orders));
  const add = async (entry: Record<string, unknown>): Promise<string> => {
    const { ids } = (await (await post(`${door}/__posts`, [entry])).json()) as { ids: string[] };
    const chat = part === "group" ? group : `${connection}:${await chatOf(ids[0] as string)}`;
    return `${chat}:${ids[0]}`;
  };
  /** A customer's chat has the customer's number. */
  const chatOf = async (id: string): Promise<number> => {
    const found = await app.request(`${address}${door}/__posts?id=${id}`);
    const { posts } = (await found.json()) as { posts: { author: { key: string; name: string } }[] };
    return personOf(posts[0]?.author ?? { key: "", name: "" }).id;
  };
  const postIn = (externalId: string) => externalId.split(":").at(-1) as string;
  const call = async (method: string, parameters: unknown = {}): Promise<unknown> => {
    const response = await app.request(`${address}/api.telegram.org/bot${token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
    });
    return response.json();
  };
  await control({ unlimited: true });
  for (let n = 1; n <= today; n++) await add({ text: `Сегодня сказал номер ${n}.` });
  return {
    connector: telegram,
    account: { id: "account-demo", credentials: { token, address } },
    settings: Settings.parse(part === "group" ? { chat: group } : { reads: "business" }),
    clock,
    control,
    post,
    call,
    tools: testTools({ http: reached, now: () => clock.now }),
    close: async () => state.close(),
    isWrite: (request) => /\/(?:sendMessage|editMessageText)$/.test(request.url),
    addMention: (text) => add({ text }),
    editMention: async (id, text) => void (await post(`${door}/__edit`, { id: postIn(id), text })),
    answerElsewhere: async (id, text) => void (await post(`${door}/__answer`, { id: postIn(id), text })),
    ...(part === "business" && {
      removeMention: async (id: string) => void (await post("/business/__remove", { id: postIn(id) })),
    }),
    async publishedTexts(id) {
      const journal = await app.request(`${address}${door}/__journal?kind=answer&id=${postIn(id)}`);
      const { entries } = (await journal.json()) as { entries: { text: string }[] };
      return entries.map(({ text }) => text);
    },
    async push(externalId) {
      const { result } = (await call("getUpdates")) as { result: Record<string, unknown>[] };
      const about = (update: Record<string, unknown>) =>
        JSON.stringify(update).includes(`"message_id":${postIn(externalId)},`);
      return new Request("https://otklik.example/push", {
        method: "POST",
        body: JSON.stringify(result.findLast(about)),
        headers: { "X-Telegram-Bot-Api-Secret-Token": "demo-hook-secret" },
      });
    },
    breakOneEntry: (body) => body.replace(/("(?:business_)?message":\{.*?"date":)\d+/, '$1"позавчера"'),
    changeShape: (body) => body.replace('"result":', '"updates":'),
    expireSignIn: (expireToken) => control({ expireToken }),
    breakDown: (down) => control({ down }),
    ownFaults: [
      { name: "a webhook that somebody set", kind: "refused", response: () => refusal(409, webhook) },
      { name: "another reader", kind: "unavailable", response: () => refusal(409, otherReader) },
      { name: "a token in another form", kind: "unauthorized", response: () => refusal(404, "Not Found") },
      { name: "a revoked token", kind: "unauthorized", response: () => refusal(401, "Unauthorized") },
      {
        name: "too many requests, under the status of a success",
        kind: "throttled",
        response: () => Response.json({ ok: false, error_code: 429, description: "Too Many Requests" }),
      },
    ],
  };
}

const webhook =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const otherReader =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

export const refusal = (status: number, description: string, parameters?: unknown): Response =>
  Response.json({ ok: false, error_code: status, description, parameters }, { status });
