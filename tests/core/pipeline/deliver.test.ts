import { getThread } from "@otklik/core/conversation/conversation-store";
import { send } from "@otklik/core/pipeline/jobs";
import { describe, expect, it } from "vitest";
import { found, later } from "../../support/mentions.ts";
import {
  anna,
  dieAtReturned,
  dieOnce,
  here,
  id,
  live,
  open,
  reply,
  replyState,
  status,
  there,
  useOneReview,
} from "../../support/one-review.ts";
import { fault, village } from "../../support/village.ts";

useOneReview();

describe("a reply", () => {
  it("goes out within two seconds after its undo time, once", async () => {
    expect((await reply()).body).toMatchObject({ state: "approved" });
    await live(9);
    expect(there.standing).toEqual([]);
    await live(3);
    expect(there.standing.map(({ text }) => text)).toEqual(["Спасибо за отзыв!"]);
    expect([await replyState(), await status()]).toEqual(["published", "answered"]);
  });

  it("is sent once however often the request and its message are repeated", async () => {
    await Promise.all([reply(), reply(), reply()]);
    const job = { workspaceId: here.workspaceId, conversationId: id, replyId: "reply0000000000000001" };
    await send(here.ports, "deliver", [{ job }, { job }, { job }]);
    await live(15);
    expect(there.standing).toHaveLength(1);
  });

  it("never goes out when it is taken back in time, and its text returns as the draft", async () => {
    await reply();
    await live(5);
    await anna.call("POST /api/conversations/:id/replies/:reply/undo", {
      id,
      reply: "reply0000000000000001",
    });
    await live(20);
    expect(there.standing).toEqual([]);
    expect([await replyState(), await status()]).toEqual(["cancelled", "open"]);
    expect((await getThread(here.table, id))?.draft?.text).toBe("Спасибо за отзыв!");
  });

  it("is taken back whole by a second try where the first died in the middle", async () => {
    await reply();
    const undo = () =>
      anna.call("POST /api/conversations/:id/replies/:reply/undo", { id, reply: "reply0000000000000001" });
    await dieOnce("cancelled", undo);
    expect([await replyState(), await status()]).toEqual(["cancelled", "answered"]);
    expect((await undo()).body).toMatchObject({ state: "cancelled" });
    const thread = await getThread(here.table, id);
    expect([await status(), thread?.draft?.text]).toEqual(["open", "Спасибо за отзыв!"]);
  });

  it("stays answered, and the draft as it is, where it is taken back again after another was sent", async () => {
    const undo = () =>
      anna.call("POST /api/conversations/:id/replies/:reply/undo", { id, reply: "reply0000000000000001" });
    await reply();
    await undo();
    await reply("И ещё", "reply0000000000000002");
    await anna.call("PUT /api/conversations/:id/draft", { id, text: "черновик", version: 0 });
    await undo();
    expect([await status(), (await getThread(here.table, id))?.draft?.text]).toEqual([
      "answered",
      "черновик",
    ]);
  });

  it("cannot be taken back once it is out, and says so", async () => {
    await reply();
    await live(12);
    const undone = await anna.call("POST /api/conversations/:id/replies/:reply/undo", {
      id,
      reply: "reply0000000000000001",
    });
    expect(undone.status).toBe(409);
  });

  it("is refused while another one stands", async () => {
    await reply();
    const second = await reply("И ещё", "reply0000000000000002");
    expect([second.status, second.error?.code]).toEqual([409, "conflict"]);
  });

  it("is refused with an unfilled variable or beyond the network's length", async () => {
    expect((await reply("Здравствуйте, {{author}}!")).error?.detail).toMatchObject({
      findings: [{ code: "unfilled-variable" }],
    });
    expect((await reply("а".repeat(501))).error?.detail).toMatchObject({ findings: [{ code: "too-long" }] });
    await live(15);
    expect(there.standing).toEqual([]);
  });

  it("comes back with the network's reason and opens the conversation again", async () => {
    there.receipt = { state: "rejected", why: "ссылки запрещены" };
    await reply();
    await live(12);
    const thread = await getThread(here.table, id);
    expect(thread?.conversation).toMatchObject({ status: { is: "open" }, returned: "ссылки запрещены" });
    expect(await replyState()).toBe("returned");
  });

  it("comes back with a reason of ours in both languages", async () => {
    const why = { ru: "Ответ отклонили.", en: "It was rejected." };
    there.receipt = { state: "rejected", why };
    await reply();
    await live(12);
    const { body } = await anna.call("GET /api/conversations/:id", { id });
    expect(body).toMatchObject({ returned: why, replies: [{ state: "returned", why }] });
  });

  it("is looked at again while in review, until it is published", async () => {
    there.receipt = { state: "in-review" };
    await reply();
    await live(12);
    expect(await replyState()).toBe("in-review");
    there.receipt = { state: "published" };
    await live(20);
    expect(await replyState()).toBe("published");
  });

  it("waits for the time that a throttling network names", async () => {
    await reply();
    there.failNext = [{ at: "reply", with: fault("throttled", later(1)) }];
    await live(50);
    expect(there.standing).toEqual([]);
    await live(20);
    expect(there.standing).toHaveLength(1);
  });

  it("comes back, and the source is paused, when the token is refused", async () => {
    await reply();
    there.failNext = [{ at: "reply", with: fault("unauthorized") }];
    await live(15);
    expect([await replyState(), await status(), there.standing]).toEqual(["returned", "open", []]);
  });
});

