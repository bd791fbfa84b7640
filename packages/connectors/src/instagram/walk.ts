// Where reading has come to: a cursor that is moved on by pages, pure.
//
// A cycle reads the pictures in which the brand was tagged, then the list of its own media, and of these the comments
// where their number has changed. The first cycle goes through the newest media; a later one looks at the first page of
// them, at one page of the older ones (another each time) and at one of the newest whose number has not changed: a
// comment may go while another comes.
import { z } from "zod";

/** Media that are watched; comments under older ones come by pushes, and by reading a range of the past. */
export const mostMedia = 150;
export const mediaPage = 25;
export const pullEveryMinutes = 15;
const mostTagPages = 4;

const Item = z.object({
  id: z.string(),
  /** How many comments and replies it is said to have; -1: it is not told. */
  count: z.int(),
  link: z.string().optional(),
  name: z.string().optional(),
  /** Where its list of comments goes on. */
  after: z.string().optional(),
  page: z.int().min(0),
});
/** A media whose comments are to be read. */
export type Item = z.infer<typeof Item>;

export const Walk = z.object({
  version: z.literal(1),
  /** Unix seconds: when the cycle under way began; null between cycles. */
  began: z.int().nullable(),
  /** The first cycle has ended. */
  isWhole: z.boolean(),
  step: z.enum(["tags", "media", "older"]),
  after: z.string().optional(),
  pages: z.int().min(0),
  queue: z.array(Item),
  /** Of each watched media, the newest first: its id, how many comments it had, and when it was posted. */
  media: z.array(z.tuple([z.string(), z.int(), z.int()])),
  /** Comments by media, so that it is noticed when they go: each with its id, its time and the comment it replies to. */
  comments: z.record(z.string(), z.array(z.tuple([z.string(), z.int(), z.string()]))),
  /** Media and comments read in the first cycle. */
  done: z.int().min(0),
  /** A page could not be gone on from: cursors of the Graph API end some day. */
  stumbled: z.literal(true).optional(),
});
export type Walk = z.infer<typeof Walk>;
export type Underway = Walk & { began: number };

const firstWalk: Walk = {
  ...{ version: 1, began: null, isWhole: false, step: "tags", pages: 0, queue: [] },
  ...{ media: [], comments: {}, done: 0 },
};

/** The beginning where a cursor is none of ours. */
export function walkOf(from: string | null): Walk {
  try {
    return Walk.parse(JSON.parse(from ?? "null"));
  } catch {
    return firstWalk;
  }
}

export function underway(walk: Walk, now: Date): Underway {
  if (walk.began !== null) return { ...walk, began: walk.began };
  const began = Math.floor(now.getTime() / 1000);
  return { ...walk, began, step: "tags", pages: 0, queue: [], after: undefined };
}

/** The same place of the cycle asked for from its beginning; the second time in a row there is no more to be done. */
export const begunAnew = (walk: Underway): Walk => ({ ...walk, began: null, stumbled: true });

export type Ask =
  | { is: "comments"; item: Item }
  | { is: "tags"; after?: string | undefined }
  | { is: "media"; after?: string | undefined; until?: number | undefined };

export function askOf(walk: Underway): Ask {
  const [item] = walk.queue;
  if (item) return { is: "comments", item };
  if (walk.step === "older") return { is: "media", until: turnOf(walk) };
  return { is: walk.step, after: walk.after };
}

/** Which of the older media are looked at: by the clock, since a cycle that found nothing leaves no cursor behind. */
function turnOf({ media, began }: Underway): number | undefined {
  const older = media.length - mediaPage;
  if (older <= 0) return undefined;
  const turn = Math.floor(began / (pullEveryMinutes * 60)) % Math.ceil(older / mediaPage);
  const first = media[mediaPage + turn * mediaPage];
  return first && first[2] + 1;
}

export function afterTags(walk: Underway, after: string | undefined): Walk {
  const pages = walk.pages + 1;
  if (after !== undefined && !walk.isWhole && pages < mostTagPages) return { ...walk, after, pages };
  return { ...walk, step: "media", after: undefined, pages: 0 };
}

/** A media as its list tells it. */
export interface Listed {
  id: string;
  count: number;
  /** Unix seconds. */
  at: number;
  link?: string | undefined;
  name?: string | undefined;
}

export function afterMedia(walk: Underway, listed: readonly Listed[], after: string | undefined): Walk {
  const known = new Map(walk.media.map(([id, count]) => [id, count]));
  const isLooked = (at: number) =>
    walk.isWhole && walk.step === "media" && at === lookOf(walk, listed.length);
  const isChanged = ({ id, count }: Listed, at: number): boolean =>
    !walk.isWhole || count < 0 || count !== (known.get(id) ?? 0) || (count > 0 && isLooked(at));
  const changed = listed.filter(isChanged);
  const queue = changed.map(({ id, count, link, name }) => ({ id, count, link, name, page: 0 }));
  const done = walk.isWhole ? 0 : walk.done + listed.length;
  return onward({ ...walk, queue, done, media: withMedia(walk.media, listed), pages: walk.pages + 1, after });
}

const lookOf = ({ began }: Underway, length: number): number =>
  Math.floor(began / (pullEveryMinutes * 60)) % Math.max(1, length);

/** Those that were read are known by their number; of those still to be read it is not known yet. */
function withMedia(before: Walk["media"], listed: readonly Listed[]): Walk["media"] {
  const kept = new Map(before.map((one) => [one[0], one]));
  for (const { id, at } of listed) {
    const [, known = 0] = kept.get(id) ?? [];
    kept.set(id, [id, known, at]);
  }
  return [...kept.values()].sort((a, b) => b[2] - a[2]).slice(0, mostMedia);
}

/** The step after a page of media, once all comments that it led to are read. */
function onward(walk: Underway): Walk {
  if (walk.queue.length > 0) return walk;
  const goesOn = walk.step === "media" && walk.after !== undefined && !walk.isWhole;
  if (goesOn && walk.pages * mediaPage < mostMedia) return walk;
  if (walk.step === "media" && walk.isWhole && turnOf(walk) !== undefined)
    return { ...walk, step: "older", after: undefined };
  const { stumbled: _, ...rest } = walk;
  return { ...rest, began: null, isWhole: true, after: undefined, pages: 0, done: 0 };
}

export function afterComments(walk: Underway, read: number, after: string | undefined): Walk {
  const [item, ...others] = walk.queue;
  if (!item) return onward(walk);
  const done = walk.isWhole ? 0 : walk.done + read;
  if (after !== undefined)
    return { ...walk, done, queue: [{ ...item, after, page: item.page + 1 }, ...others] };
  const media = walk.media.map((one): Walk["media"][number] =>
    one[0] === item.id ? [one[0], item.count, one[2]] : one,
  );
  return onward({ ...walk, done, media, queue: others });
}
