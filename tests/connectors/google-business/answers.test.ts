import type { Answer } from "@otklik/core/connector";
import { beforeEach, describe, expect, it } from "vitest";
import { remembering } from "../../support/judged.ts";
import { type GoogleBench, openGoogleBusiness } from "./bench.ts";

let bench: GoogleBench;
beforeEach(async () => {
  bench = await openGoogleBusiness({ posts: 10 });
  return () => bench.close();
});

async function anAnswer(text = "Спасибо, ждём вас снова!"): Promise<Answer> {
  const externalId = await bench.addMention("Демо");
  const { account, settings } = bench;
  return { account, settings, mention: { externalId, kind: "review" }, text, once: "once" };
}
const pass = (milliseconds: number): void => {
  bench.clock.now = new Date(bench.clock.now.getTime() + milliseconds);
};

describe("answering at Google", () => {
  it("waits for the moderation, and tells when it has passed", async () => {
    const answer = await anAnswer();
    expect(await bench.connector.reply?.(answer, bench.tools)).toEqual({ state: "in-review" });
    expect(await bench.connector.receipt?.(answer, bench.tools)).toEqual({ state: "in-review" });
    pass(60_000);
    expect(await bench.connector.receipt?.(answer, bench.tools)).toEqual({ state: "published" });
  });

  it("tells why the moderation turned a reply down, and lets another one be sent", async () => {
    const answer = await anAnswer("Пишите на demo@example.com");
    await bench.connector.reply?.(answer, bench.tools);
    pass(60_000);
    expect(await bench.connector.receipt?.(answer, bench.tools)).toEqual({
      state: "rejected",
      why: {
        ru: expect.stringContaining("personal information"),
        en: expect.stringContaining("personal information"),
      },
    });
    const better = { ...answer, text: "Напишите нам, пожалуйста." };
    expect(await bench.connector.receipt?.(better, bench.tools)).toBeNull();
    expect(await bench.connector.reply?.(better, bench.tools)).toEqual({ state: "in-review" });
  });

  it("does not overwrite what a colleague has answered meanwhile", async () => {
    const answer = await anAnswer();
    await bench.answerElsewhere(answer.mention.externalId, "Уже отвечено.");
    expect(await bench.connector.reply?.(answer, bench.tools)).toMatchObject({ state: "rejected" });
    expect(await bench.publishedTexts(answer.mention.externalId)).toEqual([]);
  });

  it("changes its own reply", async () => {
    const answer = await anAnswer();
    await bench.connector.reply?.(answer, bench.tools);
    const changed = { ...answer, text: "Спасибо!", standing: { text: answer.text } };
    expect(await bench.connector.edit?.(changed, bench.tools)).toEqual({ state: "in-review" });
    expect(await bench.publishedTexts(answer.mention.externalId)).toEqual([answer.text, "Спасибо!"]);
  });

  it("does not change what a colleague has put in the place of its reply", async () => {
    const answer = await anAnswer();
    await bench.answerElsewhere(answer.mention.externalId, "Исправлено в кабинете.");
    const changed = { ...answer, text: "Спасибо!", standing: { text: answer.text } };
    expect(await bench.connector.edit?.(changed, bench.tools)).toMatchObject({ state: "rejected" });
  });

  it("says that a review is gone", async () => {
    const answer = await anAnswer();
    await bench.post("/__remove", { id: answer.mention.externalId });
    await expect(bench.connector.reply?.(answer, bench.tools)).rejects.toMatchObject({ kind: "gone" });
    expect(await bench.connector.receipt?.(answer, bench.tools)).toMatchObject({ state: "rejected" });
  });

  it("tells what Google says of a location that may not reply", async () => {
    const answer = await anAnswer();
    const tools = {
      ...bench.tools,
      http: async (request: Request) =>
        request.method === "PUT"
          ? Response.json(
              {
                error: { code: 403, status: "PERMISSION_DENIED", message: "The location must be verified." },
              },
              { status: 403 },
            )
          : bench.tools.http(request),
    };
    expect(await bench.connector.reply?.(answer, tools)).toEqual({
      state: "rejected",
      why: expect.objectContaining({ en: expect.stringContaining("must be verified") }),
    });
  });

  it("reads the state back where the answer to a reply does not tell it", async () => {
    const answer = await anAnswer();
    const tools = {
      ...bench.tools,
      async http(request: Request) {
        const response = await bench.tools.http(request);
        return request.method === "PUT" ? Response.json({ comment: answer.text }) : response;
      },
    };
    expect(await bench.connector.reply?.(answer, tools)).toEqual({ state: "in-review" });
  });

  it("writes once, to the review by its whole name", async () => {
    const answer = await anAnswer();
    const { tools, asked } = remembering(bench.tools);
    await bench.connector.reply?.(answer, tools);
    const writes = asked.filter(({ method }) => method !== "GET");
    expect(writes.map(({ method, url }) => `${method} ${url.split("/v4/")[1]}`)).toEqual([
      `PUT accounts/100000000000000000002/locations/20000000000000000001/reviews/${answer.mention.externalId}/reply`,
    ]);
    expect(await writes[0]?.json()).toEqual({ comment: answer.text });
  });
});
