import { brandOf } from "../id.ts";
import { type JsonMap, toJson } from "../json.ts";
import type { Label } from "../label/label.ts";
import { packLabel, unpackLabel } from "../label/label-row.ts";
import { type Mention, snippetOf } from "../mention/mention.ts";
import { conversationKey, packMention, unpackMention } from "../mention/mention-store.ts";
import type { NewRow, Row, Write } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { asEdited, type Reply } from "../reply/reply.ts";
import { replyFromRow } from "../reply/reply-store.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import { Conversation, Face, faceOf, isInInbox, Place, Status } from "./conversation.ts";
import { type Draft, draftFromRow } from "./draft-store.ts";

/** Something read, with the version that a write over it must meet. */
export type Kept<T> = T & { version: number };

/** A row of the inbox shows one line of it; a page of fifty is to cost two read units. */
const snippetLength = 110;

export const inboxPartition = (brandId: string): string => `in.${brandId}`;

/** The row of a conversation, standing in the indexes that its status asks for. */
export function conversationRow(conversation: Conversation): NewRow {
  const { status, place, id } = conversation;
  const index: NewRow["index"] = {};
  if (isInInbox(status))
    index.inbox = { pk: inboxPartition(conversation.brandId), sk: inboxPlace(conversation) };
  if (status.is === "snoozed") index.wake = wakeKey(id, status.until);
  const standsInIndex = index.inbox || index.wake;
  return {
    ...conversationKey(id),
    body: {
      s: conversation.sourceId,
      n: conversation.network,
      st: toJson(status),
      p: { p: place.priority, d: place.dueAt.toISOString(), r: place.rankAt.toISOString(), w: place.why },
      ...(conversation.mention ? { m: packMention(conversation.mention) } : {}),
      ...(conversation.label ? { l: packLabel(conversation.label) } : {}),
      ...(conversation.face ? { f: toJson(conversation.face) } : {}),
      la: conversation.latestAt.toISOString(),
      li: conversation.latestId,
      ...(conversation.returned ? { re: conversation.returned } : {}),
      ...(conversation.assignee ? { as: conversation.assignee } : {}),
    },
    ...(standsInIndex ? { index, card: index.wake ? { is: "conversation" } : cardOf(conversation) } : {}),
  };
}

/** By rank; the end of the id gives those of one instant an order, and no more of it, since every page reads it. */
const inboxPlace = ({ place, id }: Conversation): string => `${place.rankAt.toISOString()}~${id.slice(-3)}`;

/** What a row spells out by itself; made once, since making a schema costs more than using it. */
const Frame = Conversation.omit({ mention: true, label: true, face: true });

export function conversationFromRow(row: Row): Kept<Conversation> {
  const { body, sk: id } = row;
  const place = body.p as JsonMap;
  const conversation = Frame.parse({
    id,
    brandId: brandOf(id),
    sourceId: body.s,
    network: body.n,
    status: Status.parse(body.st),
    place: Place.parse({ priority: place.p, dueAt: place.d, rankAt: place.r, why: place.w }),
    latestAt: body.la,
    latestId: body.li,
    returned: body.re,
    assignee: body.as,
  });
  return {
    ...conversation,
    ...(body.m ? { mention: unpackMention(body.m as JsonMap, { id, conversationId: id }) } : {}),
    ...(body.l ? { label: unpackLabel(body.l) } : {}),
    ...(body.f ? { face: Face.parse(body.f) } : {}),
    version: row.version,
  };
}

/** What the inbox draws of a conversation, briefly spelt: it is billed with every page of the inbox. */
export function cardOf(conversation: Conversation): JsonMap {
  const { mention, label, place, status } = conversation;
  const face = mention && label ? faceOf(mention, label) : conversation.face;
  return toJson({
    n: conversation.network,
    k: face?.kind ?? "message",
    a: face?.author,
    r: mention?.rating && [mention.rating.stars, mention.rating.outOf],
    s: face?.sentiment ?? "unsure",
    u: face?.urgency,
    p: place.priority,
    st: status.is,
    x: face ? snippetOf({ text: face.words }, snippetLength) : "",
    l: face?.language ?? "und",
    b: face?.about,
    t: face?.postedAt ?? conversation.latestAt,
    d: place.dueAt,
    re: conversation.returned ? 1 : undefined,
  });
}

export async function getConversation(table: ScopedTable, id: string): Promise<Kept<Conversation> | null> {
  const row = await table.get(conversationKey(id));
  return row && conversationFromRow(row);
}

export interface Thread {
  conversation: Kept<Conversation>;
  /** Oldest first, the one that began it included. */
  mentions: { mention: Mention; label: Label }[];
  /** Oldest first, each with the text that stands there now. */
  replies: Kept<Reply>[];
  /** Edits of replies, oldest first. */
  edits: Kept<Reply>[];
  draft: Kept<Draft> | null;
}

/** All that a person sees of a conversation, in one query; null where there is none. */
export async function getThread(table: ScopedTable, id: string): Promise<Thread | null> {
  const { pk, sk } = conversationKey(id);
  let conversation: Kept<Conversation> | null = null;
  let draft: Kept<Draft> | null = null;
  const mentions: Thread["mentions"] = [];
  const replies: Kept<Reply>[] = [];
  const edits: Kept<Reply>[] = [];
  for await (const row of allRows(table, { pk, prefix: sk })) {
    const [, kind, subject] = row.sk.split("~");
    if (row.sk === sk) conversation = conversationFromRow(row);
    else if (kind === "d") draft = draftFromRow(row);
    else if (kind === "r") replies.push(replyFromRow(row));
    else if (kind === "e") edits.push(replyFromRow(row));
    else if (kind === "m" && subject)
      mentions.push({
        mention: unpackMention(row.body.m as JsonMap, { id: subject, conversationId: id }),
        label: unpackLabel(row.body.l),
      });
  }
  if (!conversation) return null;
  if (conversation.mention && conversation.label)
    mentions.unshift({ mention: conversation.mention, label: conversation.label });
  mentions.sort((a, b) => a.mention.postedAt.getTime() - b.mention.postedAt.getTime());
  replies.sort(byApproval);
  edits.sort(byApproval);
  return { conversation, mentions, replies: replies.map((reply) => asEdited(reply, edits)), edits, draft };
}

const byApproval = (a: Reply, b: Reply): number => a.approvedAt.getTime() - b.approvedAt.getTime();

export const putConversation = (conversation: Conversation, read: { version: number } | null): Write => ({
  put: conversationRow(conversation),
  if: unchanged(read),
});

/**
 * Reads, changes by the rule, writes over the version read, and begins again when someone was faster. `change` returns
 * null to leave it. Returns the conversation as it stands afterwards, or null where there is none.
 */
export async function changeConversation(
  table: ScopedTable,
  id: string,
  change: (conversation: Conversation) => Conversation | null,
): Promise<Conversation | null> {
  for (;;) {
    const read = await getConversation(table, id);
    if (!read) return null;
    const next = change(read);
    if (!next) return read;
    const [outcome] = await table.commit([putConversation(next, read)]);
    if (outcome?.done) return next;
  }
}
