import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openHome } from "@otklik/local/home";
import { homeKey } from "@otklik/local/home-key";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A home whose key lies in a file apart from it. */
async function keyed() {
  const folder = temporaryFolder();
  const [dataFolder, file] = [join(folder, "data"), join(folder, "key")];
  const home = await openHome(dataFolder);
  onTestFinished(() => home.close());
  const load = (environment?: string) => homeKey(home.table, { dataFolder, key: { environment, file } });
  return { load, file };
}

describe("a home's key", () => {
  it("is made on the first start, and found again on every later one", async () => {
    const { load } = await keyed();
    const first = await load();
    expect(first.from).toBe("created");
    expect(await load()).toEqual({ key: first.key, from: "file" });
  });

  it("is not made anew once it has been lost", async () => {
    const { load, file } = await keyed();
    await load();
    rmSync(file);
    await expect(load()).rejects.toThrow(/is missing.*Put the file back/s);
  });

  it("is refused when it is another one, by the place it came from", async () => {
    const { load } = await keyed();
    await load();
    await expect(load(randomBytes(32).toString("base64"))).rejects.toThrow(
      "The key in OTKLIK_KEY is not the one",
    );
    expect((await load()).from).toBe("file");
  });

  it("may move from the file into the environment", async () => {
    const { load } = await keyed();
    const { key } = await load();
    const moved = await load(Buffer.from(key).toString("base64"));
    expect(moved).toEqual({ key, from: "environment" });
  });
});
