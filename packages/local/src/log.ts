import type { Log } from "@otklik/core/ports";
import { tellError } from "@otklik/core/tell-error";

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
