// Lists of the account's own media, and of others' in which it was tagged, page by page.
import type { PlacedMention, Unreadable } from "@otklik/core/connector";
import type { Query } from "../kit/address.ts";
import { readEach } from "../kit/lists.ts";
import { taggedMedia } from "./map.ts";
import { changed, get, isNotAllowed, isPastCursor } from "./requests.ts";
import type { Asking } from "./threads.ts";
import { type Listed, mediaPage } from "./walk.ts";
import { afterIn, List, mediaFields, tagFields, Media as WireMedia } from "./wire.ts";

/** One page of what the account was tagged in. @throws NetworkFault */
export async function tagsOf(
  { account, tools, own }: Asking,
  after: string | undefined,
): Promise<{ found: PlacedMention[]; unreadable: Unreadable[]; next: string | undefined }> {
  const list = await get(account, tools, {
    path: `/${own.account}/tags`,
    query: { fields: tagFields, limit: mediaPage, after },
    shape: List,
  }).catch(noTags);
  const read = readEach(list.data, (entry) => taggedMedia(entry, own));
  mustBeReadable(read.found, list.data.length);
  return { ...read, next: afterIn(list) };
}

/** Not every kind of account is told of tags; its comments come all the same. */
function noTags(error: unknown): List {
  if (isNotAllowed(error) && !isPastCursor(error)) return { data: [], paging: undefined };
  throw error;
}

interface Media {
  listed: Listed[];
  unreadable: Unreadable[];
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

/** A list of which nothing can be read has changed; one bad entry is bad luck. */
export function mustBeReadable(read: readonly unknown[], came: number): void {
  if (came > 1 && read.length === 0) throw changed(`none of ${came} entries could be read`);
}
