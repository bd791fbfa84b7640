// A home moves to another machine by one file, as its operator does it.
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openAccount, saveAccount } from "@otklik/core/account/credentials";
import type { Totals } from "@otklik/core/archive/tally";
import { listBrands } from "@otklik/core/brand/brand-store";
import type { Ports } from "@otklik/core/ports";
import { listSources, saveSource } from "@otklik/core/source/source-store";
import { scopedTable } from "@otklik/core/table-scope";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { readAnchor } from "@otklik/local/anchor";
import { composePorts } from "@otklik/local/compose";
import { readConfig } from "@otklik/local/config";
import { openHome } from "@otklik/local/home";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { otklik } from "../support/command.ts";
import { homePlaces } from "../support/home-places.ts";
import { recount, rowsOf } from "../support/recount.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
const place = (name: string) => homePlaces(folder, name);
const [old, next, third] = [place("old"), place("next"), place("third")];
const file = join(folder, "home.ndjson.gz");
const sealedFile = join(folder, "sealed.ndjson.gz");
const phrase = join(folder, "phrase");
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

type Shown = Totals & { file?: string };

/** Looks into a home as its service would. */
async function within<T>(
  environment: Record<string, string>,
  look: (around: Around) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment);
  const home = await openHome(config.dataFolder);
  try {
    const ports = composePorts(home, config, { log: silent });
    const workspaceId = (await readAnchor(home.table)).own ?? "";
    const table = scopedTable(home.table, workspaceId);
    const [brand] = await listBrands(table);
    return await look({ home, ports, table, workspaceId, brandId: brand?.id ?? "" });
  } finally {
    home.close();
  }
}
interface Around {
  home: Awaited<ReturnType<typeof openHome>>;
  ports: Ports;
  table: ReturnType<typeof scopedTable>;
  workspaceId: string;
  brandId: string;
}

let exported: Shown;
let imported: Shown;

beforeAll(async () => {
  const rows = Array.from(
    { length: 40 },
    (_, n) => `2026-11-${10 + (n % 10)},${1 + (n % 5)},Крем номер ${n},Демо`,
  );
  writeFileSync(join(folder, "reviews.csv"), ["Дата,Оценка,Отзыв,Имя", ...rows].join("\n"));
  writeFileSync(phrase, "a phrase for the way\n");
  const read = await otklik(["import", join(folder, "reviews.csv"), "--from", "all", "--json"], {
    environment: old,
  });
  expect(read.json()).toMatchObject({ found: 40 });
  await within(old, async ({ ports, table, brandId }) => {
    const of = { id: "account1", network: "wildberries", title: "WB", connectedAt: new Date() };
    await saveAccount({ table, secret: ports.secret }, of, { token: "top-secret" });
    const [known] = await listSources(table);
    if (!known) throw new Error("the import left no source");
    const source = {
      ...known.source,
      id: "wb1",
      brandId,
      network: "wildberries",
      accountId: of.id,
      every: 5,
    };
    await saveSource({ scoped: table, all: ports.table }, source);
  });
  exported = (await otklik(["export", file, "--json"], { environment: old })).json();
  imported = (await otklik(["import-home", file, "--json"], { environment: next })).json();
}, 60_000);
afterAll(remove);

describe("a home brought in from a file", () => {
  it("has equal counts and hashes", () => {
    const { file: _, ...totals } = exported;
    expect(imported).toMatchObject({ row: totals.row, blob: totals.blob, message: totals.message });
    expect(totals.row.count).toBeGreaterThan(100);
    expect(totals.blob.count).toBe(1);
  });

  it("shows the same trend, which equals a recount", async () => {
    const trend = ({ table, brandId }: Around) => listBuckets(table, brandId);
    const rows = await within(next, ({ home }) => rowsOf(home));
    expect(await within(next, trend)).toEqual(await within(old, trend));
    expect(await within(next, trend)).toEqual(recount(rows));
  });

  it("can be searched", async () => {
    const found = await within(next, ({ ports, workspaceId, brandId }) =>
      ports.search.find(workspaceId, { brandId, words: "крема", limit: 50 }),
    );
    expect(found.ids).toHaveLength(40);
  });

  it("is refused a second time, and changes nothing", async () => {
    const again = await otklik(["import-home", file], { environment: next });
    expect([again.code, again.told]).toEqual([
      1,
      expect.stringContaining("an export goes into an empty one"),
    ]);
  });
});

describe("a home whose key is lost", () => {
  it("can still be exported, without its credentials", async () => {
    const environment = { ...old, OTKLIK_KEY_FILE: join(folder, "nowhere.key") };
    const made = await otklik(["export", join(folder, "keyless.ndjson.gz"), "--json"], { environment });
    expect(made.json<Shown>().row).toEqual(exported.row);
  });
});

describe("credentials", () => {
  it("go along when they are asked for, and open under the key of the other home", async () => {
    const withThem = ["export", sealedFile, "--with-credentials", "--passphrase-file", phrase];
    expect((await otklik(withThem, { environment: old })).code).toBe(0);
    expect(readFileSync(sealedFile).includes("top-secret")).toBe(false);
    const environment = { ...third, OTKLIK_PASSPHRASE: "a phrase for the way" };
    expect((await otklik(["import-home", sealedFile], { environment })).code).toBe(0);
    const account = await within(third, ({ ports, table }) =>
      openAccount({ table, secret: ports.secret }, "account1"),
    );
    expect(account?.credentials).toEqual({ token: "top-secret" });
  });

  it("are refused to another passphrase before anything is written", async () => {
    const fourth = place("fourth");
    const environment = { ...fourth, OTKLIK_PASSPHRASE: "not the right phrase" };
    const refused = await otklik(["import-home", sealedFile], { environment });
    expect([refused.code, refused.told]).toEqual([
      1,
      expect.stringContaining("The passphrase is not the one"),
    ]);
    expect(existsSync(fourth.OTKLIK_DATA)).toBe(false);
  });
});

describe("a file that is cut short", () => {
  it("is refused before anything is written", async () => {
    const fifth = place("fifth");
    truncateSync(file, readFileSync(file).length - 40);
    const refused = await otklik(["import-home", file], { environment: fifth });
    expect([refused.code, refused.told]).toEqual([1, expect.stringContaining("nothing was brought in")]);
    expect(existsSync(fifth.OTKLIK_DATA)).toBe(false);
  });
});
