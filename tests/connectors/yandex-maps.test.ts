import { connectors } from "@otklik/connectors/index";
import { webPage } from "@otklik/connectors/web-page/index";
import { yandexMaps } from "@otklik/connectors/yandex-maps/index";
import type { Connector, Page } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../support/tools.ts";
import { type MailBench, openMail } from "./email/bench.ts";
import { noticeFile } from "./notices.ts";

it("stands in the registry, before the web page that would take its links", () => {
  expect(connectors).toContain(yandexMaps);
  expect(connectors.indexOf(yandexMaps as Connector)).toBeLessThan(connectors.indexOf(webPage as Connector));
});

let bench: MailBench;
beforeEach(async () => {
  bench = await openMail({ posts: 0 });
});
afterEach(() => bench.close());

const settingsOf = (given = {}) => yandexMaps.settings.parse(given);
async function pulled(given = {}, from: string | null = null): Promise<Page> {
  const feed = {
    sourceId: "maps",
    settings: settingsOf(given),
    account: bench.account,
    inboxFrom: new Date(0),
  };
  const page = await yandexMaps.pull?.(feed, from, bench.tools);
  if (!page) throw new Error("Its letters can be pulled.");
  return page;
}
const arrives = (...files: string[]) =>
  bench.post(
    "/__letters",
    files.map((file) => ({ raw: noticeFile(`yandex-maps/${file}`) })),
  );

describe("a letter of the cabinet (synthetic)", () => {
  it("becomes a review with its stars, words, author, place and the link to that very review", async () => {
    await arrives("synthetic-plain.eml");
    expect((await pulled()).found).toEqual([
      {
        externalId: "demoReview1",
        url: "https://yandex.ru/maps/org/kofejnya_demo/1000000001/reviews/?reviews%5BpublicId%5D=demoReview1",
        kind: "review",
        author: { name: "Анна К." },
        text: "Ждала двадцать минут.\nКофе пришёл холодный, а на кассе сказали:\n«ничего не знаем».",
        rating: { stars: 2, outOf: 5 },
        location: "Кофейня Демо",
        postedAt: bench.clock.now,
        canReply: false,
      },
    ]);
  });

  it("is read from HTML alone", async () => {
    await arrives("synthetic-html.eml");
    expect((await pulled()).found).toEqual([
      expect.objectContaining({
        externalId: "demoReview2",
        author: { name: "Игорь" },
        text: "Лучшая кофейня района!\nПриду ещё.",
        rating: { stars: 5, outOf: 5 },
        location: "Кофейня Демо",
      }),
    ]);
  });

  it("with stars and no words is a review without words", async () => {
    await arrives("synthetic-stars-only.eml");
    expect((await pulled()).found).toEqual([
      expect.objectContaining({ externalId: "demoReview3", text: "", rating: { stars: 4, outOf: 5 } }),
    ]);
  });

  it("that looks otherwise is told of and dropped by nobody", async () => {
    await arrives("synthetic-unknown.eml");
    const { found, unreadable } = await pulled();
    expect(found).toEqual([]);
    expect(unreadable).toEqual([
      expect.objectContaining({
        why: { ru: expect.stringContaining("иначе"), en: expect.stringContaining("another look") },
        excerpt: expect.stringContaining("Пять советов"),
      }),
    ]);
  });

  it("counts only from the senders, with the subjects and of the places that were set", async () => {
    await arrives("synthetic-plain.eml");
    const none = [{ senders: ["@other.example"] }, { subjects: ["жалоба"] }, { places: ["2000000002"] }];
    for (const given of none) expect((await pulled(given)).found).toEqual([]);
    expect((await pulled({ places: ["1000000001"] })).found).toHaveLength(1);
  });

  it("is read once, and shown by no other source of the mailbox", async () => {
    await arrives("synthetic-plain.eml");
    const { next } = await pulled();
    expect((await pulled({}, next)).found).toEqual([]);
    const { connector, settings, account } = bench;
    const feed = { sourceId: "mail", settings, account, inboxFrom: new Date(0) };
    expect((await connector.pull?.(feed, null, bench.tools))?.found).toEqual([]);
  });
});

describe("connecting Yandex Maps", () => {
  it("begins with a link to a place, whose page is not read", async () => {
    const link = new URL("https://yandex.ru/maps/org/kofejnya_demo/1000000001/reviews/");
    const recognised = await yandexMaps.recognise?.({ link }, testTools({}));
    expect(recognised).toMatchObject({ settings: { places: ["1000000001"] }, sample: [], count: 0 });
    const other = new URL("https://yandex.ru/search/?text=maps");
    expect(await yandexMaps.recognise?.({ link: other }, testTools({}))).toBeNull();
  });

  it("offers the places of which the cabinet has written", async () => {
    await arrives("synthetic-plain.eml", "synthetic-unknown.eml");
    const found = await yandexMaps.discover?.(bench.account, bench.tools);
    expect(found?.map(({ is, title, detail }) => [is, title, detail])).toEqual([
      ["mailbox", bench.account.credentials.user, undefined],
      ["location", "Кофейня Демо", "1000000001"],
    ]);
  });

  it("needs a mailbox that lets us in, and none that sends", async () => {
    const standing = await yandexMaps.check?.(bench.account, settingsOf(), bench.tools);
    expect(standing).toMatchObject({ name: bench.account.credentials.user, warnings: [] });
    await bench.control({ expireToken: true });
    const check = yandexMaps.check?.(bench.account, settingsOf(), bench.tools);
    await expect(check).rejects.toMatchObject({ kind: "unauthorized" });
  });

  it("brings the past of a range", async () => {
    const raw = noticeFile("yandex-maps/synthetic-plain.eml");
    const at = new Date(bench.clock.now.getTime() - 200 * 86_400_000);
    await bench.post("/__letters", [{ raw, at }]);
    const feed = {
      sourceId: "m",
      settings: settingsOf(),
      account: bench.account,
      inboxFrom: bench.clock.now,
    };
    const range = { since: new Date(at.getTime() - 1000), until: new Date(at.getTime() + 1000) };
    const page = await yandexMaps.backfill?.(feed, range, null, bench.tools);
    expect(page).toMatchObject({
      found: [{ externalId: "demoReview1" }],
      more: false,
      progress: { done: 1, of: 1 },
    });
  });
});
