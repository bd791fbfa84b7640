import { getThread } from "@otklik/core/conversation/conversation-store";
import { beforeEach, describe, expect, it } from "vitest";
import { found } from "../../support/mentions.ts";
import {
  anna,
  dieAtReturned,
  dieOnce,
  here,
  id,
  reply,
  replyState,
  status,
  there,
  useOneReview,
} from "../../support/one-review.ts";

useOneReview();

describe("a network without a reply API", () => {
  const byHand = () =>
    anna.call("POST /api/conversations/:id/answered", { id, reply: "reply0000000000000009", text: "Ответ" });
  const settle = (stands: boolean) =>
    anna.call("POST /api/conversations/:id/replies/:reply/settle", {
      id,
      reply: "reply0000000000000009",
      stands,
    });
  beforeEach(() => {
    const { reply: _, ...silent } = there.connector;
    here.ports.connectors = [silent];
  });

  it("takes the answer that a person gave there by hand", async () => {
    expect((await reply()).status).toBe(409);
    expect([(await byHand()).body.state, await status()]).toEqual(["by-hand", "answered"]);
  });

  it("calls it published once a read has shown it there", async () => {
    await byHand();
    there.said = [found({ ownerReply: { text: "Ответ" } })];
    here.pass(60);
    await here.pull();
    expect([await replyState(), await status()]).toEqual(["published", "answered"]);
  });

  it("calls it published once a person has seen it there", async () => {
    await byHand();
    await settle(true);
    expect([await replyState(), await status()]).toEqual(["published", "answered"]);
    expect((await settle(false)).status).toBe(409);
  });

  it("opens the conversation again when a person looked and it is not there", async () => {
    await byHand();
    await settle(false);
    expect([await replyState(), await status()]).toEqual(["returned", "open"]);
  });

  it("is answered by a second try where the first died in the middle", async () => {
    await dieOnce("by-hand", byHand);
    expect([await replyState(), await status()]).toEqual(["by-hand", "open"]);
    await byHand();
    expect([await replyState(), await status()]).toEqual(["by-hand", "answered"]);
  });

  it("stays open where that answer is sent again after the customer wrote anew", async () => {
    there.said = [found({ kind: "message", rating: undefined })];
    await here.pull();
    await byHand();
    here.pass(60);
    there.said = [found({ kind: "message", externalId: "r-2", threadId: "r-1", postedAt: here.ports.now() })];
    await here.pull();
    expect(await status()).toBe("open");
    await byHand();
    expect(await status()).toBe("open");
  });

  it.each(["before", "after"] as const)(
    "leaves it open where the machine died %s it was written that it is not there",
    async (moment) => {
      await byHand();
      await dieAtReturned(moment, () => settle(false));
      expect(await status()).toBe("open");
      await settle(false);
      expect([await replyState(), await status()]).toEqual(["returned", "open"]);
    },
  );

  it("stays answered where another person has just seen it there", async () => {
    await byHand();
    const { table } = here.ports;
    here.ports.table = {
      ...table,
      commit: async (writes) => {
        if (JSON.stringify(writes).includes('"is":"returned"')) {
          here.ports.table = table;
          await settle(true);
        }
        return table.commit(writes);
      },
    };
    expect((await settle(false)).status).toBe(409);
    const thread = await getThread(here.table, id);
    expect([await replyState(), await status()]).toEqual(["published", "answered"]);
    expect(thread?.conversation.returned).toBeUndefined();
  });
});
