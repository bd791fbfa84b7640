import { NetworkFault } from "@otklik/core/errors";
import type { Log } from "@otklik/core/ports";
import { z } from "zod";

type Fields = Record<string, string | number | boolean | null>;
const levels = ["info", "warn", "error"] as const;

/** Structured lines, one JSON object each, to `write`; only those of `least` and above. */
export function jsonLog(
  write: (line: string) => void,
  { now = () => new Date(), least = "info" }: { now?: () => Date; least?: (typeof levels)[number] } = {},
): Log {
  const line = (level: (typeof levels)[number], event: string, fields: Fields = {}): void => {
    if (levels.indexOf(level) < levels.indexOf(least)) return;
    write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields) => line("info", event, fields),
    warn: (event, fields) => line("warn", event, fields),
    error: (event, error, fields) => line("error", event, { ...fields, ...tellError(error) }),
  };
}

/** What may be said of an error: its name, and its place in our code. A message could quote a customer, so it stays out. */
function tellError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const place = placeOf(error);
  return {
    error: wordOr(error.name, "Error"),
    ...(error instanceof NetworkFault ? { kind: error.kind } : {}),
    ...(error instanceof z.ZodError ? { field: fieldOf(error) } : {}),
    ...("code" in error ? { code: wordOr(error.code, "?") } : {}),
    ...(place ? { place } : {}),
  };
}

/** A name that a program gave. What else stands where one is expected may be anybody's words. */
const wordOr = (given: unknown, otherwise: string): string =>
  /^[\w-]{1,40}$/.test(String(given)) ? String(given) : otherwise;

/** A record's keys may come from outside as well. */
const fieldOf = ({ issues }: z.ZodError): string =>
  (issues[0]?.path ?? []).map((part) => wordOr(part, "?")).join(".");

/** The first frame in our own code. The stack begins with the message, whose lines may look like frames, so it is cut off. */
function placeOf({ message, stack = "" }: Error): string | undefined {
  const head = stack.indexOf(message);
  if (head < 0) return undefined;
  const frame = stack
    .slice(head + message.length)
    .split("\n")
    .find((line) => /^ +at .*\.[jt]s:\d+:\d+\)?$/.test(line) && !line.includes("node_modules"));
  return frame
    ?.trim()
    .replace(/^at /, "")
    .replace(/[^\s(]*\/(packages|functions|tests)\//, "$1/");
}
