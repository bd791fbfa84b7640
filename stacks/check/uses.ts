import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./evaluate.ts";

/** What the sources of a room say that it uses. */
export interface Uses {
  /** Queues by name; "any" where the name is only known at run time. */
  sends: string[];
  blobs: string[];
  tokens: boolean;
  mail: boolean;
}

// The one function that puts jobs onto a queue takes its name as a parameter; its callers are what counts.
const definesSend = "packages/core/src/pipeline/jobs.ts";

/** Reads a room's file and all of ours that it imports. Types are left out, since they call nothing. */
export function usesOf(file: string): Uses {
  const sources = closure(file, new Map());
  const ofRoom = [...sources].filter(([path]) => path !== definesSend).map(([, source]) => source);
  const matches = (pattern: RegExp): RegExpExecArray[] =>
    ofRoom.flatMap((source) => [...source.matchAll(pattern)]);
  const sends = matches(/(?:\bsend\(\s*[\w.]+,|\bqueue\.send\()\s*(?:"(\w+)"|[\w.]+)/g);
  const blobs = matches(/\bblob\.(get|put|remove)\(/g);
  return {
    sends: [...new Set(sends.map(([, name = "any"]) => name))].sort(),
    blobs: [...new Set(blobs.map(([, call = ""]) => call))].sort(),
    tokens: matches(/\bsecret\.(open|seal)\(/g).length > 0,
    mail: matches(/\bmessenger\.\w+\(/g).length > 0,
  };
}

function closure(file: string, found: Map<string, string>): Map<string, string> {
  if (found.has(file)) return found;
  const source = readFileSync(join(root, file), "utf8");
  found.set(file, source);
  for (const [, what = ""] of source.matchAll(
    /(?:^|\n)(?:import|export)\s+(?!type\s)[^"';]*?from\s+"([^"]+)"/g,
  )) {
    const next = fileOf(what, file);
    if (next) closure(next, found);
  }
  return found;
}

/** A file of ours, or null for a package of others'. */
function fileOf(what: string, from: string): string | null {
  if (what.startsWith(".")) return join(dirname(from), what);
  const [, name, rest = "index"] = /^@otklik\/([a-z-]+)(?:\/(.+))?$/.exec(what) ?? [];
  if (!name) return null;
  const path = `packages/${name}/src/${rest}.ts`;
  return existsSync(join(root, path)) ? path : null;
}
