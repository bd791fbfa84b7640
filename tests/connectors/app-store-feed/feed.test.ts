import type { Page } from "@otklik/core/connector";
import { beforeEach, describe, expect, it } from "vitest";
import { type FeedBench, openAppStoreFeed } from "./bench.ts";

let bench: FeedBench;
beforeEach(async () => {
  bench = await openAppStoreFeed({ posts: 60 }, ["ru"]);
  return () => bench.close();
});
const pull = (from: string | null, more: Partial<FeedBench["settings"]> = {}, inboxFrom = new Date(0)) =>
  bench.connector.pull?.(
    { sourceId: "s", settings: { ...bench.settings, ...more }, account: null, inboxFrom },
    from,
    bench.tools,
  ) as Promise<Page>;
const caughtUp = async (from: string | null, more = {}, inboxFrom = new Date(0)) => {
  const pages = [await pull(from, more, inboxFrom)];
  while (pages.at(-1)?.more) pages.push(await pull(pages.at(-1)?.next ?? null, more, inboxFrom));
  return {
    found: pages.flatMap(({ found }) => found),
    lists: pages.map(({ list }) => list),
    next: pages.at(-1)?.next,
  };
};
const recognise = (link: string) => bench.connector.recognise?.({ link: new URL(link) }, bench.tools);

describe("the App Store's public feed", () => {
  it("becomes mentions of the app, that cannot be answered here", async () => {
    const { found } = await caughtUp(null);
    expect(found[0]).toMatchObject({
      kind: "review",
      externalId: expect.stringMatching(/^\d{11}$/),
      url: "https://appstoreconnect.apple.com/apps/990000001/distribution/activity/ios/ratingsResponses",
      author: { id: expect.stringMatching(/^\d+$/), name: expect.any(String) },
      rating: { stars: expect.any(Number), outOf: 5 },
      product: { id: "990000001", url: "https://apps.apple.com/ru/app/id990000001" },
      tags: ["RU"],
      canReply: false,
    });
  });

  it("keeps a list for each storefront", async () => {
    const { lists } = await caughtUp(null, { storefronts: ["ru", "us", "gb"] });
    expect([...new Set(lists)]).toEqual(["ru", "us", "gb"]);
  });

  it("does not take the app itself, which older feeds begin with, for a review", async () => {
    const { found } = await caughtUp(null, { storefronts: ["gb"] });
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ text }) => text)).not.toContain("");
  });

  it("takes one review alone, and none at all, for what they are", async () => {
    await bench.close();
    bench = await openAppStoreFeed({ posts: 0 }, ["ru"]);
    const none = await caughtUp(null);
    const id = await bench.addMention("Демо");
    const one = await caughtUp(none.next ?? null);
    expect(none.found).toEqual([]);
    expect(one.found.map(({ externalId }) => externalId)).toEqual([id]);
  });

  it("tells nothing when the feed comes empty for a while, and all again later", async () => {
    const { next, found } = await caughtUp(null);
    await bench.post("/__quirks", { emptyFeed: 1 });
    const empty = await caughtUp(next ?? null);
    const id = await bench.addMention("Демо: потом");
    const later = await caughtUp(empty.next ?? null);
    expect(found.length).toBeGreaterThan(10);
    expect(empty.found).toEqual([]);
    expect(later.found.map(({ externalId }) => externalId)).toContain(id);
  });

  it("says which app and country have no feed", async () => {
    await expect(pull(null, { storefronts: ["fr"] })).rejects.toMatchObject({
      kind: "gone",
      message: expect.stringContaining("FR"),
    });
  });

  it("lets the others be read where one country has none", async () => {
    const fr = await pull(null, { storefronts: ["fr", "ru"] });
    const { found, next } = await caughtUp(fr.next, { storefronts: ["fr", "ru"] });
    const again = await pull(next ?? null, { storefronts: ["fr", "ru"] });
    expect(fr).toMatchObject({ list: "fr", unreadable: [{ why: { en: expect.stringContaining("FR") } }] });
    expect(found.length).toBeGreaterThan(10);
    expect(again).toMatchObject({ list: "fr", unreadable: [], more: true });
  });
});

describe("a feed without dates", () => {
  it("does not flood the inbox when it is first read", async () => {
    const inboxFrom = new Date("2026-10-21T09:00:00Z");
    const { found } = await caughtUp(null, { storefronts: ["kz"] }, inboxFrom);
    expect(found.length).toBeGreaterThan(1);
    for (const { postedAt } of found) expect(postedAt.getTime()).toBe(inboxFrom.getTime() - 1);
  });

  it("dates what comes later by when it was first seen", async () => {
    const inboxFrom = new Date("2026-10-21T09:00:00Z");
    const { next } = await caughtUp(null, { storefronts: ["kz"] }, inboxFrom);
    await bench.post("/__posts", [{ text: "Демо: новое", language: "ru", extra: { territory: "KAZ" } }]);
    bench.clock.now = new Date("2026-11-20T10:00:00Z");
    const { found } = await caughtUp(next ?? null, { storefronts: ["kz"] }, inboxFrom);
    expect(found.find(({ text }) => text === "Демо: новое")?.postedAt).toEqual(bench.clock.now);
  });

  it("counts as now for somebody who wants everything in the inbox", async () => {
    const { found } = await caughtUp(null, { storefronts: ["kz"] });
    expect(new Set(found.map(({ postedAt }) => postedAt.getTime()))).toEqual(
      new Set([bench.clock.now.getTime()]),
    );
  });
});

describe("an app's link", () => {
  it("shows the newest reviews of the country that it names", async () => {
    const recognised = await recognise(
      `${bench.address}/apps.apple.com/us/app/basketful-shopping-list/id990000001?mt=8`,
    );
    expect(recognised).toMatchObject({
      title: "basketful shopping list",
      settings: { app: "990000001", storefronts: ["us"], address: bench.address },
      unreadable: [],
    });
    expect(recognised?.sample.length).toBeGreaterThan(3);
    expect(bench.connector.settings.safeParse(recognised?.settings).success).toBe(true);
  });

  it("is called as the feed calls the app, where it does", async () => {
    const recognised = await recognise(`${bench.address}/apps.apple.com/gb/app/id990000001`);
    expect(recognised?.title).toBe("Basketful: shopping list (demo)");
  });

  it.each([
    "https://apps.apple.com/us/app/demo/id990000001",
    "https://itunes.apple.com/ru/app/id990000001?mt=8",
    "https://apps.apple.com/app/id990000001",
  ])("is asked about at Apple itself: %s", async (link) => {
    const asked: string[] = [];
    const http = async (request: Request) => {
      asked.push(request.url);
      return Response.json({ feed: {} });
    };
    await bench.connector.recognise?.({ link: new URL(link) }, { ...bench.tools, http });
    expect(asked).toEqual([
      expect.stringMatching(
        /^https:\/\/itunes\.apple\.com\/(us|ru)\/rss\/customerreviews\/page=1\/id=990000001\/sortby=mostrecent\/json$/,
      ),
    ]);
  });

  it.each([
    "https://apps.apple.com/us/story/id1234567",
    "https://apps.apple.com/us/developer/id1234567",
    "https://example.com/us/app/demo/id990000001",
    "https://web.archive.org/web/2020/https://apps.apple.com/us/app/demo/id990000001",
    "https://play.google.com/store/apps/details?id=com.example.app",
  ])("is not seen in %s", async (link) => {
    expect(await recognise(link)).toBeNull();
  });
});
