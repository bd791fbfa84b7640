// A backup taken while mentions flow in and replies go out, put back after more of them have gone out.
import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { openHome } from "@otklik/local/home";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWeb } from "../support/built-web.ts";
import { type BusyShop, busyShop } from "../support/busy-shop.ts";
import { otklik } from "../support/command.ts";
import { eventually } from "../support/eventually.ts";
import { conversationsIn, recount, rowsOf } from "../support/recount.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
const backups = join(folder, "backups");
let shop: BusyShop;

interface Made {
  folder: string;
  rows: number;
  removed: string[];
}
const run = (...args: string[]) => otklik(args, { environment: shop.environment });
const waitingIn = (rows: readonly Row[]): Row[] =>
  rows.filter(({ sk, body }) => sk.includes("~r~") && /"is":"(approved|sending)"/.test(JSON.stringify(body)));

beforeAll(async () => {
  await buildWeb();
  // Longer than a busy machine takes to begin a backup, which must find replies that wait.
  shop = await busyShop(folder, { undoSeconds: 12 });
}, 60_000);
afterAll(async () => {
  await shop?.stop();
  remove();
});

describe("a backup under load", () => {
  let made: Made;
  let sentBefore: string[];

  beforeAll(async () => {
    await shop.reviewsArrive(60);
    sentBefore = await eventually(async () => {
      const texts = await shop.answer(8);
      expect(texts).toHaveLength(8);
      return texts;
    }, 20_000);
    const flowing = shop.reviewsArrive(300); // labelled and placed while the copy is made
    made = (await run("backup", backups, "--json")).json<Made>();
    await flowing;
    const sentAfter = await shop.answer(4);
    await eventually(async () => {
      const told = (await shop.journal()).map(({ text }) => text);
      expect(told).toEqual(expect.arrayContaining([...sentBefore, ...sentAfter]));
    }, 40_000);
  }, 120_000);

  it("holds replies that had not gone out then, and have since", async () => {
    const copy = join(folder, "looked-at"); // opening a database writes to it
    cpSync(made.folder, copy, { recursive: true });
    const home = await openHome(copy);
    const waiting = waitingIn(await rowsOf(home)).map(({ body }) => String(body.text));
    home.close();
    expect(waiting.length).toBeGreaterThan(0);
    expect((await shop.journal()).map(({ text }) => text)).toEqual(expect.arrayContaining(waiting));
  });

  it("carries no key, and says so", async () => {
    expect(readdirSync(made.folder).sort().slice(0, 1)).toEqual(["backup.json"]);
    const { told } = await run("backup", join(folder, "another"));
    expect(told).toContain("The key of the credentials is not in it");
    expect(told).toContain(shop.environment.OTKLIK_KEY_FILE);
  });

  it("is not put into a folder that a service holds", async () => {
    const refused = await run("restore", backups);
    expect(refused.code).toBe(1);
    expect(refused.told).toContain("is in use by another start");
  });

  describe("put back", () => {
    let rows: Row[];
    let journal: Awaited<ReturnType<BusyShop["journal"]>>;

    beforeAll(async () => {
      await shop.service().stop();
      const restored = await run("restore", backups, "--json");
      expect(restored.json<{ asked: number }>().asked).toBeGreaterThan(0);
      expect(existsSync(restored.json<{ replaced: string }>().replaced)).toBe(true);
      await shop.start();
      await shop.reviewsArrive(1);
      await shop.rest();
      await shop.service().stop();
      const home = await openHome(shop.data);
      rows = await rowsOf(home);
      home.close();
      journal = await shop.journal();
    }, 90_000);

    it("sends no reply twice: what went out after the backup was found standing there", () => {
      const texts = journal.map(({ text }) => text);
      expect(texts).toHaveLength(12);
      expect(new Set(texts).size).toBe(texts.length);
      expect(new Set(journal.map(({ id }) => id)).size).toBe(texts.length);
      const states = rows
        .filter(({ sk }) => sk.includes("~r~"))
        .map(({ body }) => (body.state as { is: string }).is);
      expect(states).toHaveLength(8);
      expect(new Set(states)).toEqual(new Set(["published"]));
    });

    it("has every mention once more, also those that came after the backup", () => {
      const ids = conversationsIn(rows).map(({ mention }) => mention?.externalId);
      expect(ids).toHaveLength(361);
      expect(new Set(ids).size).toBe(361);
    });

    it("shows a trend that equals a recount", async () => {
      const home = await openHome(shop.data);
      const buckets = await listBuckets(scopedTable(home.table, shop.workspaceId), shop.brandId);
      home.close();
      expect(buckets).toEqual(recount(rows));
    });

    it("is not begun with a backup that was altered", async () => {
      writeFileSync(join(made.folder, "otklik.sqlite"), "x", { flag: "a" });
      const refused = await run("restore", backups);
      expect(refused.code).toBe(1);
      expect(refused.told).toContain("was altered since it was made");
      const home = await openHome(shop.data);
      expect(await rowsOf(home)).toEqual(rows);
      home.close();
    });
  });
});
