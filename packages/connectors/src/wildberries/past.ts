// A read of the past: what was posted in a chosen range, list by list, each with the newest first; pure.
import { z } from "zod";
import type { Lane } from "./plan.ts";
import { type Ask, type Came, nextPage, type PageSizes, Place, start, takeOf } from "./walk.ts";

/** The archive comes last: it knows no dates, so all that is newer than the range is read too. */
const lanes: readonly Lane[] = ["unanswered", "questions", "answered", "answered-questions", "archive"];

export const Past = z.object({
  version: z.literal(1),
  /** Past the last lane: all lists are read. */
  step: z.int().min(0),
  place: Place,
  done: z.int().min(0),
  /** How many there are in all, once it was asked. */
  of: z.int().min(0).optional(),
});
export type Past = z.infer<typeof Past>;
export const firstPast: Past = { version: 1, step: 0, place: start, done: 0 };

/** Unix seconds: at or after `since`, and before `until`. */
export interface Period {
  since: number;
  until: number;
}

const laneOf = ({ step }: Past): Lane => lanes[step] as Lane;
export const hasLists = ({ step }: Past): boolean => step < lanes.length;

const stretchOf = (lane: Lane, { since, until }: Period) =>
  lane === "archive" ? { list: lane, until: since } : { list: lane, from: since, to: until };

export function pastAskOf(past: Past, period: Period, sizes: PageSizes): Ask {
  const lane = laneOf(past);
  const { from, to } = stretchOf(lane, period) as { from?: number; to?: number };
  const { skip, before } = past.place;
  return { lane, list: `${lane}.past`, take: takeOf({ lane }, sizes), skip, from, to: before ?? to };
}

export function afterPastPage(
  past: Past,
  came: Came,
  { sizes, ...period }: Period & { sizes: PageSizes },
): Past {
  const lane = laneOf(past);
  const place = nextPage(
    { step: { lane }, place: past.place, stretch: stretchOf(lane, period) },
    came,
    sizes,
  );
  const done = past.done + came.rows;
  return place ? { ...past, place, done } : { ...past, step: past.step + 1, place: start, done };
}
