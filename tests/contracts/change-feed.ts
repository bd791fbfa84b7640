import type { Change, ChangeFeed, Key, Row, Table } from "@otklik/core/ports";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { walkRows } from "../support/walk.ts";

export type OpenChangeFeed = () => Promise<{ table: Table; feed: ChangeFeed; close: () => Promise<void> }>;

/** What every implementation of the ChangeFeed port must do. */
export function describeChangeFeed(name: string, open: OpenChangeFeed): void {
  describe(`${name}: a change feed`, () => {
    let table: Table;
    let feed: ChangeFeed;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ table, feed, close } = await open());
    });
    afterEach(() => close());

    const put = async (...sks: string[]): Promise<void> => {
      await table.commit(sks.map((sk) => ({ put: { pk: "p", sk, body: {} } })));
    };
    const keysOf = (changes: readonly Change[]): string[] => changes.map(({ key }) => key.sk);

    it("has nothing to tell of a table that never changed", async () => {
      expect(await feed.read(null, 10)).toEqual({ changes: [], next: null });
    });

    it("tells what was put and removed, in the order of the commits", async () => {
      const row = { pk: "p", sk: "a", body: { n: 1 }, card: { c: 1 }, index: { wake: { pk: "w", sk: "1" } } };
      await table.commit([{ put: row }]);
      await put("b");
      await put("c");
      await table.commit([{ remove: { pk: "p", sk: "b" } }]);
      await eventually(async () => {
        const { changes } = await feed.read(null, 10);
        expect(changes).toEqual([
          { key: { pk: "p", sk: "a" }, row: { ...row, version: 1 } },
          { key: { pk: "p", sk: "c" }, row: { pk: "p", sk: "c", body: {}, version: 1 } },
          { key: { pk: "p", sk: "b" }, row: null },
        ]);
      });
    });

    it("shows at last a row as it stands", async () => {
      await put("a");
      await put("a");
      await eventually(async () => {
        const { changes, next } = await feed.read(null, 1);
        const rest = await feed.read(next, 10);
        expect([...changes, ...rest.changes].at(-1)?.row?.version).toBe(2);
      });
    });

    it("tells nothing of a write that was refused, nor of a removal of nothing", async () => {
      await put("a");
      await table.commit([
        { put: { pk: "p", sk: "a", body: {} }, if: "absent" },
        { remove: { pk: "p", sk: "b" } },
        { remove: { pk: "p", sk: "c" }, if: { version: 1 } },
      ]);
      await put("z");
      await eventually(async () => expect(keysOf((await feed.read(null, 10)).changes)).toEqual(["a", "z"]));
    });

    it("goes on behind a position, and says the same again when asked from there again", async () => {
      await put("a");
      await put("b");
      await put("c");
      await eventually(async () => {
        const { next } = await feed.read(null, 1);
        expect(keysOf((await feed.read(next, 10)).changes)).toEqual(["b", "c"]);
        expect(keysOf((await feed.read(next, 10)).changes)).toEqual(["b", "c"]);
      });
    });

    it("stays where it is while nothing is new", async () => {
      await put("a");
      const { next } = await eventually(async () => {
        const page = await feed.read(null, 10);
        expect(page.changes).toHaveLength(1);
        return page;
      });
      expect(await feed.read(next, 10)).toEqual({ changes: [], next });
    });

    it("forgets what is no longer needed and keeps the rest", async () => {
      await put("a");
      await put("b");
      await eventually(async () => expect((await feed.read(null, 10)).changes).toHaveLength(2));
      const { next } = await feed.read(null, 1);
      await feed.forget(next as string);
      expect(keysOf((await feed.read(null, 10)).changes)).toEqual(["b"]);
    });

    it("never uses a position again, also when all was forgotten", async () => {
      await put("a");
      const { next } = await eventually(async () => {
        const page = await feed.read(null, 10);
        expect(page.changes).toHaveLength(1);
        return page;
      });
      await feed.forget(next as string);
      await put("b");
      await eventually(async () => expect(keysOf((await feed.read(next, 10)).changes)).toEqual(["b"]));
    });

    it("lets a follower keep a copy of the table, whatever is written and however it reads", async () => {
      const sk = fc.constantFrom("a", "b", "c", "d", "e");
      const write = fc.record({ sk, isPut: fc.boolean(), n: fc.nat() });
      const commit = fc.uniqueArray(write, { maxLength: 4, selector: (each) => each.sk });
      const step = fc.record({
        commit,
        pages: fc.nat({ max: 2 }),
        limit: fc.integer({ min: 1, max: 5 }),
        forgets: fc.boolean(),
      });
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
          const pk = `run${++runs}`;
          const follower = follow(feed);
          for (const { commit, pages, limit, forgets } of steps) {
            await table.commit(
              commit.map(({ sk, isPut, n }) =>
                isPut ? { put: { pk, sk, body: { n } } } : { remove: { pk, sk } },
              ),
            );
            for (let page = 0; page < pages; page++) await follower.read({ limit, forgets });
          }
          await eventually(async () => {
            while (await follower.read({ limit: 3, forgets: true }));
            expect(follower.rows(pk)).toEqual(await walkRows(table, { pk, limit: 50 }));
          });
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** Someone who keeps the latest row of each key that the feed tells of. */
function follow(feed: ChangeFeed) {
  const copies = new Map<string, Row>();
  const name = (key: Key): string => JSON.stringify([key.pk, key.sk]);
  let position: string | null = null;
  return {
    /** False: there was nothing new. */
    async read({ limit, forgets }: { limit: number; forgets: boolean }): Promise<boolean> {
      const { changes, next } = await feed.read(position, limit);
      for (const { key, row } of changes)
        if (row) copies.set(name(key), row);
        else copies.delete(name(key));
      position = next;
      if (forgets && next !== null) await feed.forget(next);
      return changes.length > 0;
    },
    rows: (pk: string): Row[] =>
      [...copies.values()].filter((row) => row.pk === pk).sort((a, b) => (a.sk < b.sk ? -1 : 1)),
  };
}
