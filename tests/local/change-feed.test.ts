import { localChangeFeed } from "@otklik/local/change-feed";
import { openDatabase } from "@otklik/local/database";
import { localTable } from "@otklik/local/table";
import { describe, expect, it } from "vitest";
import { describeChangeFeed } from "../contracts/change-feed.ts";

const open = () => {
  const db = openDatabase(":memory:");
  return { db, table: localTable(db), feed: localChangeFeed(db), close: async () => db.close() };
};

describeChangeFeed("SQLite", async () => open());

describe("the outbox", () => {
  it("tells a row written many times once in a page, at the place of the last write", async () => {
    const { table, feed, close } = open();
    for (const sk of ["a", "b", "a"]) await table.commit([{ put: { pk: "p", sk, body: {} } }]);
    const { changes } = await feed.read(null, 10);
    expect(changes.map(({ key, row }) => [key.sk, row?.version])).toEqual([
      ["b", 1],
      ["a", 2],
    ]);
    await close();
  });

  it("shows a row as it is when read", async () => {
    const { table, feed, close } = open();
    for (const n of [1, 2]) await table.commit([{ put: { pk: "p", sk: "a", body: { n } } }]);
    expect((await feed.read(null, 1)).changes[0]?.row).toMatchObject({ version: 2, body: { n: 2 } });
    await close();
  });

  it("keeps nothing of what was forgotten", async () => {
    const { db, table, feed, close } = open();
    await table.commit([{ put: { pk: "p", sk: "a", body: {} } }]);
    await feed.forget((await feed.read(null, 10)).next as string);
    expect(db.prepare("SELECT count(*) AS kept FROM change").get()).toEqual({ kept: 0 });
    await close();
  });

  it("refuses a position that it did not give", async () => {
    const { feed, close } = open();
    await expect(feed.read("latest", 1)).rejects.toThrow("not a position");
    await close();
  });
});
