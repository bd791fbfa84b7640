// What can be commented on or written into, as VK lists it: posts, topics, market items, conversations.
import type { Unreadable } from "@otklik/core/connector";
import { excerptOf, issuesOf } from "../kit/lists.ts";
import { changed } from "./faults.ts";
import type { Community, Part } from "./parts.ts";
import { type Caller, call, read } from "./requests.ts";
import { canCall, type Method } from "./tokens.ts";
import { Conversation, Listed, MarketItem, Post, Topic } from "./wire.ts";

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

/** The method by which a part is listed, for saying what it takes. */
export const listMethod = (part: Part): Method => listings[part].method;

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
