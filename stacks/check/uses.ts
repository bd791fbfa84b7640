import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { queueNames } from "../../packages/core/src/ports.ts";
import { root } from "./bundle.ts";

/** What the sources of a room say that it uses. */
export interface Uses {
  /** Queues, sorted; all of them where the name is known at run time only. */
  sends: string[];
  /** Calls of the blob port, sorted. */
  blobs: string[];
  tokens: boolean;
  mail: boolean;
  /** Labels by the embedded model. */
  model: boolean;
}

/** Every room imports it, so what it can send counts for those alone that call it. */
const jobs = "packages/core/src/pipeline/jobs.ts";

/** Reads a room's file and all of ours that it imports. Types are left out, since they call nothing. */
export function usesOf(file: string): Uses {
  const sources = closure(file, new Map());
  const senders = sendersOf(sources.get(jobs) ?? "");
  sources.delete(jobs);
  const ofRoom = [...sources.values()];
  const matches = (pattern: RegExp): string[] =>
    ofRoom.flatMap((source) => [...source.matchAll(pattern)].map(([, name = ""]) => name));
  const calls = (name: string): boolean => ofRoom.some((source) => new RegExp(`\\b${name}\\(`).test(source));
  const sends = [
    ...ofRoom.flatMap(sendsIn),
    ...[...senders].flatMap(([name, queues]) => (calls(name) ? queues : [])),
  ];
  return {
    sends: [...new Set(sends)].sort(),
    blobs: [...new Set(matches(/\bblob\.(get|put|remove|uploadUrl)\b/g).map(rightFor))].sort(),
    tokens: matches(/\bsecret\.(open|seal)\(/g).length > 0,
    mail: matches(/\bmessenger\.(\w+)\(/g).length > 0,
    model: matches(/\blabeler\.(label)\(/g).length > 0,
  };
}

/** Whoever signs an address for an upload gives away a right of its own. */
const rightFor = (call: string): string => (call === "uploadUrl" ? "put" : call);

/** The queues that a source sends to: by name, or by a constant whose value names them. */
function sendsIn(source: string): string[] {
  const sent = source.matchAll(/(?:\bsend\(\s*[\w.]+,|\bqueue\.send\()\s*(?:"(\w+)"|([\w.]+))/g);
  return [...sent].flatMap(([, name, variable = ""]) => (name ? [name] : valuesOf(variable, source)));
}

function valuesOf(variable: string, source: string): string[] {
  const [, value = ""] = new RegExp(`\\bconst ${variable} = ([^;]+);`).exec(source) ?? [];
  const named = queueNames.filter((name) => value.includes(`"${name}"`));
  return named.length > 0 ? named : [...queueNames];
}

/** The functions that jobs.ts offers beside `send` itself, with the queues that each sends to. */
function sendersOf(source: string): Map<string, string[]> {
  const declared = source.split(/\n(?=export )/).flatMap((block): [string, string[]][] => {
    const [, name] = /^export (?:async )?(?:function|const) (\w+)/.exec(block) ?? [];
    const queues = [...block.matchAll(/\bsend\(\s*ports,\s*"(\w+)"/g)].map(([, queue = ""]) => queue);
    return name && queues.length > 0 ? [[name, queues]] : [];
  });
  return new Map(declared);
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
