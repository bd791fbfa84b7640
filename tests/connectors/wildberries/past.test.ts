import { wildberriesBy } from "@otklik/connectors/wildberries/index";
import type { Cursor, Page } from "@otklik/core/connector";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { openWildberries } from "./bench.ts";
import { type ListedShop, listed, type Row } from "./lists.ts";

const day = 86_400;
const start = Date.parse("2026-11-20T09:00:00Z") / 1000;
const connector = wildberriesBy({ dated: 10, archive: 10 });
const account = { id: "account-demo", credentials: { token: "demo-token" } };
const age = fc.integer({ min: 0, max: 100 * day });

async function read(range: { since: Date; until: Date }, http: (request: Request) => Promise<Response>) {
  const feed = { sourceId: "source-demo", settings: {}, account, inboxFrom: new Date(0) };
  const found: string[] = [];
  const progress: { done: number; of?: number }[] = [];
  let cursor: Cursor | null = null;
  for (let more = true; more && progress.length < 500; ) {
    const page: Page | undefined = await connector.backfill?.(feed, range, cursor, testTools({ http }));
    found.push(...(page?.found ?? []).map(({ externalId }) => externalId));
    progress.push(page?.progress ?? { done: -1 });
    cursor = page?.next ?? null;
    more = page?.more ?? false;
  }
  return { found, progress };
}

describe("reading a chosen range of Wildberries' past", () => {
  it("brings all of it and nothing else, whichever list shows it", async () => {
    const shops = fc.record({
      rows: fc.uniqueArray(
        fc.record({
          kind: fc.constantFrom<Row["kind"]>("review", "review", "question"),
          age,
          isAnswered: fc.boolean(),
          isSilent: fc.boolean(),
        }),
        { selector: (row) => row.age, maxLength: 50, size: "max" },
      ),
      isInclusive: fc.boolean(),
      answeredAre: fc.constantFrom<ListedShop["answeredAre"]>("listed", "archived", "both"),
    });
    await fc.assert(
      fc.asyncProperty(shops, age, age, async ({ rows, ...rest }, one, other) => {
        const shop: ListedShop = {
          ...{ ...rest, now: start },
          rows: rows.map(({ kind, age, isAnswered, isSilent }, n) => ({
            ...{ id: `row-${n}`, kind, at: start - age, answer: isAnswered ? "Спасибо!" : null },
            text: isSilent && kind === "review" ? "" : `Демо ${n}`,
          })),
        };
        const [since, until] = [start - Math.max(one, other), start - Math.min(one, other)];
        const http = async (request: Request) =>
          request.url.includes("/count") ? Response.json({ data: 7, error: false }) : listed(shop, request);
        const range = { since: new Date(since * 1000), until: new Date(until * 1000) };
        const { found } = await read(range, http);
        const wanted = shop.rows.filter(({ at }) => at >= since && at < until).map(({ id }) => id);
        expect([...new Set(found)].sort()).toEqual(wanted.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("tells how far it has come, of how many", async () => {
    const bench = await openWildberries({ reviews: 60, questions: 10 });
    const range = { since: new Date("2026-11-01T00:00:00Z"), until: new Date("2026-11-15T00:00:00Z") };
    const feed = { sourceId: "demo", settings: {}, account: bench.account, inboxFrom: new Date(0) };
    const page = await bench.connector.backfill?.(feed, range, null, bench.tools);
    expect(page?.progress?.of).toBeGreaterThan(0);
    expect(page?.progress?.done).toBeLessThanOrEqual(page?.progress?.of ?? 0);
    await bench.close();
  });

  it("brings the messages of that time too, where chats are read", async () => {
    const bench = await openWildberries({ reviews: 0, questions: 0, chats: 40 });
    const range = { since: new Date("2026-10-15T00:00:00Z"), until: new Date("2026-11-05T00:00:00Z") };
    const feed = {
      sourceId: "demo",
      settings: { chats: true },
      account: bench.account,
      inboxFrom: new Date(0),
    };
    const times: Date[] = [];
    let cursor: Cursor | null = null;
    for (let more = true; more; ) {
      const page: Page | undefined = await bench.connector.backfill?.(feed, range, cursor, bench.tools);
      times.push(...(page?.found ?? []).map(({ postedAt }) => postedAt));
      cursor = page?.next ?? null;
      more = page?.more ?? false;
    }
    expect(times.length).toBeGreaterThan(3);
    expect(times.every((at) => at >= range.since && at < range.until)).toBe(true);
    await bench.close();
  });
});
