import { getConversation } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import type { FoundMention } from "@otklik/core/mention/found";
import { send } from "@otklik/core/pipeline/jobs";
import { getHealth, getSource } from "@otklik/core/source/source-store";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countingTable } from "../../support/counting-table.ts";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { fault, type Village, village } from "../../support/village.ts";

const day = 24 * 60;
let there: Village;
let here: TestHome;

beforeEach(async () => {
  there = village({ perPage: 3 });
  here = await testHome({ connectors: [there.connector] });
});
afterEach(() => here.close());

const labelJob = (all: readonly FoundMention[], observedAt: Date) => ({
  job: {
    ...{ workspaceId: here.workspaceId, brandId: here.brandId, sourceId: "source1", network: "village" },
    ...{ inboxFrom: later(-day), clockFrom: later(-day), observedAt, attempt: 0 },
    found: all.map((mention) => ({ mention })),
  },
});
const statusOf = async (externalId: string) =>
  (await getConversation(here.table, mentionId(here.brandId, "village", externalId)))?.status;
/** Counted from the buckets, once their rest is over. */
const measured = async () => {
  here.pass(5);
  await here.settle();
  const buckets = await listBuckets(here.table, here.brandId);
  return {
    mentions: buckets.reduce((sum, { mentions }) => sum + mentions, 0),
    open: buckets.reduce((sum, { open }) => sum + open.all, 0),
    days: buckets.map(({ day: of }) => of),
  };
};

describe("from the network into the inbox", () => {
  it("takes every page, labels each mention and gives it a place", async () => {
    there.said = Array.from({ length: 8 }, (_, n) =>
      found({ externalId: `r-${n}`, text: `Крем ${n} ужасный, протёк` }),
    );
    await here.connect();
    await here.pull();
    const { cards } = await here.table.queryIndex("inbox", { pk: `in.${here.brandId}`, limit: 50 });
    expect(cards).toHaveLength(8);
    expect(await measured()).toMatchObject({ mentions: 8, open: 8 });
    expect(await getHealth(here.table, "source1")).toMatchObject({ caughtUp: true, found: 8 });
  });

  it("keeps history out of the inbox and in the trend, under its own date", async () => {
    there.said = [
      found({ externalId: "young" }),
      found({ externalId: "old", postedAt: later(-400 * day) }),
      found({ externalId: "done", postedAt: later(-2 * day), ownerReply: { text: "Спасибо" } }),
    ];
    await here.connect();
    await here.pull();
    expect([await statusOf("young"), await statusOf("old"), await statusOf("done")]).toEqual([
      { is: "open" },
      { is: "closed", reason: "history" },
      { is: "closed", reason: "answered-elsewhere" },
    ]);
    expect(await measured()).toEqual({
      mentions: 3,
      open: 1,
      days: ["2025-10-16", "2026-11-18", "2026-11-20"],
    });
  });

  it.each([
    ["now", 0],
    ["30d", 1],
    ["all", 2],
  ] as const)("lets in what was asked for on connecting: %s", async (from, open) => {
    there.said = [
      found({ externalId: "a", postedAt: later(-day) }),
      found({ externalId: "b", postedAt: later(-99 * day) }),
    ];
    await here.connect({ from });
    await here.pull();
    expect(await measured()).toMatchObject({ mentions: 2, open });
  });

  it("writes nothing on a re-poll without news but an hourly heartbeat", async () => {
    there.said = [found()];
    await here.connect();
    await here.pull();
    const before = await getHealth(here.table, "source1");
    here.pass(300);
    await here.pull();
    expect((await getHealth(here.table, "source1")).version).toBe(before.version);
    here.pass(3600);
    await here.pull();
    expect((await getHealth(here.table, "source1")).version).toBe(before.version + 1);
  });

  it("reads the brand once for a batch of mentions", async () => {
    there.said = Array.from({ length: 9 }, (_, n) => found({ externalId: `r-${n}` }));
    await here.connect();
    const { table, read } = countingTable(here.ports.table);
    here.ports.table = table;
    await here.askPull();
    for (const queue of ["pull", "label", "response"] as const) await here.work(queue);
    expect(await statusOf("r-8")).toEqual({ is: "open" });
    expect(read.get("brands")).toBe(1);
  });

  it("lets what is said now wait for nothing that was said before its source was connected", async () => {
    await here.connect();
    there.said = Array.from({ length: 9 }, (_, n) =>
      found({ externalId: `old-${n}`, postedAt: later(-n - 1) }),
    );
    there.said.push(found({ externalId: "new", postedAt: later(1) }));
    await here.askPull();
    for (const queue of ["pull", "label", "response"] as const) await here.work(queue);
    expect([await statusOf("new"), await statusOf("old-0")]).toEqual([{ is: "open" }, undefined]);
    await here.settle();
    expect(await measured()).toMatchObject({ mentions: 10, open: 10 });
  });

  it("doubles nothing when the same job comes twice", async () => {
    there.said = [found({ externalId: "a" }), found({ externalId: "b" })];
    await here.connect();
    await here.pull();
    const job = labelJob(there.said, later(1));
    await send(here.ports, "label", [job, job]);
    await here.settle();
    expect(await measured()).toMatchObject({ mentions: 2, open: 2 });
  });

  it("keeps the newer of two revisions that arrive out of order", async () => {
    await here.connect();
    const job = (text: string, minutes: number) => labelJob([found({ text })], later(minutes));
    await send(here.ports, "label", [job("Второе слово", 10)]);
    await here.settle();
    await send(here.ports, "label", [job("Первое слово", 5)]);
    await here.settle();
    const conversation = await getConversation(here.table, mentionId(here.brandId, "village", "r-1"));
    expect(conversation?.mention?.text).toBe("Второе слово");
  });

  it("tells of what cannot be read in the tongues it was told in", async () => {
    const entry = { excerpt: "{broken", why: { ru: "нет текста", en: "no text" }, where: "entry 2" };
    there.said = [found()];
    there.unreadable = [entry];
    await here.connect();
    await here.pull();
    const { body } = await (await desk(here)).call("GET /api/sources/:id/unreadable", { id: "source1" });
    expect(body.unreadable).toMatchObject([entry]);
  });

  it("keeps what cannot be read, and the rest of its page", async () => {
    there.said = [found()];
    there.unreadable = [{ excerpt: "{broken", why: "text is missing", where: "entry 2" }];
    await here.connect();
    await here.pull();
    expect(await getHealth(here.table, "source1")).toMatchObject({ found: 1, unreadable: 1 });
    expect(await statusOf("r-1")).toEqual({ is: "open" });
  });

  it("puts a text of a megabyte whole into the blob store and its beginning into the row", async () => {
    there.said = [found({ text: "Б".repeat(1_000_000) })];
    await here.connect();
    await here.pull();
    const conversation = await getConversation(here.table, mentionId(here.brandId, "village", "r-1"));
    expect(conversation?.mention?.text).toHaveLength(30_000);
    const whole = await here.ports.blob.get(conversation?.mention?.wholeText ?? "");
    expect((await new Response(whole).text()).length).toBe(1_000_000);
  });

  it("joins an addition to its thread and opens the answered conversation again", async () => {
    there.said = [found({ externalId: "root", ownerReply: { text: "Спасибо" } })];
    await here.connect();
    await here.pull();
    there.said.push(
      found({
        externalId: "addition",
        threadId: "root",
        parentId: "root",
        text: "Через неделю протёк",
        postedAt: later(1),
      }),
    );
    here.pass(300);
    await here.pull();
    expect(await statusOf("root")).toEqual({ is: "open" });
    expect(await measured()).toMatchObject({ mentions: 2, open: 1 });
  });
});

