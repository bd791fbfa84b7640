import { getThread } from "@otklik/core/conversation/conversation-store";
import { describe, expect, it } from "vitest";
import { found, later } from "../../support/mentions.ts";
import {
  anna,
  here,
  id,
  live,
  reply,
  replyState,
  status,
  there,
  useOneReview,
} from "../../support/one-review.ts";

useOneReview();

describe("an answer made elsewhere", () => {
  it("closes the conversation, retires the draft and stops a reply in its undo time", async () => {
    await anna.call("PUT /api/conversations/:id/draft", { id, text: "черновик", version: 0 });
    await reply();
    there.said = [found({ ownerReply: { text: "Ответили в кабинете" } })];
    here.pass(2);
    await here.pull();
    await live(20);
    const thread = await getThread(here.table, id);
    expect(thread?.conversation.status).toEqual({ is: "closed", reason: "answered-elsewhere" });
    expect([await replyState(), thread?.draft, there.standing]).toEqual(["cancelled", null, []]);
  });

  it("stops it as well where it answers a later comment of the thread", async () => {
    const comment = { externalId: "r-2", threadId: "r-1", kind: "comment", rating: undefined } as const;
    there.said = [found({ ...comment, postedAt: later(1) })];
    here.pass(120);
    await here.pull();
    await reply();
    there.said = [found({ ...comment, postedAt: later(1), ownerReply: { text: "Ответили в кабинете" } })];
    here.pass(2);
    await here.pull();
    await live(20);
    expect(await status()).toBe("closed");
    expect([await replyState(), there.standing]).toEqual(["cancelled", []]);
  });

  it.each([1, 2, 3, 4])(
    "stops it also where the worker that heard of it died after its write number %i",
    async (number) => {
      await reply();
      there.said = [found({ ownerReply: { text: "Ответили в кабинете" } })];
      here.pass(2);
      await here.askPull();
      for (const queue of ["pull", "label"] as const) await here.work(queue);
      const { table } = here.ports;
      let left = number;
      here.ports.table = {
        ...table,
        commit: async (writes) => {
          if (left <= 0) throw new Error("the machine is gone");
          left--;
          const outcomes = await table.commit(writes);
          if (left === 0) throw new Error("the machine is gone");
          return outcomes;
        },
      };
      await here.work("response");
      here.ports.table = table;
      await live(20);
      const thread = await getThread(here.table, id);
      expect(thread?.conversation.status).toEqual({ is: "closed", reason: "answered-elsewhere" });
      expect([await replyState(), there.standing]).toEqual(["cancelled", []]);
    },
  );

  it("does not take the echo of our own reply for one", async () => {
    await reply();
    await live(12);
    there.said = [found({ ownerReply: { text: "Спасибо за  отзыв! " }, canReply: false })];
    await here.pull();
    expect(await status()).toBe("answered");
  });
});
