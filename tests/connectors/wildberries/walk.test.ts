import { wildberriesBy } from "@otklik/connectors/wildberries/index";
import type { Cursor, FoundMention } from "@otklik/core/connector";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { type ListedShop, listed, type Row } from "./lists.ts";

const minute = 60;
const day = 86_400;
const start = Date.parse("2026-11-20T09:00:00Z") / 1000;

const kind = fc.constantFrom<Row["kind"]>("review", "review", "review", "question");
const writing = fc.record({
  kind,
  // What is shown a day and a half after its date is still found at once.
  ageSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1.5 * day })),
  isSilent: fc.boolean(),
});
/** What happens at Wildberries between two requests. */
const happening = fc.record({
  written: fc.array(writing, { maxLength: 3 }),
  answered: fc.option(fc.nat(200)),
  seconds: fc.integer({ min: 1, max: 30 * minute }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Ages in seconds, of which some lie on the very boundary of two weeks. */
const age = fc.oneof(
  fc.integer({ min: 0, max: 100 * day }),
  fc.integer({ min: 0, max: 9 }).map((weeks) => (start % (7 * day)) + weeks * 7 * day),
);
const shops = fc.record({
  before: fc.uniqueArray(fc.record({ kind, age, answered: fc.boolean() }), {
    selector: ({ age }) => age,
    maxLength: 60,
    size: "max",
  }),
  isInclusive: fc.boolean(),
  answeredAre: fc.constantFrom<ListedShop["answeredAre"]>("listed", "archived", "both"),
  story: fc.array(happening, { maxLength: 60, size: "max" }),
});
type Given = typeof shops extends fc.Arbitrary<infer T> ? T : never;

const rowOf = (number: number, row: Omit<Row, "id" | "text">, isSilent = false): Row => ({
  ...row,
  id: `row-${number}`,
  text: isSilent && row.kind === "review" ? "" : `Демо-текст ${number}`,
});

function shopOf({ before, isInclusive, answeredAre }: Given): ListedShop {
  const rows = before.map(({ kind, age, answered }, number) =>
    rowOf(number, { kind, at: start - age, answer: answered ? "Спасибо!" : null }, number % 4 === 0),
  );
  return { rows, now: start, isInclusive, answeredAre };
}

function happen(shop: ListedShop, { written, answered, seconds }: Happening): void {
  shop.now += seconds;
  for (const { kind, ageSeconds, isSilent } of written) {
    shop.rows.push(rowOf(shop.rows.length, { kind, at: shop.now - ageSeconds, answer: null }, isSilent));
  }
  const open = shop.rows.filter(({ answer }) => answer === null);
  const row = answered === null ? undefined : open[answered % Math.max(1, open.length)];
  if (row) row.answer = `Ответ из кабинета: ${row.id}`;
}

/** A reader that pulls page by page; before each request the next part of the story happens. */
function reader(shop: ListedShop, story: Happening[]) {
  const connector = wildberriesBy({ dated: 10, archive: 10 });
  const account = { id: "account-demo", credentials: { token: "demo-token" } };
  const feed = { sourceId: "source-demo", settings: {}, account, inboxFrom: new Date(0) };
  const found = new Map<string, FoundMention>();
  let cursor: Cursor | null = null;
  let requests = 0;
  const tools = testTools({
    async http(request: Request) {
      requests++;
      const next = story.shift();
      if (next) happen(shop, next);
      return listed(shop, request);
    },
    now: () => new Date(shop.now * 1000),
  });
  return {
    found,
    requests: () => requests,
    async cycle({ afterPage = () => {}, keepCursor = false } = {}) {
      const before = cursor;
      let more = true;
      while (more) {
        const page = await connector.pull?.(feed, cursor, tools);
        if (!page || page.unreadable.length > 0 || requests > 5000) throw new Error("The walk went astray.");
        for (const mention of page.found) found.set(mention.externalId, mention);
        cursor = page.next;
        afterPage();
        more = page.more;
      }
      if (keepCursor) cursor = before;
      shop.now += 5 * minute;
    },
  };
}

/** Long stories shrink slowly; a failure is worth more than its smallest form. */
const notForEver = { interruptAfterTimeLimit: 15_000 };
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id).sort();

describe("walking through Wildberries' lists while they change", () => {
  it("loses nothing that was written, answered or archived meanwhile, once two cycles have passed", async () => {
    await fc.assert(
      fc.asyncProperty(shops, fc.integer({ min: 0, max: 2 }), async (given, calmCycles) => {
        const shop = shopOf(given);
        const story: Happening[] = [];
        const reading = reader(shop, story);
        for (let cycle = 0; cycle < calmCycles; cycle++) await reading.cycle();
        story.push(...given.story);
        while (story.length > 0) await reading.cycle();
        await reading.cycle();
        await reading.cycle();
        expect([...reading.found.keys()].sort()).toEqual(idsOf(shop.rows));
      }),
      { numRuns: 50, ...notForEver },
    );
  });

  it("comes to know each answer to what is no older than 59 days, by whichever list shows it", async () => {
    await fc.assert(
      fc.asyncProperty(shops, async (given) => {
        const shop = shopOf(given);
        const story: Happening[] = [];
        const reading = reader(shop, story);
        await reading.cycle();
        story.push(...given.story);
        while (story.length > 0) await reading.cycle();
        // A whole rotation: ten weeks, and all further pages of them or of the archive.
        for (let pull = 0; pull < 10 + Math.ceil(shop.rows.length / 9); pull++) await reading.cycle();
        const recent = shop.rows.filter(({ at }) => at > start - 59 * day);
        const answers = recent.map(({ id }) => [id, reading.found.get(id)?.ownerReply?.text ?? null]);
        expect(answers).toEqual(recent.map(({ id, answer }) => [id, answer]));
      }),
      { numRuns: 15, ...notForEver },
    );
  });

  it("reads on where the end of a page cuts through the rows of one second", async () => {
    const twins = (number: number) =>
      rowOf(number, { kind: "review", at: start - Math.floor(number / 4), answer: null });
    const rows = Array.from({ length: 40 }, (_, number) => twins(number));
    const reading = reader({ rows, now: start, isInclusive: false, answeredAre: "both" }, []);
    await reading.cycle();
    expect([...reading.found.keys()].sort()).toEqual(idsOf(rows));
  });

  it("reads on by offset where one second holds more rows than a page", async () => {
    const rows = Array.from({ length: 35 }, (_, number) =>
      rowOf(number, { kind: "review", at: start, answer: null }),
    );
    const reading = reader({ rows, now: start, isInclusive: true, answeredAre: "both" }, []);
    await reading.cycle();
    expect([...reading.found.keys()].sort()).toEqual(idsOf(rows));
  });

  it("misses no row of the archive when one before it is taken away between two pages", async () => {
    const silent = (number: number) =>
      rowOf(number, { kind: "review", at: start - number * day, answer: null }, true);
    const shop: ListedShop = { rows: [], now: start, isInclusive: true, answeredAre: "both" };
    shop.rows = Array.from({ length: 25 }, (_, number) => silent(number));
    const reading = reader(shop, []);
    // Of the first cycle the third request is for the archive; after it the newest row goes.
    await reading.cycle({
      afterPage: () => {
        if (reading.requests() === 3) shop.rows.shift();
      },
    });
    expect([...reading.found.keys()].sort()).toEqual(
      Array.from({ length: 25 }, (_, number) => `row-${number}`).sort(),
    );
  });

  it("comes round to each week within an hour though a room without news saves no cursor", async () => {
    const shop: ListedShop = { rows: [], now: start, isInclusive: true, answeredAre: "both" };
    shop.rows = [rowOf(1, { kind: "review", at: start - 25 * day, answer: null })];
    const reading = reader(shop, []);
    await reading.cycle();
    for (const row of shop.rows) row.answer = "Ответ из кабинета";
    shop.answeredAre = "listed";
    for (let pull = 0; pull < 12; pull++) await reading.cycle({ keepCursor: true });
    expect(reading.found.get("row-1")?.ownerReply?.text).toBe("Ответ из кабинета");
  });

  it("asks eight times in a cycle once a small shop has been read", async () => {
    const rows = Array.from({ length: 2 }, (_, number) =>
      rowOf(number, { kind: "review", at: start - day, answer: null }),
    );
    const reading = reader({ rows, now: start, isInclusive: true, answeredAre: "both" }, []);
    await reading.cycle();
    const first = reading.requests();
    await reading.cycle();
    expect(reading.requests() - first).toBe(8);
  });
});
