import { z } from "zod";
import { Instant } from "../json.ts";
import { Told } from "../said.ts";
import type { Source } from "./source.ts";

/** The reading of a time that lies before a source was connected; one at a time for each source. */
export const Backfill = z.object({
  /** Another one for each time that it is begun. */
  id: z.string(),
  sourceId: z.string(),
  /** Posted at or after, and before `until`. */
  since: Instant,
  until: Instant,
  by: z.string(),
  startedAt: Instant,
  cursor: z.string().nullable(),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  why: Told.optional(),
  progress: z.object({ done: z.number(), of: z.number().optional() }).optional(),
  /** As received, repeats included. */
  found: z.number().int(),
  /** Faults in a row. */
  faults: z.number().int(),
  /** When sweep looks whether it goes on: its time after a fault, or a worker that died. */
  lookAt: Instant,
});
export type Backfill = z.infer<typeof Backfill>;

/** A worker that is silent for so long is dead. */
const silenceMs = 10 * 60_000;
/** Faults in a row, some days of them, after which it is given up. */
export const mostFaults = 60;

export const lookAfter = (now: Date): Date => new Date(now.getTime() + silenceMs);

/**
 * The source as what a backfill finds is to see it: what was said before it was connected never enters the inbox, also
 * where all of it was wanted there; what was said since is the pull's, whoever finds it first.
 */
export const asHistory = (source: Source): Source =>
  source.inboxFrom > source.connectedAt ? source : { ...source, inboxFrom: source.connectedAt };
