// The lists that VK has: what can be commented on, the comments below each, conversations and their messages.
import type { Unreadable } from "@otklik/core/connector";
import type { z } from "zod";
import { excerptOf, issuesOf } from "../kit/lists.ts";
import { changed } from "./faults.ts";
import { namesIn } from "./map.ts";
import type { Community, Part } from "./parts.ts";
import { type Caller, call, read } from "./requests.ts";
import { canCall, type Method } from "./tokens.ts";
import { Conversation, Doors, History, Listed, MarketItem, Post, Topic } from "./wire.ts";

/** A post, topic, market item or conversation, as its list shows it. */
export interface Container {
  id: string;
  /** Comments, or the number of the last message; absent where the list does not tell. */
  count?: number | undefined;
  /** Unix seconds: when a post was written, or a topic or conversation last changed; absent for market items. */
  at?: number | undefined;
  /** No one may answer there any more. */
  shut?: true | undefined;
}

interface Listing {
  method: Method;
  /** Rows in a page, the most that VK gives. */
  size: number;
  parameters(of: Community): Record<string, string | number | boolean>;
  read(entry: unknown): Container;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const owner = ({ community }: Community): string => `-${community}`;

const listings: Record<Part, Listing> = {
  wall: {
    method: "wall.get",
    size: 100,
    parameters: (of) => ({ owner_id: owner(of) }),
    read(entry) {
      const { id, date, comments } = Post.parse(entry);
      return { id, at: seconds(date), count: comments?.count };
    },
  },
  board: {
    method: "board.getTopics",
    size: 100,
    parameters: ({ community }) => ({ group_id: community, order: 1 }),
    read(entry) {
      const { id, updated, comments, is_closed: isClosed } = Topic.parse(entry);
      return {
        id,
        at: updated ? seconds(updated) : undefined,
        count: comments ?? undefined,
        ...(isClosed && { shut: true }),
      };
    },
  },
  market: {
    method: "market.get",
    size: 200,
    parameters: (of) => ({ owner_id: owner(of) }),
    read: (entry) => ({ id: MarketItem.parse(entry).id }),
  },
  messages: {
    method: "messages.getConversations",
    size: 200,
    parameters: ({ community }) => ({ group_id: community, filter: "all" }),
    read(entry) {
      const { conversation, last_message: last } = Conversation.parse(entry);
      const { peer, last_conversation_message_id: count } = conversation;
      // Talks of several people are listed too, and nothing of them is a customer's.
      return {
        id: peer.id,
        count: peer.type === "chat" ? 0 : count,
        at: last ? seconds(last.date) : undefined,
      };
    },
  },
};

/** Whether the account's tokens can read the lists of a part at all. */
export const canList = (caller: Caller, part: Part): boolean =>
  canCall(caller.account, listings[part].method);

export const listSize = (part: Part): number => listings[part].size;

/** One page of containers, those first that changed or were posted last. */
export async function listContainers(
  caller: Caller,
  of: Community,
  offset = 0,
): Promise<{ containers: Container[]; unreadable: Unreadable[]; total: number; rows: number }> {
  const { method, size, parameters, read: readOne } = listings[of.part];
  const answer = await call(caller, method, { ...parameters(of), count: size, offset: offset || undefined });
  const { items, count } = read(Listed, answer, method);
  const containers: Container[] = [];
  const unreadable: Unreadable[] = [];
  for (const entry of items) {
    try {
      containers.push(readOne(entry));
    } catch (error) {
      unreadable.push({ excerpt: excerptOf(entry), why: whyOf(error) });
    }
  }
  if (items.length > 1 && containers.length === 0)
    throw changed({
      ru: `не прочиталась ни одна запись ${method}`,
      en: `no entry of ${method} could be read`,
    });
  return { containers, unreadable, total: count ?? items.length, rows: items.length };
}

const whyOf = (error: unknown): string =>
  error instanceof Error && "issues" in error ? issuesOf(error as never) : String(error);

/** Some entries of one container, with the names beside them. */
export interface Entries {
  items: readonly unknown[];
  names: ReadonlyMap<string, string>;
  /** In all, as the network counts them. */
  count: number;
  /** Whether the community may answer, where the list tells. */
  mayAnswer?: boolean | undefined;
}

export interface CommentQuery {
  count: number;
  offset?: number | undefined;
  /** Comments from this one on. */
  from?: string | undefined;
  /** Replies in the thread of this one, wall only. */
  root?: string | undefined;
}

/** Comments, newest first. */
export async function listComments(
  caller: Caller,
  { community, part, container }: Community & { container: string },
  { count, offset, from, root }: CommentQuery,
): Promise<Entries> {
  const method = { wall: "wall.getComments", board: "board.getComments", market: "market.getComments" }[
    part as "wall"
  ] as Method;
  const answer = await call(caller, method, {
    ...(part === "board" ? { group_id: community, topic_id: container } : { owner_id: `-${community}` }),
    ...(part === "wall" && { post_id: container, preview_length: 0, comment_id: root }),
    ...(part === "wall" && !root && { thread_items_count: 10 }),
    ...(part === "market" && { item_id: container }),
    start_comment_id: from,
    offset: offset || undefined,
    ...{ count, sort: "desc", extended: 1 },
  });
  const { items, count: total } = read(Listed, answer, method);
  const doors = Doors.safeParse(answer).data ?? {};
  return {
    items,
    names: namesIn(answer),
    count: total ?? items.length,
    mayAnswer: mayAnswer(caller, part, doors),
  };
}

/** Messages with one person, newest first. */
export async function listMessages(
  caller: Caller,
  { community, container }: Community & { container: string },
  { count, offset }: { count: number; offset?: number | undefined },
): Promise<Entries> {
  const method = "messages.getHistory";
  const answer = await call(caller, method, {
    ...{ peer_id: container, group_id: community, count, extended: 1 },
    offset: offset || undefined,
  });
  const { items, count: total } = read(Listed, answer, method);
  const told = History.safeParse(answer).data?.conversations?.find((one) => one?.peer.id === container);
  return {
    items,
    names: namesIn(answer),
    count: total ?? items.length,
    mayAnswer: told?.can_write?.allowed ?? true,
  };
}

/** On the wall the list tells for the community and for the person who asks; elsewhere only a manager may answer. */
function mayAnswer({ account }: Caller, part: Part, doors: z.infer<typeof Doors>): boolean {
  const { token, userToken } = account?.credentials ?? {};
  if (part !== "wall") return Boolean(userToken);
  return (
    (Boolean(token) && doors.groups_can_post !== false) || (Boolean(userToken) && doors.can_post === true)
  );
}

/** Whether what an event tells can be answered, since events say nothing of it. */
export const mayAnswerEvents = ({ account }: Caller, part: Part): boolean =>
  part === "messages"
    ? canCall(account, "messages.send")
    : canCall(account, `${part}.createComment` as "wall.createComment");

/** What a market item is called; nothing where no token may ask. */
export async function itemOf(
  caller: Caller,
  { community }: Community,
  id: string,
): Promise<MarketItem | undefined> {
  if (!canCall(caller.account, "market.getById")) return undefined;
  const answer = await call(caller, "market.getById", { item_ids: `-${community}_${id}` });
  return MarketItem.safeParse(Listed.safeParse(answer).data?.items[0]).data;
}
