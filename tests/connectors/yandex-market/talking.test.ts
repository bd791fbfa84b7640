// What is Yandex Market's own: keys, comments, chats, edits, notifications.
import { yandexMarket } from "@otklik/connectors/yandex-market/index";
import { type FoundMention, type Hook, refTo } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onePage, walk } from "../../contracts/connector-bench.ts";
import { openYandexMarket, type YandexMarketBench } from "./bench.ts";

let bench: YandexMarketBench;
beforeEach(async () => {
  bench = await openYandexMarket({ posts: 0 });
});
afterEach(() => bench.close());

async function found(): Promise<FoundMention[]> {
  return (await walk(bench, null)).found;
}
const mentionOf = async (id: string): Promise<FoundMention> => {
  const mention = (await found()).find(({ externalId }) => externalId === id);
  if (!mention) throw new Error(`${id} was not found.`);
  return mention;
};
const answerTo = (mention: FoundMention, text: string) => ({
  ...{ account: bench.account, settings: bench.settings, mention: refTo(mention), text, once: "demo" },
});
const standing = (token: string) =>
  yandexMarket.check?.(
    { id: "a", credentials: { ...bench.account?.credentials, token } },
    bench.settings,
    bench.tools,
  );

describe("a key of Yandex Market", () => {
  it("is fine when it may talk with buyers", async () => {
    expect(await standing("ACMA:demo")).toMatchObject({
      warnings: [],
      kind: { en: "communication with buyers" },
    });
  });

  it("is told to be for looking only", async () => {
    expect((await standing("readonly:demo"))?.warnings).toEqual([
      expect.objectContaining({ en: expect.stringMatching(/only look/) }),
    ]);
  });

  it("is told to be of no use when it is for something else", async () => {
    expect((await standing("pricing:demo"))?.warnings).toEqual([
      expect.objectContaining({ en: expect.stringMatching(/cannot be read/) }),
    ]);
  });

  it("is refused with what the Market says of it", async () => {
    await bench.expireSignIn?.(true);
    await expect(standing("ACMA:demo")).rejects.toMatchObject({
      kind: "unauthorized",
      message: expect.stringMatching(/expired/),
    });
  });
});

describe("what buyers say on Yandex Market", () => {
  it("is a review with a thread of comments, each to be answered by itself", async () => {
    const review = await bench.add({ kind: "review", text: "Крем густой.", pros: "Запах", stars: 4 });
    const comment = await bench.add({ kind: "comment", text: "А на зиму подойдёт?", parentId: review });
    const one = await mentionOf(`comment-${comment}`);
    expect(await mentionOf(review)).toMatchObject({
      text: "Крем густой.",
      pros: "Запах",
      rating: { stars: 4, outOf: 5 },
    });
    expect(one).toMatchObject({ kind: "comment", threadId: review, text: "А на зиму подойдёт?" });
    expect(await yandexMarket.reply?.(answerTo(one, "Подойдёт, он плотный."), bench.tools)).toMatchObject({
      state: "published",
    });
    expect((await mentionOf(`comment-${comment}`)).ownerReply?.text).toBe("Подойдёт, он плотный.");
    expect((await mentionOf(review)).ownerReply).toBeUndefined();
  });

  it("is a chat whose messages are answered one after another", async () => {
    const first = await bench.add({ kind: "message", text: "Когда доставите?" });
    const mention = await mentionOf(`chat-${first}-${first}`);
    expect(mention).toMatchObject({ kind: "message", threadId: `chat-${first}`, canReply: true });
    const answer = answerTo(mention, "Завтра до обеда.");
    expect(await yandexMarket.receipt?.(answer, bench.tools)).toBeNull();
    expect(await yandexMarket.reply?.(answer, bench.tools)).toMatchObject({ state: "delivered" });
    expect(await yandexMarket.receipt?.(answer, bench.tools)).toMatchObject({ state: "delivered" });
    expect((await mentionOf(`chat-${first}-${first}`)).ownerReply?.text).toBe("Завтра до обеда.");
  });

  it("is a question, whose answer can be changed", async () => {
    const id = await bench.add({ kind: "question", text: "Какой срок годности?" });
    const answer = answerTo(await mentionOf(`question-${id}`), "Два года.");
    await yandexMarket.reply?.(answer, bench.tools);
    const changed = { ...answer, text: "Два года, после вскрытия шесть месяцев." };
    expect(await yandexMarket.edit?.(changed, bench.tools)).toMatchObject({ state: "published" });
    expect(await yandexMarket.receipt?.(changed, bench.tools)).toMatchObject({ state: "published" });
    expect(await yandexMarket.receipt?.(answer, bench.tools)).toBeNull();
  });
});

