// A simulated network over a stage, called without a server, and what its backstage can do for a bench.
import type { Tools } from "@otklik/core/connector";
import type { WorldWish } from "@otklik/sandbox/kit/simulator";
import type { SimulatedNetwork } from "@otklik/sandbox/network";
import type { ConnectorBench } from "../contracts/connector.ts";
import { sandboxOf } from "../support/sandbox-of.ts";
import { testTools } from "../support/tools.ts";

export interface OnStage {
  /** Where its hosts are found, for an account's `address`. */
  address: string;
  clock: { now: Date };
  tools: Tools;
  /** Any of the simulator's back doors, such as "/__posts". */
  post(path: string, body: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  control(orders: Record<string, unknown>): Promise<void>;
  /** Of a bench, all that any stage has. */
  hooks: Required<
    Pick<
      ConnectorBench,
      | "addMention"
      | "editMention"
      | "answerElsewhere"
      | "publishedTexts"
      | "rejectReplies"
      | "expireSignIn"
      | "breakDown"
      | "clock"
      | "close"
    >
  >;
}

/** Opens a network of the sandbox with its clock standing still until a test moves it, and its limits off. */
export async function onStage(
  network: (wish: WorldWish) => SimulatedNetwork,
  wish: WorldWish = {},
): Promise<OnStage> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const opened = network({ posts: 40, arrivalEveryMs: 0, moderationMs: 60_000, ...wish });
  const { address, http, get, post, close } = sandboxOf(opened, clock);
  const control = async (orders: Record<string, unknown>) => void (await post("/__control", orders));
  await control({ unlimited: true });
  return {
    ...{ address, clock, get, post, control },
    tools: testTools({ http, now: () => clock.now }),
    hooks: {
      clock,
      close: async () => close(),
      async addMention(text) {
        const { ids } = (await post("/__posts", [{ text }])) as { ids: string[] };
        return ids[0] as string;
      },
      editMention: async (id, text) => void (await post("/__edit", { id, text })),
      answerElsewhere: async (id, text) => void (await post("/__answer", { id, text })),
      async publishedTexts(id) {
        const journal = await get(`/__journal?id=${encodeURIComponent(id)}`);
        const { entries } = journal as { entries: Entry[] };
        return entries
          .filter(({ kind, took }) => took && (kind === "answer" || kind === "edit"))
          .map(({ text }) => text);
      },
      rejectReplies: async (rejects) => void (await post("/__reject", { rejects })),
      expireSignIn: (expireToken) => control({ expireToken }),
      breakDown: (down) => control({ down }),
    },
  };
}

interface Entry {
  kind: string;
  text: string;
  took: boolean;
}
