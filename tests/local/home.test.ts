import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHome } from "@otklik/local/home";
import { describe, expect, it } from "vitest";
import { startHomeProcess } from "../support/home-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { walkRows } from "../support/walk.ts";

describe("a home killed in the middle of its work", () => {
  it("has every commit that it had confirmed, and none of them in part", async () => {
    const folder = temporaryFolder();
    const writer = startHomeProcess(folder);
    for (const expected of ["open", "1", "2", "3", "4", "5"]) expect(await writer.line()).toBe(expected);
    const rest = await writer.kill();
    const confirmed = Number(rest.at(-1) ?? 5);

    const home = await openHome(folder);
    const rows = await walkRows(home.table, { pk: "p", prefix: "row", limit: 500 });
    const latest = await home.table.get({ pk: "p", sk: "latest" });
    const { changes } = await home.feed.read(null, 10_000);
    home.close();
    expect(rows.length).toBeGreaterThanOrEqual(confirmed);
    expect(rows.length).toBeLessThanOrEqual(confirmed + 1);
    expect(latest?.body).toEqual({ n: rows.length });
    expect(changes).toHaveLength(rows.length + 1);
  });

  it("hands out at once what was in flight", async () => {
    const folder = temporaryFolder();
    const writer = startHomeProcess(folder);
    for (const expected of ["open", "1", "2"]) expect(await writer.line()).toBe(expected);
    await writer.kill();

    const home = await openHome(folder);
    const received = await home.queue.receive("pull", { max: 100, visibilitySeconds: 60 });
    home.close();
    expect(received.map(({ body, attempts }) => [body, attempts])).toEqual(
      expect.arrayContaining([
        ["1", 2],
        ["2", 2],
      ]),
    );
  });
});

describe("a home opened and closed", () => {
  it("keeps rows, messages, blobs and what can be found", async () => {
    const folder = join(temporaryFolder(), "data");
    const before = await openHome(folder);
    await before.table.commit([{ put: { pk: "p", sk: "a", body: { n: 1 } } }]);
    await before.queue.send("label", [{ body: "m" }]);
    await before.blob.put("b", new Uint8Array([1, 2]));
    const postedAt = new Date("2026-01-05T10:00:00Z");
    await before.search.put("w", [{ id: "c1", brandId: "b1", text: "не пришёл", facets: {}, postedAt }]);
    before.close();

    const home = await openHome(folder);
    expect(await home.table.get({ pk: "p", sk: "a" })).toMatchObject({ body: { n: 1 } });
    expect(await home.queue.receive("label", { max: 1, visibilitySeconds: 1 })).toMatchObject([
      { body: "m" },
    ]);
    const kept = await new Response(await home.blob.get("b")).arrayBuffer();
    expect(new Uint8Array(kept)).toEqual(new Uint8Array([1, 2]));
    expect((await home.search.find("w", { brandId: "b1", words: "пришла", limit: 1 })).ids).toEqual(["c1"]);
    home.close();
  });

  it("refuses a second opening until closed", async () => {
    const folder = temporaryFolder();
    const home = await openHome(folder);
    await expect(openHome(folder)).rejects.toThrow("is in use");
    home.close();
    (await openHome(folder)).close();
  });

  it("gives the folder free when it cannot be opened", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "otklik.sqlite"));
    await expect(openHome(folder)).rejects.toThrow();
    await expect(openHome(folder)).rejects.toThrow(/^(?!.*is in use)/);
  });

  it("clears away what a crash left half written", async () => {
    const folder = temporaryFolder();
    const half = join(folder, "blobs", "unfinished", "half");
    mkdirSync(join(half, ".."), { recursive: true });
    writeFileSync(half, "half");
    (await openHome(folder)).close();
    expect(existsSync(half)).toBe(false);
  });
});

describe("a home opened beside the one that holds the folder", () => {
  it("sees and writes the same rows, and leaves messages in flight alone", async () => {
    const folder = temporaryFolder();
    const holder = await openHome(folder);
    await holder.queue.send("pull", [{ body: "m" }]);
    await holder.queue.receive("pull", { max: 1, visibilitySeconds: 60 });
    const command = await openHome(folder, { beside: true });
    await command.table.commit([{ put: { pk: "p", sk: "a", body: {} } }]);
    expect(await command.queue.receive("pull", { max: 1, visibilitySeconds: 60 })).toEqual([]);
    command.close();
    expect(await holder.table.get({ pk: "p", sk: "a" })).not.toBeNull();
    holder.close();
  });
});
