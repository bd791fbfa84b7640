import { lettersOf, listLetters, strayLetters } from "@otklik/core/dead-letter/dead-letter-store";
import { discardLetter, replayLetter } from "@otklik/core/dead-letter/replay";
import type { Labeler } from "@otklik/core/label/labeler";
import { dead, singleOut } from "@otklik/core/pipeline/dead";
import { send } from "@otklik/core/pipeline/jobs";
import type { Change } from "@otklik/core/ports";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found } from "../../support/mentions.ts";
import { type Village, village } from "../../support/village.ts";

const said = "Вода в чайнике зелёная";

let there: Village;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
/** The labeler is broken until it is mended. */
let isBroken: boolean;

beforeEach(async () => {
  isBroken = true;
  const sound = embeddedLabeler();
  const labeler: Labeler = {
    ...sound,
    async label(mentions, options) {
      if (isBroken) throw new RangeError(mentions[0]?.text);
      return sound.label(mentions, options);
    },
  };
  there = village();
  here = await testHome({ connectors: [there.connector], labeler });
  await here.connect();
  anna = await desk(here);
});
afterEach(() => here.close());

/** Works on a queue until it gives up, and hands on what it gave up. */
async function die(queue: "pull" | "label" = "label"): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await here.work(queue);
    here.pass(5);
  }
  expect(await here.bury()).toBe(0);
}

/** A review that no labeler could read. */
async function stuck(text = said): Promise<void> {
  there.said = [found({ text })];
  await here.askPull();
  await here.work("pull");
  await die();
}

const letters = async () => (await anna.call("GET /api/dead-letters", {})).body.letters;
const onlyLetter = async () => {
  const all = await letters();
  expect(all).toHaveLength(1);
  return all[0] as (typeof all)[number];
};
const lines = async () => (await anna.call("GET /api/audit", {})).body.lines;
const inbox = async () => (await anna.call("GET /api/inbox", { brand: here.brandId })).body.cards;

