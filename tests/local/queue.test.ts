import { openDatabase } from "@otklik/local/database";
import { localQueue } from "@otklik/local/queue";
import { describe, expect, it } from "vitest";
import { describeQueue } from "../contracts/queue.ts";

const begin = new Date("2026-01-05T10:00:00Z").getTime();

function open({ maxReceives }: { maxReceives?: number } = {}) {
  const db = openDatabase(":memory:");
  let at = begin;
  const queue = localQueue(db, { now: () => new Date(at), maxReceives });
  return {
    db,
    queue,
    poller: queue,
    pass: async (seconds: number) => {
      at += seconds * 1000;
    },
    /** Takes one message and gives it back, again and again. */
    fail: async (times: number, why?: string) => {
      for (let time = 0; time < times; time++) {
        const [message] = await queue.receive("pull", { max: 1, visibilitySeconds: 60 });
        await queue.release("pull", [message?.receipt as string], { why });
      }
    },
    take: () => queue.receive("pull", { max: 10, visibilitySeconds: 60 }),
    close: async () => db.close(),
  };
}

const seconds = (many: number): Date => new Date(begin + many * 1000);

describeQueue("SQLite", async () => open());

describe("dead letters", () => {
  it("keeps a message that failed too often, with the last reason", async () => {
    const { queue, fail, take, pass } = open({ maxReceives: 3 });
    await queue.send("pull", [{ body: "bad" }]);
    await fail(2, "first reason");
    await pass(10);
    await fail(1, "last reason");
    expect(await take()).toEqual([]);
    expect(await queue.deadLetters("pull", { limit: 10 })).toEqual([
      {
        id: "1",
        queue: "pull",
        body: "bad",
        attempts: 3,
        sentAt: seconds(0),
        diedAt: seconds(10),
        why: "last reason",
      },
    ]);
  });

  it("gives a message five attempts unless told otherwise", async () => {
    const { queue, fail } = open();
    await queue.send("pull", [{ body: "bad" }]);
    await fail(4);
    expect(await queue.deadLetters("pull", { limit: 10 })).toEqual([]);
    await fail(1);
    expect(await queue.deadLetters("pull", { limit: 10 })).toHaveLength(1);
  });

  it("gives up a message whose time ran out too often, and says so", async () => {
    const { queue, take, pass } = open({ maxReceives: 2 });
    await queue.send("pull", [{ body: "bad" }, { body: "good" }]);
    await take();
    await pass(61);
    await take();
    await pass(61);
    expect(await take()).toEqual([]);
    const letters = await queue.deadLetters("pull", { limit: 10 });
    expect(letters.map(({ why }) => why)).toEqual([
      "handed out 2 times and never done",
      "handed out 2 times and never done",
    ]);
  });

  it("hands out the messages behind those it gives up in the same take", async () => {
    const { queue, take, pass } = open({ maxReceives: 1 });
    await queue.send("pull", [{ body: "bad" }]);
    await take();
    await pass(61);
    await queue.send("pull", [{ body: "good" }]);
    const [message] = await queue.receive("pull", { max: 1, visibilitySeconds: 60 });
    expect(message?.body).toBe("good");
  });

  it("lets the next of a group come forward", async () => {
    const { queue, fail, take } = open({ maxReceives: 1 });
    await queue.send("pull", [
      { body: "1", group: "g" },
      { body: "2", group: "g" },
    ]);
    await fail(1);
    expect((await take()).map(({ body }) => body)).toEqual(["2"]);
  });

  it("lists the latest first, of one queue, up to the limit", async () => {
    const { queue, fail, pass } = open({ maxReceives: 1 });
    for (const body of ["old", "middle", "new"]) {
      await queue.send("pull", [{ body }]);
      await fail(1);
      await pass(1);
    }
    const listed = await queue.deadLetters("pull", { limit: 2 });
    expect(listed.map(({ body }) => body)).toEqual(["new", "middle"]);
    expect(await queue.deadLetters("label", { limit: 2 })).toEqual([]);
  });

  it("hands on the letters of all queues, oldest first, with their group, page by page", async () => {
    const { queue, fail } = open({ maxReceives: 1 });
    await queue.send("pull", [{ body: "1", group: "g" }]);
    await fail(1);
    await queue.send("sum", [{ body: "2" }]);
    const [other] = await queue.receive("sum", { max: 1, visibilitySeconds: 60 });
    await queue.release("sum", [other?.receipt as string]);
    const [first] = await queue.waitingLetters({ limit: 1 });
    expect(first).toMatchObject({ queue: "pull", body: "1", group: "g" });
    const behind = await queue.waitingLetters({ after: first?.id, limit: 10 });
    expect(behind).toMatchObject([{ queue: "sum", body: "2", group: undefined }]);
  });

  it("forgets a discarded letter, and says when there is none", async () => {
    const { queue, fail } = open({ maxReceives: 1 });
    await queue.send("pull", [{ body: "bad" }]);
    await fail(1);
    expect(await queue.discard("1")).toBe(true);
    expect(await queue.deadLetters("pull", { limit: 1 })).toEqual([]);
    expect(await queue.discard("1")).toBe(false);
  });
});

