import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { namedKeys } from "@otklik/core/archive/named-keys";

/** The name under which a blob's file lies: a key of any shape becomes a hash. */
export const blobName = (key: string): string => createHash("sha256").update(key).digest("hex");

const nameLength = 64; // hexadecimal digits

/** The names of all whole blobs in the folder. */
export function blobNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.length === 2)
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((rest) => name + rest))
    .filter((name) => name.length === nameLength);
}

/**
 * The keys of the blobs that a row or a waiting message names. A file does not tell its key; one that nothing names is
 * nobody's.
 */
export function namedBlobs(db: DatabaseSync, folder: string): string[] {
  const there = new Set(blobNames(folder));
  const named = new Set<string>();
  if (there.size === 0) return [];
  for (const table of ["table_row", "message", "dead_letter"])
    for (const { body } of db.prepare(`SELECT body FROM ${table} WHERE body LIKE '%/%'`).iterate())
      for (const key of namedKeys(String(body)))
        if (!named.has(key) && there.has(blobName(key))) named.add(key);
  return [...named].sort();
}
