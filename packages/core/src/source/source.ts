import { z } from "zod";
import type { NetworkFault } from "../errors.ts";
import { shardOf } from "../id.ts";
import { Instant } from "../json.ts";
import { type Said, Told } from "../said.ts";

/** The only pauses between pulls, in minutes: each has its slots, and schedule looks at one slot of each. */
export const intervals = [1, 5, 15, 60] as const;

/** What of the past enters the inbox when a source is connected; all of it feeds trends. */
export const InboxFrom = z.enum(["now", "30d", "all"]);
export type InboxFrom = z.infer<typeof InboxFrom>;

export const SourceState = z.discriminatedUnion("is", [
  z.object({ is: z.literal("active") }),
  z.object({ is: z.literal("paused"), by: z.string(), why: Told.optional() }),
]);

export const Source = z.object({
  id: z.string(),
  brandId: z.string(),
  network: z.string(),
  title: z.string(),
  accountId: z.string().optional(),
  settings: z.unknown(),
  /** Minutes; 0: pulled only when asked. */
  every: z.number().int(),
  /** Older mentions feed trends and never enter the inbox, SLA, alerts or auto-reply. */
  inboxFrom: Instant,
  state: SourceState,
  connectedAt: Instant,
});
export type Source = z.infer<typeof Source>;

/** How pulling goes; apart from the source, so that a re-poll without news writes nothing but an hourly heartbeat. */
export const Health = z.object({
  cursor: z.string().nullable(),
  caughtUp: z.boolean(),
  lastGoodAt: Instant.optional(),
  foundAt: Instant.optional(),
  /** As received: a mention that stands in several of the network's lists counts in each. */
  found: z.number().int().default(0),
  unreadable: z.number().int().default(0),
  fault: z
    .object({
      kind: z.string(),
      message: Told,
      at: Instant,
      count: z.number().int(),
      /** When the first of those in a row came. */
      since: Instant.optional(),
      /** Those who are told of failing sources have been. */
      alarmed: z.literal(true).optional(),
    })
    .optional(),
  /** Written by a fault only. */
  notBefore: Instant.optional(),
  progress: z.object({ done: z.number(), of: z.number().optional() }).optional(),
  standing: z.object({ average: z.number(), outOf: z.number(), count: z.number() }).optional(),
});
export type Health = z.infer<typeof Health>;
export const freshHealth: Health = { cursor: null, caughtUp: false, found: 0, unreadable: 0 };

const day = 24 * 3600_000;

/** The instant that a choice means, at the moment of connecting. */
export function inboxFromChoice(choice: InboxFrom, now: Date): Date {
  if (choice === "now") return now;
  return choice === "30d" ? new Date(now.getTime() - 30 * day) : new Date(0);
}

/** Which minute of its interval a source is pulled in: from its id alone, so that no time is ever rewritten. */
export const slotOf = (sourceId: string, every: number): number => shardOf(sourceId, every);

/** The slot of each interval that this minute belongs to. */
export function slotsAt(at: Date): { every: number; slot: number }[] {
  const minute = Math.floor(at.getTime() / 60_000);
  return intervals.map((every) => ({ every, slot: minute % every }));
}

export type Consequence =
  | { does: "wait"; until: Date }
  | { does: "pause"; why: Said }
  | { does: "give-back"; why: Said }
  | { does: "gone" };

/**
 * What a network's fault leads to: the one place that decides. `count` is how many in a row, this one included;
 * `chance` in [0, 1) spreads the retries. Waits double from 30 s up to an hour.
 */
export function whatFollows(
  fault: NetworkFault,
  { now, count, chance }: { now: Date; count: number; chance: number },
): Consequence {
  const backOff = Math.min(30 * 2 ** (count - 1), 3600) * (0.75 + chance / 2);
  const until = new Date(now.getTime() + backOff * 1000);
  switch (fault.kind) {
    case "throttled":
      return { does: "wait", until: fault.retryAt ?? until };
    case "unavailable":
      return { does: "wait", until: fault.retryAt && fault.retryAt > until ? fault.retryAt : until };
    case "unauthorized":
    case "changed":
      return { does: "pause", why: fault.said };
    case "refused":
      return { does: "give-back", why: fault.said };
    case "gone":
      return { does: "gone" };
  }
}
