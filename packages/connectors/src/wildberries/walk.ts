// Where reading has come to: a cursor that is moved on by pages, pure, so that a walk through a hundred thousand
// reviews is a table in a test.
//
// Two ways of paging, and why rows that arrive or leave meanwhile cannot slip between two pages:
// - Lists with dates are read newest first, and the next page asks for what is not newer than the last row of this one.
//   No offset is counted, so nothing can shift; rows of that same second are read twice.
// - The archive knows no dates and is paged by offset, newest first: new rows push others to later pages, where they
//   are read twice. Each page begins a tenth before the end of the last one, for rows that were taken away.
import { z } from "zod";
import type { Lane, Step, Stretch } from "./plan.ts";
import { isByWeek, pullsPassed, stepsAfter, stretchOf, weekBefore, weekToRead } from "./plan.ts";

export const Place = z.object({
  page: z.int().min(0),
  skip: z.int().min(0),
  /** Unix seconds: rows not newer than this are still to come. */
  before: z.int().optional(),
  /** Unix seconds: the beginning of the week that is being read. */
  week: z.int().optional(),
});
export type Place = z.infer<typeof Place>;
export const start: Place = { page: 0, skip: 0 };

export const Walk = z.object({
  version: z.literal(1),
  /** Unix seconds: when the cycle under way began; null between cycles. */
  began: z.int().nullable(),
  /** Unix seconds: when the last whole cycle began; null before the first has ended. */
  caughtUp: z.int().nullable(),
  step: z.int().min(0),
  place: Place,
  /** Where each rotation goes on. */
  turns: z.partialRecord(z.enum(["answered", "answered-questions", "archive"]), Place),
  /** Rows read in the first cycle. */
  done: z.int().min(0),
});
export type Walk = z.infer<typeof Walk>;
/** A walk with a cycle under way. */
export type Underway = Walk & { began: number };

export const firstWalk: Walk = {
  version: 1,
  began: null,
  caughtUp: null,
  step: 0,
  place: start,
  turns: {},
  done: 0,
};

/** Rows in a page. */
export interface PageSizes {
  dated: number;
  archive: number;
}

/** One request: rows of a list between two times, newest first. */
export interface Ask {
  lane: Lane;
  /** The page's name, under which its watermark is kept. */
  list: string;
  take: number;
  skip: number;
  from?: number | undefined;
  to?: number | undefined;
}

/** What came: how many rows, and when the oldest that could be read was written. */
export interface Came {
  rows: number;
  oldest: number | null;
}

/** Begins a cycle where none is under way. */
export function underway(walk: Walk, now: Date, sizes: PageSizes): Underway {
  if (walk.began !== null) return { ...walk, began: walk.began };
  const began = Math.floor(now.getTime() / 1000);
  return { ...walk, began, turns: turnsAt({ ...walk, began }, sizes) };
}

/** Where the rotations stand by now; one that is among the pages of a week goes on there. */
function turnsAt(walk: Underway, sizes: PageSizes): Walk["turns"] {
  const { answered, "answered-questions": questions, archive } = walk.turns;
  const passed = pullsPassed(walk);
  const byWeek = (place = start): Place =>
    place.page > 0 ? place : { ...start, week: weekToRead(place.week, walk.began, passed) };
  const page = (archive?.page ?? 1) + passed; // page 0 is read in each cycle anyway
  return {
    answered: byWeek(answered),
    "answered-questions": byWeek(questions),
    archive: { page, skip: page * strideOf(sizes.archive) },
  };
}

export function askOf(walk: Underway, sizes: PageSizes): Ask {
  const { step, place, stretch } = standingOf(walk);
  return {
    lane: step.lane,
    list: stretch.once ? stretch.list : `${stretch.list}.${Math.min(place.page, mostNames)}`,
    take: takeOf(step, sizes),
    skip: place.skip,
    from: stretch.from,
    to: place.before ?? stretch.to,
  };
}
const mostNames = 99; // pages further back share one watermark

/** The walk after a page; `began` is null where the cycle is over. */
export function afterPage(walk: Underway, came: Came, sizes: PageSizes): Walk {
  const standing = standingOf(walk);
  const { step } = standing;
  const place = nextPage(standing, came, sizes) ?? nextWeek(standing, walk.began);
  const counted = { ...walk, done: walk.caughtUp === null ? walk.done + came.rows : 0 };
  if (step.reads === "turn") {
    return nextStep({ ...counted, turns: { ...walk.turns, [step.lane]: place ?? undefined } });
  }
  return place ? { ...counted, place } : nextStep(counted);
}

function nextStep(walk: Underway): Walk {
  if (walk.step + 1 < stepsAfter(walk.caughtUp).length) {
    return { ...walk, step: walk.step + 1, place: start };
  }
  return { ...walk, began: null, caughtUp: walk.began, step: 0, place: start };
}

interface Standing {
  step: Step;
  place: Place;
  stretch: Stretch;
}

/** Any list with its place, such as one of a read of the past. */
type Paging = Omit<Standing, "step"> & { step: OfLane };
type OfLane = Pick<Step, "lane">;

function standingOf(walk: Underway): Standing {
  const steps = stepsAfter(walk.caughtUp);
  const step = steps[Math.min(walk.step, steps.length - 1)] as Step;
  const place = placeOf(walk, step);
  return { step, place, stretch: stretchOf(step, walk, place.week ?? 0) };
}

function placeOf(walk: Underway, step: Step): Place {
  const place = step.reads === "turn" ? (walk.turns[step.lane as keyof Walk["turns"]] ?? start) : walk.place;
  if (!isByWeek(step)) return place;
  const week = weekToRead(place.week, walk.began);
  return week === place.week ? place : { ...start, week };
}

export const takeOf = ({ lane }: OfLane, sizes: PageSizes): number =>
  lane === "archive" ? sizes.archive : sizes.dated;
const strideOf = (take: number): number => Math.max(1, Math.floor(take * 0.9));

/** Where the stretch goes on; null at its end. */
export function nextPage({ step, place, stretch }: Paging, came: Came, sizes: PageSizes): Place | null {
  const take = takeOf(step, sizes);
  const { oldest } = came;
  if (came.rows < take || oldest === null) return null;
  if (stretch.until !== undefined && oldest < stretch.until) return null;
  const page = place.page + 1;
  const byOffset = { ...place, page, skip: place.skip + strideOf(take) };
  if (step.lane === "archive") return reachable(step, byOffset, take);
  const before = place.before ?? stretch.to;
  // One second more than needed, so that it does not matter whether the network's bounds are inclusive.
  if (before === undefined || oldest + 1 < before) return { ...place, page, before: oldest + 1, skip: 0 };
  // A whole page within one second: its further rows can be reached by offset only.
  return reachable(step, byOffset, take);
}

function nextWeek({ step, place }: Standing, began: number): Place | null {
  if (!isByWeek(step) || place.week === undefined) return null;
  const week = weekBefore(place.week, began);
  return week === null ? null : { ...start, week };
}

/** The network's own limits: questions end at 10,000, and no list of reviews goes on after 199,990. */
function reachable({ lane }: OfLane, place: Place, take: number): Place | null {
  const ends = lane.endsWith("questions") ? 10_000 - take : 199_990;
  return place.skip > ends ? null : place;
}
