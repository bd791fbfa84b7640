import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@otklik/core/errors";
import { z } from "zod";

/** What a backup says of itself; the last of its files to be written. */
export const Manifest = z.object({
  otklik: z.literal("backup"),
  at: z.iso.datetime(),
  schema: z.number().int(),
  rows: z.number().int(),
  messages: z.number().int(),
  blobs: z.number().int(),
  /** Of the database's file. */
  sha256: z.string().length(64),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestFile = "backup.json";

/** Names of whole backups in a folder, the oldest first; what is still being written bears another name. */
export const backupsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^otklik-\d{4}-\d\d-\d\dT[\d-]+Z$/.test(name))
    .filter((name) => existsSync(join(folder, name, manifestFile)))
    .sort();

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

/**
 * The backup that a person means: the folder named, or the newest within it.
 * @throws Refusal when there is none, or what it says of itself cannot be read
 */
export function findBackup(given: string): { folder: string; manifest: Manifest } {
  const newest = existsSync(given) && !existsSync(join(given, manifestFile)) ? backupsIn(given).at(-1) : "";
  const folder = newest ? join(given, newest) : given;
  const file = join(folder, manifestFile);
  if (!existsSync(file)) throw new Refusal("not-found", `There is no whole backup in ${given}.`);
  const read = Manifest.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!read.success) throw new Refusal("unreadable", `${file} is not what otklik backup writes.`);
  return { folder, manifest: read.data };
}
