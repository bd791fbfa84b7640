// Comments with their replies, as the Graph API gives them: page by page, and the first of the replies along with each.
import type { Account, PlacedMention, Tools, Unreadable } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { readEach } from "../kit/lists.ts";
import { isOwn, type Own, type Post, threadMentions } from "./map.ts";
import { get, isMissing } from "./requests.ts";
import { afterIn, Comment, commentFields, List, replyFields } from "./wire.ts";

export interface Asking {
  account: Account | null;
  tools: Tools;
  own: Own;
}
export interface Threads {
  found: PlacedMention[];
  unreadable: Unreadable[];
  /** How many comments and replies came, the owner's and unreadable ones included. */
  came: number;
  after: string | undefined;
}

const pageSize = 50;
const mostReplyPages = 20;

/** One page of a media's comments. @throws NetworkFault */
export async function commentsOf(
  asking: Asking,
  { post, after, expected }: { post: Post; after?: string | undefined; expected?: number | undefined },
): Promise<Threads> {
  const first = await commentsPage(asking, post, after);
  // Fewer than there are said to be: hidden ones perhaps, or an answer without all of its parts. Asked once more.
  const isShort = expected !== undefined && first.after === undefined && first.came < expected;
  if (!isShort) return first;
  const again = await commentsPage(asking, post, after);
  return again.came > first.came ? again : first;
}

async function commentsPage(asking: Asking, post: Post, after: string | undefined): Promise<Threads> {
  const { account, tools } = asking;
  const list = await get(account, tools, {
    path: `/${post.id}/comments`,
    query: { fields: commentFields, limit: pageSize, after },
    shape: List,
  });
  const threads = await Promise.all(list.data.map((entry) => threadOf(asking, entry, post)));
  return {
    found: threads.flatMap(({ found }) => found),
    unreadable: threads.flatMap(({ unreadable }) => unreadable),
    came: threads.reduce((sum, { came }) => sum + came, 0),
    after: afterIn(list),
  };
}

/** One comment with all of its replies, each of which is read by itself. */
export async function threadOf(asking: Asking, entry: unknown, post?: Post): Promise<Omit<Threads, "after">> {
  const { own } = asking;
  const top = Comment.safeParse(entry).data;
  const replies = top?.replies ? [...top.replies.data, ...(await moreReplies(asking, top))] : [];
  const answer = replies
    .flatMap((reply) => Comment.safeParse(reply).data ?? [])
    .filter((reply) => isOwn(reply, own))
    .toSorted((one, other) => one.timestamp.getTime() - other.timestamp.getTime())
    .at(-1);
  const around = { own, post: post ?? top?.media ?? undefined, thread: top?.id, answer };
  const read = readEach([entry, ...replies], (one) => threadMentions(one, around));
  return { ...read, came: 1 + replies.length };
}

/** The replies that did not fit beside the comment. */
async function moreReplies({ account, tools }: Asking, { id, replies }: Comment): Promise<unknown[]> {
  const more: unknown[] = [];
  let after = replies ? afterIn(replies) : undefined;
  for (let page = 0; after !== undefined && page < mostReplyPages; page++) {
    const query = { fields: replyFields, limit: pageSize, after };
    const list: List = await get(account, tools, { path: `/${id}/replies`, query, shape: List });
    more.push(...list.data);
    const next = afterIn(list);
    after = next === after ? undefined : next;
  }
  return more;
}

/** Where the media was taken away since it was listed, or is not to be seen: no comments, and a word on why. */
export const unlessGone =
  ({ id, permalink }: Post) =>
  (error: unknown): Threads => {
    if (!(error instanceof NetworkFault) || !isMissing(error.cause)) throw error;
    const unreadable = [{ excerpt: permalink ?? id, why: notShown }];
    return { found: [], unreadable, came: 0, after: undefined };
  };
const notShown = {
  ru: "Instagram не показывает комментарии этой публикации: её удалили, или на неё нет прав.",
  en: "Instagram does not show the comments of this media: it was taken away, or there is no right to it.",
};
