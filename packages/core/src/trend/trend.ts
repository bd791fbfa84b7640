import { z } from "zod";
import { type Conversation, isInInbox } from "../conversation/conversation.ts";
import { digest } from "../id.ts";
import { type Label, Mood, moodOf } from "../label/label.ts";
import { maskedWords } from "../label/mask.ts";
import { Topic } from "../label/topic.ts";
import { type Mention, snippetOf } from "../mention/mention.ts";

/** What one mention adds to its day. Replaced, never incremented, so that twice is once. */
export const Contribution = z.object({
  source: z.string(),
  network: z.string(),
  kind: z.string(),
  /** Stars scaled to five. */
  stars: z.number().optional(),
  sentiment: Mood,
  topics: z.array(Topic),
  /** Stands in the inbox now. */
  open: z.boolean(),
  priority: z.string(),
  answered: z.boolean(),
  /** Minutes from the customer's word to our published answer. */
  minutesToReply: z.number().optional(),
  removed: z.boolean(),
  // What follows is absent where an earlier version wrote the row; the next telling of the mention adds it.
  /** The conversation that the mention belongs to: where a quote leads. */
  conversation: z.string().optional(),
  /** What it is about: the seller's article or the network's id, and a name. */
  product: z.object({ key: z.string(), name: z.string() }).optional(),
  location: z.string().optional(),
  /** The customer's first words, where they speak of a topic: for a quote beside that topic. */
  words: z.string().optional(),
});
export type Contribution = z.infer<typeof Contribution>;

const Counts = z.record(z.string(), z.number());

/** A day of a brand: the sum of its contributions. */
export const Bucket = z.object({
  day: z.iso.date(),
  mentions: z.number(),
  rated: z.number(),
  stars: z.number(),
  answered: z.number(),
  bySentiment: Counts,
  bySource: Counts,
  byNetwork: Counts,
  byKind: Counts,
  byTopic: Counts,
  /** How many stand in the inbox, in all and by facet. */
  open: z.object({
    all: z.number(),
    byNetwork: Counts,
    bySentiment: Counts,
    byPriority: Counts,
    byKind: Counts,
  }),
});
export type Bucket = z.infer<typeof Bucket>;

const mostWords = 140; // letters of a quote
const mostName = 48; // letters of a product's name or a location

/** The day that a mention counts under: its own date in UTC, not the date it was found on. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What this conversation's first mention adds; null while that is not known. */
export function contributionOf(
  conversation: Pick<Conversation, "mention" | "label" | "status" | "place">,
): Contribution | null {
  const { mention, label, status, place } = conversation;
  if (!mention || !label) return null;
  const answeredAt =
    status.is === "answered"
      ? status.at
      : (mention.ownerReply && (mention.ownerReply.postedAt ?? null)) || undefined;
  const removed = mention.removed === true || status.is === "gone";
  const minutes = answeredAt && (answeredAt.getTime() - mention.postedAt.getTime()) / 60_000;
  return {
    source: mention.sourceId,
    network: mention.network,
    kind: mention.kind,
    ...(mention.rating ? { stars: (mention.rating.stars / mention.rating.outOf) * 5 } : {}),
    sentiment: moodOf(label),
    topics: label.topics,
    open: isInInbox(status),
    priority: place.priority,
    answered: status.is === "answered" || mention.ownerReply !== undefined,
    ...(minutes !== undefined && minutes >= 0 ? { minutesToReply: Math.round(minutes) } : {}),
    removed,
    conversation: mention.conversationId,
    ...(removed ? {} : aboutOf(mention, label)),
  };
}

/** What a mention is about and a few of its words; nothing of them stays when it is removed. */
function aboutOf(
  mention: Mention,
  { topics, contacts }: Pick<Label, "topics" | "contacts">,
): Pick<Contribution, "product" | "location" | "words"> {
  const { product, location } = mention;
  const key = product && (product.sku ?? product.id);
  const words = topics.some((topic) => topic !== "other")
    ? snippetOf(maskedWords(mention, contacts), mostWords)
    : "";
  return {
    ...(product && key
      ? {
          product: {
            key: key.length <= mostName ? key : digest([key]),
            name: snippetOf({ text: product.name ?? key }, mostName) || key.slice(0, mostName),
          },
        }
      : {}),
    ...(location ? { location: snippetOf({ text: location }, mostName) } : {}),
    ...(words ? { words } : {}),
  };
}

export function emptyBucket(day: string): Bucket {
  const none = (): Record<string, number> => ({});
  return {
    day,
    mentions: 0,
    rated: 0,
    stars: 0,
    answered: 0,
    bySentiment: none(),
    bySource: none(),
    byNetwork: none(),
    byKind: none(),
    byTopic: none(),
    open: { all: 0, byNetwork: none(), bySentiment: none(), byPriority: none(), byKind: none() },
  };
}

/** A day is the sum of its rows; removed mentions leave it. */
export function sumBucket(day: string, contributions: Iterable<Contribution>): Bucket {
  const bucket = emptyBucket(day);
  for (const one of contributions) {
    if (one.removed) continue;
    bucket.mentions++;
    if (one.stars !== undefined) {
      bucket.rated++;
      bucket.stars += one.stars;
    }
    if (one.answered) bucket.answered++;
    more(bucket.bySentiment, one.sentiment);
    more(bucket.bySource, one.source);
    more(bucket.byNetwork, one.network);
    more(bucket.byKind, one.kind);
    for (const topic of one.topics) more(bucket.byTopic, topic);
    if (!one.open) continue;
    bucket.open.all++;
    more(bucket.open.byNetwork, one.network);
    more(bucket.open.bySentiment, one.sentiment);
    more(bucket.open.byPriority, one.priority);
    more(bucket.open.byKind, one.kind);
  }
  return bucket;
}

function more(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
