import { listLetters, strayLetters } from "@otklik/core/dead-letter/dead-letter-store";
import type { Change } from "@otklik/core/ports";
import { type FeedReader, startFeedReader } from "@otklik/local/feed-reader";
import { openHome } from "@otklik/local/home";
import { jsonLog } from "@otklik/local/log";
import { describe, expect, it, onTestFinished } from "vitest";
import { eventually } from "../support/eventually.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Handler = (event: { changes: readonly Change[] }) => Promise<void>;

/** A table with a reader of its changes, which begins when told. */
async function read(...handlers: Handler[]) {
  const home = await openHome(temporaryFolder());
  const lines: string[] = [];
  let reader: FeedReader | undefined;
  onTestFinished(async () => {
    await reader?.stop();
    home.close();
  });
  return {
    lines,
    letters: async () => (await listLetters(strayLetters(home.table), { limit: 10 })).letters,
    start(): FeedReader {
      const log = jsonLog((line) => lines.push(line));
      const ports = { table: home.table, log, now: () => new Date() };
      reader = startFeedReader({ feed: home.feed, handlers, ports });
      return reader;
    },
    write: (...names: string[]) =>
      home.table.commit(names.map((sk) => ({ put: { pk: "p", sk, body: { name: sk } } }))),
    waiting: async () => (await home.feed.read(null, 1000)).changes.map(({ key }) => key.sk),
  };
}

/** Remembers the names of the rows of each page. */
function witness() {
  const pages: string[][] = [];
  const handler: Handler = async ({ changes }) => void pages.push(changes.map(({ key }) => key.sk));
  return { pages, handler };
}

describe("the feed's reader", () => {
  it("hands each change to every handler, in order of commit, and then forgets it", async () => {
    const [first, second] = [witness(), witness()];
    const { start, write, waiting } = await read(first.handler, second.handler);
    await write("a", "b");
    await write("c");
    start();
    await eventually(async () => expect(await waiting()).toEqual([]));
    expect(first.pages.flat()).toEqual(["a", "b", "c"]);
    expect(second.pages.flat()).toEqual(["a", "b", "c"]);
  });

  it("goes on with what is written later", async () => {
    const { pages, handler } = witness();
    const { start, write } = await read(handler);
    start();
    await write("a");
    await eventually(async () => expect(pages.flat()).toEqual(["a"]));
    await write("b");
    await eventually(async () => expect(pages.flat()).toEqual(["a", "b"]));
  });

  it("keeps the one change that can never be borne as a dead letter, and says which", async () => {
    const { pages, handler } = witness();
    const picky: Handler = async ({ changes }) => {
      if (changes.some(({ key }) => key.sk === "poison")) throw new Error("Вода в чайнике");
    };
    const { start, write, waiting, lines, letters } = await read(picky, handler);
    await write("a", "poison", "b");
    start();
    await eventually(async () => expect(await letters()).toHaveLength(1));
    await eventually(async () => expect(await waiting()).toEqual([]));
    expect(pages.flat().filter((sk) => /^[a-z]+$/.test(sk))).toEqual(["a", "b"]);
    expect(await letters()).toMatchObject([{ queue: "change", why: { error: "Error" }, times: 1 }]);
    expect(lines.filter((line) => line.includes("passed-over"))).toEqual([
      expect.stringContaining('"row":"poison"'),
    ]);
  });

  it("passes over nothing while everything fails", async () => {
    let calls = 0;
    const broken: Handler = () => Promise.reject(new Error(`Вода в чайнике ${calls++}`));
    const { start, write, waiting } = await read(broken);
    await write("a", "b");
    start();
    await eventually(async () => expect(calls).toBeGreaterThan(5));
    expect(await waiting()).toEqual(["a", "b"]);
  });

  it("gives a page again, to every handler, until all of them have borne it", async () => {
    const { pages, handler } = witness();
    let failures = 2;
    const shaky: Handler = async () => {
      if (failures-- > 0) throw new Error("Вода в чайнике");
    };
    const { start, write, waiting, lines } = await read(handler, shaky);
    await write("a");
    start();
    await eventually(async () => expect(await waiting()).toEqual([]));
    expect(pages).toEqual([["a"], ["a"], ["a"]]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "feed.failed", failures: 1 },
      { event: "feed.failed", failures: 2 },
    ]);
    expect(lines.join("")).not.toContain("Вода");
  });

  it("leaves a handler that keeps failing ever more time, rather than spin", async () => {
    let calls = 0;
    const { start, write, lines } = await read(async () => {
      calls++;
      throw new Error("never");
    });
    await write("a");
    start();
    await eventually(async () => expect(lines).toHaveLength(3));
    const [first, second, third] = lines.map((line) => Date.parse(JSON.parse(line).at)) as [
      number,
      number,
      number,
    ];
    expect(second - first).toBeGreaterThanOrEqual(290);
    expect(third - second).toBeGreaterThanOrEqual(590);
    expect(calls).toBe(3);
  });

  it("stops at once while it rests, and keeps what was not borne for the next start", async () => {
    const { start, write, waiting } = await read(() => Promise.reject(new Error("never")));
    await write("a");
    const reader = start();
    await reader.stop();
    expect(await waiting()).toEqual(["a"]);
  });

  it("finishes the page in hand before it stops", async () => {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const { start, write, waiting } = await read(async () => {
      begun.resolve();
      await gate.promise;
    });
    await write("a");
    const reader = start();
    await begun.promise;
    const stopped = reader.stop();
    gate.resolve();
    await stopped;
    expect(await waiting()).toEqual([]);
  });
});
