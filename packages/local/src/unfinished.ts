import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const note = (folder: string): string => join(folder, "unfinished");

/** Notes that a folder is being filled by this command, so that no service starts on half of it. */
export function beginFilling(folder: string, command: string): void {
  writeFileSync(note(folder), `${command}\n`, { flush: true });
}

export function endFilling(folder: string): void {
  rmSync(note(folder), { force: true });
}

/** @throws Error, saying what to do, for a folder whose filling was cut short */
export function refuseHalfFilled(folder: string): void {
  if (!existsSync(note(folder))) return;
  throw new Error(
    `The folder ${folder} holds only a part: filling it was cut short. ` +
      "Run that command again: otklik restore goes on in this folder, otklik import-home needs a new one (--data FOLDER).",
  );
}
