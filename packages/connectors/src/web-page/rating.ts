import type { Rating } from "@otklik/core/mention/found";
import { lineOf, type MarkupItem, valuesOf } from "./item.ts";

const usualBest = 5; // what schema.org assumes where `bestRating` is not stated
const otherBests = [10, 100];

/** The rating of a review, on the page's own scale; undefined where there is none, or it is zero, or off its scale. */
export function ratingOf(review: MarkupItem): Rating | undefined {
  for (const value of valuesOf(review, "reviewRating", "rating", "ratingValue")) {
    const rating = typeof value === "string" ? onScale(value, lineOf(review, "bestRating")) : scaleOf(value);
    if (rating) return rating;
  }
  return undefined;
}

/** An item with `ratingValue` and perhaps `bestRating`. `worstRating` is unreliable and divides nothing. */
export const scaleOf = (item: MarkupItem): Rating | undefined =>
  onScale(lineOf(item, "ratingValue"), lineOf(item, "bestRating"));

/** A number as pages write it: "4", "4,5", "4.5/5" or "4 out of 5". */
function onScale(text: string | undefined, best: string | undefined): Rating | undefined {
  const said = /^(?<stars>\d+(?:[.,]\d+)?)\s*(?:(?:\/|out of|из|von)\s*(?<outOf>\d+))?/i.exec(
    text?.trim() ?? "",
  )?.groups;
  const stars = decimal(said?.stars);
  if (!stars) return undefined;
  const stated = decimal(said?.outOf) ?? decimal(best);
  const outOf = stated || [usualBest, ...otherBests].find((scale) => stars <= scale);
  return outOf && stars <= outOf ? { stars, outOf } : undefined;
}

/** undefined where it is no number. */
export function decimal(text: string | undefined): number | undefined {
  const number = Number.parseFloat((text ?? "").replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}
