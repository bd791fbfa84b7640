import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { localBlobs, removeUnfinished } from "@otklik/local/blob";
import { describe, expect, it } from "vitest";
import { describeBlobs } from "../contracts/blob.ts";
import { keptFolder, temporaryFolder } from "../support/temporary-folder.ts";

describeBlobs("files", async () => {
  const folder = keptFolder();
  return { blob: localBlobs(folder.path), close: async () => folder.remove() };
});

describe("the files", () => {
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it.each(["../outside", "/etc/outside", "a/../../outside", "..\\outside", "nul\0l"])(
    "lie within the folder for the key %j",
    async (key) => {
      const folder = join(temporaryFolder(), "blobs");
      await localBlobs(folder).put(key, new Uint8Array([1]));
      expect(filesIn(join(folder, ".."))).toEqual([
        expect.stringMatching(`^${folder}/[0-9a-f]{2}/[0-9a-f]{62}$`),
      ]);
    },
  );

  it("may be read by their owner only", async () => {
    const folder = temporaryFolder();
    await localBlobs(folder).put("key", new Uint8Array([1]));
    expect(filesIn(folder).map((file) => statSync(file).mode & 0o777)).toEqual([0o600]);
  });

  it("leave nothing behind when a stream breaks off", async () => {
    const folder = temporaryFolder();
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("broke off")) });
    await expect(localBlobs(folder).put("key", broken)).rejects.toThrow("broke off");
    expect(filesIn(folder)).toEqual([]);
  });

  it("are cleared of what a crash left half written, but not of what another process still writes", async () => {
    const folder = temporaryFolder();
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const drafts = ["half", `${dead}-half`, `${process.pid}-half`, `${process.ppid}-half`];
    mkdirSync(join(folder, "unfinished"));
    for (const name of drafts) writeFileSync(join(folder, "unfinished", name), "half");
    removeUnfinished(folder);
    expect(filesIn(folder)).toEqual([join(folder, "unfinished", `${process.ppid}-half`)]);
  });
});
