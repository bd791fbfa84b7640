import { randomBytes } from "node:crypto";
import type { Key, NewRow, Table } from "@otklik/core/ports";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { walkCards, walkRows } from "../support/walk.ts";
import { describeTableProperties } from "./table-properties.ts";

export type OpenTable = () => Promise<{ table: Table; close: () => Promise<void> }>;

/**
 * What every implementation of the Table port must do. Each test works in partitions of its own; `runs` of each property
 * are tried.
 */
export function describeTable(name: string, open: OpenTable, { runs = 60 } = {}): void {
  describe(`${name}: a table`, () => {
    let table: Table;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ table, close } = await open());
    });
    afterAll(() => close());

    let partitions = 0;
    const partition = (): string => `p${++partitions}`;
    const put = async (...rows: NewRow[]): Promise<void> => {
      await table.commit(rows.map((row) => ({ put: row })));
    };
    const putKeys = (pk: string, sks: readonly string[]): Promise<void> =>
      put(...sks.map((sk) => ({ pk, sk, body: {} })));
    const sortKeys = (found: readonly Key[]): string[] => found.map(({ sk }) => sk);

    describe("rows and versions", () => {
      it("gives back a row as it was put", async () => {
        const row = {
          pk: partition(),
          sk: "с1",
          body: { text: "Не пришла посылка 😡", stars: 1.5, tags: ["a", null, true], deep: { er: {} } },
          card: { n: "market" },
          index: { inbox: { pk: "in.b1", sk: "2026-01-05" }, author: { pk: "au.x", sk: "1" } },
        };
        await put(row);
        expect(await table.get(row)).toEqual({ ...row, version: 1 });
      });

      it("has no row where none was put", async () => {
        expect(await table.get({ pk: partition(), sk: "none" })).toBeNull();
      });

      it("keeps a copy, which later changes to the caller's object do not reach", async () => {
        const row = { pk: partition(), sk: "a", body: { words: ["first"] } };
        await put(row);
        row.body.words.push("second");
        expect((await table.get(row))?.body).toEqual({ words: ["first"] });
      });

      it("counts the versions of a row from 1", async () => {
        const key = { pk: partition(), sk: "a" };
        const first = await table.commit([{ put: { ...key, body: {} } }]);
        const second = await table.commit([{ put: { ...key, body: {} } }]);
        expect([...first, ...second]).toEqual([
          { done: true, version: 1 },
          { done: true, version: 2 },
        ]);
      });

      it("replaces the whole row, its card and places included", async () => {
        const key = { pk: partition(), sk: "a" };
        await put({
          ...key,
          body: { old: 1 },
          card: { c: 1 },
          index: { wake: { pk: partition(), sk: "1" } },
        });
        await put({ ...key, body: { new: 1 } });
        expect(await table.get(key)).toEqual({ ...key, body: { new: 1 }, version: 2 });
      });

      it("removes a row and tells its version", async () => {
        const key = { pk: partition(), sk: "a" };
        await putKeys(key.pk, ["a"]);
        expect(await table.commit([{ remove: key }])).toEqual([{ done: true, version: 1 }]);
        expect(await table.get(key)).toBeNull();
      });

      it("takes the removal of a row that is not there for done", async () => {
        const outcomes = await table.commit([{ remove: { pk: partition(), sk: "a" } }]);
        expect(outcomes).toEqual([{ done: true, version: 0 }]);
      });

      it("counts from 1 again when a removed row is put anew", async () => {
        const key = { pk: partition(), sk: "a" };
        await putKeys(key.pk, ["a"]);
        await table.commit([{ remove: key }]);
        expect(await table.commit([{ put: { ...key, body: {} }, if: "absent" }])).toEqual([
          { done: true, version: 1 },
        ]);
      });
    });

    describe("conditions", () => {
      it("puts a row that must be absent only once, and shows the one that stands there", async () => {
        const key = { pk: partition(), sk: "a" };
        await table.commit([{ put: { ...key, body: { by: "first" } }, if: "absent" }]);
        const outcomes = await table.commit([{ put: { ...key, body: { by: "second" } }, if: "absent" }]);
        expect(outcomes).toEqual([{ done: false, current: { ...key, body: { by: "first" }, version: 1 } }]);
      });

      it("writes over the version read and refuses an older one", async () => {
        const key = { pk: partition(), sk: "a" };
        await putKeys(key.pk, ["a"]);
        const write = { put: { ...key, body: { n: 2 } }, if: { version: 1 } };
        expect(await table.commit([write])).toEqual([{ done: true, version: 2 }]);
        expect(await table.commit([write])).toEqual([
          { done: false, current: { ...key, body: { n: 2 }, version: 2 } },
        ]);
      });

      it("refuses to write over a version of a row that is gone", async () => {
        const key = { pk: partition(), sk: "a" };
        const outcomes = await table.commit([{ put: { ...key, body: {} }, if: { version: 1 } }]);
        expect(outcomes).toEqual([{ done: false, current: null }]);
        expect(await table.get(key)).toBeNull();
      });

      it("removes only the version asked for", async () => {
        const key = { pk: partition(), sk: "a" };
        await putKeys(key.pk, ["a"]);
        await putKeys(key.pk, ["a"]);
        expect(await table.commit([{ remove: key, if: { version: 1 } }])).toEqual([
          { done: false, current: { ...key, body: {}, version: 2 } },
        ]);
        expect(await table.commit([{ remove: key, if: { version: 2 } }])).toEqual([
          { done: true, version: 2 },
        ]);
      });

      it("gives the outcomes in the order of the writes, and a refused one stops no other", async () => {
        const pk = partition();
        await putKeys(pk, ["b"]);
        const outcomes = await table.commit([
          { put: { pk, sk: "c", body: {} }, if: "absent" },
          { put: { pk, sk: "b", body: {} }, if: "absent" },
          { remove: { pk, sk: "x" }, if: { version: 7 } },
          { put: { pk, sk: "a", body: {} } },
        ]);
        expect(outcomes.map(({ done }) => done)).toEqual([true, false, false, true]);
        expect(sortKeys(await walkRows(table, { pk, limit: 10 }))).toEqual(["a", "b", "c"]);
      });

      it("of many who write over one version admits exactly one", async () => {
        const key = { pk: partition(), sk: "a" };
        await putKeys(key.pk, ["a"]);
        const attempts = Array.from({ length: 8 }, (_, by) =>
          table.commit([{ put: { ...key, body: { by } }, if: { version: 1 } }]),
        );
        const outcomes = (await Promise.all(attempts)).flat();
        expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
        expect((await table.get(key))?.version).toBe(2);
      });

      it("takes a hundred writes in one commit", async () => {
        const pk = partition();
        const sks = Array.from({ length: 100 }, (_, at) => String(at).padStart(3, "0"));
        await putKeys(pk, sks);
        expect(sortKeys(await walkRows(table, { pk, limit: 200 }))).toEqual(sks);
      });

      it("takes more writes in one commit than go at once", async () => {
        const pk = partition();
        const sks = Array.from({ length: 260 }, (_, at) => String(at).padStart(3, "0"));
        await putKeys(pk, sks);
        expect(sortKeys(await walkRows(table, { pk, limit: 100 }))).toEqual(sks);
      });

      it("refuses a commit that writes one key twice, and writes none of it", async () => {
        const pk = partition();
        const twice = { put: { pk, sk: "b", body: {} } };
        await expect(table.commit([{ put: { pk, sk: "a", body: {} } }, twice, twice])).rejects.toThrow();
        expect(await walkRows(table, { pk, limit: 10 })).toEqual([]);
      });

      it.each([
        ["an empty sort key", { pk: "p", sk: "" }],
        ["an empty partition key", { pk: "", sk: "a" }],
        ["half a letter in a key", { pk: "p", sk: "\ud83d" }],
        ["a sort key of more than 1,024 bytes", { pk: "p", sk: "я".repeat(513) }],
        ["a partition key of more than 2,048 bytes", { pk: "я".repeat(1025), sk: "a" }],
      ])("refuses %s", async (_, key) => {
        await expect(table.commit([{ put: { ...key, body: {} } }])).rejects.toThrow();
      });
    });

    describe("queries", () => {
      it("stays within the partition", async () => {
        const pk = partition();
        await putKeys(pk, ["a"]);
        await putKeys(`${pk}x`, ["b"]);
        expect(sortKeys(await walkRows(table, { pk, limit: 10 }))).toEqual(["a"]);
      });

      it("orders sort keys by their bytes", async () => {
        const pk = partition();
        const sks = ["A", "a", "a~", "ab", "б", "\uff5e", "😀"];
        await putKeys(pk, [...sks].reverse());
        expect(sortKeys(await walkRows(table, { pk, limit: 10 }))).toEqual([
          "A",
          "a",
          "ab",
          "a~",
          "б",
          "\uff5e",
          "😀",
        ]);
        expect(sortKeys(await walkRows(table, { pk, limit: 10, newestFirst: true }))[0]).toBe("😀");
      });

      it("finds the sort keys with a prefix", async () => {
        const pk = partition();
        await putKeys(pk, ["я", "яб", "яяя", "\u{1f600}", "ю", "a"]);
        expect(sortKeys(await walkRows(table, { pk, prefix: "я", limit: 10 }))).toEqual(["я", "яб", "яяя"]);
      });

      it("takes both ends of a range in", async () => {
        const pk = partition();
        await putKeys(pk, ["a", "b", "c", "d", "e"]);
        expect(sortKeys(await walkRows(table, { pk, from: "b", to: "d", limit: 10 }))).toEqual([
          "b",
          "c",
          "d",
        ]);
        expect(sortKeys(await walkRows(table, { pk, from: "d", limit: 10 }))).toEqual(["d", "e"]);
        expect(sortKeys(await walkRows(table, { pk, to: "b", newestFirst: true, limit: 10 }))).toEqual([
          "b",
          "a",
        ]);
      });

      it("gives no more rows than the limit, and at last no next page", async () => {
        const pk = partition();
        await putKeys(pk, ["a", "b", "c"]);
        const first = await table.query({ pk, limit: 2 });
        const second = await table.query({ pk, limit: 2, after: first.next ?? undefined });
        expect([sortKeys(first.rows), sortKeys(second.rows), second.next]).toEqual([["a", "b"], ["c"], null]);
      });

      it("goes on where the page ended although its last row is gone", async () => {
        const pk = partition();
        await putKeys(pk, ["a", "b", "c", "d"]);
        const first = await table.query({ pk, limit: 2 });
        await table.commit([{ remove: { pk, sk: "b" } }, { put: { pk, sk: "aa", body: {} } }]);
        const second = await table.query({ pk, limit: 2, after: first.next ?? undefined });
        expect(sortKeys(second.rows)).toEqual(["c", "d"]);
      });

      it.each(["", "nonsense", "W10", "bnVsbA"])("refuses %j as a place to go on from", async (after) => {
        await expect(table.query({ pk: partition(), limit: 1, after })).rejects.toMatchObject({
          code: "bad-input",
        });
      });

      it("gives a page of large rows whole, and knows whether more follow", async () => {
        const pk = partition();
        const body = { text: randomBytes(260_000).toString("base64") }; // no home can make it smaller
        await put(...["a", "b", "c", "d", "e", "f", "g"].map((sk) => ({ pk, sk, body })));
        const first = await table.query({ pk, limit: 6 });
        expect([sortKeys(first.rows), first.next === null]).toEqual([["a", "b", "c", "d", "e", "f"], false]);
        const all = await table.query({ pk, limit: 7, newestFirst: true });
        expect([sortKeys(all.rows), all.next]).toEqual([["g", "f", "e", "d", "c", "b", "a"], null]);
      });

      it("has no next page behind one that is exactly full", async () => {
        const pk = partition();
        await putKeys(pk, ["a", "b"]);
        expect((await table.query({ pk, limit: 2 })).next).toBeNull();
      });

      it("takes an empty bound for none, and finds nothing between ends that are the wrong way round", async () => {
        const pk = partition();
        await putKeys(pk, ["a", "b"]);
        const found = async (range: { prefix?: string; from?: string; to?: string }) =>
          sortKeys(await walkRows(table, { pk, limit: 5, ...range }));
        expect(await Promise.all([found({ prefix: "" }), found({ from: "" })])).toEqual([
          ["a", "b"],
          ["a", "b"],
        ]);
        expect(await Promise.all([found({ to: "" }), found({ from: "b", to: "a" })])).toEqual([[], []]);
      });

      it("refuses a place outside of what is asked for", async () => {
        const pk = partition();
        await putKeys(pk, ["a", "b", "c"]);
        const { next } = await table.query({ pk, limit: 1 });
        await expect(
          table.query({ pk, limit: 1, from: "b", after: next ?? undefined }),
        ).rejects.toMatchObject({ code: "bad-input" });
      });

      it("refuses a prefix together with a range, and a page of no rows", async () => {
        const pk = partition();
        await expect(table.query({ pk, prefix: "a", from: "b", limit: 1 })).rejects.toThrow();
        await expect(table.query({ pk, limit: 0 })).rejects.toThrow();
      });
    });

    describe("indexes", () => {
      const inInbox = (pk: string, sk: string, at: Key): NewRow => ({
        pk,
        sk,
        body: { secret: 1 },
        card: { c: sk },
        index: { inbox: at },
      });

      it("gives the cards of the rows that stand there, in the order of the index", async () => {
        const pk = partition();
        await put(inInbox(pk, "x", { pk, sk: "2" }), inInbox(pk, "y", { pk, sk: "1" }), {
          pk,
          sk: "z",
          body: {},
        });
        await eventually(async () =>
          expect(await walkCards(table, "inbox", { pk, limit: 10 })).toEqual([
            { pk, sk: "y", at: { pk, sk: "1" }, version: 1, card: { c: "y" } },
            { pk, sk: "x", at: { pk, sk: "2" }, version: 1, card: { c: "x" } },
          ]),
        );
      });

      it("gives an empty card where a row has none", async () => {
        const pk = partition();
        await put({ pk, sk: "a", body: { hidden: 1 }, index: { wake: { pk, sk: "1" } } });
        await eventually(async () =>
          expect(await walkCards(table, "wake", { pk, limit: 10 })).toEqual([
            { pk, sk: "a", at: { pk, sk: "1" }, version: 1, card: {} },
          ]),
        );
      });

      it("follows a row that moves, and loses one that leaves or is removed", async () => {
        const pk = partition();
        await put(...["a", "b", "c", "d"].map((sk) => inInbox(pk, sk, { pk, sk: "1" })));
        await put(inInbox(pk, "a", { pk, sk: "9" }), { pk, sk: "b", body: {} });
        await table.commit([{ remove: { pk, sk: "c" } }]);
        await eventually(async () =>
          expect(sortKeys(await walkCards(table, "inbox", { pk, limit: 10 }))).toEqual(["d", "a"]),
        );
      });

      it("keeps a row in each of the indexes it stands in", async () => {
        const pk = partition();
        const index = { inbox: { pk, sk: "1" }, wake: { pk, sk: "2" }, author: { pk, sk: "3" } };
        await put({ pk, sk: "a", body: {}, index });
        await eventually(async () => {
          const found = await Promise.all(
            (["inbox", "wake", "author"] as const).map((name) => walkCards(table, name, { pk, limit: 10 })),
          );
          expect(found.flat().map(({ at }) => at.sk)).toEqual(["1", "2", "3"]);
        });
      });

      it("gives each of the rows that share one place exactly once, page by page", async () => {
        const pk = partition();
        const sks = ["a", "b", "c", "d", "e", "f", "g"];
        await put(...sks.map((sk) => inInbox(pk, sk, { pk, sk: "same" })));
        await eventually(async () =>
          expect(sortKeys(await walkCards(table, "inbox", { pk, limit: 2 })).sort()).toEqual(sks),
        );
      });

      it("narrows by range and prefix, also newest first", async () => {
        const pk = partition();
        await put(...["10", "11", "20", "30"].map((sk) => inInbox(pk, sk, { pk, sk })));
        await eventually(async () => {
          const find = async (query: {
            prefix?: string;
            from?: string;
            to?: string;
            newestFirst?: boolean;
          }) => sortKeys(await walkCards(table, "inbox", { pk, limit: 1, ...query }));
          expect(await find({ prefix: "1" })).toEqual(["10", "11"]);
          expect(await find({ from: "11", to: "20", newestFirst: true })).toEqual(["20", "11"]);
          expect(await find({ prefix: "1", newestFirst: true })).toEqual(["11", "10"]);
        });
      });
    });

    describeTableProperties(() => table, { partition, runs });
  });
}
