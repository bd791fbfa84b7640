import { getConversation } from "../conversation/conversation-store.ts";
import type { JsonMap } from "../json.ts";
import { mentionKey, unpackMention } from "../mention/mention-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { addDays } from "../trend/calendar.ts";
import { countedTally } from "../trend/counted.ts";
import { dayOf } from "../trend/trend.ts";
import { listBuckets, mentionsOfDay } from "../trend/trend-store.ts";
import type { Uncovered } from "./topic-finder.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** From this share of "other" on, topics are proposed. */
export const proposedFrom = 0.25;
const daysLooked = 30;
/** So many mentions are read at most, the newest first: what is frequent shows among them. */
const mostRead = 300;
const readTogether = 25;

/** How many mentions of the last 30 days there were, and how large a part of them no topic covers. */
export async function uncoveredShare(
  table: ScopedTable,
  brandId: string,
  { vocabulary, now }: { vocabulary: Vocabulary; now: Date },
): Promise<{ mentions: number; share: number }> {
  const to = dayOf(now);
  const buckets = await listBuckets(table, brandId, { from: addDays(to, 1 - daysLooked), to });
  let [mentions, others] = [0, 0];
  for (const bucket of buckets) {
    mentions += bucket.mentions;
    others += countedTally(bucket, vocabulary).get("other") ?? 0;
  }
  return { mentions, share: mentions === 0 ? 0 : others / mentions };
}

/** The newest mentions of the last 30 days that no topic covers. */
export async function uncoveredMentions(
  table: ScopedTable,
  brandId: string,
  now: Date,
): Promise<Uncovered[]> {
  const wanted: { id: string; conversationId: string }[] = [];
  for (let back = 0; back < daysLooked && wanted.length < mostRead; back += 1)
    for await (const { mentionId, contribution } of mentionsOfDay(
      table,
      brandId,
      addDays(dayOf(now), -back),
    )) {
      const { topics, removed, conversation } = contribution;
      if (topics.includes("other") && !removed && conversation)
        wanted.push({ id: mentionId, conversationId: conversation });
      if (wanted.length === mostRead) break;
    }
  const found: Uncovered[] = [];
  for (let at = 0; at < wanted.length; at += readTogether) {
    const read = await Promise.all(wanted.slice(at, at + readTogether).map((one) => mentionOf(table, one)));
    found.push(...read.filter((one) => one !== null));
  }
  return found;
}

async function mentionOf(
  table: ScopedTable,
  of: { id: string; conversationId: string },
): Promise<Uncovered | null> {
  const { conversationId } = of;
  if (of.id === conversationId) {
    const mention = (await getConversation(table, conversationId))?.mention;
    return mention ? { conversation: conversationId, mention } : null;
  }
  const row = await table.get(mentionKey(of));
  return row && { conversation: conversationId, mention: unpackMention(row.body.m as JsonMap, of) };
}
