import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backUp } from "@otklik/local/backup";
import { openHome } from "@otklik/local/home";
import { restore } from "@otklik/local/restore";
import { beforeEach, describe, expect, it } from "vitest";
import { later, noon } from "../support/mentions.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const key = { pk: "w/p", sk: "s" };
let data: string;
let into: string;

/** A home with one row that says `text`, and one blob that it names. */
async function write(folder: string, text: string): Promise<void> {
  const home = await openHome(folder);
  await home.blob.put("text/w/abc", new TextEncoder().encode(text));
  await home.table.commit([{ put: { ...key, body: { text, whole: "text/w/abc" } } }]);
  await home.queue.send("pull", [{ body: text }]);
  home.close();
}
async function read(folder: string) {
  const home = await openHome(folder);
  const row = await home.table.get(key);
  const blob = await home.blob.get("text/w/abc");
  const [message] = await home.queue.receive("pull", { max: 1, visibilitySeconds: 30 });
  const found = {
    text: row?.body.text,
    blob: blob && (await new Response(blob).text()),
    message: message?.body,
  };
  home.close();
  return found;
}
const make = (minutes = 0, keep = 7) => backUp(data, { into, keep, now: later(minutes) });

beforeEach(async () => {
  data = join(temporaryFolder(), "data");
  into = temporaryFolder();
  await write(data, "before");
});

describe("a backup", () => {
  it("holds rows, messages and the blobs that they name", async () => {
    expect(await make()).toMatchObject({ rows: 1, messages: 1, blobs: 1, at: noon.toISOString() });
  });

  it("restores into a new folder as well", async () => {
    await make();
    const elsewhere = join(temporaryFolder(), "new");
    expect(await restore(into, { data: elsewhere, now: noon })).toMatchObject({ replaced: null, asked: 0 });
    expect(await read(elsewhere)).toEqual({ text: "before", blob: "before", message: "before" });
  });

  it("keeps what stood in the folder beside what it brings", async () => {
    await make();
    await write(data, "after");
    const { replaced } = await restore(into, { data, now: later(5) });
    expect(await read(data)).toEqual({ text: "before", blob: "before", message: "before" });
    expect((await read(replaced ?? "")).text).toBe("after");
  });

  it("stands beside as many older ones as it may, the newest", async () => {
    for (let n = 0; n < 4; n++) await make(n, 2);
    const [first, second] = readdirSync(into).sort();
    expect(readdirSync(into)).toHaveLength(2);
    expect([first, second].map((name) => name?.slice(18, 23))).toEqual(["12-02", "12-03"]);
  });

  it("is never half of one: what was cut short bears another name, and goes after a day", async () => {
    const leftover = join(into, ".unfinished-1");
    mkdirSync(leftover);
    writeFileSync(join(leftover, "otklik.sqlite"), "half");
    await expect(restore(into, { data, now: noon })).rejects.toThrow("There is no whole backup");
    utimesSync(leftover, later(-25 * 60), later(-25 * 60));
    await make();
    expect(existsSync(leftover)).toBe(false);
  });

  it("is not made within the folder that it should outlive, nor of nothing", async () => {
    await expect(backUp(data, { into: join(data, "backups"), keep: 1, now: noon })).rejects.toThrow(
      "lies within",
    );
    const nothing = temporaryFolder();
    await expect(backUp(nothing, { into, keep: 1, now: noon })).rejects.toThrow("nothing to back up");
    expect(readdirSync(into)).toEqual([]);
  });

  it("of which a file was lost is not taken", async () => {
    const { folder } = await make();
    rmSync(join(folder, "blobs"), { recursive: true });
    mkdirSync(join(folder, "blobs"));
    await expect(restore(folder, { data, now: noon })).rejects.toThrow("files of it are missing");
    expect((await read(data)).text).toBe("before");
  });
});

describe("a restore that was cut short", () => {
  it("lets no service start on half a folder, and is done by the next one", async () => {
    await make();
    writeFileSync(join(data, "unfinished"), "restore\n");
    await expect(openHome(data)).rejects.toThrow("filling it was cut short");
    await restore(into, { data, now: noon });
    expect((await read(data)).text).toBe("before");
  });
});
