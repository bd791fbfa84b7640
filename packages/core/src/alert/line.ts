import { z } from "zod";
import { Instant } from "../json.ts";
import { Told } from "../said.ts";
import type { AlertRule } from "./alerting.ts";
import { mayTellAt, type Quiet, restMs, toldKept } from "./timing.ts";

/** One rule's way to one channel. */
export interface LineName {
  brandId: string;
  rule: string;
  channel: string;
}

/** What waits on a line, and how telling goes there. */
export const Line = z.object({
  /** Days that may hold alerts not told here. */
  days: z.array(z.iso.date()).default([]),
  /** When the first of them came. */
  since: Instant.optional(),
  /** Claimed: somebody tells what these days hold, until the lease ends. */
  telling: z.object({ days: z.array(z.iso.date()), leaseUntil: Instant }).optional(),
  /** The last tellings, oldest first. */
  told: z.array(Instant).default([]),
  /** The number of the next telling. */
  no: z.number().int().default(1),
  /** Failures in a row. */
  attempts: z.number().int().default(0),
  restUntil: Instant.optional(),
  /** Nothing is told until a person has changed something. */
  broken: z.object({ why: Told, at: Instant }).optional(),
});
export type Line = z.infer<typeof Line>;
export const emptyLine: Line = Line.parse({});

/** Longer than notify may run (30 s), so that a claim is orphaned only when its worker is dead. */
export const leaseSeconds = 45;
/** A network's "later" is believed up to this. */
const longestWaitMs = 3600_000;

const union = (...days: (readonly string[])[]): string[] => [...new Set(days.flat())].sort();

/** Days with new alerts; null: that is known already. */
export function marked(line: Line, days: readonly string[], now: Date): Line | null {
  if (days.every((day) => line.days.includes(day))) return null;
  const since = line.days.length > 0 ? (line.since ?? now) : now;
  return { ...line, days: union(line.days, days), since };
}

/** When something is to be done for this line; null: nothing waits, or only for a person. */
export function dueAt(line: Line, rule: AlertRule, quiet: Quiet): Date | null {
  if (line.broken) return null;
  if (line.telling) return line.telling.leaseUntil;
  const { since, restUntil, told } = line;
  if (line.days.length === 0 || !since) return null;
  return mayTellAt(rule, { since: restUntil && restUntil > since ? restUntil : since, told }, quiet);
}

/** The days leave the line with the claim, so that an alert raised from now on marks them anew and is not lost. */
export const claimed = (line: Line, now: Date): Line & { telling: NonNullable<Line["telling"]> } => ({
  ...line,
  days: [],
  telling: {
    days: union(line.days, line.telling?.days ?? []),
    leaseUntil: new Date(now.getTime() + leaseSeconds * 1000),
  },
});

const wellAgain = ({ telling: _, restUntil: __, ...line }: Line): Line => ({ ...line, attempts: 0 });

/** Told: the next telling has the next number. */
export const toldOnce = (line: Line, { no, at }: { no: number; at: Date }): Line => ({
  ...wellAgain(line),
  told: [...line.told, at].slice(-toldKept),
  no: no + 1,
});

/** There was nothing to tell. */
export const foundNothing = (line: Line): Line => wellAgain(line);

/** Told already by one who died before the line knew; `left`: the days in which something has come since. */
export const foundTold = (line: Line, telling: { no: number; at: Date; left: readonly string[] }): Line => {
  const told = toldOnce(line, telling);
  return marked(told, telling.left, telling.at) ?? told;
};

const givenBack = ({ telling, ...line }: Line): Line => ({
  ...line,
  days: union(line.days, telling?.days ?? []),
});

/** Not told for now: all waits, with what comes meanwhile, for the time given or a rest. `chance` in [0, 1). */
export function putOff(line: Line, how: { now: Date; chance: number; retryAt?: Date | undefined }): Line {
  const attempts = line.attempts + 1;
  const now = how.now.getTime();
  const until = how.retryAt
    ? Math.min(how.retryAt.getTime(), now + longestWaitMs)
    : now + restMs(attempts, how.chance);
  return { ...givenBack(line), attempts, restUntil: new Date(until) };
}

/** Nobody is reached this way until somebody has changed something. */
export const broken = (line: Line, why: Told, at: Date): Line => ({
  ...givenBack(line),
  broken: { why, at },
});

export function mended({ broken: _, restUntil: __, ...line }: Line): Line {
  return { ...line, attempts: 0 };
}
