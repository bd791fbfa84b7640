// Where reading has come to: a cursor that is moved on by pages, pure.
//
// The lists have no order that could be relied on and no time of change, so they are read by windows of time that stand
// still (thirty days of the calendar each), all pages of one before the next. The first cycle goes back window by window
// until half a year is empty. Later cycles read what asks for a reaction (an edited review does so again), the last days,
// and one older window of the last half year each, newest first and round again, for answers given in the cabinet.
import { z } from "zod";

const day = 86_400;
export const windowSeconds = 30 * day;
const emptyWindows = 6;
const furthest = 120; // windows, ten years
const turnWindows = 6;
const overlap = 2 * day;

const first = ["reviews", "questions", "chats"] as const;
const later = [
  "reviews-needed",
  "questions-needed",
  "reviews-recent",
  "questions-recent",
  "chats",
  "reviews-turn",
  "questions-turn",
] as const;
export type Step = (typeof first)[number] | (typeof later)[number];

export const Walk = z.object({
  version: z.literal(1),
  /** Unix seconds: when the cycle under way began; null between cycles. */
  began: z.int().nullable(),
  /** Unix seconds: when the last whole cycle began; null before the first has ended. */
  caughtUp: z.int().nullable(),
  step: z.int().min(0),
  /** Windows back from the present one. */
  window: z.int().min(0),
  /** Windows in a row without an entry. */
  empty: z.int().min(0),
  /** The network's own token of the next page. */
  token: z.string().optional(),
  /** Which older window is next. */
  turn: z.int().min(0),
  /** Entries read in the first cycle. */
  done: z.int().min(0),
});
export type Walk = z.infer<typeof Walk>;
export type Underway = Walk & { began: number };

const start: Walk = {
  version: 1,
  began: null,
  caughtUp: null,
  step: 0,
  window: 0,
  empty: 0,
  turn: 1,
  done: 0,
};

/** The cursor as it was saved, with a cycle under way; the beginning for one that is none of ours. */
export function walkOf(from: string | null, now: Date): Underway {
  const walk = saved(from) ?? start;
  return { ...walk, began: walk.began ?? Math.floor(now.getTime() / 1000) };
}

function saved(from: string | null): Walk | null {
  try {
    return Walk.parse(JSON.parse(from ?? ""));
  } catch {
    return null;
  }
}

const stepsOf = ({ caughtUp }: Pick<Walk, "caughtUp">): readonly Step[] =>
  caughtUp === null ? first : later;

/** What the next page is about. */
export interface Ask {
  step: Step;
  /** Names the watermark of the page. */
  list: string;
  /** Unix seconds, both included. */
  from?: number;
  to?: number;
  token: string | undefined;
}

export function askOf(walk: Underway): Ask {
  const step = stepsOf(walk)[walk.step] ?? "chats";
  const kind = step.startsWith("reviews") ? "reviews" : "questions";
  const { token } = walk;
  if (step === "chats") return { step, list: step, from: (walk.caughtUp ?? 0) - overlap, token };
  if (step.endsWith("needed")) return { step, list: step, token };
  if (step.endsWith("recent"))
    return { step, list: step, from: (walk.caughtUp ?? walk.began) - overlap, to: walk.began, token };
  const back = step.endsWith("turn") ? walk.turn : walk.window;
  const from = (Math.floor(walk.began / windowSeconds) - back) * windowSeconds;
  const to = Math.min(from + windowSeconds - 1, walk.began);
  return { step, list: `${kind}.${new Date(from * 1000).toISOString().slice(0, 10)}`, from, to, token };
}

/** The walk after a page of so many entries; `began` is null where the cycle is over. */
export function afterPage(walk: Underway, came: { entries: number; token: string | undefined }): Walk {
  const { token: _, ...rest } = walk;
  const done = walk.caughtUp === null ? walk.done + came.entries : walk.done;
  if (came.token !== undefined && came.token !== walk.token)
    return { ...rest, done, token: came.token, empty: came.entries > 0 ? 0 : walk.empty };
  const step = stepsOf(walk)[walk.step] ?? "chats";
  if (step === "reviews" || step === "questions") {
    const empty = came.entries > 0 || walk.token !== undefined ? 0 : walk.empty + 1;
    if (empty < emptyWindows && walk.window < furthest)
      return { ...rest, done, window: walk.window + 1, empty };
  }
  const next = { ...rest, done, step: walk.step + 1, window: 0, empty: 0 };
  if (next.step < stepsOf(walk).length) return next;
  return { ...next, step: 0, began: null, caughtUp: walk.began, turn: (walk.turn % turnWindows) + 1 };
}
