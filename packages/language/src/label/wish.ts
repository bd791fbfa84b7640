import type { Wish } from "@otklik/core/label/label";
import { evidenceOf, type Found, type Hit } from "./evidence.ts";
import type { HeardSignal } from "./heard.ts";

/** What the customer wants of us most: an answer, or something done. */
export const wishOf = (heard: readonly Hit<HeardSignal>[]): Found<Wish> | undefined => {
  const hit = heard.find(({ is }) => is.signal.startsWith(wish));
  return hit && { is: hit.is.signal.slice(wish.length) as Wish, evidence: evidenceOf(hit.is.signal, [hit]) };
};

const wish = "wish.";