describe("dedupe", () => {
  it("forgets a key after five minutes and keeps no trace of it", async () => {
    const { db, queue, take, pass } = open();
    await queue.send("pull", [{ body: "first", dedupe: "k" }]);
    await pass(299);
    await queue.send("pull", [{ body: "swallowed", dedupe: "k" }]);
    await pass(1);
    await queue.send("pull", [{ body: "second", dedupe: "k" }]);
    expect((await take()).map(({ body }) => body)).toEqual(["first", "second"]);
    await pass(300);
    await queue.send("pull", [{ body: "another" }]);
    expect(db.prepare("SELECT count(*) AS kept FROM message_key").get()).toEqual({ kept: 0 });
  });
});

describe("when to look again", () => {
  it("is never for an empty queue", async () => {
    expect(await open().queue.nextAt("pull")).toBeNull();
  });

  it("is when the first message becomes visible", async () => {
    const { queue } = open();
    await queue.send("pull", [{ body: "late", delaySeconds: 90 }]);
    expect(await queue.nextAt("pull")).toEqual(seconds(90));
    await queue.send("pull", [{ body: "soon", delaySeconds: 30 }]);
    expect(await queue.nextAt("pull")).toEqual(seconds(30));
  });

  it("is when the time of a message in flight runs out, and not before for those behind it", async () => {
    const { queue, take } = open();
    await queue.send("pull", [
      { body: "1", group: "g" },
      { body: "2", group: "g" },
    ]);
    await take();
    expect(await queue.nextAt("pull")).toEqual(seconds(60));
  });
});

describe("listening", () => {
  it("tells of each send that left a message, by queue, until told to stop", async () => {
    const { queue } = open();
    const heard: string[] = [];
    const stop = queue.onSend((name) => heard.push(name));
    await queue.send("pull", [{ body: "a", dedupe: "k" }]);
    await queue.send("pull", [{ body: "b", dedupe: "k" }]);
    await queue.send("sum", [{ body: "c" }, { body: "d" }]);
    stop();
    await queue.send("label", [{ body: "e" }]);
    expect(heard).toEqual(["pull", "sum"]);
  });
});

describe("after a crash", () => {
  it("makes visible at once what was in flight, and leaves delays alone", async () => {
    const { queue, take } = open();
    await queue.send("pull", [{ body: "in flight" }, { body: "delayed", delaySeconds: 60 }]);
    await take();
    await queue.returnInFlight();
    expect((await take()).map(({ body, attempts }) => [body, attempts])).toEqual([["in flight", 2]]);
  });

  it("does not hold a kill against the message, but puts aside what is there at every kill", async () => {
    const { queue, take } = open({ maxReceives: 2 });
    await queue.send("pull", [{ body: "unlucky" }]);
    let lives = 0;
    while ((await take()).length > 0) {
      lives++;
      await queue.returnInFlight();
    }
    expect(lives).toBe(22);
    expect(await queue.deadLetters("pull", { limit: 5 })).toHaveLength(1);
  });
});

describe("a long queue", () => {
  it("searches an index for the next messages and sorts nothing", async () => {
    const { db } = open();
    const plan = db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT * FROM message WHERE queue = ? AND behind = 0 AND visible_at <= ?
         ORDER BY visible_at, id LIMIT ?`,
      )
      .all("pull", 0, 1)
      .map(({ detail }) => detail);
    expect(plan).toEqual(["SEARCH message USING INDEX message_next (queue=? AND visible_at<?)"]);
  });
});
