import { twoGis } from "@otklik/connectors/2gis/index";
import { connectors } from "@otklik/connectors/index";
import type { Page } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../support/tools.ts";
import { type MailBench, openMail } from "./email/bench.ts";
import { noticeFile } from "./notices.ts";

it("stands in the registry", () => {
  expect(connectors).toContain(twoGis);
});

let bench: MailBench;
beforeEach(async () => {
  bench = await openMail({ posts: 0 });
});
afterEach(() => bench.close());

const branch = "70000001000000001";
const sums = (reviews: object) => () =>
  Response.json({ meta: { code: 200 }, result: { items: [{ reviews }] } });
const rated = sums({ general_rating: 4.7, general_review_count: 294, general_review_count_with_stars: 320 });

async function pulled(
  answer: () => Response,
  from: string | null = null,
): Promise<{ page: Page; asked: string[] }> {
  const asked: string[] = [];
  const http = async (request: Request) => {
    asked.push(request.url);
    return answer();
  };
  const credentials = { ...bench.account.credentials, key: "demo-key" };
  const feed = {
    ...{ sourceId: "2gis", settings: twoGis.settings.parse({ branch }), inboxFrom: new Date(0) },
    account: { id: "a", credentials },
  };
  const page = await twoGis.pull?.(feed, from, { ...bench.tools, http });
  if (!page) throw new Error("Its letters can be pulled.");
  return { page, asked };
}
const arrives = () => bench.post("/__letters", [{ raw: noticeFile("2gis/synthetic-plain.eml") }]);

describe("a letter of the cabinet (synthetic)", () => {
  it("becomes a review with its stars, words, author, place and the link to that very review", async () => {
    await arrives();
    expect((await pulled(rated)).page.found).toEqual([
      {
        externalId: "123456789",
        url: `https://2gis.ru/kazan/firm/${branch}/tab/reviews/review/123456789`,
        kind: "review",
        author: { name: "Игорь П." },
        text: "Вкусно, но тесно.\nВзяли с собой.",
        rating: { stars: 3, outOf: 5 },
        location: "Кофейня Демо, Лесная, 12",
        postedAt: bench.clock.now,
        canReply: false,
      },
    ]);
  });
});

describe("the rating by the Places API", () => {
  it("comes with the client's key, once a day", async () => {
    const first = await pulled(rated);
    expect(first.page.standing).toEqual({ average: 4.7, outOf: 5, count: 320 });
    expect(first.asked).toEqual([
      `https://catalog.api.2gis.com/3.0/items/byid?id=${branch}&key=demo-key&fields=items.reviews%2Citems.org`,
    ]);
    const second = await pulled(rated, first.page.next);
    expect([second.page.standing, second.asked]).toEqual([undefined, []]);
    bench.clock.now = new Date(bench.clock.now.getTime() + 86_400_000);
    expect((await pulled(rated, second.page.next)).page.standing?.count).toBe(320);
  });

  it.each([
    ["a refused key", () => Response.json({ meta: { code: 403, error: { type: "apiKeyIsBlocked" } } })],
    ["an error of the server", () => new Response("", { status: 503 })],
    ["a web page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["another shape", () => Response.json({ meta: {} })],
  ])("keeps no letter waiting when it cannot be had: %s", async (_name, answer) => {
    await arrives();
    const { page } = await pulled(answer);
    expect([page.found.length, page.standing]).toEqual([1, undefined]);
  });

  it("is no number where there are no reviews yet", async () => {
    expect((await pulled(sums({ general_rating: null }))).page.standing).toBeUndefined();
  });

  it("is tried when the account is connected, and a refused key is told in plain words", async () => {
    const account = { id: "a", credentials: { ...bench.account.credentials, key: "demo-key" } };
    const http = async () => Response.json({ meta: { code: 403, error: { message: "key is blocked" } } });
    const standing = await twoGis.check?.(account, twoGis.settings.parse({ branch }), {
      ...bench.tools,
      http,
    });
    expect(standing?.warnings).toEqual([
      { ru: expect.stringContaining("рейтинг нет"), en: expect.stringContaining("key is blocked") },
    ]);
    expect(JSON.stringify(standing)).not.toContain("demo-key");
  });
});

describe("connecting 2GIS", () => {
  it("begins with a link to a place, whose page is not read", async () => {
    const link = new URL(`https://2gis.ru/kazan/firm/${branch}/tab/reviews`);
    const recognised = await twoGis.recognise?.({ link }, testTools({}));
    expect(recognised).toMatchObject({ settings: { places: [branch], branch }, sample: [] });
    expect(
      await twoGis.recognise?.({ link: new URL("https://example.com/firm/1") }, testTools({})),
    ).toBeNull();
  });
});