describe("a reply on Yandex Market", () => {
  it("is changed in its place, not published beside", async () => {
    const id = await bench.add({ kind: "review", text: "Пришло вовремя." });
    const answer = answerTo(await mentionOf(id), "Спасибо!");
    const receipt = await yandexMarket.reply?.(answer, bench.tools);
    const standing = {
      text: answer.text,
      externalId: receipt && "externalId" in receipt ? receipt.externalId : undefined,
    };
    await yandexMarket.edit?.({ ...answer, text: "Спасибо за отзыв!", standing }, bench.tools);
    expect((await mentionOf(id)).ownerReply?.text).toBe("Спасибо за отзыв!");
    expect(await bench.publishedTexts?.(id)).toEqual(["Спасибо!"]);
  });

  it("is in review, and then turned down, as the Market moderates", async () => {
    await bench.close();
    bench = await openYandexMarket({ posts: 0, moderationMs: 60_000 });
    const id = await bench.add({ kind: "review", text: "Ничего особенного." });
    const answer = answerTo(await mentionOf(id), "Пишите нам на shop@example.com");
    expect(await yandexMarket.reply?.(answer, bench.tools)).toMatchObject({ state: "in-review" });
    bench.clock.now = new Date(bench.clock.now.getTime() + 120_000);
    expect(await yandexMarket.receipt?.(answer, bench.tools)).toMatchObject({ state: "rejected" });
  });
});

describe("a notification of Yandex Market", () => {
  const hook = (): Hook<{ businessId: string }> => ({
    account: bench.account as NonNullable<typeof bench.account>,
    sources: [{ sourceId: "s", settings: bench.settings }],
    secret: "demo",
    url: "https://otklik.example/hooks/yandex-market/demo",
  });
  const receive = (body: unknown) =>
    yandexMarket.receive?.(
      new Request(`${hook().url}/notification`, { method: "POST", body: JSON.stringify(body) }),
      hook(),
      bench.tools,
    );

  it("is answered with name, version and time when it is a PING", async () => {
    const received = await receive({ notificationType: "PING", time: "2026-11-20T09:00:00Z" });
    expect(JSON.parse(received?.answer.body ?? "")).toEqual({
      version: "1.0.0",
      name: "Otklik",
      time: "2026-11-20T09:00:00.000Z",
    });
  });

  it("brings the review, the comment's review and the message that it names", async () => {
    const review = await bench.add({ kind: "review", text: "Сразу полюбила." });
    const comment = await bench.add({ kind: "comment", text: "И я.", parentId: review });
    const message = await bench.add({ kind: "message", text: "Где мой заказ?" });
    const texts = async (body: object) =>
      (await receive({ businessId: 7_700_001, createdAt: "2026-11-20T09:00:00Z", ...body }))?.found.map(
        ({ text }) => text,
      );
    expect(await texts({ notificationType: "GOODS_FEEDBACK_CREATED", feedbackId: Number(review) })).toEqual([
      "Сразу полюбила.",
      "И я.",
    ]);
    expect(
      await texts({ notificationType: "GOODS_FEEDBACK_COMMENT_CREATED", commentId: Number(comment) }),
    ).toEqual(["Сразу полюбила.", "И я."]);
    expect(
      await texts({
        notificationType: "CHAT_MESSAGE_SENT",
        chatId: Number(message),
        messageId: Number(message),
      }),
    ).toEqual(["Где мой заказ?"]);
  });

  it("finds nothing when it names what is not there, or a cabinet that is not connected", async () => {
    const invented = await receive({
      notificationType: "GOODS_FEEDBACK_CREATED",
      businessId: 7_700_001,
      feedbackId: 5,
    });
    const foreign = await receive({
      notificationType: "GOODS_FEEDBACK_CREATED",
      businessId: 9,
      feedbackId: 5,
    });
    expect([invented?.found, foreign?.found]).toEqual([[], []]);
  });

  it("asks for a pull when its kind is new to us", async () => {
    expect((await receive({ notificationType: "QUESTION_CREATED", businessId: 7_700_001 }))?.pull).toEqual([
      "7700001",
    ]);
  });

  it("is refused when it is none", async () => {
    await expect(receive("hello")).rejects.toMatchObject({ code: "bad-input" });
  });
});

it("reads an edited review again, since it asks for a reaction once more", async () => {
  const id = await bench.add({
    kind: "review",
    text: "Первые слова.",
    at: "2026-07-20T09:00:00Z",
    answer: { text: "Спасибо." },
  });
  const { next } = await walk(bench, null);
  bench.clock.now = new Date(bench.clock.now.getTime() + 900_000);
  await bench.editMention?.(id, "Другие слова.");
  const page = await onePage(bench, next);
  expect([page.list, page.found.map(({ text }) => text)]).toEqual(["reviews-needed", ["Другие слова."]]);
});
