// Example Reviews' simulator as a bench for the connector's contract.
import type { WorldWish } from "@otklik/sandbox/kit/simulator";
import type { ConnectorBench } from "../../../tests/contracts/connector.ts";
import { sandboxOf } from "../../../tests/support/sandbox-of.ts";
import { testTools } from "../../../tests/support/tools.ts";
import { exampleReviews } from "../connector/index.ts";
import { exampleReviewsSandbox } from "../sandbox/index.ts";

/** A shop with these reviews, its clock standing still until a test moves it. */
export async function openExampleReviews(
  world: WorldWish = {},
): Promise<ConnectorBench<Record<string, never>>> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const settings = { posts: 60, arrivalEveryMs: 0, moderationMs: 0, ...world };
  const sandbox = sandboxOf(exampleReviewsSandbox(settings), clock);
  const order = async (orders: Record<string, unknown>) => void (await sandbox.post("/__control", orders));
  const accepted = async (id: string) => {
    const { entries } = (await sandbox.get(`/__journal?id=${encodeURIComponent(id)}`)) as {
      entries: { kind: string; text: string }[];
    };
    return entries.filter(({ kind }) => kind === "answer").map(({ text }) => text);
  };
  await order({ unlimited: true });
  return {
    connector: exampleReviews,
    account: { id: "account", credentials: { token: "demo-token", address: sandbox.address } },
    settings: {},
    clock,
    tools: testTools({ http: sandbox.http, now: () => clock.now }),
    close: async () => sandbox.close(),
    async addMention(text) {
      const { ids } = (await sandbox.post("/__posts", [{ text }])) as { ids: string[] };
      return ids[0] as string;
    },
    editMention: async (id, text) => void (await sandbox.post("/__edit", { id, text })),
    answerElsewhere: async (id, text) => void (await sandbox.post("/__answer", { id, text })),
    publishedTexts: accepted,
    expireSignIn: (expireToken) => order({ expireToken }),
    breakDown: (down) => order({ down }),
    rejectReplies: async (rejects) => void (await sandbox.post("/__reject", { rejects })),
    breakOneEntry: (body) => body.replace(/"created_at":"[^"]*"/, '"created_at":"the day before"'),
    changeShape: (body) => body.replace('"reviews":', '"entries":'),
    writeBigId: (body, digits) => body.replace(/"id":"[^"]*"/, `"id":${digits}`),
    ownFaults: [
      {
        name: "the token has ended",
        kind: "unauthorized",
        response: () =>
          Response.json({ error: { code: 401, message: "the token has ended" } }, { status: 401 }),
      },
    ],
  };
}
