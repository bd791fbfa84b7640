// Ozon's simulator as a bench for the connector's contract, and for the tests that are Ozon's own.
import { ozon } from "@otklik/connectors/ozon/index";
import type { Account, Connector } from "@otklik/core/connector";
import { ozon as simulated } from "@otklik/sandbox/ozon/ozon";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { sandboxOf } from "../../support/sandbox-of.ts";
import { testTools } from "../../support/tools.ts";

type Settings = typeof ozon extends Connector<infer S> ? S : never;

export interface OzonBench extends ConnectorBench<Settings> {
  addMention(text: string): Promise<string>;
  editMention(externalId: string, text: string): Promise<void>;
  answerElsewhere(externalId: string, text: string): Promise<void>;
  publishedTexts(externalId: string): Promise<string[]>;
  /** Orders the simulator to misbehave; see its `misbehaviour.ts`. */
  control(orders: Record<string, unknown>): Promise<void>;
  /** Something is said; `/chats` stands before the back doors of chats. */
  say(post: Record<string, unknown>, where?: "" | "/chats"): Promise<string>;
  post(path: string, body: unknown): Promise<unknown>;
  /** A method of the API, called past the connector. */
  call(path: string, body: unknown, key?: string): Promise<Response>;
  account: Account;
  clock: { now: Date };
}

export const demoAccount = (address: string, apiKey = "demo-key"): Account => ({
  id: "account-demo",
  credentials: { clientId: "836100", apiKey, address },
});

/** A shop with so many posts and chat messages, its clock standing still until a test moves it. */
export async function openOzon(
  world: { posts?: number; chats?: number; moderationMs?: number } = {},
): Promise<OzonBench> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const wish = { posts: 40, chats: 0, moderationMs: 0, arrivalEveryMs: 0, ...world };
  const sandbox = sandboxOf(simulated(wish), clock);
  const account = demoAccount(sandbox.address);
  const control = async (orders: Record<string, unknown>) => void (await sandbox.post("/__control", orders));
  const say: OzonBench["say"] = async (post, where = "") => {
    const { ids } = (await sandbox.post(`${where}/__posts`, [post])) as { ids: string[] };
    return ids[0] as string;
  };
  await control({ unlimited: true });
  return {
    ...{ connector: ozon, account, clock, control, say },
    settings: { reads: ["reviews", "questions", "chats"] },
    post: sandbox.post,
    call: (path, body, apiKey = "demo-key") =>
      sandbox.http(
        new Request(`${sandbox.address}/api-seller.ozon.ru${path}`, {
          method: "POST",
          headers: { "client-id": "836100", "api-key": apiKey, "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      ),
    tools: testTools({ http: sandbox.http, now: () => clock.now }),
    isWrite: ({ url }) => /\/(create|delete|message|change-status)$/.test(new URL(url).pathname),
    close: async () => sandbox.close(),
    addMention: (text) => say({ text }),
    editMention: async (id, text) => void (await sandbox.post("/__edit", { id, text })),
    answerElsewhere: async (id, text) => void (await sandbox.post("/__answer", { id, text })),
    async publishedTexts(id) {
      const journals = await Promise.all(
        ["", "/chats"].map((where) =>
          sandbox.get(`${where}/__journal?kind=answer&id=${encodeURIComponent(id)}`),
        ),
      );
      const [own, talk] = journals as { entries: { text: string; took: boolean }[] }[];
      const entries = [...(own?.entries ?? []), ...(talk?.entries ?? [])];
      return entries.filter(({ took }) => took).map(({ text }) => text);
    },
    expireSignIn: (expireToken) => control({ expireToken }),
    breakDown: (down) => control({ down }),
    breakOneEntry: (body) => body.replace(/"published_at":"[^"]*"/, '"published_at":"позавчера"'),
    changeShape: (body) => body.replace('"reviews":', '"entries":'),
    writeBigId: (body, digits) => body.replace(/"id":"[^"]*"/, `"id":${digits}`),
    ownFaults: [
      {
        name: "a plan that does not hold the method",
        kind: "unauthorized",
        response: () =>
          refusal(
            403,
            7,
            "ReviewList error: rpc error: code = PermissionDenied desc = not available with existing subscription",
          ),
      },
      {
        name: "a bad key",
        kind: "unauthorized",
        response: () => refusal(403, 7, "Invalid Api-Key, please contact support"),
      },
      {
        name: "headers that are missing, under another status",
        kind: "unauthorized",
        response: () => refusal(400, 16, "Client-Id and Api-Key headers are required"),
      },
      {
        name: "the limit of a second",
        kind: "throttled",
        response: () => refusal(429, 8, "You have reached request rate limit per second"),
      },
      {
        name: "the limit of a second, under another status",
        kind: "throttled",
        response: () => refusal(400, 3, "You have reached request rate limit per second"),
      },
      {
        name: "a method that is gone, in both its versions",
        kind: "changed",
        response: () => new Response("404 page not found", { status: 404 }),
      },
      { name: "an error inside", kind: "unavailable", response: () => refusal(500, 13, "internal error") },
    ],
  };
}

const refusal = (status: number, code: number, message: string): Response =>
  Response.json({ code, message, details: [] }, { status });
