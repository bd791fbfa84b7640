import { z } from "zod";
import { Instant } from "../json.ts";
import { Told } from "../said.ts";
import type { Receipt } from "./receipt.ts";

/** Where a reply is on its way. `sending` is claimed with a lease that is longer than the step may run. */
export const ReplyState = z.discriminatedUnion("is", [
  z.object({ is: z.literal("approved"), sendAt: Instant }),
  /** `sendAt` as it was when this was claimed. */
  z.object({ is: z.literal("sending"), leaseUntil: Instant, sendAt: Instant.optional() }),
  z.object({
    is: z.literal("published"),
    at: Instant,
    externalId: z.string().optional(),
    /** How far it came, where the network tells. */
    reached: z.enum(["delivered", "read"]).optional(),
  }),
  z.object({
    is: z.literal("in-review"),
    since: Instant,
    nextCheckAt: Instant,
    externalId: z.string().optional(),
  }),
  z.object({ is: z.literal("returned"), why: Told, at: Instant }),
  /** Nobody knows whether it stands there; nothing is sent again by itself. */
  z.object({ is: z.literal("unknown"), since: Instant, nextCheckAt: Instant.optional() }),
  z.object({
    is: z.literal("cancelled"),
    at: Instant,
    why: z.enum(["undone", "answered-elsewhere", "closed"]),
  }),
  /** Given by a person on the network's own page, and not seen there yet: a read or a person will say so. */
  z.object({ is: z.literal("by-hand"), at: Instant }),
]);
export type ReplyState = z.infer<typeof ReplyState>;

export const Reply = z.object({
  id: z.string(),
  conversationId: z.string(),
  sourceId: z.string(),
  text: z.string(),
  by: z.string(),
  approvedAt: Instant,
  state: ReplyState,
  /** The reply in whose place its text is put: an edit of it. */
  replaces: z.string().optional(),
  /** How often publishing was begun: beyond the first, the network is asked before it is told again. */
  attempts: z.number().int().nonnegative(),
});
export type Reply = z.infer<typeof Reply>;

/** Longer than deliver may run (30 s), so that a claim is orphaned only when its worker is dead. */
export const leaseSeconds = 45;

const seconds = (from: Date, count: number): Date => new Date(from.getTime() + count * 1000);

/** May this reply be claimed now? A dead worker's claim may be taken over once its lease has ended. */
export function isClaimable(reply: Reply, now: Date): boolean {
  const { state } = reply;
  if (state.is === "approved") return state.sendAt <= now;
  if (state.is === "sending") return state.leaseUntil <= now;
  return state.is === "unknown" && state.nextCheckAt !== undefined && state.nextCheckAt <= now;
}

export function claimed(reply: Reply, now: Date): Reply {
  const { state } = reply;
  const sendAt = state.is === "approved" ? { sendAt: state.sendAt } : {};
  return {
    ...reply,
    attempts: reply.attempts + 1,
    state: { is: "sending", leaseUntil: seconds(now, leaseSeconds), ...sendAt },
  };
}

/**
 * The reply as a copy of the home must hold it: the home that it was taken from may have begun to publish it since, so
 * that its next attempt is never the first, and the network is asked before it is told.
 */
export const askedFirst = (reply: Reply): Reply => ({ ...reply, attempts: Math.max(1, reply.attempts) });

/** How long until an answer in review is looked at again: 15 s at first, then ever more seldom, a day at most. */
export function reviewPauseSeconds(inReviewSeconds: number): number {
  return Math.min(Math.max(15, inReviewSeconds / 2), 24 * 3600);
}

