import { wildberries } from "@otklik/connectors/wildberries/index";
import { type Answer, type Cursor, type Page, type PlacedMention, refTo } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWildberries, type WildberriesBench } from "./bench.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

describe("chats at Wildberries", () => {
  let bench: WildberriesBench;
  beforeEach(async () => {
    bench = await openWildberries({ reviews: 0, questions: 0 });
  });
  afterEach(() => bench.close());

  const feed = (settings = { chats: true }) => ({
    sourceId: "source-demo",
    settings,
    account: bench.account,
    inboxFrom: new Date(0),
  });
  async function caughtUp(from: Cursor | null, settings = { chats: true }) {
    const found: PlacedMention[] = [];
    let next = from;
    for (let more = true; more; ) {
      const page: Page | undefined = await wildberries.pull?.(feed(settings), next, bench.tools);
      found.push(...(page?.found ?? []));
      next = page?.next ?? null;
      more = page?.more ?? false;
    }
    return { found, next };
  }
  const pass = (ms: number) => {
    bench.clock.now = new Date(bench.clock.now.getTime() + ms);
  };
  const answerTo = (mention: PlacedMention | undefined, text: string): Answer => ({
    account: bench.account,
    settings: {},
    mention: refTo(mention as PlacedMention),
    text,
    once: "once-demo",
  });
  const answerInCabinet = (id: string, text: string) => bench.post("/chats/__answer", { id, text });

  it("brings a message with its chat, its author, what it is about and its pictures", async () => {
    const id = await bench.say({ text: "Пришёл не тот цвет", photos: 1, author: { name: "Алёна" } });
    const { found } = await caughtUp(null);
    expect(found).toEqual([
      expect.objectContaining({
        kind: "message",
        externalId: id,
        threadId: expect.stringMatching(/^1:[0-9a-f-]{36}$/),
        author: { name: "Алёна" },
        text: "Пришёл не тот цвет",
        product: expect.objectContaining({ id: expect.stringMatching(/^9900020\d\d$/) }),
        media: [
          { kind: "image", url: expect.stringMatching(/^https:\/\/buyer-chat-api.wildberries.ru\/api\//) },
        ],
        postedAt: bench.clock.now,
        canReply: true,
      }),
    ]);
  });

  it("are left alone where they are not asked for", async () => {
    await bench.say({ text: "Пришёл не тот цвет" });
    expect((await caughtUp(null, {} as { chats: boolean })).found).toEqual([]);
  });

  it("go on where they were, two days being read again for answers from the cabinet", async () => {
    const id = await bench.say({ text: "Пришёл не тот цвет" });
    const first = await caughtUp(null);
    pass(day);
    await answerInCabinet(id, "Оформим возврат.");
    const second = await caughtUp(first.next);
    expect(second.found).toEqual([
      expect.objectContaining({
        externalId: id,
        ownerReply: { text: "Оформим возврат.", postedAt: bench.clock.now, state: "published" },
      }),
    ]);
    pass(5 * day);
    await bench.say({ text: "Другой вопрос" });
    const third = await caughtUp(second.next);
    pass(minute);
    expect((await caughtUp(third.next)).found.map(({ text }) => text)).toEqual(["Другой вопрос"]);
  });

  it("lose no message of a long stream, though many were written in one instant", async () => {
    for (let n = 0; n < 230; n++) {
      if (n % 7 === 0) pass(minute);
      await bench.say({ text: `Сообщение ${n}` });
    }
    const { found } = await caughtUp(null);
    expect(new Set(found.map(({ text }) => text)).size).toBe(230);
  });

  it("are answered once, by the chat's signature, and the message is known again", async () => {
    const id = await bench.say({ text: "Пришёл не тот цвет" });
    const answer = answerTo((await caughtUp(null)).found[0], "Оформим возврат.");
    expect(await wildberries.receipt?.(answer, bench.tools)).toBeNull();
    const told = await wildberries.reply?.(answer, bench.tools);
    expect(told).toEqual({ state: "published", externalId: expect.any(String) });
    expect(await wildberries.reply?.(answer, bench.tools)).toEqual(told);
    expect(await wildberries.receipt?.(answer, bench.tools)).toEqual(told);
    expect(await bench.publishedTexts(id)).toEqual(["Оформим возврат."]);
  });

  it("are answered once though the news of it was lost", async () => {
    const id = await bench.say({ text: "Пришёл не тот цвет" });
    const answer = answerTo((await caughtUp(null)).found[0], "Оформим возврат.");
    await bench.control({ loseAnswer: 1, loseBy: "504" });
    expect(await wildberries.reply?.(answer, bench.tools)).toEqual({ state: "unknown" });
    expect(await wildberries.receipt?.(answer, bench.tools)).toMatchObject({ state: "published" });
    expect(await bench.publishedTexts(id)).toEqual(["Оформим возврат."]);
  });

  it("are not said to hold nothing of ours where the stream could not be read to its end", async () => {
    await bench.say({ text: "Пришёл не тот цвет" });
    const answer = answerTo((await caughtUp(null)).found[0], "Оформим возврат.");
    let at = bench.clock.now.getTime();
    const endless = async () =>
      Response.json({ result: { next: ++at, totalEvents: 1, events: [{ sender: "wb" }] }, errors: null });
    const told = await wildberries.receipt?.(answer, { ...bench.tools, http: endless });
    expect(told).toEqual({ state: "unknown" });
  });

  it("take a second answer beside a colleague's", async () => {
    const id = await bench.say({ text: "Пришёл не тот цвет" });
    await answerInCabinet(id, "Здравствуйте!");
    const answer = answerTo((await caughtUp(null)).found[0], "Оформим возврат.");
    expect(await wildberries.reply?.(answer, bench.tools)).toMatchObject({ state: "published" });
  });

  it("are told in the network's words why a text is refused", async () => {
    await bench.say({ text: "Пришёл не тот цвет" });
    const answer = answerTo((await caughtUp(null)).found[0], "а".repeat(1001));
    expect(await wildberries.reply?.(answer, bench.tools)).toEqual({
      state: "rejected",
      why: 'Invalid value for "message"',
    });
  });

  it("are gone where no such chat is listed", async () => {
    await bench.say({ text: "Пришёл не тот цвет" });
    const answer = answerTo((await caughtUp(null)).found[0], "Оформим возврат.");
    const elsewhere = { ...answer, mention: { ...answer.mention, threadId: "1:nobody" } };
    await expect(wildberries.reply?.(elsewhere, bench.tools)).rejects.toMatchObject({ kind: "gone" });
  });

  it("have pictures that are brought with the token, once they passed moderation", async () => {
    await bench.say({ text: "Вот", photos: 1 });
    const [media] = (await caughtUp(null)).found[0]?.media ?? [];
    if (!media) throw new Error("The message has no picture.");
    const picture = await wildberries.media?.(media, bench.account, bench.tools);
    expect(picture?.headers.get("content-type")).toBe("image/png");
    const waiting = { ...bench.tools, http: async () => new Response("{}", { status: 202 }) };
    await expect(wildberries.media?.(media, bench.account, waiting)).rejects.toMatchObject({
      kind: "unavailable",
    });
  });

  it.each([
    ["say no longer where they go on", { result: { events: [{}], totalEvents: 1 }, errors: null }],
    ["come in another frame", { data: { events: [] } }],
    ["hold nothing that can be read", { result: { next: 5, events: [{ a: 1 }, { b: 2 }] }, errors: null }],
  ])("are a change when they %s", async (_what, answer) => {
    const { next } = await wildberriesUpToChats();
    const tools = { ...bench.tools, http: async () => Response.json(answer) };
    await expect(wildberries.pull?.(feed(), next, tools)).rejects.toMatchObject({ kind: "changed" });
  });

  /** The cursor at which it is the chats' turn. */
  async function wildberriesUpToChats() {
    let next: Cursor | null = null;
    for (let requests = 0; ; requests++) {
      let isChat = false;
      const http = (request: Request) => {
        isChat = request.url.includes("/seller/events");
        return bench.tools.http(request);
      };
      const page: Page | undefined = await wildberries.pull?.(feed(), next, { ...bench.tools, http });
      if (isChat || requests > 50) return { next };
      next = page?.next ?? null;
    }
  }
});
