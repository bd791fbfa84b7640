// What Apple really sent, as far as anybody kept it: read whole where a copy of the files stands beside the checkout.

import { readFileSync } from "node:fs";
import { appStore } from "@otklik/connectors/app-store/index";
import { appStoreFeed } from "@otklik/connectors/app-store-feed/index";
import type { Page } from "@otklik/core/connector";
import { describe, expect, it } from "vitest";
import { contractFiles } from "../../support/contract-files.ts";
import { strangersKey } from "../../support/signed-token.ts";
import { testTools } from "../../support/tools.ts";

const { folder, isThere, why } = contractFiles("apple-app-store");
const answering = (file: string) => {
  const body = readFileSync(`${folder}samples/${file}`, "utf8");
  return testTools({ http: async () => new Response(body), now: () => new Date("2026-11-20T09:00:00Z") });
};

describe.skipIf(!isThere)(`Apple's recorded answers${why}`, () => {
  it("of App Store Connect are read whole", async () => {
    const account = {
      id: "a",
      credentials: { issuerId: "demo", keyId: "demo", privateKey: strangersKey("ec") },
    };
    const feed = { sourceId: "s", settings: { app: "682658836" }, account, inboxFrom: new Date(0) };
    const page = (await appStore.pull?.(feed, null, answering("asc-customerReviews.list.json"))) as Page;
    expect(page.unreadable).toEqual([]);
    expect(page.found).toEqual([
      expect.objectContaining({
        externalId: "00000193-f7fb-5203-538a-6cdb00000000",
        rating: { stars: 5, outOf: 5 },
        tags: ["CHN"],
        postedAt: new Date("2026-07-10T15:10:55Z"),
        canReply: true,
      }),
    ]);
  });

  it.each([
    { file: "itunes-customerreviews.jp.page.json", storefront: "jp", reviews: 25, dated: 0 },
    { file: "itunes-customerreviews.us.2023.json", storefront: "us", reviews: 1, dated: 1 },
    // The first of two entries is the app itself.
    { file: "itunes-customerreviews.gb.with-app-entry.json", storefront: "gb", reviews: 1, dated: 0 },
  ])("of the public feed are read whole: $file", async ({ file, storefront, reviews, dated }) => {
    const tools = answering(file);
    const settings = { app: "990000001", storefronts: [storefront] };
    const feed = { sourceId: "s", settings, account: null, inboxFrom: new Date(0) };
    const page = (await appStoreFeed.pull?.(feed, null, tools)) as Page;
    expect(page.unreadable).toEqual([]);
    expect(page.found).toHaveLength(reviews);
    expect(page.found.filter(({ postedAt }) => postedAt < tools.now())).toHaveLength(dated);
  });
});
