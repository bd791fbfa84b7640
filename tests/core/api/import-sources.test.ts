import { saveAccount } from "@otklik/core/account/credentials";
import { saveBrand } from "@otklik/core/brand/brand-store";
import type { Connector } from "@otklik/core/connector";
import { listSources } from "@otklik/core/source/source-store";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { noon } from "../../support/mentions.ts";

const said = (text: string) => ({ ru: text, en: text });
const about = { reads: said("reviews"), needs: said("nothing") };
const nothing = async () => ({ found: [], unreadable: [], next: "", more: false });

/** A market behind a token, and open squares that want nothing but their name. */
const market: Connector<{ shop: string; lists?: string[] | undefined; isLoud: boolean }> = {
  ...{ network: "market", title: "Market", about, every: 15, limits: { buckets: [] }, pull: nothing },
  account: { is: "token", fields: [{ name: "token", title: said("Token"), secret: true }], help: said("") },
  settings: z.object({
    shop: z.string(),
    lists: z.array(z.string()).optional(),
    isLoud: z.boolean().default(false),
  }),
  place: ({ shop }) => shop,
};
const square: Connector<{ name: string; from?: number | undefined }> = {
  ...{ network: "square", title: "Square", about, every: 15, limits: { buckets: [] }, pull: nothing },
  account: { is: "none" },
  settings: z.object({ name: z.string(), from: z.int().optional() }),
};

let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
beforeEach(async () => {
  here = await testHome({ connectors: [market, square] });
  anna = await desk(here);
});
afterEach(() => here.close());

const bring = async (...lines: string[]) => {
  const answer = await anna.call("POST /api/sources/import", { brand: here.brandId, text: lines.join("\n") });
  return { ...answer, results: answer.body.results };
};
const account = (id: string, title: string) =>
  saveAccount(
    { table: here.table, secret: here.ports.secret },
    { id, network: "market", title, connectedAt: noon },
    { token: id },
  );
const kept = async () => (await listSources(here.table)).map(({ source }) => source);

it("connects each row, with settings as the connector wants them", async () => {
  await account("a1", "Market 77");
  const { results } = await bring(
    "network,title,account,shop,lists,isLoud,name,from,inbox",
    "market,Soap,Market 77,soap,new; old,да,,,now",
    "Square,Main square,,,,,main,7,",
  );
  expect(results).toMatchObject([
    { line: 2, title: "Soap", is: "connected" },
    { line: 3, title: "Main square", is: "connected" },
  ]);
  const sources = await kept();
  expect(sources.find(({ title }) => title === "Soap")).toMatchObject({
    ...{ network: "market", brandId: here.brandId, accountId: "a1", inboxFrom: noon },
    settings: { shop: "soap", lists: ["new", "old"], isLoud: true },
  });
  expect(sources.find(({ network }) => network === "square")?.settings).toEqual({ name: "main", from: 7 });
});

it("doubles nothing when it is brought twice", async () => {
  await account("a1", "Market 77");
  const table = ["network,title,shop,name", "market,Soap,soap,", "square,Main,,main", "square,Again,,main"];
  expect((await bring(...table)).results.map(({ is }) => is)).toEqual(["connected", "connected", "already"]);
  expect((await bring(...table)).results.map(({ is }) => is)).toEqual(["already", "already", "already"]);
  expect(await kept()).toHaveLength(2);
});

it("refuses a row by its line and its reason, and connects the others", async () => {
  const { results } = await bring(
    "network,title,brand,account,inbox,name,from,shop",
    "nowhere,A,,,,,,",
    "square,B,,,,,,",
    "square,C,Other brand,,,c,,",
    "square,D,,,sometimes,d,,",
    "square,E,,,,e,soon,",
    "square,F,,,,f,,soap",
    "market,G,,,,,,soap",
    "square,H,,,,h,,",
  );
  expect(results.map(({ line, is, why }) => [line, is, why?.en ?? ""])).toEqual([
    [2, "refused", 'There is no network called "nowhere". Known: market, square.'],
    [3, "refused", expect.stringContaining("name")],
    [4, "refused", 'There is no brand called "Other brand" here.'],
    [5, "refused", expect.stringContaining("now, 30d, all")],
    [6, "refused", expect.stringContaining("from")],
    [7, "refused", 'Square has no setting "shop". It has: name, from.'],
    [8, "refused", expect.stringContaining("no account here yet")],
    [9, "connected", ""],
  ]);
});

it("asks which account is meant where there are several", async () => {
  await account("a1", "Market 77");
  await account("a2", "Market 78");
  const { results } = await bring(
    "network,account,shop",
    "market,,soap",
    "market,Market 79,soap",
    "market,a2,soap",
    "market,market 77,tea",
  );
  expect(results.map(({ is, why }) => [is, why?.en ?? ""])).toEqual([
    ["refused", "account: none is named. The accounts of Market: Market 77, Market 78."],
    ["refused", 'account: "Market 79" will not do. The accounts of Market: Market 77, Market 78.'],
    ["connected", ""],
    ["connected", ""],
  ]);
});

it("finds a brand by its name", async () => {
  const [regulation] = (await here.table.query({ pk: "brands", limit: 1 })).rows;
  await saveBrand(here.table, {
    ...(regulation?.body as Omit<Parameters<typeof saveBrand>[1], "id">),
    ...{ id: "b2", name: "Второй" },
  });
  await bring("network,brand,name", "square,второй,main");
  expect((await kept())[0]?.brandId).toBe("b2");
});

it("says what a table must have", async () => {
  const { error } = await bring("площадка;название", "ozon;Мыло");
  expect(error?.said.ru).toContain("нет столбца network");
});
