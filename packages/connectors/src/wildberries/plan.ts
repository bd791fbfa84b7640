// Which lists are read, in what order, and between which times. All times are unix seconds, as Wildberries counts them.
//
// Nothing is lost while rows move under us:
// - A review moves one way: out of the unanswered ones, perhaps into the archive, perhaps to the answered ones. The
//   lists are read in that order, so that what has left one before we come is in the next one when we get there.
//   (Whether answered reviews of the archive are listed as answered too, the specification does not say.)
// - A later cycle reads back to two days before the last whole one began, for reviews that show later than their date.
// - It ends with one page out of the last 60 days of each list of answers, another page each time, so that an answer
//   given in the seller's own cabinet to an old review is noticed when its week comes round.

const day = 86_400;
const week = 7 * day;
const margin = 2 * day;
const depth = 60 * day;
export const pullEveryMinutes = 5;

export type Lane = "unanswered" | "questions" | "answered" | "answered-questions" | "archive";

export interface Step {
  lane: Lane;
  /** All of a list; what is recent; 60 days, week by week; what is older; one page of those 60 days. */
  reads: "all" | "recent" | "weeks" | "older" | "turn";
}

const firstCycle: readonly Step[] = [
  { lane: "unanswered", reads: "all" },
  { lane: "questions", reads: "all" },
  { lane: "archive", reads: "all" },
  { lane: "answered", reads: "weeks" },
  { lane: "answered", reads: "older" },
  { lane: "answered-questions", reads: "weeks" },
  { lane: "answered-questions", reads: "older" },
];
const laterCycle: readonly Step[] = [
  { lane: "unanswered", reads: "recent" },
  { lane: "questions", reads: "recent" },
  { lane: "archive", reads: "recent" },
  { lane: "answered", reads: "recent" },
  { lane: "answered-questions", reads: "recent" },
  { lane: "archive", reads: "turn" },
  { lane: "answered", reads: "turn" },
  { lane: "answered-questions", reads: "turn" },
];

/** The steps of a cycle; `caughtUp` is when the last whole cycle began, null before the first has ended. */
export const stepsAfter = (caughtUp: number | null): readonly Step[] =>
  caughtUp === null ? firstCycle : laterCycle;

export interface Cycle {
  began: number;
  caughtUp: number | null;
}

/** The rows that a step is about. */
export interface Stretch {
  /** Names its watermarks, one for each page unless it is read but once. */
  list: string;
  once?: boolean;
  from?: number;
  to?: number;
  /** For what cannot be asked for by date, or should not: reading ends at the first page that reaches this far back. */
  until?: number;
}

/** The stretch of a step in a cycle; `at` is the week it has come to, for those that go week by week. */
export function stretchOf({ lane, reads }: Step, { began, caughtUp }: Cycle, at: number): Stretch {
  const horizon = (caughtUp ?? began) - margin;
  if (reads === "all") return { list: lane };
  if (reads === "older") return { list: `${lane}.older`, once: true, to: oldestWeek(began) };
  if (reads === "recent" && lane.startsWith("answered")) return { list: `${lane}.recent`, from: horizon };
  if (reads === "recent") return { list: lane, until: horizon };
  if (lane === "archive") return { list: lane, until: began - depth };
  return { list: `${lane}.${new Date(at * 1000).toISOString().slice(0, 10)}`, from: at, to: at + week };
}

export const isByWeek = ({ lane, reads }: Step): boolean =>
  lane !== "archive" && (reads === "weeks" || reads === "turn");

const newestWeek = (began: number): number => Math.floor(began / week) * week;
const oldestWeek = (began: number): number => newestWeek(began - depth);

/** The week before; null past the 60 days. */
export const weekBefore = (at: number, began: number): number | null =>
  at - week < oldestWeek(began) ? null : at - week;

/** The week to go on with, `passed` weeks after that one; past the oldest comes the newest. */
export function weekToRead(at: number | undefined, began: number, passed = 0): number {
  const [oldest, newest] = [oldestWeek(began), newestWeek(began)];
  if (at === undefined || at < oldest || at > newest) return weekToRead(newest, began, passed);
  const weeks = (newest - oldest) / week + 1;
  return newest - (((newest - at) / week + passed) % weeks) * week;
}

/**
 * How many pulls have passed since a cursor was saved: a room that finds nothing new saves it only once an hour, and
 * the rotations go on all the same.
 */
export function pullsPassed({ began, caughtUp }: Cycle): number {
  if (caughtUp === null) return 0;
  const pulls = Math.round((began - caughtUp) / (pullEveryMinutes * 60)) - 1;
  return Math.min(Math.max(0, pulls), 60 / pullEveryMinutes);
}
