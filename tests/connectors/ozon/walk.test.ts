import { ozon } from "@otklik/connectors/ozon/index";
import { laterId } from "@otklik/connectors/ozon/walk";
import type { Account, Cursor, FoundMention, Page } from "@otklik/core/connector";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { type ListedShop, listed, type Message, type Row } from "./lists.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.parse("2026-11-20T09:00:00Z");

const kind = fc.constantFrom<Row["kind"]>("review", "review", "question");
/** What happens at Ozon between two requests. */
const happening = fc.record({
  // What is shown a day and a half after its date is still found at once.
  written: fc.array(
    fc.record({ kind, age: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1.5 * day })) }),
    {
      maxLength: 3,
    },
  ),
  answered: fc.option(fc.nat(200)),
  said: fc.array(fc.nat(8), { maxLength: 2 }),
  passes: fc.integer({ min: 1, max: 30 * minute }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const age = fc.oneof(
  fc.integer({ min: 0, max: 100 * day }),
  fc.integer({ min: 0, max: 9 }).map((slices) => (start % (3 * day)) + slices * 3 * day),
);
const shops = fc.record({
  before: fc.uniqueArray(fc.record({ kind, age, isAnswered: fc.boolean() }), {
    selector: ({ age }) => age,
    maxLength: 30,
    size: "max",
  }),
  chats: fc.array(fc.record({ chat: fc.nat(8), age }), { maxLength: 20, size: "max" }),
  /** Ids of messages in the order of time, as they seem to be, or in none. */
  idsAscend: fc.boolean(),
  isOld: fc.boolean(),
  questionsDown: fc.boolean(),
  isInclusive: fc.boolean(),
  saysInWords: fc.boolean(),
  page: fc.integer({ min: 4, max: 12 }),
  story: fc.array(happening, { maxLength: 25, size: "max" }),
});
type Given = typeof shops extends fc.Arbitrary<infer T> ? T : never;

function shopOf({ before, chats, idsAscend, story: _, ...rest }: Given) {
  const shop: ListedShop = { ...rest, rows: [], messages: [], now: start };
  const say = (chat: number, at: number) => {
    const n = shop.messages.length;
    const id = idsAscend
      ? 3_000_000_000_118_000_000n + BigInt(at - start + 200 * day) * 64n + BigInt(n)
      : BigInt((n * 7919) % 10_007) * 1_000_003n;
    // No two in one instant: the list of chats is keyed by it.
    const last = Math.max(0, ...shop.messages.filter((one) => one.at >= at).map((one) => one.at));
    shop.messages.push({
      id: String(id),
      chat: `chat-${chat}`,
      at: last >= at ? last + 1 : at,
    } satisfies Message);
  };
  for (const [n, row] of before.entries()) {
    const { kind, age, isAnswered } = row;
    shop.rows.push({ id: `row-${n}`, kind, at: start - age, answer: isAnswered ? "Спасибо!" : null });
  }
  for (const { chat, age } of chats.toSorted((one, other) => other.age - one.age)) say(chat, start - age);
  const happen = ({ written, answered, said, passes }: Happening) => {
    shop.now += passes;
    for (const { kind, age } of written) {
      shop.rows.push({ id: `row-${shop.rows.length}`, kind, at: shop.now - age, answer: null });
    }
    for (const chat of said) say(chat, shop.now);
    const open = shop.rows.filter(({ answer }) => answer === null);
    const row = answered === null ? undefined : open[answered % Math.max(1, open.length)];
    if (row) row.answer = `Ответ: ${row.id}`;
  };
  return { shop, happen };
}

const account: Account = { id: "account-demo", credentials: { clientId: "1", apiKey: "demo" } };
const settings = { reads: ["reviews" as const, "questions" as const, "chats" as const] };
const feed = { sourceId: "source-demo", settings, account, inboxFrom: new Date(0) };

/** A reader that pulls page by page; before each request the next part of the story happens. */
function reader(shop: ListedShop, story: Happening[] = [], happen: (next: Happening) => void = () => {}) {
  const found = new Map<string, FoundMention>();
  let cursor: Cursor | null = null;
  let requests = 0;
  const tools = testTools({
    async http(request) {
      requests++;
      const next = story.shift();
      if (next) happen(next);
      return listed(shop, request);
    },
    now: () => new Date(shop.now),
  });
  return {
    found,
    tools,
    requests: () => requests,
    async cycle({ keepCursor = false } = {}) {
      const before = cursor;
      for (let more = true; more; ) {
        const page: Page | undefined = await ozon.pull?.(feed, cursor, tools);
        if (!page || page.unreadable.length > 0 || requests > 20_000)
          throw new Error("The walk went astray.");
        for (const mention of page.found) found.set(mention.externalId, mention);
        cursor = page.next;
        more = page.more;
      }
      if (keepCursor) cursor = before;
      shop.now += 5 * minute;
    },
  };
}
const idsIn = ({ rows, messages }: ListedShop) => [...rows, ...messages].map(({ id }) => id).sort();
const notForEver = { interruptAfterTimeLimit: 15_000 };

describe("walking through Ozon's lists while they change", () => {
  it("loses nothing that was written meanwhile, once the chats have had their hour", async () => {
    await fc.assert(
      fc.asyncProperty(shops, fc.integer({ min: 0, max: 2 }), async (given, calmCycles) => {
        const { shop, happen } = shopOf(given);
        const story: Happening[] = [];
        const reading = reader(shop, story, happen);
        for (let cycle = 0; cycle < calmCycles; cycle++) await reading.cycle();
        story.push(...given.story);
        while (story.length > 0) await reading.cycle();
        for (let cycle = 0; cycle < 14; cycle++) await reading.cycle();
        expect([...reading.found.keys()].sort()).toEqual(idsIn(shop));
      }),
      { numRuns: 6, ...notForEver },
    );
  });

  it("brings what was written in reviews and questions by the next cycle", async () => {
    await fc.assert(
      fc.asyncProperty(shops, async (given) => {
        const { shop, happen } = shopOf(given);
        const reading = reader(shop);
        await reading.cycle();
        for (const next of given.story) happen({ ...next, passes: 1 });
        await reading.cycle();
        const rows = shop.rows.map(({ id }) => id);
        expect([...reading.found.keys()]).toEqual(expect.arrayContaining(rows));
      }),
      { numRuns: 15, ...notForEver },
    );
  });

  it("comes to know each answer to what is no older than 65 days, though a room without news saves no cursor", async () => {
    await fc.assert(
      fc.asyncProperty(shops, fc.boolean(), async (given, keepCursor) => {
        const { shop, happen } = shopOf({ ...given, isOld: false, chats: [] });
        const reading = reader(shop);
        await reading.cycle();
        for (const next of given.story) happen({ ...next, said: [], passes: 1 });
        for (let cycle = 0; cycle < 24; cycle++) await reading.cycle({ keepCursor });
        const recent = shop.rows.filter(({ at }) => at > start - 65 * day);
        const known = recent.map(({ id }) => [id, reading.found.get(id)?.ownerReply?.text ?? null]);
        expect(known).toEqual(recent.map(({ id, answer }) => [id, answer]));
      }),
      { numRuns: 8, ...notForEver },
    );
  });

  it("brings all of a chosen range, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(shops, age, age, async (given, one, other) => {
        const { shop } = shopOf(given);
        const { tools } = reader(shop);
        const range = {
          since: new Date(start - Math.max(one, other)),
          until: new Date(start - Math.min(one, other)),
        };
        const found: string[] = [];
        const done: number[] = [];
        let cursor: Cursor | null = null;
        for (let more = true; more; ) {
          const page: Page | undefined = await ozon.backfill?.(feed, range, cursor, tools);
          found.push(...(page?.found ?? []).map(({ externalId }) => externalId));
          done.push(page?.progress?.done ?? -1);
          cursor = page?.next ?? null;
          more = page?.more ?? false;
        }
        const within = [...shop.rows, ...shop.messages].filter(
          ({ at }) => at >= range.since.getTime() && at < range.until.getTime(),
        );
        expect(found.toSorted()).toEqual(within.map(({ id }) => id).sort());
        expect(done).toEqual(done.toSorted((a, b) => a - b));
      }),
      { numRuns: 15, ...notForEver },
    );
  });

  it("asks five times in a cycle once a small shop without comments has been read", async () => {
    const rows: Row[] = [{ id: "row-1", kind: "review", at: start - day, answer: null }];
    const quiet = { page: 9, isOld: false, questionsDown: true, isInclusive: true, saysInWords: false };
    const reading = reader({ ...quiet, rows, messages: [], now: start });
    await reading.cycle();
    const first = reading.requests();
    await reading.cycle();
    expect(reading.requests() - first).toBe(5);
  });

  it.each(["", "page 7", "{}", '{"version":2}', '{"version":1,"began":"today"}', "null"])(
    "begins at the beginning with the cursor %j, which is none of ours",
    async (cursor) => {
      const rows: Row[] = [{ id: "row-1", kind: "review", at: start - 90 * day, answer: null }];
      const quiet = { page: 9, isOld: false, questionsDown: true, isInclusive: true, saysInWords: false };
      const { tools } = reader({ ...quiet, rows, messages: [], now: start });
      const page = await ozon.pull?.(feed, cursor, tools);
      expect(page?.found.map(({ externalId }) => externalId)).toEqual(["row-1"]);
    },
  );

  it.each([
    ["9", "10", "10"],
    ["3000000000817031942", "3000000000817031941", "3000000000817031942"],
    [undefined, "5", "5"],
    ["5", undefined, "5"],
    ["5", "newest", "5"],
  ])("holds of the ids %s and %s the later one for %s", (one, other, later) => {
    expect(laterId(one, other)).toBe(later);
  });
});
