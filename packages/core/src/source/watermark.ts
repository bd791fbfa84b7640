import { digest } from "../id.ts";
import type { FoundMention } from "../mention/found.ts";
import { contentHash } from "../mention/mention.ts";

/** Fingerprints are 8 letters; a row holds at most this many, so that it stays within 8 kB. */
export const mostFingerprints = 1000;
const letters = 8;

/** What of a list has been seen: the newest fingerprints, packed into one string. */
export type Watermark = string;

/** Over the network's id and all that can change, the owner's reply included. */
export const fingerprint = (found: FoundMention): string =>
  digest([found.externalId, contentHash(found)], letters);

function fingerprints(watermark: Watermark): Set<string> {
  const seen = new Set<string>();
  for (let at = 0; at < watermark.length; at += letters) seen.add(watermark.slice(at, at + letters));
  return seen;
}

/** Drops what the watermark knows and tells the watermark after; the same string comes back when nothing was new. */
export function sift(
  found: readonly FoundMention[],
  before: Watermark,
): { fresh: FoundMention[]; after: Watermark } {
  const seen = fingerprints(before);
  const now = found.map(fingerprint);
  const fresh = found.filter((_, at) => !seen.has(now[at] as string));
  if (fresh.length === 0) return { fresh, after: before };
  const kept = new Set([...now, ...seen]);
  return { fresh, after: [...kept].slice(0, mostFingerprints).join("") };
}
