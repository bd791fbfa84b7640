import { ozon } from "@otklik/connectors/ozon/index";
import { contentOf, questionMention, reviewMention } from "@otklik/connectors/ozon/map";
import { Comment, Message } from "@otklik/connectors/ozon/wire";
import { describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { openOzon } from "./bench.ts";

const review = {
  ...{ id: "review-1", sku: 148591500, text: "Демо: <b>крем</b> & точка", rating: 4, status: "VIEWED" },
  ...{ published_at: "2026-11-19T10:00:00.123456Z", comments_amount: 2, photos_amount: 1, videos_amount: 1 },
};
const comment = (entry: object) =>
  Comment.parse({ id: "c", text: "Демо", published_at: "2026-11-19T12:00:00Z", ...entry });

describe("a review of Ozon", () => {
  it("is about the product that it names itself, whatever card it is shown on", () => {
    expect(reviewMention(review, { comments: [] })).toMatchObject({
      kind: "review",
      externalId: "review-1",
      author: {},
      text: "Демо: <b>крем</b> & точка",
      rating: { stars: 4, outOf: 5 },
      product: { id: "148591500", url: "https://www.ozon.ru/product/148591500/" },
      url: "https://www.ozon.ru/product/148591500/reviews/",
      postedAt: new Date("2026-11-19T10:00:00.123Z"),
      canReply: true,
    });
  });

  it("has no stars where none were given", () => {
    expect(reviewMention({ ...review, rating: 0 }, { comments: [] }).rating).toBeUndefined();
  });

  it.each([
    ["of six stars", { rating: 6 }],
    ["without an id", { id: "" }],
    ["of no date", { published_at: "вчера" }],
  ])("is not guessed at when it is one %s", (_what, change) => {
    expect(() => reviewMention({ ...review, ...change }, { comments: [] })).toThrow();
  });

  it("is answered by the shop's newest comment, but not by its reply to another buyer", () => {
    const comments = [
      comment({ id: "c1", text: "Первый ответ", is_owner: true }),
      comment({ id: "c2", text: "А мне не помогло" }),
      comment({ id: "c3", text: "Второй", is_owner: true, published_at: "2026-11-19T13:00:00Z" }),
      comment({
        id: "c4",
        text: "Вам",
        is_owner: true,
        parent_comment_id: "c2",
        published_at: "2026-11-19T14:00:00Z",
      }),
    ];
    expect(reviewMention(review, { comments })).toMatchObject({
      ownerReply: { text: "Второй", postedAt: new Date("2026-11-19T13:00:00Z"), state: "published" },
      canReply: false,
    });
  });

  it("has photos and videos", () => {
    const gallery = {
      photos: [{ url: "https://ir.example/1.jpg" }],
      videos: [{ url: "https://v.example/1.mp4", preview_url: "https://v.example/1.jpg" }],
    };
    expect(reviewMention(review, { comments: [], gallery }).media).toEqual([
      { kind: "image", url: "https://ir.example/1.jpg" },
      { kind: "video", url: "https://v.example/1.mp4", previewUrl: "https://v.example/1.jpg" },
    ]);
  });
});

describe("a question of Ozon", () => {
  const question = {
    ...{ id: "q-1", sku: "148591500", text: "Есть отдушка?", author_name: "Ольга", answers_count: "2" },
    ...{ published_at: "2026-11-19T10:00:00Z", product_url: "https://www.ozon.ru/product/7/", status: "NEW" },
  };
  const answers = [
    { id: "a1", text: "У меня есть", author_name: "Покупатель", published_at: "2026-11-19T11:00:00Z" },
    { id: "a2", text: "Есть, лёгкая", author_name: "Магазин Демо", published_at: "2026-11-19T12:00:00Z" },
    { id: "a3", text: "И у меня", author_name: "Ирина", published_at: "2026-11-19T13:00:00Z" },
  ];

  it("is not answered by another buyer", () => {
    expect(questionMention(question, { answers })).toMatchObject({ canReply: true, ownerReply: undefined });
  });

  it("is answered by the shop of the name that was told", () => {
    expect(questionMention(question, { answers, shopName: "магазин демо" }).ownerReply?.text).toBe(
      "Есть, лёгкая",
    );
  });

  it("without such a name is answered by the newest, once the shop has marked it", () => {
    const marked = { ...question, status: "PROCESSED" };
    expect(questionMention(marked, { answers }).ownerReply?.text).toBe("И у меня");
    expect(questionMention(marked, { answers: [] })).toMatchObject({ canReply: true });
  });

  it("cannot be answered without its product's number", () => {
    expect(questionMention({ ...question, sku: undefined }, { answers: [] }).canReply).toBe(false);
  });
});

describe("a message of a chat at Ozon", () => {
  const message = (data: string[], is_image = false) =>
    Message.parse({
      message_id: "1",
      created_at: "2026-11-19T10:00:00Z",
      user: { type: "customer" },
      data,
      is_image,
    });

  it("is plain text, its links being words and its pictures media", () => {
    expect(
      contentOf(
        message([
          "Подойдёт [ эта ](https://www.ozon.ru/product/x)?",
          "![](https://api-seller.ozon.ru/v2/chat/file/a.png)",
        ]),
      ),
    ).toEqual({
      text: "Подойдёт эта ?",
      media: [{ kind: "image", url: "https://api-seller.ozon.ru/v2/chat/file/a.png" }],
    });
  });

  it("may be a picture alone", () => {
    expect(contentOf(message(["[фото.png](https://cdn.example/1.png)"], true)).media).toHaveLength(1);
  });

  it("has pictures that are brought with the key from Ozon's own host, and without it from others", async () => {
    const bench = await openOzon({ posts: 0 });
    const own = await ozon.media?.(
      { kind: "image", url: "https://api-seller.ozon.ru/v2/chat/file/demo/1.png" },
      bench.account,
      bench.tools,
    );
    expect(own?.headers.get("content-type")).toBe("image/png");
    await bench.close();
    const asked: Request[] = [];
    const tools = testTools({
      http: async (request) => {
        asked.push(request);
        return new Response();
      },
    });
    await ozon.media?.({ kind: "image", url: "https://ir.example/1.jpg" }, bench.account, tools);
    expect(asked.map(({ url, headers }) => [url, headers.get("api-key")])).toEqual([
      ["https://ir.example/1.jpg", null],
    ]);
  });
});
