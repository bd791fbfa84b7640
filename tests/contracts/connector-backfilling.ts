// The past in a chosen time: that and nothing else, the same as a pull finds, and from where it stopped.
import type { Cursor, FoundMention, Page, Range } from "@otklik/core/connector";
import { beforeEach, describe, expect, it, type TestContext } from "vitest";
import { type At, idsOf, needs, offered, walk } from "./connector-bench.ts";

const mostPages = 500;

export function describeBackfill<Settings>(at: At<Settings>): void {
  async function page(test: TestContext, range: Range, from: Cursor | null): Promise<Page> {
    const { connector, settings, account, tools } = at();
    const feed = { sourceId: "bench", settings, account, inboxFrom: new Date(0) };
    return offered(test, connector, "backfill")(feed, range, from, tools);
  }
  /** Pages from there to the end, each with the cursor that it began at. */
  async function read(
    test: TestContext,
    range: Range,
    from: Cursor | null = null,
  ): Promise<{ pages: { from: Cursor | null; page: Page }[]; found: FoundMention[] }> {
    const pages: { from: Cursor | null; page: Page }[] = [];
    let cursor = from;
    for (;;) {
      const next = await page(test, range, cursor);
      pages.push({ from: cursor, page: next });
      if (!next.more) return { pages, found: pages.flatMap((one) => one.page.found) };
      if (pages.length >= mostPages) throw new Error(`Not at the end after ${mostPages} pages.`);
      cursor = next.next;
    }
  }
  /** What a pull finds, and the middle of the time in which that was posted. */
  async function middle(): Promise<{ range: Range; within: FoundMention[] }> {
    const { found } = await walk(at(), null);
    const times = found.map(({ postedAt }) => postedAt.getTime()).sort((a, b) => a - b);
    const part = (share: number): Date => new Date(times[Math.floor(times.length * share)] ?? 0);
    const range = { since: part(0.25), until: part(0.75) };
    const { showsNoPastOf = [] } = at();
    const within = found.filter(
      ({ postedAt, kind }) =>
        postedAt >= range.since && postedAt < range.until && !showsNoPastOf.includes(kind),
    );
    return { range, within };
  }

  describe("backfilling", () => {
    beforeEach((test) => needs(test, at().connector.backfill !== undefined, "shows no chosen time"));

    it("finds what a pull finds in that time, under the same ids", async (test) => {
      const { range, within } = await middle();
      expect(within.length).toBeGreaterThan(0);
      expect(idsOf((await read(test, range)).found)).toEqual(expect.arrayContaining(idsOf(within)));
    });

    it("finds nothing that was posted before or after it", async (test) => {
      const { range } = await middle();
      const { found } = await read(test, range);
      const outside = found.filter(({ postedAt }) => postedAt < range.since || postedAt >= range.until);
      expect(outside.map(({ externalId, postedAt }) => [externalId, postedAt])).toEqual([]);
    });

    it("goes on from each page's cursor, also after a stop", async (test) => {
      const { range } = await middle();
      const whole = await read(test, range);
      const half = whole.pages[Math.floor(whole.pages.length / 2)];
      const cursor = JSON.parse(JSON.stringify(half?.from ?? null)) as Cursor | null;
      const rest = await read(test, range, cursor);
      const before = whole.pages.slice(0, Math.floor(whole.pages.length / 2));
      const found = [...before.flatMap((one) => one.page.found), ...rest.found];
      expect(idsOf(found)).toEqual(idsOf(whole.found));
    });

    it("ends where nothing was said", async (test) => {
      const long = { since: new Date("2001-01-01T00:00:00Z"), until: new Date("2001-01-02T00:00:00Z") };
      expect((await read(test, long)).found).toEqual([]);
    });
  });
}
