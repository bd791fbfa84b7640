import { type Connector, forKind } from "../connector.ts";
import type { Conversation, Status } from "../conversation/conversation.ts";
import type { Thread } from "../conversation/conversation-store.ts";
import type { JsonMap } from "../json.ts";
import { isUnsure, type Label } from "../label/label.ts";
import type { Mention } from "../mention/mention.ts";
import type { IndexCard } from "../ports.ts";
import { type Regulation, undoSecondsFor } from "../regulation/regulation.ts";
import { countedEdits, type Reply } from "../reply/reply.ts";
import { bothTongues } from "../said.ts";
import type { Backfill } from "../source/backfill.ts";
import type { Health, Source } from "../source/source.ts";
import { countedLabel } from "../vocabulary/counted-label.ts";
import { offeredTopics, ownTitles, type Vocabulary } from "../vocabulary/vocabulary.ts";
import {
  type ConversationView,
  InboxCard,
  type LabelView,
  type MentionView,
  type ReplyView,
  type SourceView,
} from "./views.ts";

const iso = (at: Date): string => at.toISOString();
const maybe = <K extends string, V>(key: K, value: V | undefined): { [k in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [k in K]: V });

/** A row of the inbox from its index card. */
export function showCard({ sk, card, at }: Pick<IndexCard, "sk" | "card" | "at">): InboxCard {
  const rating = card.r as [number, number] | undefined;
  return InboxCard.parse({
    id: sk,
    brandId: sk.slice(0, sk.indexOf("-")),
    network: card.n,
    kind: card.k,
    ...(card.a ? { author: card.a } : {}),
    ...(rating ? { rating: { stars: rating[0], outOf: rating[1] } } : {}),
    sentiment: card.s,
    ...(card.u ? { urgency: card.u } : {}),
    priority: card.p,
    status: card.st,
    snippet: card.x,
    language: card.l,
    ...(card.b ? { about: card.b } : {}),
    postedAt: card.t,
    dueAt: card.d,
    rankAt: at.sk.slice(0, at.sk.indexOf("~")),
    ...(card.re ? { returned: true } : {}),
  });
}

/** The same row for a conversation that stands in no index. */
export const showCardOf = (conversation: Conversation, card: JsonMap): InboxCard =>
  showCard({
    sk: conversation.id,
    at: { pk: "", sk: `${iso(conversation.place.rankAt)}~` },

    card,
  });

export const showLabel = ({ corrected, ...label }: Label): LabelView => ({
  ...label,
  ...(isUnsure(label) ? { unsure: true } : {}),
  ...(corrected ? { corrected: { ...corrected, at: corrected.at.toISOString() } } : {}),
});

export function showMention({ mention, label }: { mention: Mention; label: Label }): MentionView {
  const { author, product, ownerReply } = mention;
  return {
    id: mention.id,
    kind: mention.kind,
    author: { ...maybe("name", author.name), ...maybe("url", author.url) },
    ...maybe("title", mention.title),
    text: mention.text,
    ...(mention.wholeText ? { cut: true } : {}),
    ...maybe("pros", mention.pros),
    ...maybe("cons", mention.cons),
    // A customer's picture comes through us, never from a stranger's server to the person who reads; an address that
    // only its connector understands stays here.
    media: (mention.media ?? []).map(({ kind, url }, at) => {
      const throughUs = `/api/media/${mention.conversationId}/${mention.id}/${at}`;
      const isOnTheWeb = /^https?:/i.test(url);
      if (kind === "file" && !isOnTheWeb) return { kind, url: throughUs };
      return { kind, url: isOnTheWeb ? url : "", previewUrl: throughUs };
    }),
    ...maybe("rating", mention.rating),
    ...maybe("verdict", mention.verdict),
    ...(product
      ? {
          product: {
            ...maybe("name", product.name),
            ...maybe("sku", product.sku),
            ...maybe("url", product.url),
          },
        }
      : {}),
    ...maybe("location", mention.location),
    tags: mention.tags ?? [],
    url: mention.url,
    postedAt: iso(mention.postedAt),
    ...maybe("editedAt", mention.editedAt && iso(mention.editedAt)),
    removed: mention.removed === true,
    ...(ownerReply
      ? {
          ownerReply: {
            text: ownerReply.text,
            ...maybe("postedAt", ownerReply.postedAt && iso(ownerReply.postedAt)),
            ...maybe("state", ownerReply.state),
          },
        }
      : {}),
    label: showLabel(label),
  };
}

/** `around`: what is needed to tell whether and how it can be edited. */
export function showReply(
  { id, text, by, approvedAt, state }: Reply,
  around: { edits: readonly Reply[]; connector: Connector | undefined } = { edits: [], connector: undefined },
): ReplyView {
  const at = "at" in state ? state.at : "since" in state ? state.since : undefined;
  const last = around.edits.findLast(({ replaces }) => replaces === id);
  return {
    id,
    text,
    by,
    approvedAt: iso(approvedAt),
    state: state.is,
    ...maybe("sendAt", state.is === "approved" ? iso(state.sendAt) : undefined),
    ...maybe("at", at && iso(at)),
    ...maybe("why", "why" in state ? state.why : undefined),
    ...maybe("reached", state.is === "published" ? state.reached : undefined),
    ...maybe("editsLeft", state.is === "published" ? editsLeft(id, around) : undefined),
    ...maybe("edit", last && showEdit(last)),
  };
}

