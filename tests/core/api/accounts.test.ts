import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { market } from "../../support/market.ts";
import { noon } from "../../support/mentions.ts";

const said = (text: string) => ({ ru: text, en: text });

let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
beforeEach(async () => {
  here = await testHome({ connectors: [market] });
  anna = await desk(here);
});
afterEach(() => here.close());

const give = (token: string, more: { keep?: boolean } = {}) =>
  anna.call("POST /api/accounts", { network: "market", credentials: { token }, ...more });
const connected = async (token = "personal") => (await give(token)).body.account?.id ?? "";
const accounts = async () => (await anna.call("GET /api/accounts", {})).body;
const places = async (id: string) => (await anna.call("GET /api/accounts/:id/places", { id })).body;
const tick = (id: string, ...shops: string[]) =>
  anna.call("POST /api/accounts/:id/sources", {
    id,
    places: shops.map((shop) => ({ brand: here.brandId, title: shop, settings: { shop } })),
  });

describe("an account", () => {
  it("is kept with what the test call told: whose, its kind, its end, what it is too weak for", async () => {
    const { body } = await give("basic");
    const told = {
      kind: said("basic"),
      expiresAt: new Date(noon.getTime() + 180 * 24 * 3600_000).toISOString(),
      warnings: [said("A basic token may ask 5 times an hour.")],
    };
    expect(body.standing).toEqual({ name: "Market 77", ...told });
    expect(await accounts()).toEqual([
      {
        id: body.account?.id,
        network: "market",
        networkTitle: "Market",
        title: "Market 77",
        is: "token",
        connectedAt: noon.toISOString(),
        sources: 0,
        ...told,
      },
    ]);
  });

  it("is only tried when a person wants to read the verdict first", async () => {
    const { body } = await give("basic", { keep: false });
    expect(body).toMatchObject({ standing: { kind: said("basic") }, account: null });
    expect(await accounts()).toEqual([]);
  });

  it("is not kept when the network refuses the token, and the network's reason is told with what to do", async () => {
    const { error } = await give("wrong");
    expect(error?.said.en).toBe(
      "Market refused the token: It is a token for advertising. Make a token in your cabinet.",
    );
    expect(await accounts()).toEqual([]);
  });

  it("is not kept while a field is missing", async () => {
    const { error } = await anna.call("POST /api/accounts", { network: "market", credentials: {} });
    expect(error?.said.en).toContain("Market wants: Token.");
  });

  it("is the same one when the same token is given again", async () => {
    expect(await connected()).toBe(await connected());
    expect(await accounts()).toHaveLength(1);
  });

  it("gets a new token under its own name, and its paused sources go on", async () => {
    const id = await connected("old");
    await tick(id, "soap");
    const [source] = (await anna.call("GET /api/sources", {})).body;
    await here.connect({
      ...{ id: source?.id ?? "", network: "market", settings: { shop: "soap" }, accountId: id },
      state: { is: "paused", by: "otklik", why: said("ended") },
    });
    const renew = (token: string) =>
      anna.call("POST /api/accounts/:id/credentials", { id, credentials: { token } });
    expect((await renew("wrong")).error?.code).toBe("bad-input");
    expect((await anna.call("GET /api/sources", {})).body[0]?.state).toBe("paused");
    expect((await renew("new")).body.account).toMatchObject({ id, sources: 1 });
    expect((await anna.call("GET /api/sources", {})).body[0]?.state).toBe("active");
  });

  it("that stayed behind when Otklik moved is shown as such, and gets a token again", async () => {
    const lost = { accountId: "lost1", network: "market", settings: { shop: "soap" }, title: "Soap" };
    await here.connect({ ...lost, state: { is: "paused", by: "otklik", why: said("moved") } });
    expect(await accounts()).toMatchObject([
      {
        id: "lost1",
        title: "Soap",
        ended: { why: { en: expect.stringContaining("stayed behind") } },
        sources: 1,
      },
    ]);
    const credentials = { token: "personal" };
    await anna.call("POST /api/accounts/:id/credentials", { id: "lost1", credentials });
    expect(await accounts()).toMatchObject([{ id: "lost1", title: "Market 77", sources: 1 }]);
    expect((await anna.call("GET /api/sources", {})).body[0]?.state).toBe("active");
  });

  it("can be removed while no source uses it", async () => {
    const id = await connected();
    await tick(id, "soap");
    expect((await anna.call("DELETE /api/accounts/:id", { id })).error?.code).toBe("conflict");
    const spare = await connected("spare");
    await anna.call("DELETE /api/accounts/:id", { id: spare });
    expect((await accounts()).map((one) => one.id)).toEqual([id]);
  });

  it("never lets its token out again, nor to another workspace", async () => {
    const id = await connected("very-secret");
    const seen = [await accounts(), await places(id), here.logged];
    expect(JSON.stringify(seen)).not.toContain("very-secret");
    await anna.call("POST /api/workspaces", { name: "Elsewhere" });
    expect(await accounts()).toEqual([]);
    expect((await anna.call("GET /api/accounts/:id/places", { id })).error?.code).toBe("not-found");
  });
});

