import type { FoundMention, Page, Range } from "@otklik/core/connector";
import { afterEach, describe, expect, it } from "vitest";
import { idsOf, walk } from "../../contracts/connector-bench.ts";
import { openVk, type VkBench } from "./bench.ts";

const benches: VkBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function backfilled(bench: VkBench, range: Range) {
  const { account, settings, connector, tools } = bench;
  const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0) };
  const pages: Page[] = [];
  for (let from: string | null = null; pages.length < 300; from = pages.at(-1)?.next ?? null) {
    pages.push((await connector.backfill?.(feed, range, from, tools)) as Page);
    if (!pages.at(-1)?.more) break;
  }
  return { pages, found: pages.flatMap(({ found }) => found) };
}
const within = ({ since, until }: Range, found: readonly FoundMention[]) =>
  found.filter(({ postedAt }) => postedAt >= since && postedAt < until);

describe.each(["wall", "board", "market", "messages"] as const)("a backfill of the %s", (part) => {
  it("brings what was written between two times, all of it and nothing else", async () => {
    const bench = await openVk({ part, posts: 90 });
    benches.push(bench);
    const range = { since: new Date("2026-10-10T00:00:00Z"), until: new Date("2026-11-05T00:00:00Z") };
    const wanted = idsOf(within(range, (await walk(bench, null)).found));
    const { found, pages } = await backfilled(bench, range);
    expect(wanted.length).toBeGreaterThan(1);
    expect(idsOf(found)).toEqual(wanted);
    expect(within(range, found)).toHaveLength(found.length);
    expect(pages.at(-1)).toMatchObject({ more: false });
  });

  it("tells how far it has come, and ends at the end", async () => {
    const bench = await openVk({ part, posts: 60 });
    benches.push(bench);
    const { pages } = await backfilled(bench, { since: new Date(0), until: bench.clock.now });
    const done = pages.map(({ progress }) => progress?.done ?? -1);
    expect(done).toEqual([...done].sort((one, other) => one - other));
    expect(pages.at(-1)?.progress).toEqual({ done: done.at(-1), of: done.at(-1) });
  });
});

it("goes on past a post that refuses its comments, and tells of it", async () => {
  const bench = await openVk({ posts: 60 });
  benches.push(bench);
  const http = async (request: Request) => {
    const form = new URLSearchParams(await request.clone().text());
    const isRefused = request.url.endsWith("wall.getComments") && form.get("post_id") === "1001";
    return isRefused
      ? Response.json({ error: { error_code: 212, error_msg: "Access to post comments denied" } })
      : bench.tools.http(request);
  };
  const refusing = { ...bench, tools: { ...bench.tools, http } };
  const { pages, found } = await backfilled(refusing, { since: new Date(0), until: bench.clock.now });
  expect(pages.flatMap(({ unreadable }) => unreadable)).toMatchObject([{ excerpt: "1001" }]);
  expect(found.length).toBeGreaterThan(0);
});

it("begins anew with a cursor of another range", async () => {
  const bench = await openVk({ posts: 60 });
  benches.push(bench);
  const { account, settings, connector, tools } = bench;
  const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0) };
  const until = bench.clock.now;
  const first = await connector.backfill?.(feed, { since: new Date(0), until }, null, tools);
  const other = { since: new Date("2026-11-01T00:00:00Z"), until };
  const anew = await connector.backfill?.(feed, other, null, tools);
  expect(await connector.backfill?.(feed, other, first?.next ?? "", tools)).toEqual(anew);
});