function showEdit({ id, text, state }: Reply): ReplyView["edit"] {
  if (state.is === "published" || state.is === "by-hand" || state.is === "cancelled") return undefined;
  return { id, text, state: state.is, ...maybe("why", "why" in state ? state.why : undefined) };
}

/** How often a published reply may still be edited; undefined where the network takes no edits, or no more of them. */
export function editsLeft(
  replyId: string,
  { edits, connector }: { edits: readonly Reply[]; connector: Connector | undefined },
): ReplyView["editsLeft"] {
  const most = connector?.edit && connector.limits.reply?.edits;
  if (most === undefined || most === "any") return most;
  const left = most - countedEdits(edits, replyId);
  return left > 0 ? left : undefined;
}

export function showStatus(status: Status): ConversationView["status"] {
  return {
    is: status.is,
    ...maybe("until", status.is === "snoozed" ? iso(status.until) : undefined),
    ...maybe("at", status.is === "answered" ? iso(status.at) : undefined),
    ...maybe("reason", status.is === "closed" ? status.reason : undefined),
  };
}

export function showRules(connector: Connector | undefined): ConversationView["replyRules"] {
  const rules = connector?.limits.reply;
  if (!rules) return null;
  const { once: _, kinds: __, forbids, ...shown } = rules;
  return { ...shown, forbids: [...(forbids ?? [])] };
}

/** What a person sees of an opened conversation. */
export function showThread(
  { conversation, mentions, replies, edits, draft }: Thread,
  around: {
    source: Source | null;
    connector: Connector | undefined;
    regulation: Regulation;
    vocabulary: Vocabulary;
    brandName: string;
  },
): ConversationView {
  const { source, vocabulary } = around;
  const latest = mentions.at(-1)?.mention;
  const connector = around.connector && forKind(around.connector, latest?.kind);
  const { place } = conversation;
  return {
    id: conversation.id,
    brandId: conversation.brandId,
    network: conversation.network,
    networkTitle: connector?.title ?? conversation.network,
    source: { id: conversation.sourceId, title: source?.title ?? conversation.network },
    status: showStatus(conversation.status),
    place: { ...place, dueAt: iso(place.dueAt), rankAt: iso(place.rankAt) },
    mentions: mentions.map(({ mention, label }) =>
      showMention({ mention, label: countedLabel(label, vocabulary) }),
    ),
    replies: replies.map((reply) => showReply(reply, { edits, connector })),
    draft: draft && { text: draft.text, version: draft.version, by: draft.by, at: iso(draft.at) },
    canReply: connector?.reply !== undefined && latest?.canReply === true,
    replyRules: showRules(connector),
    undoSeconds: undoSecondsFor(latest?.kind ?? "review", around.regulation),
    offeredTopics: offeredTopics(vocabulary),
    topicTitles: ownTitles(vocabulary),
    variables: {
      brand: around.brandName,
      ...maybe("author", latest?.author.name),
      ...maybe("product", latest?.product?.name),
      ...maybe("location", latest?.location),
    },
    ...maybe("returned", conversation.returned),
  };
}

function showFault({ message, at, ...rest }: NonNullable<Health["fault"]>): SourceView["fault"] {
  const said = bothTongues(message);
  return { ...rest, message: said.en, said, at: iso(at) };
}

function showBackfill({ since, until, state, found, progress, why }: Backfill): SourceView["backfill"] {
  const range = { since: iso(since), until: iso(until) };
  return {
    ...range,
    state,
    found,
    ...maybe("progress", progress),
    ...maybe("why", why === undefined ? why : bothTongues(why)),
  };
}

/** `mentions`: how many stand under it; `unreadable`: how many of its entries are kept unread. */
export function showSource(
  given: {
    source: Source;
    health: Health;
    mentions: number;
    unreadable: number;
    backfill: Backfill | null;
  },
  { title, canBackfill }: { title: string; canBackfill: boolean },
): SourceView {
  const { source, health, mentions, unreadable, backfill } = given;
  const { state } = source;
  return {
    id: source.id,
    brandId: source.brandId,
    network: source.network,
    networkTitle: title,
    title: source.title,
    every: source.every,
    inboxFrom: iso(source.inboxFrom),
    ...maybe("accountId", source.accountId),
    state: state.is,
    ...maybe("pausedWhy", state.is === "paused" && state.why ? bothTongues(state.why) : undefined),
    caughtUp: health.caughtUp,
    ...maybe("lastGoodAt", health.lastGoodAt && iso(health.lastGoodAt)),
    ...maybe("foundAt", health.foundAt && iso(health.foundAt)),
    found: mentions,
    unreadable,
    ...maybe("fault", health.fault && showFault(health.fault)),
    ...maybe("notBefore", health.notBefore && iso(health.notBefore)),
    ...maybe("progress", health.progress),
    ...maybe("standing", health.standing),
    canBackfill,
    ...maybe("backfill", backfill ? showBackfill(backfill) : undefined),
  };
}
