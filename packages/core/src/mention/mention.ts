import { z } from "zod";
import { digest, mentionId } from "../id.ts";
import { Instant } from "../json.ts";
import { FoundMention } from "./found.ts";

/** The longest text that stands in a row, in UTF-16 units; a longer one is whole in the blob store. */
export const longestText = 30_000;

/** A found mention as we keep it. */
export const Mention = FoundMention.extend({
  id: z.string(),
  conversationId: z.string(),
  brandId: z.string(),
  sourceId: z.string(),
  network: z.string(),
  /** When a pull saw this revision: the order of revisions where a network gives no edit time. */
  observedAt: Instant,
  /** Over all that a customer, or the owner elsewhere, can change. */
  hash: z.string(),
  /** The blob that holds the whole text, where the row holds a cut one. */
  wholeText: z.string().optional(),
});
export type Mention = z.infer<typeof Mention>;

/** The conversation that a found mention belongs to: its thread, or itself. */
export const conversationIdOf = (brandId: string, network: string, found: FoundMention): string =>
  mentionId(brandId, network, found.threadId ?? found.externalId);

/** Fingerprint over text, rating, removal, the owner's reply and its state: what makes a revision a new one. */
export function contentHash(found: FoundMention): string {
  const { rating, ownerReply } = found;
  return digest(
    [
      found.text,
      found.title ?? "",
      found.pros ?? "",
      found.cons ?? "",
      rating ? `${rating.stars}/${rating.outOf}` : (found.verdict ?? ""),
      found.removed ? "removed" : "",
      ownerReply ? `${ownerReply.state ?? "published"}:${ownerReply.text}` : "",
      found.canReply ? "open" : "",
    ],
    13,
  );
}

/** What the customer said, without the owner's side: an edit of this re-opens an answered conversation. */
export function customerHash(found: FoundMention): string {
  return contentHash({ ...found, ownerReply: undefined, canReply: false });
}

/** Whether a customer says the same in both, words and stars; being taken away unsays nothing. */
export const saysTheSame = (one: FoundMention, other: FoundMention): boolean =>
  customerHash({ ...one, removed: undefined }) === customerHash({ ...other, removed: undefined });

export interface Origin {
  brandId: string;
  sourceId: string;
  network: string;
  observedAt: Date;
}

/** The mention that a found one is, under our ids. */
export function mentionFrom(
  found: FoundMention,
  origin: Origin & { wholeText?: string | undefined },
): Mention {
  return {
    ...found,
    ...origin,
    id: mentionId(origin.brandId, origin.network, found.externalId),
    conversationId: conversationIdOf(origin.brandId, origin.network, found),
    hash: contentHash(found),
  };
}

/**
 * What to do with a revision beside the one that is kept: order is data, and queues and pushes may reorder. Of a
 * customer's words the later edit is the newer one, where the network dates edits; else what was seen later.
 */
export function compareRevision(kept: Mention | null, come: Mention): "first" | "same" | "newer" | "older" {
  if (!kept) return "first";
  if (kept.hash === come.hash) return "same";
  const areOtherWords = !come.removed && customerHash(kept) !== customerHash(come);
  if (areOtherWords && kept.editedAt && (come.editedAt ?? 0) < kept.editedAt) return "older";
  return come.observedAt > kept.observedAt ? "newer" : "older";
}

/** What came; of one that was only told to be gone, what was known of it: its words, its author and its day stay. */
export function withWhatWasKnown(kept: Mention | null, come: Mention): Mention {
  if (!kept || !come.removed || wordsOf(come) !== "") return come;
  const gone: Mention = { ...kept, removed: true, canReply: false, observedAt: come.observedAt };
  return { ...gone, hash: contentHash(gone) };
}

/** Every field in which a customer may have written something, joined for search and for a snippet. */
export function wordsOf(found: Pick<FoundMention, "title" | "text" | "pros" | "cons">): string {
  return [found.title, found.text, found.pros, found.cons].filter(Boolean).join("\n");
}

/** The first words for an inbox row, at most `length` UTF-16 units, never half an emoji. */
export function snippetOf(
  found: Pick<FoundMention, "title" | "text" | "pros" | "cons">,
  length = 140,
): string {
  const words = wordsOf(found)
    .slice(0, length * 4)
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= length) return words;
  return `${words.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
