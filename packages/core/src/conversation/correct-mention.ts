import type { JsonMap } from "../json.ts";
import { type Correction, type Corrector, correctLabel } from "../label/correct.ts";
import { putCorrected } from "../label/corrected-store.ts";
import type { Label } from "../label/label.ts";
import { packLabel, unpackLabel } from "../label/label-row.ts";
import type { Mention } from "../mention/mention.ts";
import { mentionKey, unpackMention } from "../mention/mention-store.ts";
import { placeOf, type Regulation } from "../regulation/regulation.ts";
import type { ScopedTable } from "../table-scope.ts";
import { faceOf, type Place } from "./conversation.ts";
import { changeConversation, getConversation, putConversation, type Thread } from "./conversation-store.ts";

/** A person's word on a mention, and what the mention's place in the inbox is made of besides. */
export interface MentionCorrection {
  correction: Correction;
  corrector: Corrector;
  regulation: Regulation;
  /** When its source was connected; absent where the source is gone: the place stays as it is then. */
  clockFrom: Date | undefined;
}

export interface Corrected {
  before: Label;
  after: Label;
}

/**
 * Writes a person's word over what stands there, and lets the inbox follow. What persons did besides (closed, snoozed,
 * assigned) stays. Null where the mention is gone.
 */
export async function correctMention(
  table: ScopedTable,
  { thread, id }: { thread: Thread; id: string },
  given: MentionCorrection,
): Promise<Corrected | null> {
  const { brandId, id: conversationId } = thread.conversation;
  await table.commit([putCorrected(brandId, { id, conversationId })]);
  if (id === conversationId) return correctFirst(table, id, given);
  return correctLater(table, { id, conversationId, isOldest: thread.mentions[0]?.mention.id === id }, given);
}

/** The mention that began its conversation stands in the conversation's own row. */
async function correctFirst(
  table: ScopedTable,
  id: string,
  given: MentionCorrection,
): Promise<Corrected | null> {
  for (;;) {
    const read = await getConversation(table, id);
    if (!read?.mention || !read.label) return null;
    const { version, ...conversation } = read;
    const { mention, label: before } = read;
    const after = correctLabel(before, given.correction, given.corrector);
    if (after === before) return { before, after };
    const next = { ...conversation, label: after, place: placeAfter(given, { mention, after, read }) };
    const [outcome] = await table.commit([putConversation(next, { version })]);
    if (outcome?.done) return { before, after };
  }
}

/**
 * A later one has a row of its own. The conversation follows it where its beginning is not known: it shows the face of
 * the latest, and its place is made from the oldest. Also where the word is not new: whoever said it first may have died
 * in between.
 */
async function correctLater(
  table: ScopedTable,
  { isOldest, ...ids }: { id: string; conversationId: string; isOldest: boolean },
  given: MentionCorrection,
): Promise<Corrected | null> {
  for (;;) {
    const row = await table.get(mentionKey(ids));
    if (!row) return null;
    const before = unpackLabel(row.body.l);
    const after = correctLabel(before, given.correction, given.corrector);
    if (after !== before) {
      const put = { ...mentionKey(ids), body: { ...row.body, l: packLabel(after) } };
      const [outcome] = await table.commit([{ put, if: { version: row.version } }]);
      if (!outcome?.done) continue;
    }
    const mention = unpackMention(row.body.m as JsonMap, ids);
    await changeConversation(table, ids.conversationId, (conversation) => {
      const isLatest = conversation.latestId === ids.id;
      if (conversation.mention || !(isLatest || isOldest)) return null;
      return {
        ...conversation,
        ...(isLatest ? { face: faceOf(mention, after) } : {}),
        ...(isOldest ? { place: placeAfter(given, { mention, after, read: conversation }) } : {}),
      };
    });
    return { before, after };
  }
}

const placeAfter = (
  { regulation, clockFrom }: MentionCorrection,
  { mention, after, read }: { mention: Mention; after: Label; read: { place: Place } },
): Place => (clockFrom ? placeOf(mention, after, { regulation, clockFrom }) : read.place);
