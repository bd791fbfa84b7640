// Where reading has come to in the feed: storefront by storefront, each newest first and at most ten pages deep. Dates
// are not to be had in every feed, so what was read is known by the ids that stood on top. Pure.
import { z } from "zod";
import { jsonOrNull } from "../kit/newest-walk.ts";

const mostPages = 10;
const marks = 5;
/** So many marks seen again mean that what follows is known; fewer may be old reviews that an edit brought up. */
const enough = 3;

export const Walk = z.object({
  version: z.literal(1),
  app: z.string(),
  /** The ids that stood on top of each storefront when it was last read. */
  known: z.record(z.string(), z.array(z.string())),
  /** Storefronts that have no such feed, of which has been told. */
  none: z.array(z.string()),
  /** The storefront under way: its turn, the next page of it, the top of it now, and how many marks were met. */
  turn: z.int().min(0),
  page: z.int().min(1).max(mostPages),
  top: z.array(z.string()),
  met: z.int().min(0),
  done: z.int().min(0),
});
export type Walk = z.infer<typeof Walk>;

export const firstWalk = (app: string): Walk => ({
  version: 1,
  app,
  known: {},
  none: [],
  turn: 0,
  page: 1,
  top: [],
  met: 0,
  done: 0,
});

/** The walk that a cursor tells of; a new one where it is none of ours, or was about another app. */
export function walkFrom(cursor: string | null, app: string): Walk {
  const read = Walk.safeParse(cursor === null ? null : jsonOrNull(cursor));
  return read.success && read.data.app === app ? read.data : firstWalk(app);
}

/** The storefront to read; the first where the settings have lost the one under way. */
export const storefrontOf = ({ turn }: Walk, storefronts: readonly string[]): string =>
  storefronts[turn] ?? (storefronts[0] as string);

/** The walk after a page with these ids, and whether that was the last of the cycle. */
export function afterPage(
  walk: Walk,
  ids: readonly string[],
  storefronts: readonly string[],
): { next: Walk; more: boolean } {
  const turn = walk.turn < storefronts.length ? walk.turn : 0;
  const storefront = storefrontOf(walk, storefronts);
  const known = walk.known[storefront] ?? [];
  const top = walk.page === 1 ? ids.slice(0, marks) : walk.top;
  const met = walk.met + known.filter((id) => ids.includes(id)).length;
  const done = walk.done + ids.length;
  const isKnown = known.length > 0 && met >= Math.min(enough, known.length);
  if (ids.length > 0 && !isKnown && walk.page < mostPages)
    return { next: { ...walk, turn, page: walk.page + 1, top, met, done }, more: true };
  // An empty feed after a full one is a hiccup of the network: what was known stays known.
  const after = top.length > 0 ? { ...walk.known, [storefront]: top } : walk.known;
  const none = walk.none.filter((one) => one !== storefront);
  return afterStorefront({ ...walk, turn, known: after, none, done }, storefronts);
}

/** The walk after a storefront that has no such feed. */
export function afterNone(walk: Walk, storefronts: readonly string[]): { next: Walk; more: boolean } {
  const none = [...new Set([...walk.none, storefrontOf(walk, storefronts)])];
  return afterStorefront(
    { ...walk, turn: walk.turn < storefronts.length ? walk.turn : 0, none },
    storefronts,
  );
}

function afterStorefront(walk: Walk, storefronts: readonly string[]): { next: Walk; more: boolean } {
  const isLast = walk.turn + 1 >= storefronts.length;
  const { known, none, done } = walk;
  const next = { ...firstWalk(walk.app), known, none, turn: isLast ? 0 : walk.turn + 1 };
  return { next: { ...next, done: isLast ? 0 : done }, more: !isLast };
}

/** The storefront has not been read to its end yet. */
export const isFirst = (walk: Walk, storefront: string): boolean => walk.known[storefront] === undefined;
