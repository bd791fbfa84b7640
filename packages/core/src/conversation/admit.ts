import type { Label } from "../label/label.ts";
import { customerHash, type Mention } from "../mention/mention.ts";
import { placeOf, type Regulation } from "../regulation/regulation.ts";
import { sameWords } from "../reply/reply.ts";
import { type Conversation, faceOf, type Status } from "./conversation.ts";

/** A labelled mention at the inbox's door. */
export interface Arrival {
  mention: Mention;
  label: Label;
  inboxFrom: Date;
  /** When its source was connected. */
  clockFrom: Date;
  regulation: Regulation;
}

/** An answer that stands, or is on its way, in the network: by somebody there, or the echo of ours. */
export const standingReply = (mention: Mention): string | null =>
  mention.ownerReply && mention.ownerReply.state !== "rejected" ? mention.ownerReply.text : null;

/** Where a mention that was not known before begins. */
export function firstStatus({ mention, inboxFrom }: Pick<Arrival, "mention" | "inboxFrom">): Status {
  if (mention.removed) return { is: "gone" };
  if (standingReply(mention) !== null) return { is: "closed", reason: "answered-elsewhere" };
  if (mention.postedAt < inboxFrom) return { is: "closed", reason: "history" };
  return { is: "open" };
}

/** The conversation that a first mention begins. */
export function beginConversation(arrival: Arrival): Conversation {
  const { mention, label } = arrival;
  const begins = mention.id === mention.conversationId;
  return {
    id: mention.conversationId,
    brandId: mention.brandId,
    sourceId: mention.sourceId,
    network: mention.network,
    status: firstStatus(arrival),
    place: placeOf(mention, label, arrival),
    ...(begins ? { mention, label } : { face: faceOf(mention, label) }),
    latestAt: mention.postedAt,
    latestId: mention.id,
  };
}

/**
 * Where a conversation goes when the mention that began it comes again, changed. `ours` are the texts of our own replies
 * that stand or are being sent: their echo is not an answer made elsewhere.
 */
export function revisedStatus(
  before: Conversation,
  { mention }: Pick<Arrival, "mention">,
  ours: readonly string[],
): Status {
  const { status, mention: kept } = before;
  if (mention.removed) return { is: "gone" };
  const reply = standingReply(mention);
  const hadReply = kept ? standingReply(kept) : null;
  const answeredElsewhere =
    reply !== null && reply !== hadReply && !ours.some((text) => sameWords(text, reply));
  if (answeredElsewhere && !isOvertaken(before, mention))
    return { is: "closed", reason: "answered-elsewhere" };
  if (kept && customerHash(kept) === customerHash(mention)) return status;
  if (status.is === "answered") return { is: "outdated" };
  if (status.is !== "closed") return status.is === "gone" ? { is: "open" } : status;
  if (status.reason === "answered-elsewhere") return kept ? { is: "outdated" } : status;
  return status.reason === "read" ? { is: "open" } : status;
}

/** An answer closes what it came after: what was said in the thread since then still waits. */
const isOvertaken = (before: Conversation, mention: Mention): boolean =>
  before.latestId !== mention.id && before.latestAt > (mention.ownerReply?.postedAt ?? mention.postedAt);

/**
 * Where a conversation goes when a later mention joins its thread, or comes again: an answered one opens again, a muted
 * one does not. An answer closes it where it is not ours and nobody has written after what it answers.
 */
export function joinedStatus(
  before: Conversation,
  arrival: Arrival,
  { ours, kept }: { ours: readonly string[]; kept?: Mention | null },
): Status {
  const { status } = before;
  const { mention } = arrival;
  const first = firstStatus(arrival);
  if (first.is === "gone" || (first.is === "closed" && first.reason === "history")) return status;
  const reply = standingReply(mention);
  if (reply !== null) {
    const isOurs = ours.some((text) => sameWords(text, reply));
    return isOurs || isOvertaken(before, mention) ? status : first;
  }
  if (kept && customerHash(kept) === customerHash(mention)) return status;
  const silent = status.is === "closed" && (status.reason === "muted" || status.reason === "spam");
  return silent ? status : { is: "open" };
}
