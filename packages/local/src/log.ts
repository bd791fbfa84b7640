import { type Level, jsonLog as linesOf } from "@otklik/core/json-log";
import type { Log } from "@otklik/core/ports";

/** The log of a service on this machine, by its clock. */
export const jsonLog = (
  write: (line: string) => void,
  { now = () => new Date(), least = "info" }: { now?: () => Date; least?: Level } = {},
): Log => linesOf(write, { now, least });
