import type { Log } from "./ports.ts";
import { tellError } from "./tell-error.ts";

type Fields = Record<string, string | number | boolean | null>;
const levels = ["info", "warn", "error"] as const;
export type Level = (typeof levels)[number];

/** Structured lines, one JSON object each, to `write`; only those of `least` and above. */
export function jsonLog(
  write: (line: string) => void,
  { now, least = "info" }: { now: () => Date; least?: Level },
): Log {
  const line = (level: Level, event: string, fields: Fields = {}): void => {
    if (levels.indexOf(level) < levels.indexOf(least)) return;
    write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
  };
  return {
    info: (event, fields) => line("info", event, fields),
    warn: (event, fields) => line("warn", event, fields),
    error: (event, error, fields) => line("error", event, { ...fields, ...tellError(error) }),
  };
}
