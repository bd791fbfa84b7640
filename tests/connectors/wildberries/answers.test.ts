import { wildberries } from "@otklik/connectors/wildberries/index";
import type { Answer, Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWildberries, type WildberriesBench } from "./bench.ts";

describe("answering at Wildberries", () => {
  let bench: WildberriesBench;
  const start = async (world = {}) => {
    bench = await openWildberries({ reviews: 0, questions: 0, ...world });
  };
  beforeEach(() => start());
  afterEach(() => bench.close());

  const answerTo = (
    externalId: string,
    text: string,
    kind: Answer["mention"]["kind"] = "review",
  ): Answer => ({
    account: bench.account,
    settings: {},
    mention: { externalId, kind },
    text,
    once: "once-demo",
  });
  const reply = (answer: Answer, tools = bench.tools) => wildberries.reply?.(answer, tools);
  const receipt = (answer: Answer) => wildberries.receipt?.(answer, bench.tools);
  const later = (ms: number) => {
    bench.clock.now = new Date(bench.clock.now.getTime() + ms);
  };
  /** The bench's tools, but what is only read is answered so. */
  const reading = (response: () => Response): Tools => ({
    ...bench.tools,
    http: (request) => (request.method === "GET" ? Promise.resolve(response()) : bench.tools.http(request)),
  });

  it("stays in review until the moderators are done", async () => {
    await start({ moderationMs: 5000 });
    const answer = answerTo(await bench.addMention("Демо"), "Спасибо за отзыв!");
    expect(await reply(answer)).toEqual({ state: "in-review" });
    later(6000);
    expect(await receipt(answer)).toEqual({ state: "published" });
  });

  it("is told when the moderators turn it down", async () => {
    const answer = answerTo(await bench.addMention("Демо"), "Все новинки на https://romashka.example");
    expect(await reply(answer)).toEqual({
      state: "rejected",
      why: { ru: expect.stringContaining("модераторы"), en: expect.stringContaining("moderators") },
    });
  });

  it("does not believe a success for a review that is not there", async () => {
    const told = await reply(answerTo("DEMOnobody", "Спасибо!"));
    expect(told).toEqual({
      state: "rejected",
      why: {
        ru: expect.stringContaining("отзыва с номером DEMOnobody"),
        en: expect.stringContaining("no review with the id DEMOnobody"),
      },
    });
    expect(await bench.publishedTexts("DEMOnobody")).toEqual(["Спасибо!"]);
  });

  it.each([
    ["fails", () => new Response("", { status: 503 })],
    ["is refused", () => new Response("{}", { status: 401 })],
    ["is throttled", () => new Response("{}", { status: 429 })],
    ["brings a web page", () => new Response("<html></html>")],
    [
      "brings an error under 200",
      () => Response.json({ data: null, error: true, errorText: "Something went wrong" }),
    ],
    ["brings no data", () => Response.json({ error: false })],
    ["brings another shape", () => Response.json({ data: { answer: "Спасибо!" }, error: false })],
  ])("does not know the outcome when reading back %s", async (_what, response) => {
    const id = await bench.addMention("Демо");
    expect(await reply(answerTo(id, "Спасибо!"), reading(response))).toEqual({ state: "unknown" });
    expect(await bench.publishedTexts(id)).toEqual(["Спасибо!"]);
  });

  it("does not know the outcome when the review is still read without an answer", async () => {
    const id = await bench.addMention("Демо");
    const stale = () =>
      Response.json({ data: { id, createdDate: "2026-11-20T09:00:00Z", answer: null }, error: false });
    expect(await reply(answerTo(id, "Спасибо!"), reading(stale))).toEqual({ state: "unknown" });
  });

  it("is told in the network's words when the text is refused", async () => {
    const told = await reply(answerTo(await bench.addMention("Демо"), "!"));
    expect(told).toEqual({ state: "rejected", why: expect.stringContaining("validation failed") });
  });

  it("finds that somebody was faster, and leaves that answer as it is", async () => {
    const id = await bench.addMention("Демо");
    await bench.answerElsewhere(id, "Ответ из кабинета");
    expect(await reply(answerTo(id, "Спасибо!"))).toEqual({
      state: "rejected",
      why: { ru: expect.stringContaining("не отсюда"), en: expect.stringContaining("answered elsewhere") },
    });
  });

  it("knows its text again when only white space differs", async () => {
    const id = await bench.addMention("Демо");
    await bench.answerElsewhere(id, "Спасибо,\r\n\r\nждём  снова! ");
    expect(await receipt(answerTo(id, "Спасибо,\nждём снова!"))).toEqual({ state: "published" });
  });

  it("sees nothing of its own where another's answer was turned down", async () => {
    const id = await bench.addMention("Демо");
    await bench.answerElsewhere(id, "Пишите на https://romashka.example");
    expect(await receipt(answerTo(id, "Спасибо!"))).toBeNull();
  });

  it("changes a published answer once, and not twice", async () => {
    const id = await bench.addMention("Демо");
    await reply(answerTo(id, "Спасибо!"));
    const edit = (text: string) => wildberries.edit?.(answerTo(id, text), bench.tools);
    expect(await edit("Спасибо, исправили.")).toEqual({ state: "published" });
    expect(await edit("Спасибо ещё раз.")).toEqual({
      state: "rejected",
      why: { ru: expect.stringContaining("один раз"), en: expect.stringContaining("once") },
    });
  });

  async function openQuestion(): Promise<string> {
    await start({ questions: 40 });
    const address = `${bench.account.credentials.address}/api/v1/questions?isAnswered=false&take=1&skip=0`;
    const response = await bench.tools.http(
      new Request(address, { headers: { authorization: "demo-token" } }),
    );
    const { data } = (await response.json()) as { data: { questions: { id: string }[] } };
    return data.questions[0]?.id ?? "";
  }

  it("answers a question and changes that answer once", async () => {
    const id = await openQuestion();
    const answer = answerTo(id, "Да, подойдёт.", "question");
    expect(await receipt(answer)).toBeNull();
    expect(await reply(answer)).toEqual({ state: "published" });
    const other = answerTo(id, "Да, с трёх лет.", "question");
    expect(await wildberries.edit?.(other, bench.tools)).toEqual({ state: "published" });
    expect(await wildberries.edit?.(answer, bench.tools)).toMatchObject({ state: "rejected" });
  });

  it("does not replace the answer to a question that a colleague has given meanwhile", async () => {
    const id = await openQuestion();
    await bench.answerElsewhere(id, "Ответ из кабинета");
    expect(await reply(answerTo(id, "Да, подойдёт.", "question"))).toEqual({
      state: "rejected",
      why: { ru: expect.stringContaining("не отсюда"), en: expect.stringContaining("answered elsewhere") },
    });
    expect(await bench.publishedTexts(id)).toEqual([]);
  });

  it("publishes an answer to a question once though it is told twice", async () => {
    const id = await openQuestion();
    const answer = answerTo(id, "Да, подойдёт.", "question");
    await reply(answer);
    expect(await reply(answer)).toEqual({ state: "published" });
    expect(await bench.publishedTexts(id)).toEqual(["Да, подойдёт."]);
  });

  it("is told that a question is not there", async () => {
    expect(await reply(answerTo("DEMOnobody", "Да.", "question"))).toEqual({
      state: "rejected",
      why: {
        ru: expect.stringContaining("вопроса с номером DEMOnobody"),
        en: expect.stringContaining("no question with the id DEMOnobody"),
      },
    });
  });

  it("publishes once though the gateway gave up on the first attempt", async () => {
    const answer = answerTo(await bench.addMention("Демо"), "Спасибо!");
    await bench.control({ loseAnswer: 1, loseBy: "504" });
    expect(await reply(answer)).toEqual({ state: "unknown" });
    expect(await receipt(answer)).toEqual({ state: "published" });
  });
});
