import { type IndexCard, indexNames, type Query, type Table, type Write } from "@otklik/core/ports";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { byBytes, modelTable } from "../support/model-table.ts";
import { walkCards, walkRows } from "../support/walk.ts";

const sortKey = fc.constantFrom(
  "a",
  "a~",
  "ab",
  "b",
  "2026-01-05T10:00:00.000Z~x",
  "я",
  "яб",
  "\uff5e",
  "😀",
  "😀!",
);
const side = fc.constantFrom("left", "right");
const place = fc.option(fc.record({ pk: side, sk: sortKey }), { nil: undefined });
const condition = fc.option(
  fc.oneof(fc.constant("absent" as const), fc.record({ version: fc.integer({ min: 1, max: 3 }) })),
  { nil: undefined },
);
const write = fc.record({
  pk: side,
  sk: sortKey,
  isPut: fc.boolean(),
  condition,
  body: fc.dictionary(
    fc.string({ minLength: 1 }),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  ),
  inbox: place,
  wake: place,
  author: place,
});
type DrawnWrite = typeof write extends fc.Arbitrary<infer W> ? W : never;
const commit = fc.uniqueArray(write, { maxLength: 6, selector: ({ pk, sk }) => `${pk} ${sk}` });
const range = fc.oneof(
  fc.constant({}),
  fc.record({ prefix: sortKey }),
  fc.record({ from: sortKey }),
  fc.record({ to: sortKey }),
  fc.tuple(sortKey, sortKey).map((ends) => {
    const [from, to] = ends.sort(byBytes((end) => [end])) as [string, string];
    return { from, to };
  }),
);
const query = fc
  .record({ pk: side, newestFirst: fc.boolean(), limit: fc.integer({ min: 1, max: 4 }), range })
  .map(({ range, ...rest }) => ({ ...rest, ...range }));

/** Puts what was drawn into partitions of one run. */
function within(run: string, { pk, sk, isPut, condition, body, ...places }: DrawnWrite): Write {
  const key = { pk: `${run}/${pk}`, sk };
  if (!isPut) return { remove: key, ...(typeof condition === "object" ? { if: condition } : {}) };
  const index = Object.fromEntries(
    indexNames.flatMap((name) => {
      const at = places[name];
      return at ? [[name, { pk: `${run}/${at.pk}`, sk: at.sk }]] : [];
    }),
  );
  const put = { ...key, body, card: { of: sk }, ...(Object.keys(index).length > 0 ? { index } : {}) };
  return { put, ...(condition ? { if: condition } : {}) };
}

/** Cards of one place have no order among them. */
const settled = (cards: readonly IndexCard[]): IndexCard[] =>
  [...cards].sort(byBytes(({ at, pk, sk }) => [at.sk, pk, sk]));

export function describeTableProperties(
  tableOf: () => Table,
  { partition, runs }: { partition: () => string; runs: number },
): void {
  describe("whatever is written", () => {
    it("answers as a table in memory would", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(commit, query), { maxLength: 8 }), async (steps) => {
          const [table, model, run] = [tableOf(), modelTable(), partition()];
          for (const [drawn, asked] of steps) {
            const writes = drawn.map((each) => within(run, each));
            expect(await table.commit(writes)).toEqual(await model.commit(writes));
            const query: Query = { ...asked, pk: `${run}/${asked.pk}` };
            expect(await walkRows(table, query)).toEqual((await model.query(query)).rows);
            for (const index of indexNames) await sameCards(table, model, { index, query });
          }
        }),
        { numRuns: runs },
      );
    });

    const change = fc.record({ isPut: fc.boolean(), at: fc.nat({ max: 29 }) });
    const reading = fc.record({
      stands: fc.uniqueArray(fc.nat({ max: 29 }), { maxLength: 20 }),
      changes: fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }),
      limit: fc.integer({ min: 1, max: 4 }),
      newestFirst: fc.boolean(),
    });
    const sk = (at: number): string => String(at).padStart(2, "0");

    it("gives each row that stays exactly once while others come and go between the pages", async () => {
      await fc.assert(
        fc.asyncProperty(reading, async ({ stands, changes, limit, newestFirst }) => {
          const [table, pk] = [tableOf(), partition()];
          const row = (at: number) => ({
            pk,
            sk: sk(at),
            body: {},
            index: { inbox: { pk, sk: sk(at >> 2) } },
          });
          const start = async (): Promise<void> => {
            const all = Array.from({ length: 30 }, (_, at) => ({ remove: { pk, sk: sk(at) } }));
            await table.commit(all);
            await table.commit(stands.map((at) => ({ put: row(at) })));
          };
          const between = async (page: number): Promise<void> => {
            for (const { isPut, at } of changes[page] ?? [])
              await table.commit([isPut ? { put: row(at) } : { remove: { pk, sk: sk(at) } }]);
          };
          const touched = new Set(changes.flat().map(({ at }) => sk(at)));
          const untouched = stands.map(sk).filter((key) => !touched.has(key));
          const stayed = (found: { sk: string }[]): string[] =>
            found.map((each) => each.sk).filter((key) => !touched.has(key));

          await start();
          const rows = await walkRows(table, { pk, limit, newestFirst }, between);
          expect(stayed(rows).sort()).toEqual(untouched.sort());
          expect(new Set(rows.map((each) => each.sk)).size).toBe(rows.length);

          await start();
          await eventually(async () =>
            expect(await walkCards(table, "inbox", { pk, limit: 50 })).toHaveLength(stands.length),
          );
          const cards = await walkCards(table, "inbox", { pk, limit, newestFirst }, between);
          expect(stayed(cards).sort()).toEqual(untouched.sort());
        }),
        { numRuns: runs },
      );
    });
  });
}

async function sameCards(
  table: Table,
  model: Table,
  { index, query }: { index: (typeof indexNames)[number]; query: Query },
): Promise<void> {
  const expected = (await model.queryIndex(index, query)).cards;
  await eventually(async () => {
    const cards = await walkCards(table, index, query);
    expect(cards.map(({ at }) => at)).toEqual(expected.map(({ at }) => at));
    expect(settled(cards)).toEqual(settled(expected));
  });
}