/** The state that the network's word leads to. */
export function stateAfter(receipt: Receipt, before: ReplyState, now: Date): ReplyState {
  const known = externalIdOf(before);
  switch (receipt.state) {
    case "published":
    case "delivered":
    case "read": {
      const externalId = receipt.externalId ?? known;
      const reached = receipt.state === "published" ? undefined : receipt.state;
      return { is: "published", at: now, ...(externalId && { externalId }), ...(reached && { reached }) };
    }
    case "in-review": {
      const since = before.is === "in-review" ? before.since : now;
      const pause = reviewPauseSeconds((now.getTime() - since.getTime()) / 1000);
      const externalId = receipt.externalId ?? known;
      return {
        is: "in-review",
        since,
        nextCheckAt: seconds(now, pause),
        ...(externalId && { externalId }),
      };
    }
    case "rejected":
    case "bounced":
      return { is: "returned", why: receipt.why, at: now };
    case "unknown":
      return { is: "unknown", since: before.is === "unknown" ? before.since : now };
  }
}

/** The network's own id of the reply, where it stands there. */
export const externalIdOf = (state: ReplyState): string | undefined =>
  state.is === "published" || state.is === "in-review" ? state.externalId : undefined;

/**
 * What a word that came by itself changes, late, twice or out of order; null: nothing. What was read stays read, and a
 * reply that came back stays with its author.
 */
export function stateAfterWord(receipt: Receipt, before: ReplyState, now: Date): ReplyState | null {
  if (receipt.state === "unknown" || receipt.state === "in-review") return null;
  if (before.is !== "published" && before.is !== "in-review") return null;
  const after = stateAfter(receipt, before, now);
  if (before.is === "in-review" || after.is !== "published") return after;
  if (!after.reached || after.reached === before.reached || before.reached === "read") return null;
  return { ...before, reached: after.reached };
}

/** When this reply should be gone on with; null: it needs nobody. */
export function nextReplyAt(state: ReplyState): Date | null {
  switch (state.is) {
    case "approved":
      return state.sendAt;
    case "sending":
      return state.leaseUntil;
    case "in-review":
      return state.nextCheckAt;
    case "unknown":
      return state.nextCheckAt ?? null;
    default:
      return null;
  }
}

/** A claim is due no later than this after the time to send, if its message came in time. */
const sweptAfterSeconds = leaseSeconds + 15;

/**
 * When sweep should look at this reply, whose message was lost or whose worker died. A claim that came in time leaves it
 * as it was: a place in the index that does not move costs one write and not two.
 */
export function sweptAt(state: ReplyState): Date | null {
  if (state.is === "approved") return seconds(state.sendAt, sweptAfterSeconds);
  if (state.is !== "sending" || !state.sendAt) return nextReplyAt(state);
  const planned = seconds(state.sendAt, sweptAfterSeconds);
  return new Date(Math.max(planned.getTime(), state.leaseUntil.getTime()));
}

/** Neither the network nor we will change it any more by ourselves. */
export const isSettled = (state: ReplyState): boolean =>
  !["approved", "sending", "in-review", "unknown"].includes(state.is);

/** A person may say whether it stands there: nobody else knows, or can find out. */
export const mayBeSettled = (state: ReplyState): boolean => state.is === "unknown" || state.is === "by-hand";

/** A reply that was given by hand, now that a read has shown these words; null: it is another's, or was known before. */
export function seenThere(reply: Reply, shown: string, at: Date): Reply | null {
  if (reply.state.is !== "by-hand" || !sameWords(reply.text, shown)) return null;
  return { ...reply, state: { is: "published", at } };
}

/** The same words, however a network breaks its lines. */
export const sameWords = (a: string, b: string): boolean =>
  a.replace(/\s+/g, " ").trim() === b.replace(/\s+/g, " ").trim();

/** Stands in public, or is about to. */
export const stands = (state: ReplyState): boolean =>
  state.is === "published" || state.is === "in-review" || state.is === "by-hand";

/** Edits that a network counted, or may have. */
export const countedEdits = (edits: readonly Reply[], replyId: string): number =>
  edits.filter(({ replaces, state }) => replaces === replyId && !["returned", "cancelled"].includes(state.is))
    .length;

/** The reply with the text of the last edit that stands in its place. */
export function asEdited<R extends Reply>(reply: R, edits: readonly Reply[]): R {
  const last = edits.findLast(({ replaces, state }) => replaces === reply.id && state.is === "published");
  return last ? { ...reply, text: last.text } : reply;
}
