// Instagram's simulator as a bench for the connector's contract, and for the tests that are Instagram's own.
import { createHmac } from "node:crypto";
import { instagram } from "@otklik/connectors/instagram/index";
import type { Settings } from "@otklik/connectors/instagram/settings";
import type { Account } from "@otklik/core/connector";
import { sandboxRoutes } from "@otklik/sandbox/main";
import { openState } from "@otklik/sandbox/state";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { testTools } from "../../support/tools.ts";

export const profile = "17841400000000001";
export const appSecret = "demo-instagram-app-secret";

export interface InstagramBench extends ConnectorBench<Settings> {
  account: Account;
  clock: { now: Date };
  addMention(text: string): Promise<string>;
  removeMention(externalId: string): Promise<void>;
  answerElsewhere(externalId: string, text: string): Promise<void>;
  publishedTexts(externalId: string): Promise<string[]>;
  push(externalId: string): Promise<Request>;
  /** Orders the simulator to misbehave. */
  control(orders: Record<string, unknown>): Promise<void>;
  /** One of the simulator's back doors, such as "/__posts". */
  post(path: string, body: unknown): Promise<Response>;
  /** Somebody writes something else than a plain comment. */
  add(entry: Record<string, unknown>, where?: "" | "/elsewhere"): Promise<string>;
  /** The Graph API itself. */
  get(path: string): Promise<Record<string, unknown>>;
}

const address = "http://sandbox.test/instagram";

/** An account with a few comments, its clock standing still until a test moves it. */
export async function openInstagram(wish: { posts?: number } = {}): Promise<InstagramBench> {
  const { posts = 40 } = wish;
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const state = openState(":memory:");
  const app = sandboxRoutes({ state, now: () => clock.now }, { posts, arrivalEveryMs: 0 });
  const post = async (path: string, body: unknown): Promise<Response> => {
    const response = await app.request(address + path, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const control = async (orders: Record<string, unknown>) => void (await post("/__control", orders));
  const add: InstagramBench["add"] = async (entry, where = "") => {
    const { ids } = (await (await post(`${where}/__posts`, [entry])).json()) as { ids: string[] };
    return ids[0] as string;
  };
  const get: InstagramBench["get"] = async (path) => {
    const headers = { authorization: "Bearer EAADdemo-instagram-token" };
    const response = await app.request(`${address}/graph.facebook.com/v25.0${path}`, { headers });
    return (await response.json()) as Record<string, unknown>;
  };
  await control({ unlimited: true });
  return {
    connector: instagram,
    account: {
      id: "account-demo",
      credentials: {
        ...{ accessToken: "EAADdemo-instagram-token", clientId: "900100200300400", clientSecret: appSecret },
        address,
      },
    },
    settings: { account: profile, username: "romashka.demo", page: "109000000000001" },
    clock,
    control,
    post,
    add,
    get,
    tools: testTools({ http: async (request) => app.fetch(request), now: () => clock.now }),
    close: async () => state.close(),
    addMention: (text) => add({ text }),
    removeMention: async (id) => void (await post("/__remove", { id })),
    answerElsewhere: async (id, text) => void (await post("/__answer", { id, text })),
    async publishedTexts(id) {
      const journal = await app.request(`${address}/__journal?kind=answer&id=${id}`);
      const { entries } = (await journal.json()) as { entries: { text: string }[] };
      return entries.map(({ text }) => text);
    },
    push: async (externalId) =>
      signed({ field: "comments", value: { id: externalId, text: "…", media: { id: "1" } } }),
    breakOneEntry: (body) => body.replace(/"timestamp":"[^"]*"/, '"timestamp":"позавчера"'),
    changeShape: (body) => body.replace('"data":', '"entries":'),
    expireSignIn: (expireToken) => control({ expireToken }),
    breakDown: (down) => control({ down }),
    ownFaults: [
      { name: "a dead token under 400", kind: "unauthorized", response: () => problem(190, { status: 400 }) },
      { name: "a limit under 400", kind: "throttled", response: () => problem(32, { status: 400 }) },
      { name: "a limit under 403", kind: "throttled", response: () => problem(4, { status: 403 }) },
      { name: "a limit of its own", kind: "throttled", response: () => problem(613, { status: 400 }) },
      { name: "a fault of Meta's", kind: "unavailable", response: () => problem(2, { status: 400 }) },
      { name: "an error under the status of a success", kind: "unavailable", response: () => problem(1, {}) },
    ],
  };
}

/** A push of one change, as Meta signs it. */
export function signed(change: unknown, { secret = appSecret, at = profile } = {}): Request {
  const body = JSON.stringify({
    object: "instagram",
    entry: [{ id: at, time: 1_795_000_000, changes: [change] }],
  });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return new Request("https://otklik.example/push", {
    method: "POST",
    body,
    headers: { "X-Hub-Signature-256": `sha256=${signature}` },
  });
}

export const problem = (
  code: number,
  { status = 200, subcode, message = "Demo" }: { status?: number; subcode?: number; message?: string },
): Response =>
  Response.json(
    { error: { message, type: "OAuthException", code, error_subcode: subcode, fbtrace_id: "demo" } },
    { status },
  );
