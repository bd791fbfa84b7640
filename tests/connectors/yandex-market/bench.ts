// Yandex Market's simulator as a bench for the connector's contract.
import { yandexMarket } from "@otklik/connectors/yandex-market/index";
import type { Settings } from "@otklik/connectors/yandex-market/settings";
import type { WorldWish } from "@otklik/sandbox/kit/simulator";
import { yandexMarket as simulated } from "@otklik/sandbox/yandex-market/index";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { type OpenedSandbox, sandboxOf } from "../../support/sandbox-of.ts";
import { testTools } from "../../support/tools.ts";

export interface YandexMarketBench extends ConnectorBench<Settings> {
  sandbox: OpenedSandbox;
  clock: { now: Date };
  /** Something of any kind, in the simulator's own words. */
  add(post: Record<string, unknown>): Promise<string>;
}

/** A cabinet with so many posts, its clock standing still until a test moves it. */
export async function openYandexMarket(world: WorldWish = {}): Promise<YandexMarketBench> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const sandbox = sandboxOf(simulated({ posts: 60, arrivalEveryMs: 0, moderationMs: 0, ...world }), clock);
  const order = async (orders: Record<string, unknown>) => void (await sandbox.post("/__control", orders));
  const add = async (post: Record<string, unknown>) => {
    const { ids } = (await sandbox.post("/__posts", [post])) as { ids: string[] };
    return ids[0] as string;
  };
  await order({ unlimited: true });
  return {
    connector: yandexMarket,
    account: { id: "account", credentials: { token: "ACMA:demo", address: sandbox.address } },
    settings: { businessId: "7700001" },
    clock,
    sandbox,
    add,
    tools: testTools({ http: sandbox.http, now: () => clock.now }),
    pushesWithoutSign: true,
    showsNoPastOf: ["message"],
    isWrite: ({ url }) => /\/(comments\/update|goods-questions\/update|chats\/message)(\?|$)/.test(url),
    close: async () => sandbox.close(),
    addMention: (text) => add({ kind: "review", text }),
    editMention: async (id, text) => void (await sandbox.post("/__edit", { id, text })),
    answerElsewhere: async (id, text) => void (await sandbox.post("/__answer", { id, text })),
    async publishedTexts(id) {
      const { entries } = (await sandbox.get(`/__journal?id=${encodeURIComponent(id)}`)) as {
        entries: { kind: string; text: string }[];
      };
      return entries.filter(({ kind }) => kind === "answer").map(({ text }) => text);
    },
    rejectReplies: async (rejects) => void (await sandbox.post("/__reject", { rejects })),
    expireSignIn: (expireToken) => order({ expireToken }),
    breakDown: (down) => order({ down }),
    push: async (id) =>
      new Request("https://otklik.example/hooks/yandex-market/demo/notification", {
        method: "POST",
        body: JSON.stringify({
          notificationType: "GOODS_FEEDBACK_CREATED",
          businessId: 7_700_001,
          feedbackId: Number(id),
          createdAt: clock.now.toISOString(),
        }),
      }),
    breakOneEntry: (body) => body.replace(/"createdAt":"[^"]*"/, '"createdAt":"позавчера"'),
    changeShape: (body) => body.replace('"feedbacks":', '"reviews":'),
    writeBigId: (body, digits) => body.replace(/"feedbackId":\d+/, `"feedbackId":${digits}`),
    ownFaults: [
      {
        name: "its limit, 420",
        kind: "throttled",
        response: () => refusal(420, "Hit rate limit of 2 parallel requests"),
      },
      { name: "a key that may not", kind: "unauthorized", response: () => refusal(403, "Access denied") },
      {
        name: "a method that the shop does not have",
        kind: "unauthorized",
        response: () => refusal(423, "Locked"),
      },
      {
        name: "an error under the status of a success",
        kind: "unavailable",
        response: () => refusal(200, "Oops"),
      },
    ],
  };
}

const refusal = (status: number, message: string): Response =>
  Response.json({ status: "ERROR", errors: [{ code: "DEMO", message }] }, { status });
