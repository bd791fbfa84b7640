// Comments below one post, topic or market item, and messages with one person, newest first, with what stands beside.
import type { z } from "zod";
import { namesIn } from "./map.ts";
import type { Community, Part } from "./parts.ts";
import { type Caller, call, read } from "./requests.ts";
import { canCall, type Method } from "./tokens.ts";
import { Doors, History, Listed, MarketItem } from "./wire.ts";

const methods: Record<Part, { comments: Method; answer: Method }> = {
  wall: { comments: "wall.getComments", answer: "wall.createComment" },
  board: { comments: "board.getComments", answer: "board.createComment" },
  market: { comments: "market.getComments", answer: "market.createComment" },
  messages: { comments: "messages.getHistory", answer: "messages.send" },
};

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
  const method = methods.messages.comments;
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
  canCall(account, methods[part].answer);

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
