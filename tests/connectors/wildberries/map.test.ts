import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "@otklik/connectors/kit/json";
import { questionMention, reviewMention } from "@otklik/connectors/wildberries/map";
import type { FoundMention } from "@otklik/core/connector";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
type Entry = Record<string, unknown>;

function recorded(name: "feedbacks" | "questions"): Entry[] {
  const file = readFileSync(join(root, `tests/fixtures/wildberries/${name}.json`), "utf8");
  return (parseJson(file) as { data: Record<string, Entry[]> }).data[name] ?? [];
}

/** Without the fields that are not set, as a row keeps it. */
const plain = (mention: FoundMention) => JSON.parse(JSON.stringify(mention)) as unknown;

describe("a review of Wildberries in our model", () => {
  const [full, starsOnly, addition, unrated, odd] = recorded("feedbacks");

  it("keeps words, stars, tags, media, product, order and the seller's answer", () => {
    expect(plain(reviewMention(full))).toEqual({
      kind: "review",
      externalId: "DEMOfull000000000001",
      url: "https://www.wildberries.ru/catalog/990001001/feedbacks",
      author: { name: "Покупатель (демо)" },
      text: "Демо-отзыв: крем впитывается быстро, пахнет ромашкой.\nВозьму ещё.",
      pros: "Запах",
      cons: "Крышка",
      media: [
        {
          kind: "image",
          url: "https://photos.example/1/fs.webp",
          previewUrl: "https://photos.example/1/ms.webp",
        },
        {
          kind: "image",
          url: "https://photos.example/2/fs.webp",
          previewUrl: "https://photos.example/2/ms.webp",
        },
        {
          kind: "video",
          url: "https://videos.example/1/index.m3u8",
          previewUrl: "https://videos.example/1/preview.webp",
        },
      ],
      rating: { stars: 4, outOf: 5 },
      product: {
        id: "990001001",
        sku: "ROM-FACE-50",
        variant: "50 мл, белый",
        name: "Крем для лица с ромашкой, 50 мл",
        url: "https://www.wildberries.ru/catalog/990001001/detail.aspx",
      },
      order: "30123456789",
      tags: ["качество", "запах"],
      postedAt: "2026-11-18T20:40:05.000Z",
      ownerReply: { text: "Спасибо! Крышку поправим.", state: "published" },
      canReply: false,
    });
  });

  it("is stars alone where nothing else was left, and may be answered", () => {
    expect(plain(reviewMention(starsOnly))).toEqual({
      kind: "review",
      externalId: "DEMOstar000000000002",
      url: "https://www.wildberries.ru/catalog/990001002/feedbacks",
      author: {},
      text: "",
      rating: { stars: 5, outOf: 5 },
      product: {
        id: "990001002",
        name: "Шампунь с ромашкой",
        url: "https://www.wildberries.ru/catalog/990001002/detail.aspx",
      },
      postedAt: "2026-11-19T05:00:00.000Z",
      canReply: true,
    });
  });

  it("belongs to the conversation of the review it adds to", () => {
    expect(reviewMention(addition)).toMatchObject({
      externalId: "DEMOmore000000000003",
      threadId: "DEMOfull000000000001",
      parentId: "DEMOfull000000000001",
    });
  });

  it("may be answered anew when the answer was turned down", () => {
    const { ownerReply, canReply } = reviewMention(addition);
    expect({ ownerReply, canReply }).toEqual({
      ownerReply: { text: "Пишите нам на сайт.", state: "rejected" },
      canReply: true,
    });
  });

  it("has no rating where no stars were given, and an answer in review where that is not public yet", () => {
    const { rating, ownerReply, canReply, url, product } = reviewMention(unrated);
    expect({ rating, ownerReply, canReply, url, product }).toEqual({
      rating: undefined,
      ownerReply: { text: "Уже отвечаем.", state: "in-review" },
      canReply: false,
      url: "https://seller.wildberries.ru/feedbacks",
      product: undefined,
    });
  });

  it("is read although all that is not needed comes in another form, an id past 2^53 included", () => {
    expect(plain(reviewMention(odd))).toEqual({
      kind: "review",
      externalId: "DEMOodd0000000000005",
      url: "https://www.wildberries.ru/catalog/99000100112345678901/feedbacks",
      author: {},
      text: "Демо-отзыв, вокруг которого всё не так.",
      rating: { stars: 3, outOf: 5 },
      product: {
        id: "99000100112345678901",
        url: "https://www.wildberries.ru/catalog/99000100112345678901/detail.aspx",
      },
      postedAt: "2026-11-19T09:31:00.123Z",
      canReply: true,
    });
  });

  it.each([
    ["its id", { id: "" }],
    ["its time", { createdDate: "позавчера" }],
    ["its stars", { productValuation: "пять" }],
    ["stars out of ten", { productValuation: 9 }],
    ["its answer", { answer: "Спасибо!" }],
    ["its text", { text: ["Демо"] }],
  ])("is not guessed at when %s cannot be read", (_what, change) => {
    expect(() => reviewMention({ ...full, ...change })).toThrow();
  });
});

