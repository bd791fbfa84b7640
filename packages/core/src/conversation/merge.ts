import type { JsonMap } from "../json.ts";
import { keepCorrection } from "../label/correct.ts";
import type { Label } from "../label/label.ts";
import { unpackLabel } from "../label/label-row.ts";
import { compareRevision, type Mention, saysTheSame, withWhatWasKnown } from "../mention/mention.ts";
import { mentionKey, mentionRow, packMention, revisionKey, unpackMention } from "../mention/mention-store.ts";
import type { Outcome, Row, Write } from "../ports.ts";
import { placeOf } from "../regulation/regulation.ts";
import { type Reply, seenThere } from "../reply/reply.ts";
import { replyRow } from "../reply/reply-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { type Arrival, beginConversation, joinedStatus, revisedStatus, standingReply } from "./admit.ts";
import { type Conversation, faceOf, type Status } from "./conversation.ts";
import { getThread, putConversation, type Thread } from "./conversation-store.ts";
import { removeDraft } from "./draft-store.ts";

/**
 * How a mention's conversation stands now that it is stored, with the mention's own label, a person's correction
 * included; null where it is an older revision, or not stored yet.
 */
export type Stood = (Pick<Conversation, "status" | "place"> & { label: Label }) | null;

export const beginsConversation = (mention: Mention): boolean => mention.id === mention.conversationId;

/** Merges one mention with what is kept of it and of its thread; begins again when somebody was faster. */
export async function merge(table: ScopedTable, arrival: Arrival, now: Date): Promise<Stood> {
  for (;;) {
    const thread = await getThread(table, arrival.mention.conversationId);
    const stood = !thread
      ? await begin(table, arrival)
      : beginsConversation(arrival.mention)
        ? await revise(table, { arrival, thread }, now)
        : await join(table, { arrival, thread }, now);
    if (stood !== "overtaken") return stood;
  }
}

/** The conversation first, the mention last: the duplicate test is on the mention. */
async function begin(table: ScopedTable, arrival: Arrival): Promise<Stood | "overtaken"> {
  const { mention, label } = arrival;
  const begun = beginConversation(arrival);
  const [outcome] = await table.commit([putConversation(begun, null)]);
  if (!outcome?.done) return "overtaken";
  if (!beginsConversation(mention)) await table.commit([{ put: mentionRow(mention, label), if: "absent" }]);
  return { ...begun, label };
}

async function revise(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
  now: Date,
): Promise<Stood | "overtaken"> {
  const { conversation } = thread;
  const kept = conversation.mention ?? null;
  const mention = withWhatWasKnown(kept, arrival.mention);
  const label = labelOver({ mention: kept, label: conversation.label }, { ...arrival, mention });
  const order = compareRevision(kept, mention);
  if (order === "same") return { ...conversation, label };
  if (order === "older") {
    await keepRevision(table, mention);
    return null;
  }
  const { version, returned, face: _, ...before } = conversation;
  const ours = oursIn(thread);
  const status =
    order === "first" ? joinedStatus(before, arrival, { ours }) : revisedStatus(before, { mention }, ours);
  const next = {
    ...before,
    status,
    mention,
    label,
    place: placeOf(mention, label, arrival),
    ...(returned && status.is !== "closed" ? { returned } : {}),
  };
  await follow(table, { arrival, thread, kept, status }, now);
  const [outcome] = await table.commit([putConversation(next, { version })]);
  return outcome?.done ? next : "overtaken";
}

/** Texts of our own replies that stand or are being sent. */
const oursIn = ({ replies, edits }: Thread): string[] =>
  [...replies, ...edits].filter((reply) => reply.state.is !== "cancelled").map((reply) => reply.text);