describe("a message that its step gave up on", () => {
  it("stands as a letter with what it is about, and with why and how often it failed", async () => {
    await stuck();
    expect(await onlyLetter()).toMatchObject({
      queue: "label",
      why: { error: "RangeError", place: expect.stringContaining("tests/core/pipeline/dead.test.ts") },
      attempts: 5,
      times: 1,
      subject: { brandId: here.brandId, sourceId: "source1", mentions: 1 },
    });
    expect(await here.home.queue.waitingLetters({ limit: 10 })).toEqual([]);
  });

  it("shows its payload to who asks, and no word of it in the reason or in the log", async () => {
    await stuck();
    const letter = await onlyLetter();
    expect(JSON.stringify(letter)).not.toContain("чайник");
    expect(here.logged.filter((line) => line.includes("letter.kept")).join("")).not.toContain("чайник");
    const { body } = await anna.call("GET /api/dead-letters/:id", { id: letter.id });
    expect(JSON.parse(body.body).found[0].mention.text).toBe(said);
  });

  it("goes its way when it is replayed once the step is mended, and is written down", async () => {
    await stuck();
    isBroken = false;
    const { id } = await onlyLetter();
    expect((await anna.call("POST /api/dead-letters/:id/replay", { id })).body).toEqual({ did: true });
    await here.settle();
    expect(await inbox()).toMatchObject([{ snippet: said }]);
    expect(await letters()).toEqual([]);
    expect(await lines()).toMatchObject([
      { by: "anna@example.com", did: "replayed-letter", queue: "label", count: 1 },
    ]);
  });

  it("is sent once when two replay it at the same time", async () => {
    await stuck();
    const { id } = await onlyLetter();
    const boris = await desk(here, "boris@example.com");
    const both = await Promise.all(
      [anna, boris].map((one) => one.call("POST /api/dead-letters/:id/replay", { id })),
    );
    expect(both.map(({ body }) => body.did).sort()).toEqual([false, true]);
    expect(await here.work("label")).toBe(1);
    expect(await lines()).toHaveLength(1);
  });

  it("does nothing when it is replayed after it is gone", async () => {
    await stuck();
    const { id } = await onlyLetter();
    await anna.call("POST /api/dead-letters/:id/discard", { id });
    expect((await anna.call("POST /api/dead-letters/:id/replay", { id })).body).toEqual({ did: false });
    expect(await here.work("label")).toBe(0);
    expect(await lines()).toMatchObject([{ did: "discarded-letter", queue: "label", count: 1 }]);
  });

  it("comes back as a letter when it fails once more, also right after it was replayed", async () => {
    await stuck();
    for (let round = 0; round < 2; round++) {
      const { id } = await onlyLetter();
      await anna.call("POST /api/dead-letters/:id/replay", { id });
      expect(await letters()).toEqual([]);
      await die();
    }
    expect((await onlyLetter()).times).toBe(1);
  });

  it("is one letter however often the same content dies, and however often one death is told", async () => {
    const broken = { workspaceId: here.workspaceId, sourceId: "source1" };
    there.connector = Object.assign(there.connector, { settings: undefined });
    for (let death = 0; death < 3; death++) {
      await send(here.ports, "pull", [{ job: broken, group: "source1" }]);
      await die("pull");
    }
    expect(await onlyLetter()).toMatchObject({ queue: "pull", times: 3, why: { error: "TypeError" } });
  });

  it("keeps its group, so that a replayed pull waits its turn", async () => {
    there.connector = Object.assign(there.connector, { settings: undefined });
    await send(here.ports, "pull", [
      { job: { workspaceId: here.workspaceId, sourceId: "source1" }, group: "source1" },
    ]);
    await die("pull");
    await here.home.queue.send("pull", [{ body: "{}", group: "source1" }]);
    await anna.call("POST /api/dead-letters/:id/replay", { id: (await onlyLetter()).id });
    expect(await here.home.queue.receive("pull", { max: 10, visibilitySeconds: 60 })).toHaveLength(1);
  });

  it("says that no answer came when nobody could note a reason", async () => {
    await here.askPull();
    for (let attempt = 0; attempt < 5; attempt++) {
      await here.home.queue.receive("pull", { max: 1, visibilitySeconds: 60 });
      here.pass(61);
    }
    await here.home.queue.receive("pull", { max: 1, visibilitySeconds: 60 });
    await here.bury();
    expect(await onlyLetter()).toMatchObject({ queue: "pull", why: { error: "NoAnswer" }, attempts: 5 });
  });

  it("shows in no other workspace", async () => {
    await stuck();
    const { id } = await onlyLetter();
    await anna.call("POST /api/workspaces", { name: "Другое место" });
    expect(await letters()).toEqual([]);
    expect((await anna.call("GET /api/dead-letters/:id", { id })).status).toBe(404);
    expect((await anna.call("POST /api/dead-letters/:id/replay", { id })).body).toEqual({ did: false });
  });
});

describe("many letters", () => {
  it("are counted by step, listed latest first page by page, and replayed together with one line", async () => {
    for (const text of ["первая", "вторая", "третья"]) {
      await stuck(text);
      here.pass(60);
    }
    expect((await anna.call("GET /api/stuck", {})).body).toEqual({
      letters: 3,
      byQueue: { label: 3 },
      unreadable: 0,
      bySource: {},
      isAll: true,
    });
    const first = (await anna.call("GET /api/dead-letters", { limit: 2 })).body;
    const rest = (await anna.call("GET /api/dead-letters", { limit: 2, after: first.next ?? "" })).body;
    const died = [...first.letters, ...rest.letters].map(({ diedAt }) => diedAt);
    expect(died).toEqual(died.toSorted().reverse());
    expect(new Set(died).size).toBe(3);
    isBroken = false;
    const all = await anna.call("POST /api/dead-letters/replay", { queue: "label" });
    expect(all.body).toEqual({ replayed: 3, more: false });
    await here.settle();
    expect(await letters()).toEqual([]);
    expect(await lines()).toMatchObject([{ did: "replayed-letter", queue: "label", count: 3 }]);
  });

  it("are replayed a bounded number at a time", async () => {
    const bodies = Array.from({ length: 101 }, (_, n) =>
      JSON.stringify({ workspaceId: here.workspaceId, n }),
    );
    await here.home.queue.send(
      "sum",
      bodies.map((body) => ({ body })),
    );
    for (let attempt = 0; attempt < 5; attempt++) {
      for (let batch = 0; batch < 3; batch++) await here.work("sum");
      here.pass(5);
    }
    await here.bury();
    const replay = async () => (await anna.call("POST /api/dead-letters/replay", { queue: "sum" })).body;
    expect(await replay()).toEqual({ replayed: 100, more: true });
    expect(await replay()).toEqual({ replayed: 1, more: false });
  });
});

