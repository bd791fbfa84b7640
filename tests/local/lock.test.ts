import { join } from "node:path";
import { lockFolder } from "@otklik/local/lock";
import { expect, it } from "vitest";
import { startHomeProcess } from "../support/home-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = (): Date => new Date("2026-01-05T10:00:00Z");

it("refuses a second holder and names the first", () => {
  const folder = temporaryFolder();
  const lock = lockFolder(folder, now);
  expect(() => lockFolder(folder)).toThrow(
    `The folder ${folder} is in use by another start of this program ` +
      `(process ${process.pid}, since 2026-01-05T10:00:00.000Z). Stop that one first`,
  );
  lock.release();
});

it("gives the folder free when released", () => {
  const folder = temporaryFolder();
  lockFolder(folder).release();
  expect(() => lockFolder(folder).release()).not.toThrow();
});

it("makes the folder when there is none", () => {
  const folder = join(temporaryFolder(), "new", "data");
  expect(() => lockFolder(folder).release()).not.toThrow();
});

it("is held against other processes, and ends with its holder, killed without a warning", async () => {
  const folder = temporaryFolder();
  const holder = startHomeProcess(folder);
  expect(await holder.line()).toBe("open");
  expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}, since 20`);
  await holder.kill();
  expect(() => lockFolder(folder).release()).not.toThrow();
});
