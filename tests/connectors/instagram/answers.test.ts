import { instagram } from "@otklik/connectors/instagram/index";
import type { Answer, Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { type InstagramBench, openInstagram, problem, profile } from "./bench.ts";

let bench: InstagramBench;
beforeEach(async () => {
  bench = await openInstagram({ posts: 0 });
});
afterEach(() => bench.close());

const answerTo = (
  externalId: string,
  more: Partial<Omit<Answer, "mention">> & { mention?: Partial<Answer["mention"]> } = {},
): Answer => ({
  ...{ account: bench.account, settings: bench.settings, text: "Спасибо!", once: "once-demo" },
  ...more,
  mention: { externalId, kind: "comment", ...more.mention },
});
const reply = (answer: Answer, tools = bench.tools) => instagram.reply?.(answer, tools);
const receipt = (answer: Answer, tools = bench.tools) => instagram.receipt?.(answer, tools);
const saying = (response: () => Response): Tools => testTools({ http: async () => response() });

describe("answering on Instagram", () => {
  it("tells the number of the reply, and finds it again", async () => {
    const answer = answerTo(await bench.addMention("Демо"));
    const published = await reply(answer);
    expect(published).toEqual({ state: "published", externalId: expect.stringMatching(/^178\d+$/) });
    expect(await receipt(answer)).toEqual(published);
  });

  it("answers a reply under the comment that began the thread", async () => {
    const id = await bench.addMention("Начало");
    const under = await bench.add({ text: "И у меня", parentId: id });
    await reply(answerTo(under, { mention: { threadId: id } }));
    expect(await bench.publishedTexts(id)).toEqual(["Спасибо!"]);
  });

  it("does not take a reply for ours that was given before the mention came", async () => {
    const id = await bench.addMention("Начало");
    await bench.answerElsewhere(id, "Спасибо!");
    const later = new Date(bench.clock.now.getTime() + 60_000);
    expect(await receipt(answerTo(id, { mention: { postedAt: later } }))).toBeNull();
    expect(await receipt(answerTo(id))).toMatchObject({ state: "published" });
  });

  it("does not take a customer's words for ours", async () => {
    const id = await bench.addMention("Начало");
    await bench.add({ text: "Спасибо!", parentId: id });
    expect(await receipt(answerTo(id))).toBeNull();
  });

  it("knows its text again when only white space differs", async () => {
    const id = await bench.addMention("Начало");
    await bench.answerElsewhere(id, "Спасибо,\r\n\r\nждём  снова! ");
    expect(await receipt(answerTo(id, { text: "Спасибо,\nждём снова!" }))).toMatchObject({
      state: "published",
    });
  });

  it("finds its reply past the first page", async () => {
    const id = await bench.addMention("Начало");
    for (let n = 0; n < 55; n++) await bench.add({ text: `Реплика ${n}`, parentId: id });
    await reply(answerTo(id));
    expect(await receipt(answerTo(id))).toMatchObject({ state: "published" });
  });

  it("says that it could not look where one of the replies cannot be read", async () => {
    const list = () => Response.json({ data: [{ id: "17890000000000001", text: "…" }] });
    await expect(receipt(answerTo("17890000000000009"), saying(list))).rejects.toMatchObject({
      kind: "changed",
    });
  });

  it.each([
    ["mention/17911/17822", "comment_id=17822"],
    ["mention/17911", "media_id=17911"],
  ])(
    "answers %s, where others have named the brand, in the way that Instagram has for it",
    async (id, form) => {
      const asked: Request[] = [];
      const http = async (request: Request) => {
        asked.push(request.clone());
        return Response.json({ id: "17890000000000001" });
      };
      expect(await reply(answerTo(id), testTools({ http }))).toMatchObject({ state: "published" });
      expect(new URL(asked[0]?.url ?? "").pathname).toBe(
        `/instagram/graph.facebook.com/v25.0/${profile}/mentions`,
      );
      expect(await asked[0]?.text()).toContain(form);
      expect(await receipt(answerTo(id), testTools({ http }))).toEqual({ state: "unknown" });
    },
  );

  it.each([
    ["is gone", { code: 100, subcode: 33, message: "does not exist" }, /no longer/],
    [
      "is too long",
      { code: 100, subcode: undefined, message: "(#100) Param message must be at most 300 characters" },
      /300/,
    ],
    [
      "is blocked",
      { code: 368, subcode: undefined, message: "The action attempted has been deemed abusive" },
      /abusive/,
    ],
  ])("is told in plain words when it %s", async (_, { code, ...more }, why) => {
    const refused = () => problem(code, { status: 400, ...more } as { status: number });
    expect(await reply(answerTo("17890000000000009"), saying(refused))).toMatchObject({
      state: "rejected",
      why: { ru: expect.stringMatching(/\p{Script=Cyrillic}/u), en: expect.stringMatching(why) },
    });
  });

  it.each([
    [190, "unauthorized"],
    [10, "unauthorized"],
    [4, "throttled"],
  ])("says on error %i that nothing was published", async (code, kind) => {
    const refused = reply(
      answerTo("17890000000000009"),
      saying(() => problem(code, { status: 400 })),
    );
    await expect(refused).rejects.toMatchObject({ kind });
  });

  it.each([
    ["a fault of Meta's", () => problem(2, { status: 500 })],
    ["a fault of Meta's under 400", () => problem(1, { status: 400 })],
    ["a web page", () => new Response("<html></html>")],
    ["a success without a number", () => Response.json({})],
  ])("does not know the outcome after %s", async (_, response) => {
    expect(await reply(answerTo("17890000000000009"), saying(response))).toEqual({ state: "unknown" });
  });

  it("sends the token in a header and in no address", async () => {
    const asked: Request[] = [];
    const http = async (request: Request) => {
      asked.push(request);
      return Response.json({ id: "17890000000000001" });
    };
    await reply(answerTo("17890000000000009"), testTools({ http }));
    expect(asked[0]?.url).not.toContain("EAAD");
    expect(asked[0]?.headers.get("authorization")).toBe("Bearer EAADdemo-instagram-token");
  });
});
