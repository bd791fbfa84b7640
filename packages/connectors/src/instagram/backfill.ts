// A stretch of the past: the media that could be commented on in it, and of their comments those that were.
import type { Cursor, Feed, Page, Range, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { mediaOf, tagsOf } from "./lists.ts";
import type { Settings } from "./settings.ts";
import { type Asking, commentsOf, unlessGone } from "./threads.ts";

/** Comments come in the first weeks of a media's life, nearly all of them. */
const lifeMs = 90 * 86_400_000;

const Item = z.object({
  id: z.string(),
  link: z.string().optional(),
  name: z.string().optional(),
  after: z.string().optional(),
});
const Place = z.object({
  version: z.literal(1),
  step: z.enum(["tags", "media", "end"]),
  after: z.string().optional(),
  queue: z.array(Item),
  done: z.int(),
});
type Place = z.infer<typeof Place>;
const start: Place = { version: 1, step: "tags", queue: [], done: 0 };

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
  const read = place.queue.length > 0 ? commentsPage : place.step === "tags" ? tagsPage : mediaPage;
  const { found, ...page } = await read(asking, place, range);
  return {
    ...page,
    found: found.filter(({ postedAt }) => postedAt >= range.since && postedAt < range.until),
    next: JSON.stringify(page.next),
    more: page.next.queue.length > 0 || page.next.step !== "end",
    progress: { done: page.next.done },
  };
}

type Read = Pick<Page, "found" | "unreadable" | "list"> & { next: Place };

/** Newest first, as far as is known; it ends with the first page that is older as a whole. */
async function tagsPage(asking: Asking, place: Place, { since }: Range): Promise<Read> {
  const { found, unreadable, next } = await tagsOf(asking, place.after);
  const isOlder = found.length > 0 && found.every(({ postedAt }) => postedAt < since);
  const goesOn = next !== undefined && next !== place.after && !isOlder;
  const step = goesOn ? place.step : "media";
  const done = place.done + found.length;
  return {
    found,
    unreadable,
    list: "tags",
    next: { ...place, step, after: goesOn ? next : undefined, done },
  };
}

async function mediaPage(asking: Asking, place: Place, { since, until }: Range): Promise<Read> {
  const { listed, unreadable, next } = await mediaOf(asking, {
    since: Math.floor((since.getTime() - lifeMs) / 1000),
    until: Math.ceil(until.getTime() / 1000),
    after: place.after,
  });
  const queue = listed.filter(({ count }) => count !== 0).map(({ id, link, name }) => ({ id, link, name }));
  const step = next === undefined || next === place.after ? "end" : place.step;
  return { found: [], unreadable, list: "media", next: { ...place, step, after: next, queue } };
}

async function commentsPage(asking: Asking, place: Place): Promise<Read> {
  const [item, ...others] = place.queue as [Place["queue"][0], ...Place["queue"]];
  const post = { id: item.id, permalink: item.link, caption: item.name };
  const read = await commentsOf(asking, { post, after: item.after }).catch(unlessGone(post));
  const { found, unreadable, after, came } = read;
  const goesOn = after !== undefined && after !== item.after;
  const queue = goesOn ? [{ ...item, after }, ...others] : others;
  return { found, unreadable, list: item.id, next: { ...place, queue, done: place.done + came } };
}
