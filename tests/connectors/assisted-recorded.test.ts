// The recorded files of the two networks that are read by letter. Where the product reads no such shape, the test says why.
import { existsSync, readFileSync } from "node:fs";
import { ratingOf } from "@otklik/connectors/2gis/rating";
import { webPage } from "@otklik/connectors/web-page/index";
import { describe, expect, it } from "vitest";
import { testTools } from "../support/tools.ts";

const contracts = new URL("../../../shared/contracts/", import.meta.url);
const isThere = existsSync(new URL("2gis/PROVENANCE.md", contracts));
const recorded = (path: string) => readFileSync(new URL(path, contracts), "utf8");

describe.skipIf(!isThere)("recorded files (skipped where ../shared/contracts is absent)", () => {
  it("2gis/catalog-items-byid.json is the rating of a place", async () => {
    const http = async () => new Response(recorded("2gis/catalog-items-byid.json"));
    const tools = testTools({ http });
    expect(await ratingOf("70000001027742089", "demo", { account: null, tools })).toEqual({
      average: 4.7,
      outOf: 5,
      count: 320,
    });
  });

  it("2gis/public-reviews-page.json is read by nothing: the endpoint is undocumented, and its keys are 2GIS's own", async () => {
    const http = async () => new Response(recorded("2gis/public-reviews-page.json"));
    const tools = testTools({ http });
    const rating = ratingOf("70000001027742089", "demo", { account: null, tools });
    await expect(rating).rejects.toMatchObject({ kind: "changed" });
  });

  it.each([
    "org_page.html",
    "yandex_http_page.html",
    "yandex_reviews_sample.html",
    "yandex_reviews_stateview.html",
  ])(
    "yandex-maps/%s is read by nothing: Yandex Maps is read by letter, and its pages mark no reviews up",
    async (file) => {
      const html = recorded(`yandex-maps/${file}`);
      const tools = testTools({
        http: async () => new Response(html, { headers: { "content-type": "text/html" } }),
      });
      const link = new URL("https://page.example/");
      await expect(webPage.recognise?.({ link }, tools)).rejects.toMatchObject({ code: "unreadable" });
    },
  );

  it("yandex-maps/reviews_page.json is read by nothing: the address that gives it is private to the site", async () => {
    const json = recorded("yandex-maps/reviews_page.json");
    const tools = testTools({ http: async () => Response.json(JSON.parse(json)) });
    const link = new URL("https://page.example/");
    await expect(webPage.recognise?.({ link }, tools)).rejects.toMatchObject({ code: "unreadable" });
  });

  it("yandex-maps/yandex_http_botwall.html is a wall, not a page without reviews", async () => {
    const html = recorded("yandex-maps/yandex_http_botwall.html");
    const http = async () => new Response(html, { headers: { "content-type": "text/html" } });
    const feed = {
      sourceId: "s",
      settings: { url: "https://page.example/" },
      account: null,
      inboxFrom: new Date(0),
    };
    await expect(webPage.pull?.(feed, null, testTools({ http }))).rejects.toMatchObject({
      kind: "throttled",
      said: { ru: expect.stringContaining("робот"), en: expect.stringContaining("robot") },
    });
  });
});
