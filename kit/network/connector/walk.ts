// Where reading has come to. The list is sorted by the time of change, newest first: a walk reads from the top down to
// what the last whole walk began with, and a little past it, since what changes meanwhile moves to the top.
import { z } from "zod";

export const Walk = z.object({
  version: z.literal(1),
  /** ISO 8601: what changed before then has been read. null: nothing yet. */
  readTo: z.iso.datetime().nullable(),
  /** The walk under way: when it began, and the network's own cursor of its next page. */
  underway: z.object({ beganAt: z.iso.datetime(), cursor: z.string() }).nullable(),
});
export type Walk = z.infer<typeof Walk>;

const overlapMs = 10 * 60_000;

/** The cursor as it was saved; the beginning for one that is none of ours. */
export function walkOf(from: string | null): Walk {
  const start: Walk = { version: 1, readTo: null, underway: null };
  if (from === null) return start;
  try {
    return Walk.parse(JSON.parse(from));
  } catch {
    return start;
  }
}

/**
 * The walk after a page.
 * @param page.oldest when the last entry of the page changed; null for a page without entries
 * @param page.cursor the network's cursor of the page after it, if there is one
 */
export function afterPage(
  walk: Walk,
  page: { oldest: Date | null; cursor: string | undefined },
  now: Date,
): Walk {
  const beganAt = walk.underway?.beganAt ?? now.toISOString();
  const enough = walk.readTo && page.oldest && page.oldest.getTime() < Date.parse(walk.readTo) - overlapMs;
  if (enough || !page.cursor) return { version: 1, readTo: beganAt, underway: null };
  return { ...walk, underway: { beganAt, cursor: page.cursor } };
}
