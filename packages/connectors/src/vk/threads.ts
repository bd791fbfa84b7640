// Entries of one post, topic, market item or conversation put together: what the community itself wrote becomes the
// answer of what it answers, and is no mention. Pure.
import type { FoundMention, Unreadable } from "@otklik/core/connector";
import { readEach } from "../kit/lists.ts";
import { changed } from "./faults.ts";
import {
  type Around,
  type AroundComment,
  commentMention,
  isOwn,
  messageMention,
  type OwnAnswer,
  parentOf,
  prose,
} from "./map.ts";
import { Comment, Message } from "./wire.ts";

export interface Assembled {
  found: FoundMention[];
  unreadable: Unreadable[];
  /** The readable comments, threads and own ones included. */
  comments: Comment[];
  /** Comments whose thread is longer than what came with them: it is read by itself, and they with it. */
  long: string[];
  /** Comments that were answered here and stand elsewhere. */
  answeredElsewhere: Map<string, OwnAnswer>;
}

/** @throws NetworkFault "changed" when of several entries none can be read */
export function assembleComments(
  entries: readonly unknown[],
  around: AroundComment,
  { skip = new Set<string>(), whole = false }: { skip?: ReadonlySet<string>; whole?: boolean } = {},
): Assembled {
  const flat = entries.flatMap((entry) => [entry, ...threadIn(entry)]);
  const comments = flat.flatMap((entry) => Comment.safeParse(entry).data ?? []);
  const long = whole ? [] : comments.filter((one) => isCutShort(one, around)).map(({ id }) => id);
  const later = new Set(long);
  const answers = answersIn(comments, around);
  const isElsewhere = (comment: Comment) =>
    skip.has(comment.id) ||
    later.has(comment.id) ||
    (comment.parents_stack ?? []).some((id) => later.has(id));
  const { found, unreadable } = readEach(flat, (entry) => {
    const comment = Comment.parse(entry);
    if (isOwn(comment, around) || isElsewhere(comment)) return [];
    return commentMention(entry, around, answers.get(comment.id));
  });
  refuseAllUnreadable(comments.length, unreadable);
  const here = new Set(comments.map(({ id }) => id));
  const answeredElsewhere = new Map([...answers].filter(([id]) => !here.has(id)));
  return { found, unreadable, comments, long, answeredElsewhere };
}

/** Replies that came along with a comment, unread. */
function threadIn(entry: unknown): readonly unknown[] {
  const { id, thread } = (entry ?? {}) as { id?: unknown; thread?: { items?: unknown } | null };
  return Array.isArray(thread?.items) ? thread.items.map((reply) => within(reply, id)) : [];
}

/** A reply with the comment that began its thread, which its place tells where it does not itself. */
export function within(reply: unknown, root: unknown): unknown {
  if (reply === null || typeof reply !== "object") return reply;
  return { ...reply, parents_stack: (reply as { parents_stack?: unknown }).parents_stack ?? [root] };
}

/** On the wall each comment comes with its thread, be it empty: without one, replies may be missing. */
function isCutShort({ thread, deleted, parents_stack: stack }: Comment, { part }: AroundComment): boolean {
  if (!thread) return part === "wall" && !deleted && (stack ?? []).length === 0;
  return thread.count > (thread.items?.length ?? 0);
}

/**
 * The community's own words by the comment that they answer, the last where there are several. In a topic or below an
 * item, words that name nobody answer the comment right before them.
 */
function answersIn(comments: readonly Comment[], around: AroundComment): Map<string, OwnAnswer> {
  const inOrder = [...new Map(comments.map((one) => [one.id, one])).values()].sort(
    (one, other) => one.date.getTime() - other.date.getTime() || Number(one.id) - Number(other.id),
  );
  const answers = new Map<string, OwnAnswer>();
  for (const [at, comment] of inOrder.entries()) {
    if (!isOwn(comment, around) || comment.deleted) continue;
    const before = inOrder[at - 1];
    const isNext = around.part !== "wall" && before !== undefined && !isOwn(before, around);
    const parent = parentOf(comment, around) ?? (isNext ? before.id : undefined);
    if (parent) answers.set(parent, { text: answerText(comment.text), postedAt: comment.date });
  }
  return answers;
}

/** An answer without the name that VK puts in front of it. */
export const answerText = (text: string | null | undefined): string =>
  prose((text ?? "").replace(/^\s*\[(?:id|club|post)\d+[^|\]]*\|[^\]]*\],?\s*/, ""));

/**
 * A conversation's messages, newest first as VK lists them; `known` further ones at the newer end were read with the
 * page before, and serve as answers only.
 * @throws NetworkFault "changed" when of several entries none can be read
 */
export function assembleMessages(
  entries: readonly unknown[],
  around: Around,
  known = 0,
): { found: FoundMention[]; unreadable: Unreadable[]; messages: Message[] } {
  const messages = entries.flatMap((entry) => Message.safeParse(entry).data ?? []);
  const answers = answersAfter(messages, around);
  const { found, unreadable } = readEach(entries.slice(known), (entry) => {
    const message = Message.parse(entry);
    if (isOwn(message, around) || isChat(message) || (message.action ?? null) !== null) return [];
    return messageMention(entry, around, answers.get(numberOf(message)));
  });
  refuseAllUnreadable(messages.length, unreadable);
  return { found, unreadable, messages };
}

/** What the community wrote after some messages in a row answers all of them; the last of its words where there are several. */
function answersAfter(newestFirst: readonly Message[], around: Around): Map<string, OwnAnswer> {
  const answers = new Map<string, OwnAnswer>();
  let asked: string[] = [];
  let isAnswered = false;
  for (const message of newestFirst.toReversed()) {
    if (!isSaid(message)) continue;
    const isOurs = isOwn(message, around);
    if (!isOurs) asked = isAnswered ? [numberOf(message)] : [...asked, numberOf(message)];
    isAnswered = isOurs;
    if (!isOurs) continue;
    for (const number of asked) answers.set(number, { text: prose(message.text), postedAt: message.date });
  }
  return answers;
}

const numberOf = ({ conversation_message_id: id }: Message): string => String(id);
const isSaid = ({ deleted, action }: Message): boolean => !deleted && (action ?? null) === null;

/** Talks of several people are not a customer's; VK gives them the hundred million ids from two thousand million on. */
export const isChat = ({ peer_id: peer }: Pick<Message, "peer_id">): boolean =>
  Number(peer) >= 2_000_000_000 && Number(peer) <= 2_100_000_000;

function refuseAllUnreadable(readable: number, unreadable: readonly Unreadable[]): void {
  if (readable > 0 || unreadable.length < 2) return;
  throw changed({
    ru: `не прочиталась ни одна запись из ${unreadable.length}`,
    en: `none of ${unreadable.length} entries could be read`,
  });
}
