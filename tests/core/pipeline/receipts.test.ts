import type { Receipt, ReplyReceipt } from "@otklik/core/connector";
import { getThread } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import { replyRow } from "@otklik/core/reply/reply-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found } from "../../support/mentions.ts";
import { type SharedVillage, sharedVillage } from "../../support/shared-village.ts";

let there: SharedVillage;
let here: TestHome;
let id: string;

beforeEach(async () => {
  there = sharedVillage();
  there.receipt = { state: "published", externalId: "answer-7" };
  there.stream = [{ ...found({ externalId: "r-1" }), place: "kitchen" }];
  here = await testHome({ connectors: [there.connector] });
  await here.connect({ settings: { chat: "kitchen" }, accountId: "bot1" });
  id = mentionId(here.brandId, "village", "r-1");
  await here.pull();
  const anna = await desk(here);
  await anna.call("POST /api/conversations/:id/replies", {
    id,
    reply: "reply0000000000000001",
    text: "Спасибо за отзыв!",
  });
  here.pass(15);
  await here.settle();
});
afterEach(() => here.close());

const tell = async (receipt: Receipt, more: Partial<ReplyReceipt> = {}): Promise<void> => {
  there.receipts = [{ threadId: "r-1", reply: "answer-7", receipt, ...more }];
  await here.pull();
};
const reply = async () => (await getThread(here.table, id))?.replies[0];
const status = async () => (await getThread(here.table, id))?.conversation.status.is;

describe("what a network says of a reply by itself", () => {
  it("keeps that it was delivered and then read, and not the other way round", async () => {
    await tell({ state: "delivered" });
    expect((await reply())?.state).toMatchObject({ is: "published", reached: "delivered" });
    await tell({ state: "read" });
    await tell({ state: "delivered" });
    expect((await reply())?.state).toMatchObject({ is: "published", reached: "read" });
  });

  it.each(["bounced", "rejected"] as const)(
    "brings a reply that was %s back to its author, and opens the conversation",
    async (state) => {
      expect(await status()).toBe("answered");
      await tell({ state, why: "такого адреса нет" });
      expect((await reply())?.state).toMatchObject({ is: "returned", why: "такого адреса нет" });
      const thread = await getThread(here.table, id);
      expect(thread?.conversation).toMatchObject({ status: { is: "open" }, returned: "такого адреса нет" });
    },
  );

  it("changes nothing when it comes twice", async () => {
    await tell({ state: "bounced", why: "такого адреса нет" });
    const before = await reply();
    await tell({ state: "bounced", why: "такого адреса нет" });
    await tell({ state: "delivered" });
    expect(await reply()).toEqual(before);
  });

  it("means nothing for a reply that we never gave, or at a place that nobody connected", async () => {
    await tell({ state: "bounced", why: "нет" }, { reply: "somebody-else's" });
    await tell({ state: "bounced", why: "нет" }, { threadId: "unknown" });
    await tell({ state: "bounced", why: "нет" }, { place: "a stranger's chat" });
    expect((await reply())?.state.is).toBe("published");
  });

  it("waits for a reply whose publication is not recorded yet", async () => {
    const published = await reply();
    const { version: _, ...kept } = published as NonNullable<typeof published>;
    const leaseUntil = new Date(here.ports.now().getTime() + 45_000);
    await here.table.commit([{ put: replyRow({ ...kept, state: { is: "sending", leaseUntil } }) }]);
    await tell({ state: "bounced", why: "такого адреса нет" });
    await here.table.commit([{ put: replyRow(kept) }]);
    here.pass(31);
    await here.settle();
    expect((await reply())?.state.is).toBe("returned");
  });
});
