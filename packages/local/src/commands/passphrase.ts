import { readFileSync } from "node:fs";
import { Refusal } from "@otklik/core/errors";
import { Option } from "commander";
import type { Config } from "../config.ts";

export interface MovingOptions {
  passphraseFile?: string;
  json?: boolean;
}

export const passphraseFile = (): Option =>
  new Option(
    "--passphrase-file <file>",
    "where the passphrase of the credentials stands (or OTKLIK_PASSPHRASE); never in an argument, which others can see",
  );

/** @throws Refusal when there is none */
export function passphraseFrom(file: string | undefined, { passphrase }: Pick<Config, "passphrase">): string {
  if (file !== undefined) return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  if (passphrase !== undefined) return passphrase;
  throw new Refusal(
    "bad-input",
    "The credentials need a passphrase: put it into a file and name that with --passphrase-file, or into OTKLIK_PASSPHRASE.",
  );
}
