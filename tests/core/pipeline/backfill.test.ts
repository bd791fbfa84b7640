import type { Connector, FoundMention } from "@otklik/core/connector";
import { getConversation } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import type { Source } from "@otklik/core/source/source";
import { getSource, saveSource } from "@otklik/core/source/source-store";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { fault, type Village, village } from "../../support/village.ts";

const day = 24 * 60;
const perPage = 2;
let there: Village;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
/** What was said there long ago, and what the next pages of a backfill do instead. */
let past: FoundMention[];
let failNext: Error[];
let pagesRead: number;

/** The village with a past: pages of two, the cursor counts them. */
const withPast = (connector: Connector): Connector => ({
  ...connector,
  async backfill(_, { since, until }, from) {
    pagesRead++;
    const failure = failNext.shift();
    if (failure) throw failure;
    const all = past.filter(({ postedAt }) => postedAt >= since && postedAt < until);
    const start = Number(from ?? 0);
    const page = all.slice(start, start + perPage);
    const done = start + page.length;
    return {
      found: page,
      unreadable: [],
      next: String(done),
      more: done < all.length,
      progress: { done, of: all.length },
    };
  },
});

beforeEach(async () => {
  past = Array.from({ length: 7 }, (_, n) =>
    found({ externalId: `old-${n}`, text: `Крем ужасный, номер ${n}`, postedAt: later(-(100 + n) * day) }),
  );
  failNext = [];
  pagesRead = 0;
  there = village();
  here = await testHome({ connectors: [withPast(there.connector)] });
  anna = await desk(here);
  await here.connect({ from: "all" });
  await here.pull();
});
afterEach(() => here.close());

const begin = (since = later(-400 * day), until = later(-10 * day)) =>
  anna.call("POST /api/sources/:id/backfill", {
    id: "source1",
    since: since.toISOString(),
    until: until.toISOString(),
  });
const shown = async () => (await anna.call("GET /api/sources", {})).body[0]?.backfill;
const statusOf = async (externalId: string) =>
  (await getConversation(here.table, mentionId(here.brandId, "village", externalId)))?.status;
const mentions = async () => {
  here.pass(5);
  await here.settle();
  return (await listBuckets(here.table, here.brandId)).reduce((sum, { mentions: of }) => sum + of, 0);
};

