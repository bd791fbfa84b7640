import { wildberries } from "@otklik/connectors/wildberries/index";
import { describe, expect, it } from "vitest";
import { demoAccount, listening, openWildberries } from "./bench.ts";

describe("the token of Wildberries", () => {
  const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.sign`;
  const pong = () => Response.json({ TS: "2026-11-20T12:00:00+03:00", Status: "OK" });
  const check = (token: string, address = "") =>
    wildberries.check?.(demoAccount(address, token), {}, listening(pong).tools);
  const warningsOf = async (token: string, address?: string) => (await check(token, address))?.warnings;

  it("says whose it is and when it ends", async () => {
    expect(await check(jwt({ acc: 3, for: "self", exp: 1_800_000_000, oid: 4321, s: 128 }))).toEqual({
      name: "Wildberries 4321",
      expiresAt: new Date("2027-01-15T08:00:00Z"),
      kind: { ru: "персональный токен", en: "personal token" },
      warnings: [],
    });
  });

  it("is too weak when it is a basic one", async () => {
    expect(await warningsOf(jwt({ acc: 1 }))).toEqual([
      { ru: expect.stringContaining("5 запросов в час"), en: expect.stringContaining("5 requests an hour") },
    ]);
  });

  it("cannot answer when it may only read", async () => {
    expect(await warningsOf(jwt({ acc: 3, s: 2 ** 30 + 128 }))).toEqual([
      { ru: expect.stringContaining("только для чтения"), en: expect.stringContaining("may only read") },
    ]);
  });

  it("is of no use at Wildberries itself when it is for tests, and well enough for a sandbox", async () => {
    expect(await warningsOf(jwt({ acc: 2, t: true }))).toHaveLength(1);
    expect(await warningsOf(jwt({ acc: 2, t: true }), "https://sandbox.example")).toEqual([]);
  });

  it.each([
    ["is no JWT", "demo-token"],
    ["holds no JSON", "a.b.c"],
    ["holds a list", jwt([1, 2])],
    ["has claims of another form", jwt({ acc: "personal", exp: "soon", s: {}, oid: null, t: "no" })],
  ])("is left to the network when it %s", async (_what, token) => {
    expect(await check(token)).toEqual({ name: "Wildberries", warnings: [] });
  });

  it("goes bare into the header, to Wildberries itself unless another address is given", async () => {
    const { tools, asked } = listening(pong);
    await wildberries.check?.(demoAccount("", " Bearer demo-token \n"), {}, tools);
    await wildberries.check?.(demoAccount("https://sandbox.example/wb/"), {}, tools);
    expect(asked.map(({ url, headers }) => [url, headers.get("authorization")])).toEqual([
      ["https://feedbacks-api.wildberries.ru/ping", "demo-token"],
      ["https://common-api.wildberries.ru/api/v1/seller-info", "demo-token"],
      ["https://sandbox.example/wb/feedbacks-api.wildberries.ru/ping", "demo-token"],
      ["https://sandbox.example/wb/common-api.wildberries.ru/api/v1/seller-info", "demo-token"],
    ]);
  });

  it.each(["", "токен", "two words", "line\nbreak"])("is asked for again when it is %j", async (token) => {
    const { tools, asked } = listening(pong);
    const checked = wildberries.check?.(demoAccount("", token), {}, tools);
    await expect(checked).rejects.toMatchObject({ kind: "unauthorized" });
    expect(asked).toEqual([]);
  });

  it("is not sent to an address that is none", async () => {
    const { tools } = listening(pong);
    const checked = wildberries.check?.(demoAccount("feedbacks"), {}, tools);
    await expect(checked).rejects.toMatchObject({ name: "Refusal", code: "bad-input" });
  });

  it.each([
    [1, "basic token"],
    [2, "test token"],
    [3, "personal token"],
    [4, "service token"],
  ])("of the kind %i is called a %s", async (acc, kind) => {
    expect((await check(jwt({ acc }), "https://sandbox.example"))?.kind?.en).toBe(kind);
  });

  it("is told apart from others in its limits when it is a basic one", () => {
    const limits = (token: string) => wildberries.limits.bucketsOf?.(demoAccount("", token)) ?? [];
    const ofReviews = (token: string) =>
      limits(token).filter(({ at }) => at === undefined || at.endsWith("/api"));
    expect(ofReviews(jwt({ acc: 3 }))).toContainEqual(
      expect.objectContaining({ requests: 3, seconds: 1, burst: 6 }),
    );
    expect(ofReviews(jwt({ acc: 1 }))).toContainEqual(
      expect.objectContaining({ requests: 5, seconds: 3600, burst: 1 }),
    );
  });

  it("lacks a category, of reviews or of the chats that are to be read", async () => {
    const tools = listening(pong).tools;
    const lacking = async (s: number) =>
      (await wildberries.check?.(demoAccount("", jwt({ acc: 3, s })), { chats: true }, tools))?.warnings.map(
        ({ en }) => /category “([^”]+)”/.exec(en)?.[1],
      );
    expect(await lacking(2 ** 9)).toEqual(["Questions and feedback"]);
    expect(await lacking(2 ** 7)).toEqual(["Chat with buyers"]);
    expect(await lacking(2 ** 7 + 2 ** 9)).toEqual([]);
  });

  it("names its shop by its trade mark, and offers its chats where they open", async () => {
    const bench = await openWildberries({ reviews: 0, questions: 0 });
    expect(await wildberries.discover?.(bench.account, bench.tools)).toEqual([
      { title: "Демо-бренд «Ромашка»", is: "shop", settings: { chats: true } },
    ]);
    expect((await wildberries.check?.(bench.account, {}, bench.tools))?.name).toBe("Демо-бренд «Ромашка»");
    const closed = {
      ...bench.tools,
      http: (request: Request) =>
        request.url.includes("buyer-chat-api")
          ? Promise.resolve(new Response("{}", { status: 401 }))
          : bench.tools.http(request),
    };
    expect(await wildberries.discover?.(bench.account, closed)).toMatchObject([{ settings: {} }]);
    expect((await wildberries.check?.(bench.account, { chats: true }, closed))?.warnings).toEqual([
      { ru: expect.stringContaining("Чат с покупателями"), en: expect.stringContaining("Chat with buyers") },
    ]);
    await bench.close();
  });

  it("is used at Wildberries' own sandbox as at another host of the reviews' service", async () => {
    const { tools, asked } = listening(pong);
    await wildberries.check?.(demoAccount("https://feedbacks-api-sandbox.wildberries.ru/"), {}, tools);
    expect(asked[0]?.url).toBe("https://feedbacks-api-sandbox.wildberries.ru/ping");
  });
});
