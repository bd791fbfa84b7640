import { getThread } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import { send } from "@otklik/core/pipeline/jobs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { fault, type Village, village } from "../../support/village.ts";

const reply = "reply0000000000000001";
let there: Village;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
let id: string;

beforeEach(() => open(village()));
afterEach(() => here.close());

async function open(network: Village): Promise<void> {
  there = network;
  there.receipt = { state: "published", externalId: "answer-7" };
  there.said = [found()];
  here = await testHome({ connectors: [there.connector] });
  await here.connect();
  await here.pull();
  anna = await desk(here);
  id = mentionId(here.brandId, "village", "r-1");
  await anna.call("POST /api/conversations/:id/replies", { id, reply, text: "Спасибо за отзыв!" });
  await live(12);
}
async function live(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    here.pass(1);
    await here.settle();
  }
}
const edit = (text = "Спасибо, исправили!", name = "edit00000000000000001") =>
  anna.call("POST /api/conversations/:id/replies/:reply/edit", { id, reply, edit: name, text });
const shown = async () => (await anna.call("GET /api/conversations/:id", { id })).body.replies[0];
const status = async () => (await getThread(here.table, id))?.conversation.status.is;

describe("an edit of a published reply", () => {
  it("puts its text in the place of the old one, which stands until the network has confirmed", async () => {
    expect((await edit()).body).toMatchObject({ text: "Спасибо за отзыв!", edit: { state: "approved" } });
    await live(2);
    expect(there.edited).toEqual([{ before: "Спасибо за отзыв!", after: "Спасибо, исправили!" }]);
    expect(await shown()).toMatchObject({ text: "Спасибо, исправили!", state: "published" });
    expect((await shown())?.edit).toBeUndefined();
  });

  it("is sent once however often the request and its message are repeated", async () => {
    await Promise.all([edit(), edit(), edit()]);
    const job = { workspaceId: here.workspaceId, conversationId: id, replyId: "edit00000000000000001" };
    await send(here.ports, "deliver", [{ job }, { job }]);
    await live(10);
    expect(there.edited).toHaveLength(1);
  });

  it("is sent once when the answer was lost on the way", async () => {
    await openLimited(1);
    there.failNext = [{ at: "edit", with: fault("unavailable"), after: true }];
    await edit();
    await live(20);
    expect([there.edited.length, (await shown())?.text]).toEqual([1, "Спасибо, исправили!"]);
  });

  it("is sent again where the old text certainly stands", async () => {
    await openLimited(1);
    there.failNext = [{ at: "edit", with: fault("unavailable") }];
    await edit();
    await live(20);
    expect([there.edited.length, (await shown())?.text]).toEqual([1, "Спасибо, исправили!"]);
  });

  it("waits for the time that a throttling network names", async () => {
    there.failNext = [{ at: "edit", with: fault("throttled", later(1)) }];
    await edit();
    await live(20);
    expect((await shown())?.edit?.state).toBe("approved");
    await live(45);
    expect((await shown())?.text).toBe("Спасибо, исправили!");
  });

  it("leaves the old text and the conversation when the network turns it down, and says why", async () => {
    there.receipt = { state: "rejected", why: "ссылки запрещены" };
    await edit();
    await live(3);
    expect(await shown()).toMatchObject({
      text: "Спасибо за отзыв!",
      state: "published",
      edit: { state: "returned", why: "ссылки запрещены" },
    });
    expect(await status()).toBe("answered");
  });

  it("is looked at again while in review", async () => {
    there.receipt = { state: "in-review" };
    await edit();
    await live(3);
    expect(await shown()).toMatchObject({ text: "Спасибо за отзыв!", edit: { state: "in-review" } });
    there.receipt = { state: "published" };
    await live(20);
    expect((await shown())?.text).toBe("Спасибо, исправили!");
  });

  it("is no answer made elsewhere when its echo comes", async () => {
    await edit();
    await live(3);
    there.said = [found({ ownerReply: { text: "Спасибо, исправили!" }, canReply: false })];
    await here.pull();
    expect(await status()).toBe("answered");
  });

  it("counts what is left, and is refused beyond it", async () => {
    await openLimited(1);
    expect((await shown())?.editsLeft).toBe(1);
    await edit();
    await live(3);
    expect((await shown())?.editsLeft).toBeUndefined();
    expect((await edit("Ещё раз", "edit00000000000000002")).status).toBe(409);
  });

  it("is refused while another one is on its way, or where the network takes none", async () => {
    await edit();
    expect((await edit("Ещё раз", "edit00000000000000002")).status).toBe(409);
    const { edit: _, ...fixed } = there.connector;
    here.ports.connectors = [fixed];
    expect((await edit("Ещё раз", "edit00000000000000003")).status).toBe(409);
  });

  it("is refused beyond the network's length", async () => {
    expect((await edit("а".repeat(501))).error?.detail).toMatchObject({ findings: [{ code: "too-long" }] });
  });
});

/** The same, in a village where a reply may be edited so often. */
async function openLimited(edits: number): Promise<void> {
  here.close();
  await open(village({ edits }));
}
