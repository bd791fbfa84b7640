import { z } from "zod";
import { Instant } from "../json.ts";
import { Label, Mood, moodOf } from "../label/label.ts";
import { MentionKind } from "../mention/found.ts";
import { Mention, snippetOf } from "../mention/mention.ts";
import { Told } from "../said.ts";

export const CloseReason = z.enum(["read", "answered-elsewhere", "muted", "spam", "history"]);
export type CloseReason = z.infer<typeof CloseReason>;

export const Status = z.discriminatedUnion("is", [
  z.object({ is: z.literal("open") }),
  z.object({ is: z.literal("snoozed"), until: Instant }),
  z.object({ is: z.literal("waiting-approval") }),
  z.object({ is: z.literal("answered"), at: Instant }),
  /** The author edited after our answer. */
  z.object({ is: z.literal("outdated") }),
  z.object({ is: z.literal("closed"), reason: CloseReason }),
  z.object({ is: z.literal("gone") }),
]);
export type Status = z.infer<typeof Status>;

export const Priority = z.enum(["urgent", "high", "normal", "low"]);
export type Priority = z.infer<typeof Priority>;

/** A place in the inbox: the promise, and why it is what it is. */
export const Place = z.object({
  priority: Priority,
  dueAt: Instant,
  /** `dueAt` minus the weight of the priority: fixed in time, so that rank does not drift. */
  rankAt: Instant,
  /** The rules that led here, as keys of the dictionary. */
  why: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;

/** What the inbox and the search show of a thread that has no known beginning, such as a chat: its latest mention, in brief. */
export const Face = z.object({
  kind: MentionKind,
  author: z.string().optional(),
  words: z.string(),
  about: z.string().optional(),
  sentiment: Mood,
  urgency: z.string().optional(),
  language: z.string(),
  postedAt: Instant,
});
export type Face = z.infer<typeof Face>;

/** Its row is billed with every page of the inbox, so a face keeps few words. */
const faceWords = 300;

export const faceOf = (mention: Mention, label: Label): Face => ({
  kind: mention.kind,
  author: mention.author.name,
  words: snippetOf(mention, faceWords),
  about: mention.product?.name ?? mention.location,
  sentiment: moodOf(label),
  urgency: label.urgency[0]?.reason,
  language: label.language,
  postedAt: mention.postedAt,
});

/** A mention with its label and its thread: what a person opens. A review is its own conversation: one row. */
export const Conversation = z.object({
  id: z.string(),
  brandId: z.string(),
  sourceId: z.string(),
  network: z.string(),
  status: Status,
  place: Place,
  /** The mention that began it; absent while only a later one of its thread is known. */
  mention: Mention.optional(),
  label: Label.optional(),
  /** Present while `mention` is not. */
  face: Face.optional(),
  /** The latest thing the customer said, for the order of a thread. */
  latestAt: Instant,
  latestId: z.string(),
  /** A reply that came back, and why: in the network's words or ours. */
  returned: Told.optional(),
  assignee: z.string().optional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** Stands in the inbox: somebody should look at it. */
export const isInInbox = (status: Status): boolean => status.is === "open" || status.is === "outdated";

/** Answered at this time; nothing is said any more to have come back. */
export const answered = ({ returned: _, ...kept }: Conversation, at: Date): Conversation => ({
  ...kept,
  status: { is: "answered", at },
});

/** What a reply of this time makes of it, once it is known to stand; null: nothing, such as where words came later. */
export const withStanding = (conversation: Conversation, approvedAt: Date): Conversation | null =>
  conversation.status.is === "open" && conversation.latestAt <= approvedAt
    ? answered(conversation, approvedAt)
    : null;
