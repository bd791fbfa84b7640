// One review in the inbox of a home whose only network is a village, a person at the desk, and machines that die: what
// becomes of the answer. The names stand for what the running test has.
import { getThread } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import { afterEach, beforeEach } from "vitest";
import { desk } from "./desk.ts";
import { type TestHome, testHome } from "./home.ts";
import { found } from "./mentions.ts";
import { type Village, village } from "./village.ts";

export let there: Village;
export let here: TestHome;
export let anna: Awaited<ReturnType<typeof desk>>;
export let id: string;

export function useOneReview(): void {
  beforeEach(() => open(village()));
  afterEach(() => here.close());
}

/** Begins anew with this network. */
export async function open(network: Village): Promise<void> {
  there = network;
  here = await testHome({ connectors: [there.connector] });
  there.said = [found()];
  await here.connect();
  await here.pull();
  anna = await desk(here);
  id = mentionId(here.brandId, "village", "r-1");
}

export const reply = (text = "Спасибо за отзыв!", name = "reply0000000000000001") =>
  anna.call("POST /api/conversations/:id/replies", { id, reply: name, text });
export const replyState = async (n = 0) => (await getThread(here.table, id))?.replies[n]?.state.is;
export const status = async () => (await getThread(here.table, id))?.conversation.status.is;
/** Lets seconds pass one by one, working in between, as the embedded home would. */
export const live = async (seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second++) {
    here.pass(1);
    await here.settle();
  }
};

/** Once the reply is in this state, the machine is gone. */
export async function dieOnce(is: string, work: () => Promise<unknown>): Promise<void> {
  const { table } = here.ports;
  here.ports.table = {
    ...table,
    commit: async (writes) => {
      if ((await replyState()) === is) throw new Error("the machine is gone");
      return table.commit(writes);
    },
  };
  await work().catch(() => {});
  here.ports.table = table;
}

/** Goes on with this work until the machine is gone, right before "returned" is written or right after. */
export async function dieAtReturned(moment: "before" | "after", work: () => Promise<unknown>): Promise<void> {
  const { table } = here.ports;
  const dying = Promise.withResolvers<void>();
  here.ports.table = {
    ...table,
    commit: async (writes) => {
      const isIt = JSON.stringify(writes).includes('"is":"returned"');
      if (!isIt) return table.commit(writes);
      if (moment === "after") await table.commit(writes);
      dying.resolve();
      return new Promise<never>(() => {});
    },
  };
  void work(); // never ends
  await dying.promise;
  here.ports.table = table;
}
