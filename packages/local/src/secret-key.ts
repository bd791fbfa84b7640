import { randomBytes, randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { keyLength } from "@otklik/core/aes";

export interface LoadedKey {
  key: Uint8Array;
  /** `created`: made just now; its owner should be told to keep a copy apart from the data's. */
  from: "environment" | "file" | "created";
}

/**
 * The key that seals credentials: the environment's value where there is one, else the file's, which is made when
 * absent. Both are 32 bytes in base64.
 * @param file stands outside `dataFolder`, so that a copy of the data carries no key
 * @param mayCreate false when the data was sealed before: a fresh key could not open it
 * @throws Error, saying what to do, on a value that is no key and on a file that others may read, that lies within the
 *   data folder, or that is absent and may not be created
 */
export function loadKey(place: {
  file: string;
  dataFolder: string;
  environment?: string | undefined;
  mayCreate?: boolean | undefined;
}): LoadedKey {
  const { environment, dataFolder, mayCreate = true } = place;
  if (environment?.trim()) return { key: keyFrom(environment, "the environment"), from: "environment" };
  const file = resolve(place.file);
  if (isWithin(realPath(file), realPath(dataFolder)))
    throw new Error(
      `The key file ${file} lies within the data folder ${dataFolder}, so every copy of the data would carry its key. ` +
        "Move the key file elsewhere and name its new place.",
    );
  const found = readKeyFile(file);
  if (found) return { key: found, from: "file" };
  if (!mayCreate)
    throw new Error(
      `The key file ${file} is missing, and the data folder ${dataFolder} holds credentials sealed with its key. ` +
        "Put the file back from its copy, or give the key in the environment.",
    );
  createKeyFile(file);
  return { key: readKeyFile(file) as Uint8Array, from: "created" };
}

function readKeyFile(file: string): Uint8Array | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return null;
  if (process.platform !== "win32" && (stat.mode & 0o077) !== 0)
    throw new Error(
      `The key file ${file} may be read by other users (mode ${(stat.mode & 0o777).toString(8)}). ` +
        `Take that right away: chmod 600 '${file}'`,
    );
  return keyFrom(readFileSync(file, "utf8"), `the file ${file}`);
}

function keyFrom(text: string, where: string): Uint8Array {
  const base64 = text.trim();
  const key = Buffer.from(base64, "base64");
  if (key.length === keyLength && /^[\w+/-]+=?$/.test(base64)) return new Uint8Array(key);
  throw new Error(
    `What stands in ${where} is no key: it should be ${keyLength} random bytes in base64. ` +
      "Put the right one back, or make a new one with: openssl rand -base64 32",
  );
}

/** Whole or not at all, and never over a file that another start has made meanwhile. */
function createKeyFile(file: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomUUID()}`);
  try {
    const opened = openSync(draft, "wx", 0o600);
    writeSync(opened, `${randomBytes(keyLength).toString("base64")}\n`);
    fsyncSync(opened);
    closeSync(opened);
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The path with its links followed, as far as it exists. */
function realPath(path: string): string {
  const absolute = resolve(path);
  if (statSync(absolute, { throwIfNoEntry: false })) return realpathSync(absolute);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(realPath(parent), relative(parent, absolute));
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);
