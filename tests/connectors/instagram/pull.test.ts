import { instagram } from "@otklik/connectors/instagram/index";
import type { Cursor, Feed, FoundMention, Page, Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { type InstagramBench, openInstagram, problem, profile } from "./bench.ts";

let bench: InstagramBench;
beforeEach(async () => {
  bench = await openInstagram({ posts: 0 });
});
afterEach(() => bench.close());

const feedOf = (): Feed<never> => ({
  ...{ sourceId: "s", settings: bench.settings as never, account: bench.account, inboxFrom: new Date(0) },
});
async function page(from: Cursor | null, tools = bench.tools) {
  const read = await instagram.pull?.(feedOf() as never, from, tools);
  if (!read) throw new Error("Instagram can be pulled.");
  return read;
}
async function caughtUp(from: Cursor | null, tools = bench.tools) {
  const found: FoundMention[] = [];
  const lists: string[] = [];
  let cursor = from;
  for (let more = true; more && lists.length < 100; ) {
    const read = await page(cursor, tools);
    found.push(...read.found);
    lists.push(read.list ?? "");
    cursor = read.next;
    more = read.more;
  }
  return { found, lists, next: cursor };
}
const one = (found: FoundMention[], id: string) => found.findLast(({ externalId }) => externalId === id);
const pass = (hours: number) => {
  bench.clock.now = new Date(bench.clock.now.getTime() + hours * 3_600_000);
};
/** The simulator, with what was asked of it. */
function watching(): { tools: Tools; asked: URL[] } {
  const asked: URL[] = [];
  const http: Tools["http"] = (request) => {
    asked.push(new URL(request.url));
    return bench.tools.http(request);
  };
  return { tools: { ...bench.tools, http }, asked };
}

describe("pulling from Instagram", () => {
  it("tells who said what under which media, and where to read it", async () => {
    const id = await bench.add({ text: "Где купить?", author: { key: "anna", name: "Анна" } });
    expect(one((await caughtUp(null)).found, id)).toMatchObject({
      ...{ kind: "comment", externalId: id, text: "Где купить?", canReply: true },
      url: expect.stringMatching(new RegExp(`^https://www.instagram.com/p/Demo\\d+/c/${id}/$`)),
      author: { name: expect.stringMatching(/^anna/), url: expect.stringMatching("instagram.com/anna") },
      product: {
        id: expect.stringMatching(/^179/),
        url: expect.stringMatching("/p/Demo"),
        name: expect.any(String),
      },
    });
  });

  it("keeps a comment whose author Instagram does not show", async () => {
    const id = await bench.add({ text: "Без имени", extra: { hidesAuthor: true } });
    expect(one((await caughtUp(null)).found, id)).toMatchObject({ author: {}, text: "Без имени" });
  });

  it("makes a thread of a comment and its replies, the owner's last one being its answer", async () => {
    const id = await bench.addMention("Вопрос");
    const reply = await bench.add({ text: "Тоже интересно", parentId: id });
    await bench.answerElsewhere(id, "Первый ответ");
    pass(1);
    await bench.answerElsewhere(id, "Второй ответ");
    const { found } = await caughtUp(null);
    expect(one(found, id)).toMatchObject({ ownerReply: { text: "Второй ответ", state: "published" } });
    expect(one(found, reply)).toMatchObject({
      threadId: id,
      parentId: id,
      url: expect.stringMatching(`/c/${id}/r/${reply}/$`),
    });
    expect(found.filter(({ text }) => text.includes("ответ"))).toEqual([]);
  });

  it("reads comments and replies past the first page of either", async () => {
    const id = await bench.addMention("Начало");
    for (let n = 0; n < 60; n++) await bench.add({ text: `Реплика ${n}`, parentId: id });
    for (let n = 0; n < 60; n++) await bench.addMention(`Ещё ${n}`);
    const { found, lists } = await caughtUp(null);
    expect(new Set(found.map(({ text }) => text)).size).toBe(121);
    expect(lists.filter((list) => list.endsWith(".1"))).toHaveLength(1);
  });

  it("finds pictures in which the brand was tagged, which can only be answered there", async () => {
    const id = await bench.add({ text: "Мой крем", stars: 5 }, "/elsewhere");
    expect(one((await caughtUp(null)).found, `tag/${id}`)).toMatchObject({
      ...{ text: "Мой крем", canReply: false, url: expect.stringMatching("/p/Tag") },
      media: [{ kind: "image", url: expect.stringMatching(/^https?:/) }],
    });
  });

  it("asks again only for comments of media where their number has changed, beside one that is looked at anyway", async () => {
    await bench.addMention("Старое");
    const { next } = await caughtUp(null);
    const { tools, asked } = watching();
    const id = await bench.addMention("Новое");
    expect((await caughtUp(next, tools)).found.map(({ externalId }) => externalId)).toContain(id);
    const media = asked
      .filter(({ pathname }) => pathname.endsWith("/comments"))
      .map(({ pathname }) => pathname);
    expect(new Set(media).size).toBeLessThanOrEqual(2);
  });

  it("notices in a few hours that one comment went while another came", async () => {
    const gone = await bench.addMention("Исчезнет");
    let { next } = await caughtUp(null);
    await bench.removeMention(gone);
    await bench.addMention("Придёт");
    const found: FoundMention[] = [];
    for (let pull = 0; pull < 26; pull++) {
      pass(0.25);
      const cycle = await caughtUp(next);
      next = cycle.next;
      found.push(...cycle.found);
    }
    expect(one(found, gone)).toMatchObject({ removed: true, text: "" });
  });

  it("tells a reply that was taken away under its thread, with the time it was written", async () => {
    const id = await bench.addMention("Начало");
    const reply = await bench.add({ text: "Исчезнет", parentId: id });
    const { found, next } = await caughtUp(null);
    await bench.removeMention(reply);
    expect(one((await caughtUp(next)).found, reply)).toMatchObject({
      ...{ removed: true, threadId: id, postedAt: one(found, reply)?.postedAt },
    });
  });

  it("does not take a comment for gone that is only missing from its list", async () => {
    const id = await bench.addMention("Спрятано");
    const { next } = await caughtUp(null);
    await bench.addMention("Новое");
    const hiding: Tools = {
      ...bench.tools,
      async http(request) {
        const response = await bench.tools.http(request);
        if (!request.url.includes("/comments?")) return response;
        const list = (await response.json()) as { data: { id: string }[] };
        return Response.json({ ...list, data: list.data.filter((comment) => comment.id !== id) });
      },
    };
    expect(one((await caughtUp(next, hiding)).found, id)).toBeUndefined();
  });

  it("begins a cycle anew when the place where it was left has passed, and complains if that does not help", async () => {
    for (let n = 0; n < 60; n++) await bench.addMention(`Демо ${n}`);
    const past = (request: Request) =>
      request.url.includes("after=")
        ? Promise.resolve(problem(100, { status: 400, message: "(#100) Param after is not a valid cursor" }))
        : bench.tools.http(request);
    const stale: Tools = { ...bench.tools, http: past };
    const first = await caughtUp(null, stale);
    expect(JSON.parse(first.next ?? "")).toMatchObject({ stumbled: true, began: null });
    await expect(caughtUp(first.next, stale)).rejects.toMatchObject({ kind: "changed" });
    expect((await caughtUp(first.next)).found.length).toBeGreaterThanOrEqual(60);
  });

  it("goes on where an account is not told of tags", async () => {
    const id = await bench.addMention("Демо");
    const untold = (request: Request) =>
      request.url.includes("/tags?")
        ? Promise.resolve(problem(10, { status: 403, message: "(#10) Application does not have permission" }))
        : bench.tools.http(request);
    const { found } = await caughtUp(null, { ...bench.tools, http: untold });
    expect(found.map(({ externalId }) => externalId)).toContain(id);
  });

  it("goes on where a media was taken away since it was listed, and tells so", async () => {
    await bench.addMention("Демо");
    const closed = (request: Request) =>
      request.url.includes("/comments?")
        ? Promise.resolve(problem(100, { status: 400, subcode: 33, message: "does not exist" }))
        : bench.tools.http(request);
    let cursor: Cursor | null = null;
    const unreadable: unknown[] = [];
    for (let more = true; more; ) {
      const read = await page(cursor, { ...bench.tools, http: closed });
      unreadable.push(...read.unreadable);
      cursor = read.next;
      more = read.more;
    }
    expect(unreadable[0]).toMatchObject({ why: { en: expect.stringMatching("does not show the comments") } });
  });

  it.each(["", "page 7", "{}", '{"version":2}', "null"])(
    "begins at the beginning with %j, which is none of ours",
    async (cursor) => {
      const id = await bench.addMention("Демо");
      expect((await caughtUp(cursor)).found.map(({ externalId }) => externalId)).toContain(id);
    },
  );

  it("keeps no token in its cursor", async () => {
    for (let n = 0; n < 60; n++) await bench.addMention(`Демо ${n}`);
    let cursor: Cursor | null = null;
    for (let n = 0; n < 4; n++) {
      cursor = (await page(cursor)).next;
      expect(cursor).not.toMatch(/token|EAAD/);
    }
  });

  it.each([
    [
      "x-business-use-case-usage",
      { [profile]: [{ type: "instagram", estimated_time_to_regain_access: 12 }] },
    ],
    ["x-app-usage", { estimated_time_to_regain_access: 12 }],
  ])("waits as long as %s says", async (name, usage) => {
    const refused = problem(4, { status: 403 });
    refused.headers.set(name, JSON.stringify(usage));
    const retryAt = new Date(bench.clock.now.getTime() + 12 * 60_000);
    const tools = testTools({ http: async () => refused, now: () => bench.clock.now });
    await expect(page(null, tools)).rejects.toMatchObject({ kind: "throttled", retryAt });
  });

  it.each([
    [190, 463, "unauthorized", /Sign in anew/],
    [200, undefined, "unauthorized", /right to do this/],
    [368, undefined, "refused", /for a while/],
    [100, 33, "gone", /no longer/],
    [100, undefined, "changed", /has changed/],
    [17, undefined, "throttled", /limit/],
  ])("says plainly what error %i/%s means", async (code, subcode, kind, message) => {
    const list = (await caughtUp(null)).next; // the first step of a cycle may be left out, its second may not
    const atMedia = JSON.stringify({ ...JSON.parse(list ?? ""), began: 1, step: "media" });
    const tools = testTools({
      http: async () => problem(code, { status: 400, ...(subcode && { subcode }) }),
    });
    await expect(page(atMedia, tools)).rejects.toMatchObject({
      kind,
      message: expect.stringMatching(message),
    });
  });
});

describe("a stretch of Instagram's past", () => {
  it("is read with all that was said in it, and nothing else", async () => {
    const at = (day: number) => new Date(Date.UTC(2026, 10, day, 12));
    for (const day of [5, 10, 12, 18]) await bench.add({ text: `День ${day}`, at: at(day).toISOString() });
    const range = { since: at(8), until: at(18) };
    const found: FoundMention[] = [];
    let cursor: Cursor | null = null;
    for (let more = true; more; ) {
      const read: Page | undefined = await instagram.backfill?.(
        feedOf() as never,
        range,
        cursor,
        bench.tools,
      );
      if (!read) throw new Error("Instagram's past can be read.");
      found.push(...read.found);
      cursor = read.next;
      more = read.more;
    }
    expect(found.map(({ text }) => text).sort()).toEqual(["День 10", "День 12"]);
  });
});
