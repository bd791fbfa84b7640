// Every data folder that an earlier version wrote opens with this one. A fixture is added when a schema is left behind.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { listBrands } from "@otklik/core/brand/brand-store";
import { inboxPartition } from "@otklik/core/conversation/conversation-store";
import { scopedTable } from "@otklik/core/table-scope";
import { readAnchor } from "@otklik/local/anchor";
import { databaseOf, openHome } from "@otklik/local/home";
import { migrations } from "@otklik/local/migrations";
import { localSearch } from "@otklik/local/search";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fixtures = join(import.meta.dirname, "../fixtures/home");
const dumps = readdirSync(fixtures).filter((name) => name.endsWith(".sql"));

type Stored = { pk: string; sk: string; version: number; body: string };
const everyRow = "SELECT pk, sk, version, body FROM table_row ORDER BY pk, sk";

/** The folder as that version left it, and what stood in it. */
async function upgraded(dump: string) {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const old = new DatabaseSync(databaseOf(folder), { defensive: false });
  old.exec(readFileSync(join(fixtures, dump), "utf8"));
  const rows = old.prepare(everyRow).all() as Stored[];
  old.close();
  const home = await openHome(folder);
  onTestFinished(home.close);
  const workspaceId = (await readAnchor(home.table)).own ?? "";
  const table = scopedTable(home.table, workspaceId);
  const [brand] = await listBrands(table);
  return { home, rows, workspaceId, table, brandId: brand?.id ?? "" };
}

describe.each(dumps)("a data folder of %s", (dump) => {
  it("opens at today's schema with every row at its version", async () => {
    const { home, rows } = await upgraded(dump);
    expect(home.db.prepare("PRAGMA user_version").get()).toEqual({ user_version: migrations.length });
    expect(rows.length).toBeGreaterThan(20);
    expect(home.db.prepare(everyRow).all()).toEqual(rows);
  });

  it("still has its inbox, and finds what it found", async () => {
    const { home, table, workspaceId, brandId } = await upgraded(dump);
    const { cards } = await table.queryIndex("inbox", { pk: inboxPartition(brandId), limit: 10 });
    expect(cards).toHaveLength(4);
    const { ids } = await localSearch(home.db).find(workspaceId, {
      brandId,
      words: "разбитые флаконы",
      limit: 10,
    });
    expect(ids).toHaveLength(1);
  });

  it("still has what waited in its queues, and what had been given up", async () => {
    const { home } = await upgraded(dump);
    const take = { max: 10, visibilitySeconds: 30 };
    expect(await home.queue.receive("deliver", take)).toMatchObject([
      { body: expect.stringContaining("replyId") },
    ]);
    expect(await home.queue.deadLetters("pull", { limit: 10 })).toMatchObject([
      { why: "no answer within 60 s" },
    ]);
  });
});
