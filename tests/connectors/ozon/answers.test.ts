import { ozon } from "@otklik/connectors/ozon/index";
import { type Answer, type PlacedMention, refTo } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OzonBench, openOzon } from "./bench.ts";

describe("answering at Ozon", () => {
  let bench: OzonBench;
  beforeEach(async () => {
    bench = await openOzon({ posts: 0 });
  });
  afterEach(() => bench.close());
  const moderating = async () => {
    await bench.close();
    bench = await openOzon({ posts: 0, moderationMs: 5000 });
  };

  const found = async (): Promise<PlacedMention[]> => {
    const feed = {
      sourceId: "demo",
      settings: bench.settings,
      account: bench.account,
      inboxFrom: new Date(0),
    };
    const all: PlacedMention[] = [];
    let cursor: string | null = null;
    for (let step = 0; step < 3; step++) {
      const page = (await ozon.pull?.(feed, cursor, bench.tools)) as { found: PlacedMention[]; next: string };
      all.push(...page.found);
      cursor = page.next;
    }
    return all;
  };
  const answerTo = async (id: string, text: string): Promise<Answer> => {
    const mention = (await found()).find(({ externalId }) => externalId === id) as PlacedMention;
    return { account: bench.account, settings: bench.settings, mention: refTo(mention), text, once: "once" };
  };
  const reply = (answer: Answer, tools = bench.tools) => ozon.reply?.(answer, tools);
  const receipt = (answer: Answer) => ozon.receipt?.(answer, bench.tools);
  const later = (ms: number) => {
    bench.clock.now = new Date(bench.clock.now.getTime() + ms);
  };
  const commentsUnder = async (id: string) => {
    const response = await bench.call("/v1/review/comment/list", { review_id: id, limit: 100 });
    return ((await response.json()) as { comments: { text: string; parent_comment_id: string }[] }).comments;
  };

  it("stays in review while the moderators do not show it, and is found by its id or its words then", async () => {
    await moderating();
    const answer = await answerTo(await bench.addMention("Демо"), "Спасибо за отзыв!");
    const told = await reply(answer);
    expect(told).toEqual({ state: "in-review", externalId: expect.any(String) });
    const standing = { externalId: (told as { externalId: string }).externalId, text: answer.text };
    expect(await receipt({ ...answer, standing })).toEqual(told);
    later(6000);
    expect(await receipt({ ...answer, standing })).toEqual({ ...told, state: "published" });
    expect(await receipt(answer)).toEqual({ ...told, state: "published" });
  });

  it("does not say that nothing stands there where it may only be in moderation", async () => {
    await moderating();
    const answer = await answerTo(await bench.addMention("Демо"), "Спасибо за отзыв!");
    expect(await receipt(answer)).toBeNull();
    await bench.control({ loseAnswer: 1, loseBy: "504" });
    expect(await reply(answer)).toEqual({ state: "unknown" });
    expect(await receipt(answer)).toEqual({ state: "unknown" });
    later(6000);
    expect(await receipt(answer)).toMatchObject({ state: "published" });
    expect(await bench.publishedTexts(answer.mention.externalId)).toEqual(["Спасибо за отзыв!"]);
  });

  it("does not say so either where Ozon counts more comments than it shows", async () => {
    const answer = await answerTo(await bench.addMention("Демо"), "Спасибо за отзыв!");
    const http = async (request: Request) => {
      const response = await bench.tools.http(request);
      return request.url.endsWith("/review/info")
        ? Response.json({ ...((await response.json()) as object), comments_amount: 1 })
        : response;
    };
    expect(await ozon.receipt?.(answer, { ...bench.tools, http })).toEqual({ state: "unknown" });
  });

  it("finds that a colleague was faster, and adds no second answer", async () => {
    const id = await bench.addMention("Демо");
    const answer = await answerTo(id, "Спасибо!");
    await bench.answerElsewhere(id, "Ответ из кабинета");
    expect(await reply(answer)).toEqual({
      state: "rejected",
      why: { ru: expect.stringContaining("не отсюда"), en: expect.stringContaining("elsewhere") },
    });
    expect(await bench.publishedTexts(id)).toEqual([]);
  });

  it("marks the review as processed by the very request that answers it", async () => {
    const id = await bench.addMention("Демо");
    await reply(await answerTo(id, "Спасибо!"));
    const info = await (await bench.call("/v2/review/info", { review_id: id })).json();
    expect(info).toMatchObject({ status: "PROCESSED", comments_amount: 1 });
  });

  it("answers a buyer's comment in its thread, though the review itself is answered", async () => {
    const review = await bench.addMention("Демо");
    await bench.answerElsewhere(review, "Ответ из кабинета");
    const comment = await bench.say({ kind: "comment", parentId: review, text: "А мне не помогло" });
    const answer = await answerTo(comment, "Нам жаль.");
    expect(answer.mention).toMatchObject({ kind: "comment", threadId: review, parentId: review });
    expect(await reply(answer)).toMatchObject({ state: "published" });
    expect((await commentsUnder(review)).at(-1)).toMatchObject({
      text: "Нам жаль.",
      parent_comment_id: comment,
    });
  });

  it("answers a question once, though it is told twice", async () => {
    const id = await bench.say({ kind: "question", text: "Есть ли отдушка?" });
    const answer = await answerTo(id, "Лёгкая отдушка есть.");
    expect(await receipt(answer)).toBeNull();
    expect(await reply(answer)).toEqual({ state: "published", externalId: expect.any(String) });
    expect(await reply(answer)).toMatchObject({ state: "published" });
    expect(await bench.publishedTexts(id)).toEqual(["Лёгкая отдушка есть."]);
  });

  it("cannot answer a question whose product is not known", async () => {
    const id = await bench.say({ kind: "question", text: "Есть ли отдушка?" });
    const { mention, ...rest } = await answerTo(id, "Есть.");
    const answer = { ...rest, mention: { ...mention, product: undefined } } as unknown as Answer;
    await expect(reply(answer)).rejects.toMatchObject({ name: "Refusal", code: "bad-input" });
  });

  it("writes into a chat, and knows its message again", async () => {
    const id = await bench.say({ text: "Подскажите срок годности?" }, "/chats");
    const answer = await answerTo(id, "Полгода.");
    expect(await receipt(answer)).toBeNull();
    const told = await reply(answer);
    expect(told).toEqual({ state: "published", externalId: expect.stringMatching(/^3000000000118\d{6}$/) });
    expect(await receipt(answer)).toEqual(told);
    expect(await bench.publishedTexts(id)).toEqual(["Полгода."]);
  });

  it("takes an earlier message of the same words for none of this answer's", async () => {
    const first = await bench.say({ text: "Подскажите срок годности?" }, "/chats");
    await reply(await answerTo(first, "Полгода."));
    later(60_000);
    const next = await bench.say({ text: "А у крема?", parentId: first }, "/chats");
    expect(await receipt(await answerTo(next, "Полгода."))).toBeNull();
  });

  it("is handed back where the chat's 48 hours are over, and the source goes on", async () => {
    const id = await bench.say({ text: "Подскажите срок годности?" }, "/chats");
    const answer = await answerTo(id, "Полгода.");
    later(49 * 3_600_000);
    expect(await reply(answer)).toEqual({ state: "rejected", why: expect.stringContaining("48 hours") });
  });

  it("is handed back where the plan does not let the shop comment", async () => {
    const answer = await answerTo(await bench.addMention("Демо"), "Спасибо!");
    const denied = (request: Request) =>
      request.url.endsWith("/comment/create")
        ? Promise.resolve(
            Response.json({ code: 7, message: "not available with existing subscription" }, { status: 403 }),
          )
        : bench.tools.http(request);
    expect(await reply(answer, { ...bench.tools, http: denied })).toEqual({
      state: "rejected",
      why: { ru: expect.stringContaining("тариф"), en: expect.stringContaining("plan") },
    });
  });

  it("finds a review that has gone", async () => {
    const id = await bench.addMention("Демо");
    const answer = await answerTo(id, "Спасибо!");
    await bench.post("/__remove", { id });
    await expect(reply(answer)).rejects.toMatchObject({ kind: "gone" });
    expect(await receipt(answer)).toMatchObject({ state: "rejected" });
  });

  it("is told in Ozon's words when the text is refused", async () => {
    const id = await bench.say({ kind: "question", text: "Есть ли отдушка?" });
    expect(await reply(await answerTo(id, "Д"))).toEqual({
      state: "rejected",
      why: expect.stringContaining("text"),
    });
  });
});
