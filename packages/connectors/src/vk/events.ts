// What an event tells, be it pushed (Callback API) or fetched (Long Poll): both bring the same. Pure.
import type { PlacedMention, ReplyReceipt, Unreadable } from "@otklik/core/connector";
import { excerptOf, readEach } from "../kit/lists.ts";
import { commentMention, isOwn, messageMention, parentOf, rootOf } from "./map.ts";
import { type Community, chatOf, externalIdOf, type Part, placeOf, urlOf } from "./parts.ts";
import { isChat } from "./threads.ts";
import { Comment, Deleted, Event, Message } from "./wire.ts";

/** The events that are asked for, by part. */
export const eventsOf: Record<Part, readonly string[]> = {
  wall: ["wall_reply_new", "wall_reply_edit", "wall_reply_restore", "wall_reply_delete"],
  board: ["board_post_new", "board_post_edit", "board_post_restore", "board_post_delete"],
  market: ["market_comment_new", "market_comment_edit", "market_comment_restore", "market_comment_delete"],
  messages: ["message_new", "message_edit", "message_reply"],
};

export interface Happened {
  found: PlacedMention[];
  unreadable: Unreadable[];
  /** Our own words: what became of replies of ours, wherever they were written. */
  receipts: ReplyReceipt[];
  /** Where more has happened than the event tells: a comment was answered, or cannot be placed without its list. */
  visits: { of: Community; container?: string }[];
}

export interface Reading {
  now: Date;
  names: ReadonlyMap<string, string>;
  mayAnswer(part: Part): boolean;
}

/** Where an event happened; null for one that is none of ours. */
export function communityOf(entry: unknown): (Community & { type: string; object: unknown }) | null {
  const { data } = Event.safeParse(entry);
  const part = (Object.keys(eventsOf) as Part[]).find((one) => eventsOf[one].includes(data?.type ?? ""));
  return data && part ? { community: data.group_id, part, type: data.type, object: data.object } : null;
}

/** Ids of those who wrote, so that their names can be asked for. */
export function authorOf(entry: unknown): string | null {
  const event = communityOf(entry);
  const said = event?.part === "messages" ? messageIn(event.object) : event?.object;
  const { from_id: from } = (said ?? {}) as { from_id?: unknown };
  return typeof from === "number" && from > 0 ? String(from) : null;
}

export function readEvent(entry: unknown, reading: Reading): Happened {
  const event = communityOf(entry);
  const nothing: Happened = { found: [], unreadable: [], receipts: [], visits: [] };
  if (!event) return nothing;
  const { type, object, ...of } = event;
  if (of.part === "messages") return { ...nothing, ...messageEvent(of, messageIn(object), reading) };
  const said = type.endsWith("_delete")
    ? deletion(of, object, reading)
    : comment(of, object, { ...reading, type });
  return { ...nothing, ...said };
}

/** `message_new` holds the message beside what its sender's app can do; the others are the message. */
const messageIn = (object: unknown): unknown => (object as { message?: unknown } | null)?.message ?? object;

const containerField = { wall: "post_id", board: "topic_id", market: "item_id" } as const;
type CommentPart = keyof typeof containerField;

function comment(
  of: Community,
  object: unknown,
  { names, mayAnswer, now, type }: Reading & { type: string },
): Partial<Happened> {
  const { data } = Comment.safeParse(object);
  const container = data?.[containerField[of.part as CommentPart]];
  // The published schema lists no number of the item or topic: without it, only the list can place the comment.
  if (data && !container) return { visits: [{ of }], unreadable: [unplaced(object)] };
  const at = { ...of, container: container ?? "" };
  if (data && isOwn(data, of)) {
    const id = externalIdOf({ ...at, id: data.id });
    const thread = rootOf(data) ?? parentOf(data, of);
    const receipt: ReplyReceipt | null = thread
      ? {
          threadId: externalIdOf({ ...at, id: thread }),
          reply: id,
          receipt: { state: "published", externalId: id },
          place: placeOf(of),
        }
      : null;
    return { visits: [{ of, container: at.container }], receipts: receipt ? [receipt] : [] };
  }
  const around = { ...at, names, canReply: mayAnswer(of.part) };
  const edited = type.endsWith("_edit") ? { editedAt: now } : {};
  return readEach([object], (one) => ({ ...commentMention(one, around), ...edited, place: placeOf(of) }));
}

const unplaced = (object: unknown): Unreadable => ({
  excerpt: excerptOf(object),
  why: {
    ru: "событие не говорит, к чему относится комментарий",
    en: "the event does not tell what the comment belongs to",
  },
});

/** Only ids are told, so nothing is left of the text; the list still shows the row, with its thread. */
function deletion(of: Community, object: unknown, { now }: Reading): Partial<Happened> {
  const container = Deleted.safeParse(object).data?.[containerField[of.part as CommentPart]];
  const read = readEach([object], (one) => {
    const deleted = Deleted.parse(one);
    if (!container) throw new Error("the event does not tell where the comment stood");
    const spot = { ...of, container, id: deleted.id };
    return {
      ...{ kind: "comment" as const, externalId: externalIdOf(spot), url: urlOf(spot), author: {}, text: "" },
      ...{ postedAt: now, removed: true as const, canReply: false, place: placeOf(of) },
    };
  });
  return { ...read, visits: container ? [{ of, container }] : [] };
}

function messageEvent(of: Community, object: unknown, { names, mayAnswer }: Reading): Partial<Happened> {
  const { data } = Message.safeParse(object);
  if (data && isChat(data)) return {};
  if (data && isOwn(data, of)) {
    const id = externalIdOf({ ...of, container: data.peer_id, id: String(data.conversation_message_id) });
    const receipt = { state: "published" as const, externalId: id };
    return {
      receipts: [{ threadId: chatOf(of, data.peer_id), reply: id, receipt, place: placeOf(of) }],
      visits: [{ of, container: data.peer_id }],
    };
  }
  const around = { ...of, names, canReply: mayAnswer("messages") };
  return readEach([object], (one) => ({ ...messageMention(one, around), place: placeOf(of) }));
}