describe("a question of Wildberries in our model", () => {
  const [fresh, answered, declined] = recorded("questions");

  it("waits for an answer, and does not say who asks", () => {
    expect(plain(questionMention(fresh))).toEqual({
      kind: "question",
      externalId: "DEMOask0000000000001",
      url: "https://www.wildberries.ru/catalog/990001001/questions",
      author: {},
      text: "Демо-вопрос: подойдёт ли крем детям?",
      product: {
        id: "990001001",
        sku: "ROM-FACE-50",
        name: "Крем для лица с ромашкой, 50 мл",
        url: "https://www.wildberries.ru/catalog/990001001/detail.aspx",
      },
      postedAt: "2026-11-19T11:18:08.769Z",
      canReply: true,
    });
  });

  it("tells when its answer was given", () => {
    expect(questionMention(answered)).toMatchObject({
      ownerReply: {
        text: "На следующей неделе.",
        postedAt: new Date("2026-11-17T07:15:00.500Z"),
        state: "published",
      },
      canReply: false,
    });
  });

  it("is gone once the seller has declined it", () => {
    expect(questionMention(declined)).toMatchObject({ removed: true, canReply: false });
  });
});

// The examples in Wildberries' own specification, where a copy of it lies beside the project.
const specification = join(root, "../shared/contracts/wildberries/openapi-communications.json");

describe.skipIf(!existsSync(specification))("the examples of Wildberries' specification", () => {
  const example = (path: string): Entry => {
    const { paths } = JSON.parse(readFileSync(specification, "utf8"));
    return paths[path].get.responses["200"].content["application/json"].example.data;
  };

  it("give the review that they show", () => {
    const [review] = example("/api/v1/feedbacks").feedbacks as Entry[];
    expect(plain(reviewMention(review))).toMatchObject({
      externalId: "YX52RZEBhH9mrcYdEJuD",
      rating: { stars: 5, outOf: 5 },
      product: { id: "987654321", sku: "DP02/черный", variant: "colorless" },
      order: "123456789",
      postedAt: "2024-09-26T07:20:48.000Z",
      ownerReply: { state: "published" },
      canReply: false,
    });
    expect(reviewMention(review).media).toHaveLength(4);
  });

  it("give the same review from the archive and by its id", () => {
    const [listed] = example("/api/v1/feedbacks").feedbacks as Entry[];
    const [archived] = example("/api/v1/feedbacks/archive").feedbacks as Entry[];
    expect(reviewMention(archived)).toEqual(reviewMention(listed));
    expect(reviewMention(example("/api/v1/feedback"))).toEqual(reviewMention(listed));
  });

  it("give a question that waits and one that is answered", () => {
    const [waiting] = example("/api/v1/questions").questions as Entry[];
    expect(questionMention(waiting)).toMatchObject({ externalId: "2ncBtX4B9I0UHoornoqG", canReply: true });
    expect(questionMention(example("/api/v1/question"))).toMatchObject({
      externalId: "TfWOp5QBfEYrrd0AMJau",
      ownerReply: { state: "published", postedAt: new Date("2025-07-28T08:24:37.187Z") },
      canReply: false,
    });
  });
});
