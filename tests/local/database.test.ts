import { statSync } from "node:fs";
import { join } from "node:path";
import { countUnreadable } from "@otklik/core/source/unreadable-store";
import { scopedTable } from "@otklik/core/table-scope";
import { inTransaction, openDatabase } from "@otklik/local/database";
import { type Migration, migrations } from "@otklik/local/migrations";
import { localTable } from "@otklik/local/table";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const first: Migration = "CREATE TABLE note (text TEXT)";
const second: Migration = (db) => {
  db.exec("ALTER TABLE note ADD COLUMN length INTEGER");
  db.exec("UPDATE note SET length = length(text)");
};
const file = (): string => join(temporaryFolder(), "new", "test.sqlite");

describe("opening", () => {
  it("makes the folder for its owner only", () => {
    const path = file();
    openDatabase(path, []).close();
    expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
  });

  it("puts each commit on the disk before it returns", () => {
    const db = openDatabase(file(), []);
    expect(db.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(db.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    db.close();
  });
});

describe("migrations", () => {
  it("bring an old file up to date, step by step, and keep what is in it", () => {
    const path = file();
    const old = openDatabase(path, [first]);
    old.exec("INSERT INTO note VALUES ('three')");
    old.close();
    const db = openDatabase(path, [first, second]);
    expect(db.prepare("SELECT * FROM note").all()).toEqual([{ text: "three", length: 5 }]);
    db.close();
  });

  it("run once", () => {
    const path = file();
    openDatabase(path, [first, second]).close();
    expect(() => openDatabase(path, [first, second]).close()).not.toThrow();
  });

  it("leave the schema before a step that failed", () => {
    const path = file();
    const broken: Migration = (db) => {
      db.exec("CREATE TABLE half (n INTEGER)");
      throw new Error("no room");
    };
    expect(() => openDatabase(path, [first, broken])).toThrow("no room");
    const db = openDatabase(path, [first]);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    expect(tables.map(({ name }) => name)).toEqual(["note"]);
    expect(db.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 });
    db.close();
  });

  it("refuse a file of a newer version, say what to do and leave it alone", () => {
    const path = file();
    openDatabase(path, [first, second]).close();
    expect(() => openDatabase(path, [first])).toThrow(
      /newer version.*schema is 2, this version knows 1.*Start the newer/s,
    );
    const db = openDatabase(path, [first, second]);
    expect(db.prepare("PRAGMA user_version").get()).toEqual({ user_version: 2 });
    db.close();
  });
});

describe("the second schema", () => {
  it("counts the unreadable entries that were kept before it", async () => {
    const path = file();
    const old = openDatabase(path, migrations.slice(0, 1));
    const keep = old.prepare("INSERT INTO table_row (pk, sk, version, body) VALUES (?, ?, 1, '{}')");
    keep.run("w1/un.s1", "a");
    keep.run("w1/un.s1", "b");
    keep.run("w2/un.s1", "c");
    keep.run("w1/sources", "s1");
    old.close();
    const db = openDatabase(path);
    const { bySource } = await countUnreadable(scopedTable(localTable(db), "w1"));
    expect(bySource).toEqual(new Map([["s1", 2]]));
    db.close();
  });
});

describe("a transaction", () => {
  it("undoes all of its work when it throws", () => {
    const db = openDatabase(":memory:", [first]);
    const work = (): void => {
      db.exec("INSERT INTO note VALUES ('gone')");
      throw new Error("changed my mind");
    };
    expect(() => inTransaction(db, work)).toThrow("changed my mind");
    expect(db.prepare("SELECT * FROM note").all()).toEqual([]);
    expect(inTransaction(db, () => "next")).toBe("next");
    db.close();
  });
});
