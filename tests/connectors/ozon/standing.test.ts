import { ozon } from "@otklik/connectors/ozon/index";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { demoAccount, type OzonBench, openOzon } from "./bench.ts";

describe("the key of Ozon", () => {
  let bench: OzonBench;
  beforeEach(async () => {
    bench = await openOzon({ posts: 0 });
  });
  afterEach(() => bench.close());
  const account = (key: string) => demoAccount(bench.account.credentials.address ?? "", key);
  const check = (key: string, settings = bench.settings) => ozon.check?.(account(key), settings, bench.tools);
  const discover = (key: string) => ozon.discover?.(account(key), bench.tools);

  it("says whose it is and which roles it has", async () => {
    expect(await check("demo-key")).toEqual({
      name: "Ozon 836100",
      kind: { ru: "API-ключ, роли: Admin", en: "API key, roles: Admin" },
      warnings: [],
    });
  });

  it("is fine where the shop's plan lacks reviews, and says which plan they take", async () => {
    expect((await check("demo-noreviews"))?.warnings).toEqual([
      {
        ru: expect.stringMatching(/^Отзывы .*подписка.*Premium Pro.* С ключом всё в порядке/),
        en: expect.stringMatching(/^Reviews .*plan.*Premium Pro.* The key is fine/),
      },
    ]);
  });

  it("is warned of no stream that the source does not read", async () => {
    expect((await check("demo-nochats", {}))?.warnings).toEqual([]);
    expect((await check("demo-nochats"))?.warnings).toHaveLength(1);
  });

  it("cannot answer when its role only reads", async () => {
    expect((await check("demo-readonly"))?.warnings).toEqual([
      { ru: expect.stringContaining("только читает"), en: expect.stringContaining("only read") },
    ]);
  });

  it("lacks a role, where a refusal does not speak of a plan", async () => {
    const tools = {
      ...bench.tools,
      http: (request: Request) =>
        request.url.endsWith("/v2/review/list")
          ? Promise.resolve(Response.json({ code: 7, message: "no such role" }, { status: 403 }))
          : bench.tools.http(request),
    };
    const standing = await ozon.check?.(account("demo-key"), bench.settings, tools);
    expect(standing?.warnings).toEqual([
      { ru: expect.stringContaining("роли"), en: expect.stringContaining("lacks the role") },
    ]);
  });

  it("finds the one shop, with what its plan lets be read ticked", async () => {
    expect(await discover("demo-nochats")).toEqual([
      {
        title: "Ozon 836100",
        detail: "Client ID 836100",
        is: "shop",
        settings: { reads: ["reviews", "questions"] },
        warnings: [{ ru: expect.stringContaining("Чаты"), en: expect.stringContaining("Chats") }],
      },
    ]);
  });

  it("is refused when it has ended, also by the search for the shop", async () => {
    await expect(check("expired-key")).rejects.toMatchObject({ kind: "unauthorized" });
    await expect(discover("expired-key")).rejects.toMatchObject({ kind: "unauthorized" });
  });

  it("is good where the beta method that tells its roles is gone", async () => {
    const tools = {
      ...bench.tools,
      http: (request: Request) =>
        request.url.endsWith("/v1/roles")
          ? Promise.resolve(new Response("404 page not found", { status: 404 }))
          : bench.tools.http(request),
    };
    expect(await ozon.check?.(account("demo-key"), bench.settings, tools)).toEqual({
      name: "Ozon 836100",
      warnings: [],
    });
  });

  it.each([
    ["no id", { apiKey: "demo-key" }],
    ["an id that is no number", { clientId: "shop", apiKey: "demo-key" }],
    ["no key", { clientId: "836100" }],
    ["a key of several lines", { clientId: "836100", apiKey: "demo\nkey" }],
  ])("is asked for again with %s, before anything is sent", async (_what, credentials) => {
    const given = { id: "account-demo", credentials } as unknown as Parameters<
      NonNullable<typeof ozon.check>
    >[0];
    await expect(ozon.check?.(given, {}, testTools({}))).rejects.toMatchObject({ kind: "unauthorized" });
  });

  it("is not blamed when the plan has ended", async () => {
    const feed = {
      sourceId: "demo",
      settings: {},
      account: account("demo-noreviews"),
      inboxFrom: new Date(0),
    };
    await expect(ozon.pull?.(feed, null, bench.tools)).rejects.toMatchObject({
      kind: "unauthorized",
      said: { ru: expect.stringContaining("тариф"), en: expect.stringContaining("plan") },
    });
  });
});