describe("the reading of a chosen time of the past", () => {
  it("feeds trends, and neither the inbox nor anybody's alerts, though all was wanted in the inbox", async () => {
    const brand = { brand: here.brandId };
    const channel = { is: "email", address: "anna@example.com" } as const;
    await anna.call("POST /api/alerting/channels", { ...brand, channel });
    await begin();
    await here.settle();
    expect(await mentions()).toBe(7);
    expect(await statusOf("old-3")).toEqual({ is: "closed", reason: "history" });
    const { cards } = await here.table.queryIndex("inbox", { pk: `in.${here.brandId}`, limit: 50 });
    expect([cards, here.messenger.told]).toEqual([[], []]);
    expect(await shown()).toMatchObject({ state: "done", found: 7, progress: { done: 7, of: 7 } });
  });

  it("reads what was asked for and no more", async () => {
    await begin(later(-104 * day), later(-101 * day));
    await here.settle();
    expect([await statusOf("old-1"), await statusOf("old-4"), await statusOf("old-5")]).toEqual([
      undefined,
      { is: "closed", reason: "history" },
      undefined,
    ]);
  });

  it("takes nothing from the inbox that stands there", async () => {
    there.said = [found({ externalId: "new" })];
    await here.pull();
    past = [found({ externalId: "new" }), ...past];
    await begin(later(-400 * day), later(day));
    await here.settle();
    expect(await statusOf("new")).toEqual({ is: "open" });
  });

  it("lets new mentions pass while it is under way", async () => {
    past = Array.from({ length: 200 }, (_, n) =>
      found({ externalId: `old-${n}`, postedAt: later(-(100 + n) * day) }),
    );
    await begin();
    await here.work("pull");
    expect(await shown()).toMatchObject({ state: "running", found: 40 });
    there.said = [found({ externalId: "new", postedAt: later(1) })];
    await here.askPull();
    for (const queue of ["pull", "label", "response"] as const) await here.work(queue);
    expect(await statusOf("new")).toEqual({ is: "open" });
    expect((await shown())?.state).toBe("running");
  });

  it("goes on after a crash, and doubles nothing", async () => {
    failNext = [new Error("the machine is gone")];
    await begin();
    await here.settle();
    here.pass(30);
    await here.settle();
    expect([await mentions(), (await shown())?.state]).toEqual([7, "done"]);
  });

  it("is taken up by sweep when its message was lost", async () => {
    here.ports.queue = { send: async () => undefined };
    await begin();
    here.ports.queue = here.home.queue;
    here.pass(700);
    await here.sweep();
    await here.settle();
    expect((await shown())?.state).toBe("done");
  });

  it("waits as long as a network wants", async () => {
    failNext = [fault("throttled", later(30))];
    await begin();
    await here.settle();
    expect([pagesRead, (await shown())?.state]).toEqual([1, "running"]);
    here.pass(1900);
    await here.sweep();
    await here.settle();
    expect((await shown())?.state).toBe("done");
  });

  it("ends with the reason when the network refuses, and leaves the source alone", async () => {
    failNext = [fault("refused")];
    await begin();
    await here.settle();
    expect(await shown()).toMatchObject({ state: "failed", why: { en: "the village is refused" } });
    expect((await getSource(here.table, "source1"))?.state.is).toBe("active");
  });

  it("stops when it is cancelled, and can be begun again", async () => {
    past = Array.from({ length: 100 }, (_, n) =>
      found({ externalId: `old-${n}`, postedAt: later(-(100 + n) * day) }),
    );
    await begin();
    await here.work("pull");
    const { body } = await anna.call("POST /api/sources/:id/backfill/cancel", { id: "source1" });
    await here.settle();
    expect([body.backfill?.state, pagesRead]).toEqual(["cancelled", 20]);
    expect((await begin()).status).toBe(200);
    await here.settle();
    expect(await shown()).toMatchObject({ state: "done", found: 100 });
  });

  it("rests while its source is paused", async () => {
    const source = (await getSource(here.table, "source1")) as Source;
    await begin();
    const state = { is: "paused", by: "anna@example.com" } as const;
    await saveSource({ scoped: here.table, all: here.ports.table }, { ...source, state });
    await here.settle();
    expect(pagesRead).toBe(0);
    await anna.call("POST /api/sources/:id/resume", { id: "source1" });
    here.pass(700);
    await here.sweep();
    await here.settle();
    expect((await shown())?.state).toBe("done");
  });
});

describe("a time of the past that cannot be read", () => {
  it.each([
    ["that ends before it begins", () => begin(later(-10 * day), later(-20 * day)), 400],
    ["that lies ahead", () => begin(later(10 * day), later(20 * day)), 400],
  ])("is refused: one %s", async (_, ask, status) => {
    expect((await ask()).status).toBe(status);
  });

  it("is refused while another one of the source is being read", async () => {
    await begin();
    expect((await begin()).status).toBe(409);
  });

  it("is refused where the network has none to show", async () => {
    here.ports.connectors = [there.connector];
    const { status, error } = await begin();
    expect([status, error?.said.ru]).toEqual([409, expect.stringContaining("не отдаёт прошлое")]);
  });

  it("is refused before the first pull is over, since nobody knows yet what is new", async () => {
    await here.connect({ id: "source2" });
    const range = { since: later(-day).toISOString(), until: later(0).toISOString() };
    const { status } = await anna.call("POST /api/sources/:id/backfill", { id: "source2", ...range });
    expect(status).toBe(409);
  });
});