describe("a reply whose outcome got lost", () => {
  it("is not sent again where it stands already", async () => {
    there.failNext = [{ at: "reply", with: fault("unavailable"), after: true }];
    await reply();
    await live(40);
    expect([there.standing.length, await replyState()]).toEqual([1, "published"]);
  });

  it("is sent again where it certainly does not stand", async () => {
    there.failNext = [{ at: "reply", with: fault("unavailable") }];
    await reply();
    await live(40);
    expect([there.standing.length, await replyState()]).toEqual([1, "published"]);
  });

  it("waits for a person where the network cannot be asked", async () => {
    const mute = village({ once: "none" });
    const { receipt: _, ...deaf } = mute.connector;
    mute.connector = deaf;
    here.close();
    await open(mute);
    there.failNext = [{ at: "reply", with: fault("unavailable"), after: true }];
    await reply();
    for (let n = 0; n < 60; n++) {
      await live(5);
      await here.sweep();
    }
    expect([there.standing.length, await replyState()]).toEqual([1, "unknown"]);
    await anna.call("POST /api/conversations/:id/replies/:reply/settle", {
      id,
      reply: "reply0000000000000001",
      stands: true,
    });
    expect(await replyState()).toBe("published");
  });

  it("is found by sweep when the worker died in the middle, and is sent once", async () => {
    await reply();
    here.pass(11);
    const dying = { ...there.connector, reply: () => new Promise<never>(() => {}) };
    const { connectors } = here.ports;
    here.ports.connectors = [dying];
    void here.work("deliver"); // never ends: the machine is gone
    await new Promise((resolve) => setImmediate(resolve));
    here.ports.connectors = connectors;
    expect(await replyState()).toBe("sending");
    here.pass(130);
    await here.sweep();
    await here.settle();
    expect([there.standing.length, await replyState()]).toEqual([1, "published"]);
  });

  describe("because the worker died beside the write that it came back", () => {
    /** Delivers a reply that is rejected until the machine is gone, right before its state is written or right after. */
    const dieBeside = async (moment: "before" | "after"): Promise<void> => {
      there.receipt = { state: "rejected", why: "ссылки запрещены" };
      await reply();
      here.pass(11);
      await dieAtReturned(moment, () => here.work("deliver"));
    };
    /** What the dead had in hand comes again, as any queue brings it. */
    const bringAgain = async (): Promise<void> => {
      const job = { workspaceId: here.workspaceId, conversationId: id, replyId: "reply0000000000000001" };
      await send(here.ports, "deliver", [{ job }]);
      await live(60);
    };

    it.each(["before", "after"] as const)("opens its conversation, be it %s it", async (moment) => {
      await dieBeside(moment);
      await bringAgain();
      const thread = await getThread(here.table, id);
      expect(await replyState()).toBe("returned");
      expect(thread?.conversation).toMatchObject({ status: { is: "open" }, returned: "ссылки запрещены" });
    });

    it("is answered, and nothing is said to have come back, where the network takes it after all", async () => {
      await dieBeside("before");
      there.receipt = { state: "published" };
      await bringAgain();
      const thread = await getThread(here.table, id);
      expect([await replyState(), thread?.conversation.status.is]).toEqual(["published", "answered"]);
      expect(thread?.conversation.returned).toBeUndefined();
    });
  });
});

describe("replies of one chat", () => {
  it("go out in their order", async () => {
    there.said = [found({ kind: "message", rating: undefined })];
    here.pass(60);
    await here.pull();
    await reply("Первый", "reply0000000000000001");
    here.pass(1);
    await reply("Второй", "reply0000000000000002");
    there.failNext = [{ at: "reply", with: fault("throttled", later(2)) }];
    for (let n = 0; n < 20; n++) await live(10);
    expect(there.standing.map(({ text }) => text)).toEqual(["Первый", "Второй"]);
  });
});
