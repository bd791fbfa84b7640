// Wildberries' simulator as a bench for the connector's contract, and for the tests that are Wildberries' own.
import { wildberries } from "@otklik/connectors/wildberries/index";
import type { Account, Connector, Tools } from "@otklik/core/connector";
import { wildberries as simulated } from "@otklik/sandbox/wildberries/wildberries";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { sandboxOf } from "../../support/sandbox-of.ts";
import { testTools } from "../../support/tools.ts";

type Settings = typeof wildberries extends Connector<infer S> ? S : never;

export interface WildberriesBench extends ConnectorBench<Settings> {
  addMention(text: string): Promise<string>;
  editMention(externalId: string, text: string): Promise<void>;
  answerElsewhere(externalId: string, text: string): Promise<void>;
  publishedTexts(externalId: string): Promise<string[]>;
  /** Orders the simulator to misbehave; see its `misbehaviour.ts`. */
  control(orders: Record<string, unknown>): Promise<void>;
  /** Any of the simulator's back doors, such as "/__reviews". */
  post(path: string, body: unknown): Promise<unknown>;
  /** Somebody writes into a chat. */
  say(said: Record<string, unknown>): Promise<string>;
  account: Account;
  clock: { now: Date };
}

export const demoAccount = (address: string, token = "demo-token"): Account => ({
  id: "account-demo",
  credentials: { token, address },
});

/** A shop with these reviews, questions and chat messages, its clock standing still until a test moves it. */
export async function openWildberries(
  world: { reviews?: number; questions?: number; chats?: number; moderationMs?: number } = {},
): Promise<WildberriesBench> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const wish = { reviews: 40, questions: 8, chats: 0, moderationMs: 0, arrivalEveryMs: 0, ...world };
  const { address, http, post, get, close } = sandboxOf(simulated(wish), clock);
  const control = async (orders: Record<string, unknown>) => void (await post("/__control", orders));
  const review = async (entry: Record<string, unknown>) => {
    const { ids } = (await post("/__reviews", [entry])) as { ids: string[] };
    return ids[0] as string;
  };
  await control({ unlimited: true });
  return {
    connector: wildberries,
    account: demoAccount(address),
    settings: wish.chats > 0 ? { chats: true } : {},
    clock,
    control,
    post,
    async say(said) {
      const { ids } = (await post("/chats/__posts", [said])) as { ids: string[] };
      return ids[0] as string;
    },
    tools: testTools({ http, now: () => clock.now }),
    close: async () => close(),
    addMention: (text) => review({ text }),
    editMention: async (id, text) => void (await review({ id, text })),
    answerElsewhere: async (id, text) => void (await post("/__answer", { id, text })),
    async publishedTexts(id) {
      const journals = await Promise.all(
        ["", "/chats"].map((where) => get(`${where}/__journal?id=${encodeURIComponent(id)}`)),
      );
      const entries = journals.flatMap(
        (one) => (one as { entries: { kind: string; text: string }[] }).entries,
      );
      return entries.filter(({ kind }) => /^(question-)?answer$/.test(kind)).map(({ text }) => text);
    },
    rejectReplies: async (rejects) => void (await post("/__reject", { rejects })),
    expireSignIn: (expireToken) => control({ expireToken }),
    breakDown: (down) => control({ down }),
    breakOneEntry: (body) => body.replace(/"createdDate":"[^"]*"/, '"createdDate":"позавчера"'),
    changeShape: (body) => body.replace('"feedbacks":', '"reviews":'),
    writeBigId: (body, digits) => body.replace(/"id":"[^"]*"/, `"id":${digits}`),
    ownFaults: [
      {
        name: "the gateway's 401",
        kind: "unauthorized",
        response: () => problem(401, "unauthorized", "token problem; access token expired"),
      },
      {
        name: "a paid service without means",
        kind: "unauthorized",
        response: () => problem(402, "payment required", "insufficient funds on its balance"),
      },
      {
        name: "the service's own 403",
        kind: "unauthorized",
        response: () => refusal(403, "Ошибка авторизации"),
      },
      {
        name: "the gateway's 429",
        kind: "throttled",
        response: () => problem(429, "too many requests", "limited by the demo"),
      },
      {
        name: "an error under the status of a success",
        kind: "unavailable",
        response: () => refusal(200, "Something went wrong"),
      },
      {
        name: "a list that could not be made",
        kind: "unavailable",
        response: () => refusal(422, "Не удалось получить архивные отзывы по фильтру"),
      },
      {
        name: "a list that is gone",
        kind: "changed",
        response: () => problem(404, "path not found", "no such method"),
      },
    ],
  };
}

const problem = (status: number, title: string, detail: string): Response =>
  new Response(JSON.stringify({ title, detail, status, origin: "demo" }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });

const refusal = (status: number, errorText: string): Response =>
  Response.json({ data: null, error: true, errorText, additionalErrors: null }, { status });

/** Tools that answer everything alike and remember what was asked. */
export function listening(answer: () => Response): { tools: Tools; asked: Request[] } {
  const asked: Request[] = [];
  const http = async (request: Request) => {
    asked.push(request);
    return answer();
  };
  const now = () => new Date("2026-11-20T09:00:00Z");
  return { tools: testTools({ http, now }), asked };
}