describe("a message without a workspace that could be read", () => {
  it.each([["{broken"], ["[7]"], ["{}"], ['{"workspaceId":"nowhere"}'], ['{"workspaceId":"../x"}']])(
    "is kept outside of any: %s",
    async (body) => {
      await here.home.queue.send("pull", [{ body }]);
      await die("pull");
      expect(await letters()).toEqual([]);
      const { letters: stray } = await listLetters(strayLetters(here.ports.table), { limit: 10 });
      expect(stray).toMatchObject([{ queue: "pull", attempts: 5 }]);
    },
  );
});

describe("a call that Lambda itself gave up", () => {
  it.each(["change", "schedule"])("is kept for the operator, who can only discard it: %s", async (queue) => {
    const body = JSON.stringify({
      requestContext: { condition: "RetryAttemptsExhausted" },
      DDBStreamBatchInfo: { batchSize: 3 },
    });
    const message = { id: "m1", queue, body, sentAt: here.ports.now(), attempts: 1 };
    await dead(message, here.ports);
    const box = strayLetters(here.ports.table);
    const { letters: stray } = await listLetters(box, { limit: 10 });
    expect(stray).toMatchObject([{ queue, why: { error: "RetryAttemptsExhausted" } }]);
    await expect(replayLetter(box, stray[0]?.id ?? "", here.ports)).rejects.toThrow("nothing to replay");
    expect(await discardLetter(box, stray[0]?.id ?? "")).toMatchObject({ queue });
  });
});

describe("a reason", () => {
  it("is forgotten when the letter has it", async () => {
    await stuck();
    expect(whyRows()).toBe(0);
  });

  it("is forgotten after a day when the message went its way after all", async () => {
    there.said = [found({ text: said })];
    await here.askPull();
    await here.work("pull");
    for (let attempt = 0; attempt < 4; attempt++) {
      await here.work("label");
      here.pass(5);
    }
    await here.home.queue.returnInFlight();
    await here.work("label");
    expect(whyRows()).toBe(1);
    here.pass(23 * 3600);
    await here.sweep();
    expect(whyRows()).toBe(1);
    here.pass(2 * 3600);
    await here.sweep();
    expect(whyRows()).toBe(0);
  });

  const whyRows = (): number =>
    here.home.db.prepare("SELECT * FROM table_row WHERE pk LIKE '#why.%'").all().length;
});

describe("a change that no room can bear", () => {
  /** The id of the only conversation. */
  async function opened(): Promise<string> {
    isBroken = false;
    there.said = [found({ text: said })];
    await here.askPull();
    await here.settle();
    return (await inbox())[0]?.id ?? "";
  }
  /** Hands all changes that wait to a room that may not bear them, with a sound one among them. */
  const tell = async (bear: (change: Change) => Promise<void>) => {
    await here.table.commit([{ put: { pk: "p", sk: "sound", body: {} } }]);
    const { changes, next } = await here.home.feed.read(null, 100);
    await singleOut(changes, bear, here.ports);
    await here.home.feed.forget(next ?? "0");
    return changes.map(({ key }) => key.sk);
  };

  it("becomes a letter that leads to its conversation, and is told of again by a replay", async () => {
    const id = await opened();
    await anna.call("POST /api/conversations/:id/close", { id });
    await tell(async ({ key }) => {
      if (key.sk === id) throw new TypeError(said);
    });
    const letter = await onlyLetter();
    expect(letter).toMatchObject({
      queue: "change",
      why: { error: "TypeError" },
      subject: { conversationId: id },
    });
    expect(JSON.stringify(letter)).not.toContain("чайник");
    await anna.call("POST /api/dead-letters/:id/replay", { id: letter.id });
    const told: string[] = [];
    await tell(async ({ key }) => void told.push(key.sk));
    expect(told).toContain(id);
    expect(await letters()).toEqual([]);
    expect((await anna.call("GET /api/conversations/:id", { id })).body.status.is).toBe("closed");
  });

  it("waits with all others while none can be borne", async () => {
    const id = await opened();
    await anna.call("POST /api/conversations/:id/close", { id });
    await expect(tell(() => Promise.reject(new Error("the table is down")))).rejects.toThrow("down");
    expect(await letters()).toEqual([]);
    expect((await listLetters(lettersOf(here.table), { limit: 5 })).letters).toEqual([]);
  });
});