async function join(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
  now: Date,
): Promise<Stood | "overtaken"> {
  const there = await table.get(mentionKey(arrival.mention));
  const kept = there && keptMention(there, arrival.mention);
  const mention = withWhatWasKnown(kept, arrival.mention);
  const known = there ? unpackLabel(there.body.l) : undefined;
  const label = labelOver({ mention: kept, label: known }, { ...arrival, mention });
  const order = compareRevision(kept, mention);
  if (order === "same") return { ...thread.conversation, label };
  if (order === "older") {
    await keepRevision(table, mention);
    return null;
  }
  const { version, ...before } = thread.conversation;
  const isLatest = mention.postedAt >= before.latestAt;
  const next: Conversation = {
    ...before,
    status: isEmptied(thread, mention)
      ? { is: "gone" }
      : joinedStatus(before, arrival, { ours: oursIn(thread), kept }),
    ...(isLatest ? { latestAt: mention.postedAt, latestId: mention.id } : {}),
    ...(isLatest && !before.mention && !mention.removed ? { face: faceOf(mention, label) } : {}),
  };
  const put: Write = {
    put: mentionRow(mention, label),
    if: there ? { version: there.version } : "absent",
  };
  await follow(table, { arrival, thread, kept, status: next.status }, now);
  const [first] = await table.commit([putConversation(next, { version })]);
  if (!first?.done) return "overtaken";
  const [second] = await table.commit([put]);
  return second?.done ? { ...next, label } : "overtaken";
}

/** With this one all that was said in the thread is taken away. */
const isEmptied = ({ mentions }: Thread, { id, removed }: Mention): boolean =>
  removed === true && mentions.every(({ mention }) => mention.removed || mention.id === id);

/** A person's correction stands as long as the customer says the same; of other words that person has said nothing. */
const labelOver = (
  kept: { mention: Mention | null; label: Label | undefined },
  { mention, label }: Pick<Arrival, "mention" | "label">,
): Label =>
  kept.mention && kept.label && saysTheSame(kept.mention, mention)
    ? keepCorrection(kept.label, label)
    : label;

const keptMention = (row: Row, { id, conversationId }: Mention): Mention =>
  unpackMention(row.body.m as JsonMap, { id, conversationId });

const keepRevision = (table: ScopedTable, mention: Mention): Promise<Outcome[]> =>
  table.commit([{ put: { ...revisionKey(mention), body: { m: packMention(mention) } }, if: "absent" }]);

/**
 * What the mention means for its thread. Before the mention itself is written: once it stands there it is taken for a
 * duplicate, so that nobody would come by again for what a dead worker left.
 * @param merged.status where the conversation goes
 */
async function follow(
  table: ScopedTable,
  merged: { arrival: Arrival; thread: Thread; kept: Mention | null; status: Status },
  now: Date,
): Promise<void> {
  const { arrival, thread, kept, status } = merged;
  if (kept) await keepRevision(table, kept);
  await noteSeen(table, { arrival, thread }, now);
  const ends = status.is === "closed" || status.is === "gone";
  if (ends && status.is !== thread.conversation.status.is) await retire(table, thread, now);
}

/** Replies that a person gave on the network's own page, and that this read has shown there. */
async function noteSeen(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
  now: Date,
): Promise<void> {
  const shown = standingReply(arrival.mention);
  if (shown === null) return;
  const seen = thread.replies.flatMap(({ version, ...reply }): Write[] => {
    const next = seenThere(reply, shown, now);
    return next ? [{ put: replyRow(next), if: { version } }] : [];
  });
  if (seen.length > 0) await table.commit(seen);
}

/** Answered elsewhere, or gone: the draft is no longer wanted, and a reply in its undo time must not go out. */
async function retire(table: ScopedTable, thread: Thread, at: Date): Promise<void> {
  const cancelled = thread.replies
    .filter(({ state }) => state.is === "approved")
    .map(({ version, ...reply }): Write => {
      const next: Reply = { ...reply, state: { is: "cancelled", at, why: "answered-elsewhere" } };
      return { put: replyRow(next), if: { version } };
    });
  const draft: Write[] = thread.draft ? [removeDraft(thread.conversation.id)] : [];
  if (cancelled.length + draft.length > 0) await table.commit([...cancelled, ...draft]);
}
