// One page is one list: of tags, of media, or of one media's comments.
import type { Cursor, Feed, Page, Tools } from "@otklik/core/connector";
import { goneFrom } from "./gone.ts";
import { mediaOf, mustBeReadable, tagsOf } from "./lists.ts";
import { missingFrom, withFound } from "./remembered.ts";
import { isPastCursor } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { type Asking, commentsOf, unlessGone } from "./threads.ts";
import {
  type Ask,
  afterComments,
  afterMedia,
  afterTags,
  askOf,
  begunAnew,
  type Item,
  type Underway,
  underway,
  type Walk,
  walkOf,
} from "./walk.ts";

export async function pull(feed: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const walk = underway(walkOf(from), tools.now());
  const asking: Asking = { account: feed.account, tools, own: feed.settings };
  const ask = askOf(walk);
  const read = await pageOf(asking, ask, walk).catch((error: unknown) => {
    if (walk.stumbled || !isPastCursor(error) || !goesOn(ask)) throw error;
    return { next: begunAnew(walk), found: [], unreadable: [], list: "" };
  });
  const { next } = read;
  return {
    ...{ found: read.found, unreadable: read.unreadable, list: read.list },
    next: JSON.stringify(next),
    more: next.began !== null,
    ...(!walk.isWhole && { progress: { done: next.done } }),
  };
}

const goesOn = (ask: Ask): boolean => (ask.is === "comments" ? ask.item.after : ask.after) !== undefined;

type Read = Pick<Page, "found" | "unreadable"> & { next: Walk; list: string };

function pageOf(asking: Asking, ask: Ask, walk: Underway): Promise<Read> {
  if (ask.is === "comments") return commentsPage(asking, ask.item, walk);
  return ask.is === "tags" ? tagsPage(asking, ask.after, walk) : mediaPageOf(asking, ask, walk);
}

async function tagsPage(asking: Asking, after: string | undefined, walk: Underway): Promise<Read> {
  const { found, unreadable, next } = await tagsOf(asking, after);
  return { found, unreadable, list: `tags.${walk.pages}`, next: afterTags(walk, next) };
}

async function mediaPageOf(
  asking: Asking,
  { after, until }: Extract<Ask, { is: "media" }>,
  walk: Underway,
): Promise<Read> {
  const { listed, unreadable, next } = await mediaOf(asking, { after, until });
  return { found: [], unreadable, list: "media", next: afterMedia(walk, listed, next) };
}

async function commentsPage(asking: Asking, item: Item, walk: Underway): Promise<Read> {
  const post = { id: item.id, permalink: item.link, caption: item.name };
  const isWhole = item.after === undefined;
  const expected = isWhole ? item.count : undefined;
  const read = await commentsOf(asking, { post, after: item.after, expected }).catch(unlessGone(post));
  mustBeReadable(read.found, read.found.length === 0 ? read.unreadable.length : 0);
  const { found, unreadable, after, came } = read;
  const gone =
    isWhole && after === undefined ? await goneFrom(asking, missingFrom(walk.comments, item.id, found)) : [];
  const comments = withFound(walk.comments, {
    ...{ media: item.id, found, gone: new Set(gone.map(({ externalId }) => externalId)) },
  });
  return {
    found: [...found, ...gone],
    unreadable,
    list: item.page === 0 ? item.id : `${item.id}.${Math.min(item.page, 9)}`,
    next: afterComments({ ...walk, comments }, came, after),
  };
}
