import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadKey } from "@otklik/local/secret-key";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const environment = Buffer.alloc(32, 7).toString("base64");

function places() {
  const folder = temporaryFolder();
  const dataFolder = join(folder, "data");
  mkdirSync(dataFolder);
  return { dataFolder, file: join(folder, "config", "key"), folder };
}
const modeOf = (path: string): number => statSync(path).mode & 0o777;

function written(file: string, text: string, mode = 0o600): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

describe("the environment's key", () => {
  it("goes before the file, which is then not made", () => {
    const { file, dataFolder } = places();
    const loaded = loadKey({ file, dataFolder, environment: ` ${environment}\n` });
    expect(loaded).toEqual({ key: new Uint8Array(32).fill(7), from: "environment" });
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
  });

  it.each([
    "short",
    Buffer.alloc(16).toString("base64"),
    Buffer.alloc(33).toString("base64"),
    `${environment}!`,
  ])("is refused when it is no 32 bytes of base64: %j", (wrong) => {
    expect(() => loadKey({ ...places(), environment: wrong })).toThrow(
      /the environment is no key.*openssl rand -base64 32/,
    );
  });

  it("is not shown when it is refused", () => {
    expect(() => loadKey({ ...places(), environment: "hunter2" })).toThrow(/^(?!.*hunter2)/);
  });
});

describe("the key file", () => {
  it("is made when absent, for its owner only, and gives the same key from then on", () => {
    const { file, dataFolder, folder } = places();
    const first = loadKey({ file, dataFolder });
    const second = loadKey({ file, dataFolder, environment: "" });
    expect([first.from, second.from]).toEqual(["created", "file"]);
    expect(second.key).toEqual(first.key);
    expect([modeOf(file), modeOf(join(folder, "config"))]).toEqual([0o600, 0o700]);
  });

  it("holds another key each time it is made", () => {
    const [one, other] = [places(), places()];
    expect(loadKey(one).key).not.toEqual(loadKey(other).key);
  });

  it.each([0o640, 0o604, 0o644])("is refused when others may read it: %o", (mode) => {
    const { file, dataFolder } = places();
    written(file, environment, mode);
    expect(() => loadKey({ file, dataFolder })).toThrow(`chmod 600 '${file}'`);
  });

  it.each(["", "not a key"])("is refused, and left as it is, when it holds %j", (text) => {
    const { file, dataFolder } = places();
    written(file, text);
    expect(() => loadKey({ file, dataFolder })).toThrow(file);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("is refused within the data folder", () => {
    const { dataFolder } = places();
    const file = join(dataFolder, "deep", "key");
    expect(() => loadKey({ file, dataFolder })).toThrow(/within the data folder.*Move the key file/s);
  });

  it("is refused when a link leads it into the data folder", () => {
    const { dataFolder, folder } = places();
    symlinkSync(dataFolder, join(folder, "link"));
    expect(() => loadKey({ file: join(folder, "link", "key"), dataFolder })).toThrow(
      "within the data folder",
    );
  });

  it("may stand beside a data folder whose name begins alike", () => {
    const { dataFolder } = places();
    expect(loadKey({ file: join(`${dataFolder}-key`, "key"), dataFolder }).from).toBe("created");
  });

  it("is not made anew where the data was sealed before", () => {
    const { file, dataFolder } = places();
    expect(() => loadKey({ file, dataFolder, mayCreate: false })).toThrow(/is missing.*Put the file back/s);
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
  });
});
