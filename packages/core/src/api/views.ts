import { z } from "zod";
import { CloseReason, Priority } from "../conversation/conversation.ts";
import { Label, Mood, UrgencyReason } from "../label/label.ts";
import { Topic } from "../label/topic.ts";
import { Media, MentionKind, Rating } from "../mention/found.ts";
import { Said, Told } from "../said.ts";
import { InboxFrom } from "../source/source.ts";

/** What the API shows. Instants are ISO 8601 UTC strings here, since this is a border. */
const At = z.iso.datetime();

export const StatusName = z.enum([
  "open",
  "snoozed",
  "waiting-approval",
  "answered",
  "outdated",
  "closed",
  "gone",
]);

/** A row of the inbox: all that it draws, and nothing more. */
export const InboxCard = z.object({
  id: z.string(),
  brandId: z.string(),
  network: z.string(),
  kind: MentionKind,
  author: z.string().optional(),
  rating: Rating.optional(),
  sentiment: Mood,
  urgency: UrgencyReason.optional(),
  priority: Priority,
  status: StatusName,
  snippet: z.string(),
  language: z.string(),
  /** Product or location. */
  about: z.string().optional(),
  postedAt: At,
  dueAt: At,
  rankAt: At,
  /** A reply came back from the network. */
  returned: z.boolean().optional(),
});
export type InboxCard = z.infer<typeof InboxCard>;

export const LabelView = Label.extend({
  /** Its sentiment is only a guess. */
  unsure: z.boolean().optional(),
  corrected: Label.shape.corrected.unwrap().extend({ at: At }).optional(),
});
export type LabelView = z.infer<typeof LabelView>;

export const MentionView = z.object({
  id: z.string(),
  kind: MentionKind,
  author: z.object({ name: z.string().optional(), url: z.string().optional() }),
  title: z.string().optional(),
  text: z.string(),
  /** The row holds only the beginning; the whole text is at GET /api/mentions/:id/text. */
  cut: z.boolean().optional(),
  pros: z.string().optional(),
  cons: z.string().optional(),
  media: z.array(Media),
  rating: Rating.optional(),
  verdict: z.enum(["recommended", "not-recommended"]).optional(),
  product: z
    .object({ name: z.string().optional(), sku: z.string().optional(), url: z.string().optional() })
    .optional(),
  location: z.string().optional(),
  tags: z.array(z.string()),
  /** "" where the network gives no address. */
  url: z.string(),
  postedAt: At,
  editedAt: At.optional(),
  removed: z.boolean(),
  ownerReply: z
    .object({ text: z.string(), postedAt: At.optional(), state: z.string().optional() })
    .optional(),
  label: LabelView,
});
export type MentionView = z.infer<typeof MentionView>;

export const ReplyView = z.object({
  id: z.string(),
  text: z.string(),
  by: z.string(),
  approvedAt: At,
  state: z.enum([
    "approved",
    "sending",
    "published",
    "in-review",
    "returned",
    "unknown",
    "cancelled",
    "by-hand",
  ]),
  /** While approved: until when it may be taken back. */
  sendAt: At.optional(),
  at: At.optional(),
  /** Why it was returned, in the network's words or ours. */
  why: Told.optional(),
  /** How far it came, where the network tells. */
  reached: z.enum(["delivered", "read"]).optional(),
  /** How often its text may still be changed there; absent: it may not. */
  editsLeft: z.union([z.number(), z.literal("any")]).optional(),
  /** The last edit, while it does not stand there. */
  edit: z
    .object({
      id: z.string(),
      text: z.string(),
      state: z.enum(["approved", "sending", "in-review", "returned", "unknown"]),
      why: Told.optional(),
    })
    .optional(),
});
export type ReplyView = z.infer<typeof ReplyView>;

export const ReplyRulesView = z.object({
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  unit: z.enum(["characters", "bytes", "graphemes"]).optional(),
  edits: z.union([z.number(), z.literal("any")]),
  moderated: z.boolean(),
  forbids: z.array(z.enum(["links", "phones", "emails"])),
});

export const DraftView = z.object({ text: z.string(), version: z.number(), by: z.string(), at: At });
export type DraftView = z.infer<typeof DraftView>;

export const ConversationView = z.object({
  id: z.string(),
  brandId: z.string(),
  network: z.string(),
  networkTitle: z.string(),
  source: z.object({ id: z.string(), title: z.string() }),
  status: z.object({
    is: StatusName,
    until: At.optional(),
    at: At.optional(),
    reason: CloseReason.optional(),
  }),
  place: z.object({ priority: Priority, dueAt: At, rankAt: At, why: z.array(z.string()) }),
  /** Oldest first. */
  mentions: z.array(MentionView),
  replies: z.array(ReplyView),
  draft: DraftView.nullable(),
  /** True: we can publish there. False: copy, open the link, mark as answered. */
  canReply: z.boolean(),
  replyRules: ReplyRulesView.nullable(),
  undoSeconds: z.number(),
  /** The topics that the brand's mentions may have, and what it calls them where it has names of its own. */
  offeredTopics: z.array(Topic),
  topicTitles: z.record(z.string(), z.string()),
  /** Values for a template's variables: author, product, brand, location. Absent ones are unfilled. */
  variables: z.record(z.string(), z.string()),
  returned: Told.optional(),
});
export type ConversationView = z.infer<typeof ConversationView>;

