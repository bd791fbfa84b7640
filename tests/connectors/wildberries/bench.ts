// Wildberries' simulator as a bench for the connector's contract, and for the tests that are Wildberries' own.
import { wildberries } from "@otklik/connectors/wildberries/index";
import type { Account, Connector, Tools } from "@otklik/core/connector";
import { startSandbox } from "@otklik/sandbox/main";
import type { ConnectorBench } from "../../contracts/connector.ts";
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
  post(path: string, body: unknown): Promise<Response>;
  account: Account;
  clock: { now: Date };
}

export const demoAccount = (address: string, token = "demo-token"): Account => ({
  id: "account-demo",
  credentials: { token, address },
});

/** A shop with these reviews and questions, its clock standing still until a test moves it. */
export async function openWildberries(
  world: { reviews?: number; questions?: number; moderationMs?: number } = {},
): Promise<WildberriesBench> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const sandbox = await startSandbox({
    port: 0,
    file: ":memory:",
    now: () => clock.now,
    world: { reviews: 40, questions: 8, moderationMs: 0, arrivalEveryMs: 0, ...world },
  });
  const base = `${sandbox.url}/wildberries`;
  const post = async (path: string, body: unknown): Promise<Response> => {
    const response = await fetch(base + path, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const control = async (orders: Record<string, unknown>) => void (await post("/__control", orders));
  const review = async (entry: Record<string, unknown>) => {
    const { ids } = (await (await post("/__reviews", [entry])).json()) as { ids: string[] };
    return ids[0] as string;
  };
  await control({ unlimited: true });
  return {
    connector: wildberries,
    account: demoAccount(base),
    settings: {},
    clock,
    control,
    post,
    tools: testTools({ http: (request) => fetch(request), now: () => clock.now }),
    close: () => sandbox.close(),
    addMention: (text) => review({ text }),
    editMention: async (id, text) => void (await review({ id, text })),
    answerElsewhere: async (id, text) => void (await post("/__answer", { id, text })),
    async publishedTexts(id) {
      const journal = await fetch(`${base}/__journal?id=${encodeURIComponent(id)}`);
      const { entries } = (await journal.json()) as { entries: { kind: string; text: string }[] };
      return entries.filter(({ kind }) => /^(question-)?answer$/.test(kind)).map(({ text }) => text);
    },
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
