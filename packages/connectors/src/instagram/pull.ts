// One page is one list: of tags, of media, or of one media's comments.
import type { Cursor, Feed, FoundMention, Page, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { Query } from "../kit/address.ts";
import { readEach } from "../kit/lists.ts";
import { taggedMedia } from "./map.ts";
import { type Missing, missingFrom, withFound } from "./remembered.ts";
import { changed, get, isMissing, isNotAllowed, isPastCursor } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { type Asking, commentsOf, type Threads } from "./threads.ts";
import {
  type Ask,
  afterComments,
  afterMedia,
  afterTags,
  askOf,
  begunAnew,
  type Item,
  type Listed,
  mediaPage,
  type Underway,
  underway,
  type Walk,
  walkOf,
} from "./walk.ts";
import { afterIn, Created, List, mediaFields, tagFields, Media as WireMedia } from "./wire.ts";

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

async function tagsPage(
  { account, tools, own }: Asking,
  after: string | undefined,
  walk: Underway,
): Promise<Read> {
  const list = await get(account, tools, {
    path: `/${own.account}/tags`,
    query: { fields: tagFields, limit: mediaPage, after },
    shape: List,
  }).catch(noTags);
  const read = readEach(list.data, (entry) => taggedMedia(entry, own));
  mustBeReadable(read.found, list.data.length);
  return { ...read, list: `tags.${walk.pages}`, next: afterTags(walk, afterIn(list)) };
}

/** Not every kind of account is told of tags; its comments come all the same. */
function noTags(error: unknown): List {
  if (isNotAllowed(error) && !isPastCursor(error)) return { data: [], paging: undefined };
  throw error;
}

async function mediaPageOf(
  asking: Asking,
  { after, until }: Extract<Ask, { is: "media" }>,
  walk: Underway,
): Promise<Read> {
  const { listed, unreadable, next } = await mediaOf(asking, { after, until });
  return { found: [], unreadable, list: "media", next: afterMedia(walk, listed, next) };
}

interface Media {
  listed: Listed[];
  unreadable: Page["unreadable"];
  next: string | undefined;
}

/** One page of the account's media, the newest first. On each hang all of its comments, so a bad one is asked for once more. */
export async function mediaOf(asking: Asking, query: Query): Promise<Media> {
  const first = await mediaOnce(asking, query);
  if (first.unreadable.length === 0) return first;
  const again = await mediaOnce(asking, query);
  return again.unreadable.length < first.unreadable.length ? again : first;
}

async function mediaOnce({ account, tools, own }: Asking, query: Query): Promise<Media> {
  const list = await get(account, tools, {
    path: `/${own.account}/media`,
    query: { fields: mediaFields, limit: mediaPage, ...query },
    shape: List,
  });
  const listed: Listed[] = [];
  const { unreadable } = readEach(list.data, (entry) => {
    listed.push(listedFrom(entry));
    return [];
  });
  mustBeReadable(listed, list.data.length);
  return { listed, unreadable, next: afterIn(list) };
}

/** @throws ZodError where its id is none */
function listedFrom(entry: unknown): Listed {
  const { id, comments_count, timestamp, permalink, caption } = WireMedia.parse(entry);
  return {
    id,
    count: comments_count ?? -1,
    at: Math.floor((timestamp?.getTime() ?? 0) / 1000),
    link: permalink ?? undefined,
    name: caption?.split("\n")[0]?.slice(0, 100) || undefined,
  };
}

async function commentsPage(asking: Asking, item: Item, walk: Underway): Promise<Read> {
  const post = { id: item.id, permalink: item.link, caption: item.name };
  const isWhole = item.after === undefined;
  const expected = isWhole ? item.count : undefined;
  const read = await commentsOf(asking, { post, after: item.after, expected }).catch((error: unknown) => {
    if (error instanceof NetworkFault && isMissing(error.cause)) return closed(item);
    throw error;
  });
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

/** Taken away since it was listed, or not to be seen with this sign-in. */
const closed = ({ id, link }: Item): Threads => ({
  found: [],
  unreadable: [{ excerpt: link ?? id, why: notShown }],
  ...{ came: 0, after: undefined },
});
const notShown = {
  ru: "Instagram не показывает комментарии этой публикации: её удалили, или на неё нет прав.",
  en: "Instagram does not show the comments of this media: it was taken away, or there is no right to it.",
};

const mostAskedFor = 10; // comments that are asked for by themselves in one page

/** A comment that is not in its list may be hidden from it: only one that Instagram knows nothing of is gone. */
async function goneFrom(
  { account, tools, own }: Asking,
  missing: readonly Missing[],
): Promise<FoundMention[]> {
  const gone: FoundMention[] = [];
  for (const { id, at, thread } of missing.slice(0, mostAskedFor)) {
    const isThere = await get(account, tools, {
      path: `/${id}`,
      query: { fields: "id" },
      shape: Created,
    }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof NetworkFault && isMissing(error.cause)) return false;
        throw error;
      },
    );
    const url = own.username ? `https://www.instagram.com/${own.username}/` : "https://www.instagram.com/";
    const nothing = { text: "", author: {}, canReply: false, removed: true as const };
    if (!isThere)
      gone.push({ ...nothing, kind: "comment", externalId: id, threadId: thread, url, postedAt: at });
  }
  return gone;
}

/** A list of which nothing can be read has changed; one bad entry is bad luck. */
function mustBeReadable(read: readonly unknown[], came: number): void {
  if (came > 1 && read.length === 0) throw changed(`none of ${came} entries could be read`);
}