export const SourceView = z.object({
  id: z.string(),
  brandId: z.string(),
  network: z.string(),
  networkTitle: z.string(),
  title: z.string(),
  every: z.number(),
  inboxFrom: At,
  /** The sign-in under which it is read. */
  accountId: z.string().optional(),
  state: z.enum(["active", "paused"]),
  pausedWhy: Said.optional(),
  caughtUp: z.boolean(),
  lastGoodAt: At.optional(),
  foundAt: At.optional(),
  /** How many mentions stand under it, a few seconds late. */
  found: z.number(),
  unreadable: z.number(),
  /** `message` is the English of what is `said`. */
  fault: z
    .object({ kind: z.string(), message: z.string(), said: Said, at: At, count: z.number() })
    .optional(),
  notBefore: At.optional(),
  progress: z.object({ done: z.number(), of: z.number().optional() }).optional(),
  standing: z.object({ average: z.number(), outOf: z.number(), count: z.number() }).optional(),
  /** A chosen time of its past can be read. */
  canBackfill: z.boolean(),
  /** The last such reading. */
  backfill: z
    .object({
      since: At,
      until: At,
      state: z.enum(["running", "done", "failed", "cancelled"]),
      progress: z.object({ done: z.number(), of: z.number().optional() }).optional(),
      found: z.number(),
      why: Said.optional(),
    })
    .optional(),
});
export type SourceView = z.infer<typeof SourceView>;

const FieldView = z.object({
  name: z.string(),
  title: Said,
  secret: z.boolean(),
  optional: z.boolean(),
  multiline: z.boolean(),
});

export const NetworkView = z.object({
  network: z.string(),
  title: z.string(),
  account: z.discriminatedUnion("is", [
    z.object({ is: z.literal("none") }),
    z.object({ is: z.literal("token"), help: Said, fields: z.array(FieldView) }),
    /** `returnTo`: the address that the operator's application there must allow; absent where it is not known. */
    z.object({
      is: z.literal("oauth"),
      help: Said,
      fields: z.array(FieldView),
      returnTo: z.string().optional(),
    }),
  ]),
  /** `triedAt` absent: built from the network's contract, and not yet tried on the live network. */
  about: z.object({ reads: Said, needs: Said, note: Said.optional(), triedAt: z.string().optional() }),
  /** JSON Schema of a source's settings. */
  settings: z.unknown(),
  can: z.array(z.enum(["pull", "reply", "edit", "discover", "recognise", "receipt"])),
  every: z.number(),
  replyRules: ReplyRulesView.nullable(),
});
export type NetworkView = z.infer<typeof NetworkView>;

/** What a pasted link or a dropped file turned out to be. */
export const RecognisedView = z.object({
  network: z.string(),
  title: z.string(),
  /** To be handed back on connecting, or with a corrected mapping on recognising again. */
  settings: z.unknown(),
  count: z.number(),
  /** Whether `count` is all there is, or only the first of more. */
  countIsAll: z.boolean(),
  newestAt: At.optional(),
  oldestAt: At.optional(),
  /** How many would enter the inbox with each choice. */
  inbox: z.object({ now: z.number(), "30d": z.number(), all: z.number() }),
  /** The first choice that puts something into the inbox, beginning with 30d. */
  advised: InboxFrom,
  /** The first five, as they were read. */
  sample: z.array(
    z.object({
      author: z.string().optional(),
      rating: Rating.optional(),
      text: z.string(),
      postedAt: At,
    }),
  ),
  unreadable: z.array(z.object({ where: Told.optional(), why: Told, excerpt: z.string() })),
  columns: z
    .object({
      names: z.array(z.string()),
      fields: z.record(z.string(), z.string().nullable()),
      rows: z.array(z.array(z.string())),
    })
    .optional(),
});
export type RecognisedView = z.infer<typeof RecognisedView>;

export const UnreadableView = z.object({
  id: z.string(),
  at: At,
  sourceId: z.string(),
  where: Told.optional(),
  why: Told,
  excerpt: z.string(),
});

export const MeView = z.object({
  email: z.string(),
  workspace: z.object({ id: z.string(), name: z.string(), kind: z.enum(["demo", "own"]) }),
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(["demo", "own"]) })),
  brands: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The sandbox's front page, where replies of the demo appear; absent without a sandbox. */
  sandboxUrl: z.string().optional(),
});
export type MeView = z.infer<typeof MeView>;

export const CountsView = z.object({
  all: z.number(),
  byNetwork: z.record(z.string(), z.number()),
  bySentiment: z.record(z.string(), z.number()),
  byPriority: z.record(z.string(), z.number()),
  byKind: z.record(z.string(), z.number()),
});
export type CountsView = z.infer<typeof CountsView>;
