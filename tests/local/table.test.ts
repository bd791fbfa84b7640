import type { IndexName, NewRow } from "@otklik/core/ports";
import { writeCursor } from "@otklik/core/table-rules";
import { openDatabase } from "@otklik/local/database";
import { keyRange } from "@otklik/local/key-range";
import { localTable } from "@otklik/local/table";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeTable } from "../contracts/table.ts";
import { walkRows } from "../support/walk.ts";

describeTable("SQLite", async () => {
  const db = openDatabase(":memory:");
  return { table: localTable(db), close: async () => db.close() };
});

describe("prefixes", () => {
  it("finds exactly the keys that begin so, whatever the letters", async () => {
    const key = fc.string({
      unit: fc.constantFrom(
        "a",
        "\0",
        "я",
        "\u007f",
        "\ud7ff",
        "\ue000",
        "\uffff",
        "\u{10000}",
        "\u{10ffff}",
      ),
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { maxLength: 12 }),
        key,
        fc.boolean(),
        async (sks, prefix, newestFirst) => {
          const db = openDatabase(":memory:");
          const table = localTable(db);
          await table.commit(sks.map((sk) => ({ put: { pk: "p", sk, body: {} } })));
          const found = await walkRows(table, { pk: "p", prefix, newestFirst, limit: 2 });
          db.close();
          expect(found.map(({ sk }) => sk).sort()).toEqual(sks.filter((sk) => sk.startsWith(prefix)).sort());
        },
      ),
    );
  });
});

describe("the plan of a query", () => {
  const rowAt = (at: number): NewRow => {
    const place = { pk: "in.b", sk: String(at).padStart(6, "0") };
    return {
      pk: `shard${at % 64}`,
      sk: `id${at}`,
      card: { n: at },
      body: { n: at },
      index: { inbox: place },
    };
  };
  const columns = (index: IndexName): string[] => [`${index}_sk`, "pk", "sk"];
  const shapes = [
    {},
    { prefix: "00" },
    { from: "1", to: "2" },
    { after: writeCursor(["000500", "shard1", "id1"]) },
    { prefix: "00", after: writeCursor(["000500", "shard1", "id1"]) },
    { from: "1", to: "2", after: writeCursor(["150000", "shard1", "id1"]) },
  ];

  it.each(
    shapes.flatMap((shape) => [[shape, "ASC"] as const, [{ ...shape, newestFirst: true }, "DESC"] as const]),
  )("searches an index and sorts nothing: %j", (shape, direction) => {
    const db = openDatabase(":memory:");
    const range = keyRange({ pk: "in.b", limit: 50, ...shape }, columns("inbox"));
    const plan = db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT card FROM table_row WHERE inbox_pk = ?${range.sql}
           ORDER BY inbox_sk ${direction}, pk ${direction}, sk ${direction} LIMIT 51`,
      )
      .all("in.b", ...range.values)
      .map(({ detail }) => String(detail));
    db.close();
    expect(plan).toEqual([
      expect.stringMatching(/^SEARCH table_row USING INDEX table_row_inbox \(inbox_pk=\?/),
    ]);
    const bounds = (range.sql.match(/[<>]/g) ?? []).length;
    expect((plan[0]?.match(/[<>]/g) ?? []).length).toBe(bounds);
  });

  it("reads the last page of 100,000 cards with about the work of the first", async () => {
    const db = openDatabase(":memory:");
    const table = localTable(db);
    const all = Array.from({ length: 100_000 }, (_, at) => ({ put: rowAt(at) }));
    await table.commit(all);
    const read = async (after: string | undefined): Promise<number> => {
      const start = performance.now();
      const { cards } = await table.queryIndex("inbox", { pk: "in.b", limit: 50, after });
      const took = performance.now() - start;
      expect(cards).toHaveLength(50);
      return took;
    };
    // One by one and in turns: what slows the machine down slows both, and the fastest of each counts.
    const took = { first: Infinity, last: Infinity };
    const last = writeCursor(["099900", "shard0", "id0"]);
    for (let round = 0; round < 20; round++) {
      took.first = Math.min(took.first, await read(undefined));
      took.last = Math.min(took.last, await read(last));
    }
    expect(took.last).toBeLessThan(took.first * 5 + 1);
    db.close();
  });
});