describe("the places of an account", () => {
  it("are listed with what there is to know, and those that a brand has are marked", async () => {
    const id = await connected();
    await tick(id, "tea");
    const [source] = (await anna.call("GET /api/sources", {})).body;
    expect(await places(id)).toEqual([
      {
        ...{ key: "soap", title: "Soap", detail: "market.example/soap", is: "shop" },
        ...{ settings: { shop: "soap" }, warnings: [], connected: [] },
      },
      {
        ...{
          key: "tea",
          title: "Tea",
          is: "shop",
          settings: { shop: "tea" },
          warnings: [said("Read only.")],
        },
        connected: [{ brand: here.brandId, source: source?.id }],
      },
    ]);
  });

  it("become sources, several at once, each pulled", async () => {
    const id = await connected();
    const { body } = await tick(id, "soap", "tea");
    expect(body.results.map(({ is }) => is)).toEqual(["connected", "connected"]);
    expect(body.sources.map(({ title, accountId }) => [title, accountId])).toEqual([
      ["soap", id],
      ["tea", id],
    ]);
    await here.settle();
    const pulled = (await anna.call("GET /api/sources", {})).body;
    expect(pulled.map(({ lastGoodAt }) => lastGoodAt)).toEqual([noon.toISOString(), noon.toISOString()]);
  });

  it("are connected once for a brand, also by another token of the same seller, and the others of the list go on", async () => {
    await tick(await connected(), "soap");
    const { body } = await tick(await connected("second"), "soap", "tea");
    expect(body.results.map(({ is }) => is)).toEqual(["already", "connected"]);
    expect((await anna.call("GET /api/sources", {})).body).toHaveLength(2);
  });

  it("are others under another seller's account, also where the network calls them by the same word", async () => {
    await tick(await connected(), "soap");
    const stranger = await connected("stranger");
    expect((await places(stranger)).map(({ connected: of }) => of)).toEqual([[], []]);
    expect((await tick(stranger, "soap")).body.results.map(({ is }) => is)).toEqual(["connected"]);
  });

  it("are connected once when two ask at the same moment", async () => {
    const id = await connected();
    const both = await Promise.all([tick(id, "soap"), tick(id, "soap")]);
    expect(both.flatMap(({ body }) => body.results.map(({ is }) => is)).sort()).toEqual([
      "already",
      "connected",
    ]);
  });

  it("are each refused for their own reason", async () => {
    const id = await connected();
    const { body } = await anna.call("POST /api/accounts/:id/sources", {
      id,
      places: [
        { brand: "nobody", title: "a", settings: { shop: "soap" } },
        { brand: here.brandId, title: "b", settings: {} },
        { brand: here.brandId, title: "c", settings: { shop: "tea" } },
      ],
    });
    expect(body.results).toMatchObject([
      { is: "refused", why: { en: "There is no such brand here." } },
      { is: "refused", why: { en: expect.stringContaining("shop") } },
      { is: "connected" },
    ]);
  });
});

describe("a source", () => {
  const ask = (more: { account?: string; credentials?: Record<string, string> }, network = "market") =>
    anna.call("POST /api/sources", {
      ...{ network, brand: here.brandId, title: "Soap", settings: { shop: "soap" } },
      ...more,
    });

  it("is connected with an account that is there", async () => {
    const account = await connected("basic");
    const { body } = await ask({ account });
    expect(body.source.accountId).toBe(account);
    expect(body.warnings).toEqual([said("A basic token may ask 5 times an hour.")]);
  });

  it("is connected with its credentials in one step, as before", async () => {
    const { body } = await ask({ credentials: { token: "personal" } });
    expect((await accounts())[0]).toMatchObject({ id: body.source.accountId, sources: 1 });
  });

  it("is refused with an account that is not there, and a second time", async () => {
    expect((await ask({ account: "nobody" })).error?.code).toBe("not-found");
    const account = await connected();
    await ask({ account });
    expect((await ask({ account })).error).toMatchObject({
      code: "conflict",
      said: { en: "This is connected already: the source “Soap”." },
    });
  });
});
