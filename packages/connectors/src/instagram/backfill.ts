// A stretch of the past: the media that could be commented on in it, and of their comments those that were.
import type { Cursor, Feed, Page, Range, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { mediaOf } from "./pull.ts";
import type { Settings } from "./settings.ts";
import { type Asking, commentsOf } from "./threads.ts";

/** Comments come in the first weeks of a media's life, nearly all of them. */
const lifeMs = 90 * 86_400_000;

const Place = z.object({
  version: z.literal(1),
  after: z.string().optional(),
  isLast: z.boolean(),
  queue: z.array(
    z.object({
      id: z.string(),
      link: z.string().optional(),
      name: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
  done: z.int(),
});
type Place = z.infer<typeof Place>;
const start: Place = { version: 1, isLast: false, queue: [], done: 0 };

function placeOf(from: Cursor | null): Place {
  try {
    return Place.parse(JSON.parse(from ?? "null"));
  } catch {
    return start;
  }
}

export async function backfill(
  feed: Feed<Settings>,
  range: Range,
  from: Cursor | null,
  tools: Tools,
): Promise<Page> {
  const place = placeOf(from);
  const asking: Asking = { account: feed.account, tools, own: feed.settings };
  const [item] = place.queue;
  const page = item ? await commentsPage(asking, place, range) : await mediaPage(asking, place, range);
  const more = page.next.queue.length > 0 || !page.next.isLast;
  return { ...page, next: JSON.stringify(page.next), more, progress: { done: page.next.done } };
}

type Read = Pick<Page, "found" | "unreadable" | "list"> & { next: Place };

async function mediaPage(asking: Asking, place: Place, { since, until }: Range): Promise<Read> {
  const { listed, unreadable, next } = await mediaOf(asking, {
    since: Math.floor((since.getTime() - lifeMs) / 1000),
    until: Math.ceil(until.getTime() / 1000),
    after: place.after,
  });
  const queue = listed.filter(({ count }) => count !== 0).map(({ id, link, name }) => ({ id, link, name }));
  const isLast = next === undefined || next === place.after;
  return { found: [], unreadable, list: "media", next: { ...place, after: next, isLast, queue } };
}

async function commentsPage(asking: Asking, place: Place, { since, until }: Range): Promise<Read> {
  const [item, ...others] = place.queue as [Place["queue"][0], ...Place["queue"]];
  const post = { id: item.id, permalink: item.link, caption: item.name };
  const { found, unreadable, after, came } = await commentsOf(asking, { post, after: item.after });
  const goesOn = after !== undefined && after !== item.after;
  const queue = goesOn ? [{ ...item, after }, ...others] : others;
  return {
    found: found.filter(({ postedAt }) => postedAt >= since && postedAt < until),
    unreadable,
    list: item.id,
    next: { ...place, queue, done: place.done + came },
  };
}
