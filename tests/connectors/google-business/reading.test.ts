import { googleBusiness } from "@otklik/connectors/google-business/index";
import type { Page, Tools } from "@otklik/core/connector";
import { beforeEach, describe, expect, it } from "vitest";
import { remembering } from "../../support/judged.ts";
import { type GoogleBench, openGoogleBusiness } from "./bench.ts";

let bench: GoogleBench;
beforeEach(async () => {
  bench = await openGoogleBusiness({ posts: 120 });
  return () => bench.close();
});
const feedOf = ({ account, settings }: GoogleBench) => ({
  ...{ sourceId: "source-demo", settings, account, inboxFrom: new Date(0) },
});
const pull = (from: string | null = null, tools: Tools = bench.tools): Promise<Page> | undefined =>
  bench.connector.pull?.(feedOf(bench), from, tools);

describe("reading Google's reviews", () => {
  it("tells the location's average rating and how many there are", async () => {
    const page = await pull();
    expect(page?.standing).toEqual({ average: expect.any(Number), outOf: 5, count: expect.any(Number) });
    expect(page?.standing?.average).toBeGreaterThan(1);
    expect(page?.progress).toEqual({ done: 8, of: page?.standing?.count });
  });

  it("asks a second time when a location is not found", async () => {
    await bench.post("/__quirks", { notFound: 1 });
    expect((await pull())?.found).toHaveLength(8);
  });

  it("does not give a location up that is not found twice", async () => {
    await bench.post("/__quirks", { notFound: 2 });
    await expect(pull()).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringContaining("Лесная"),
    });
  });

  it("says plainly that Google has not let the project in yet", async () => {
    await bench.post("/__quirks", { approved: false });
    await expect(pull()).rejects.toMatchObject({
      kind: "unauthorized",
      said: { ru: expect.stringContaining("заявку"), en: expect.stringContaining("Apply for access") },
    });
  });

  it("takes a location without reviews for empty, and not for changed", async () => {
    bench.settings = { ...bench.settings, location: "locations/20000000000000000099" };
    expect(await pull()).toMatchObject({ found: [], unreadable: [], more: false });
  });

  it("begins the cycle anew when its page token has grown old", async () => {
    const first = await pull();
    bench.clock.now = new Date(bench.clock.now.getTime() + 2 * 86_400_000);
    const lost = await pull(first?.next);
    const again = await pull(lost?.next);
    expect(lost).toMatchObject({ found: [], more: false });
    expect(again?.found.map(({ externalId }) => externalId)).toEqual(
      first?.found.map(({ externalId }) => externalId),
    );
  });

  it("reads in pages of fifty, newest change first", async () => {
    const { tools, asked } = remembering(bench.tools);
    await googleBusiness.pull?.(feedOf(bench), null, tools);
    const { pathname, searchParams } = new URL(asked[0]?.url ?? "");
    expect(pathname).toMatch(/\/v4\/accounts\/\d+\/locations\/\d+\/reviews$/);
    expect(Object.fromEntries(searchParams)).toEqual({ pageSize: "50", orderBy: "updateTime desc" });
  });

  it("gives what was posted in a range, and how far it has come", async () => {
    const range = { since: new Date("2026-10-10T00:00:00Z"), until: new Date("2026-11-01T00:00:00Z") };
    const times: number[] = [];
    let cursor: string | null = null;
    for (let more = true; more; ) {
      const page: Page | undefined = await bench.connector.backfill?.(
        feedOf(bench),
        range,
        cursor,
        bench.tools,
      );
      times.push(...(page?.found ?? []).map(({ postedAt }) => postedAt.getTime()));
      cursor = page?.next ?? null;
      more = page?.more ?? false;
      expect(page?.progress?.done).toBeGreaterThan(0);
    }
    expect(times.length).toBeGreaterThan(3);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(range.since.getTime());
    expect(Math.max(...times)).toBeLessThan(range.until.getTime());
  });
});

describe("connecting Google", () => {
  it("lists the locations of all accounts, each once, and names those that cannot be answered", async () => {
    const places = await bench.connector.discover?.(bench.account, bench.tools);
    expect(places).toHaveLength(7);
    expect(places?.[0]).toEqual({
      title: "Кофейня «Тёплый угол» (демо)",
      detail: "Лесная, 12, Казань",
      is: "location",
      settings: {
        account: "accounts/100000000000000000002",
        location: "locations/20000000000000000001",
        name: "Кофейня «Тёплый угол» (демо), Лесная, 12, Казань",
        url: "https://maps.example/?cid=0001",
        verified: true,
      },
    });
    const unverified = places?.filter(({ settings }) => settings.verified === false);
    expect(unverified?.map(({ warnings }) => warnings?.length)).toEqual([1]);
  });

  it("takes what it discovers for settings that it understands", async () => {
    const places = (await bench.connector.discover?.(bench.account, bench.tools)) ?? [];
    for (const { settings } of places)
      expect(bench.connector.settings.safeParse(settings).success).toBe(true);
    expect(new Set(places.map(({ settings }) => bench.connector.place?.(settings))).size).toBe(places.length);
  });

  it("takes the numbers alone of an account and a location", async () => {
    const settings = { account: "100000000000000000002", location: "20000000000000000001" };
    expect(bench.connector.settings.safeParse(settings).success).toBe(true);
    expect(bench.connector.place?.(settings)).toBe("locations/20000000000000000001");
    const feed = { ...feedOf(bench), settings };
    expect((await bench.connector.pull?.(feed, null, bench.tools))?.found).toHaveLength(8);
  });

  it("checks whose sign-in it is", async () => {
    const standing = await bench.connector.check?.(bench.account, bench.settings, bench.tools);
    expect(standing).toMatchObject({ name: "Demo Owner", kind: { en: "personal account" }, warnings: [] });
  });

  it("warns of a location that is not verified", async () => {
    const settings = { ...bench.settings, location: "locations/20000000000000000099" };
    const standing = await bench.connector.check?.(bench.account, settings, bench.tools);
    expect(standing?.warnings.map(({ en }) => en)).toEqual([expect.stringContaining("not verified")]);
  });

  it("checks a sign-in before any location is chosen", async () => {
    const standing = await bench.connector.check?.(bench.account, undefined as never, bench.tools);
    expect(standing?.name).toBe("Demo Owner");
  });
});
