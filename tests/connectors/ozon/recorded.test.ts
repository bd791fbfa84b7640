// The answers that Ozon's specification shows, read as if Ozon had sent them.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { messageMention, messagesIn, questionMention, reviewMention } from "@otklik/connectors/ozon/map";
import { Chat } from "@otklik/connectors/ozon/wire";
import { describe, expect, it } from "vitest";
import { openApi } from "../../support/openapi.ts";

const folder = fileURLToPath(new URL("../../../../shared/contracts/ozon/", import.meta.url));
const isThere = existsSync(`${folder}openapi-reviews-questions-chats.json`);
const why = isThere ? "" : ` (SKIPPED: no copy of them at ${folder})`;

describe.skipIf(!isThere)(`the examples of Ozon's specification${why}`, () => {
  const example = (file: string, path: string) =>
    openApi(folder + file)
      .examples()
      .find((one) => one.path === path)?.value as Record<string, unknown[]>;
  const official = "openapi-reviews-questions-chats.json";

  it("give a review, its product's number written as text", () => {
    const { reviews = [] } = example("reviews-v2-supplement.json", "/v2/review/list");
    expect(reviews.map((one) => reviewMention(one, { comments: [] }))).toMatchObject([
      {
        externalId: "017c0d1c-66d3-b838-3d29-cf9b95a6ac48",
        rating: { stars: 2, outOf: 5 },
        product: { id: "148591503" },
        postedAt: new Date("2024-10-10T07:23:55.970Z"),
        canReply: true,
      },
    ]);
  });

  it("give a question of a list, whose card is another product's, and one by its id", () => {
    const { questions = [] } = example(official, "/v1/question/list");
    expect(questions.map((one) => questionMention(one, { answers: [] }))).toMatchObject([
      {
        externalId: "019294ff-6888-7009-89d8-26569e4e450d",
        author: { name: "Пользователь OZON" },
        product: { id: "646399170", url: "https://www.ozon.ru/product/1649246352/" },
        url: expect.stringContaining("qid=290180206"),
      },
    ]);
    const one = example(official, "/v1/question/info");
    expect(questionMention(one, { answers: [] })).toMatchObject({ product: { id: "646399170" } });
  });

  it("give the shop's answer to a question that it has marked as processed", () => {
    const { answers = [] } = example(official, "/v1/question/answer/list");
    const { questions = [] } = example(official, "/v1/question/list");
    expect(questionMention(questions[0], { answers })).toMatchObject({
      ownerReply: { text: "string", postedAt: new Date("2024-08-14T11:44:35.352Z") },
      canReply: false,
    });
  });

  it("give a buyer's message, though a letter of its kind is Cyrillic and its id is past 2^53", () => {
    const { messages = [] } = example(official, "/v3/chat/history");
    const chat = { chatId: "demo", isClosed: false, messages: messagesIn(messages) };
    expect(messages.flatMap((one) => messageMention(one, chat))).toMatchObject([
      {
        kind: "message",
        externalId: "3000000000817031942",
        text: expect.stringMatching(/Подойдет ли он на данную\s+модель\s+телефона\?$/),
        product: { id: "987654321" },
        order: "123456789",
      },
    ]);
  });

  it("give a chat", () => {
    const { chats = [] } = example(official, "/v3/chat/list");
    expect(chats.map((one) => Chat.parse(one))).toMatchObject([
      { chat: { chat_type: "Seller_Support" }, last_message_id: "30000000001280042740" },
    ]);
  });
});