describe("when the network fails", () => {
  it("waits until the time that it named, and goes on where it stopped", async () => {
    there.said = Array.from({ length: 5 }, (_, n) => found({ externalId: `r-${n}` }));
    await here.connect();
    there.failNext = [{ at: "pull", with: fault("throttled", later(10)) }];
    await here.pull();
    expect((await getHealth(here.table, "source1")).notBefore).toEqual(later(10));
    here.pass(300);
    await here.pull();
    expect(there.pulls).toBe(1);
    here.pass(400);
    await here.pull();
    expect(await measured()).toMatchObject({ mentions: 5 });
    expect((await getHealth(here.table, "source1")).fault).toBeUndefined();
  });

  it("takes the source up again when its time has come, without waiting for its slot", async () => {
    there.said = [found()];
    await here.connect();
    there.failNext = [{ at: "pull", with: fault("throttled", later(10)) }];
    await here.pull();
    here.pass(599);
    await here.sweep();
    await here.settle();
    expect(there.pulls).toBe(1);
    here.pass(2);
    await here.sweep();
    await here.settle();
    expect([there.pulls, await statusOf("r-1")]).toEqual([2, { is: "open" }]);
  });

  it("pauses the source and says why when the token is refused", async () => {
    await here.connect();
    there.failNext = [{ at: "pull", with: fault("unauthorized") }];
    await here.pull();
    expect((await getSource(here.table, "source1"))?.state).toMatchObject({
      is: "paused",
      why: { ru: "деревня: unauthorized", en: "the village is unauthorized" },
    });
  });

  it("shows what went wrong in both languages", async () => {
    await here.connect();
    there.failNext = [{ at: "pull", with: fault("unavailable") }];
    await here.pull();
    const [source] = (await (await desk(here)).call("GET /api/sources", {})).body;
    expect(source?.fault).toMatchObject({
      message: "the village is unavailable",
      said: { ru: "деревня: unavailable", en: "the village is unavailable" },
    });
  });

  it("loses nothing in a storm of errors", async () => {
    there.said = Array.from({ length: 10 }, (_, n) => found({ externalId: `r-${n}` }));
    await here.connect();
    there.failNext = Array.from({ length: 6 }, () => ({ at: "pull" as const, with: fault("unavailable") }));
    for (let n = 0; n < 12; n++) {
      await here.pull();
      here.pass(3700);
    }
    expect(await measured()).toMatchObject({ mentions: 10 });
  });

  it("never writes a customer's words into the log", async () => {
    there.said = [found({ text: "тайное слово" })];
    await here.connect();
    here.ports.labeler = { name: "broken", label: async () => [{ failed: "тайное слово" }] };
    await here.pull();
    for (const seconds of [31, 61, 91]) {
      here.pass(seconds);
      await here.settle();
    }
    expect(here.logged.length).toBeGreaterThan(0);
    expect(here.logged.join("\n")).not.toContain("тайное");
    expect(await statusOf("r-1")).toEqual({ is: "open" });
  });
});
