import type { FoundMention, Media, Rating } from "@otklik/core/mention/found";
import { readDate } from "../kit/dates.ts";
import {
  addressOf,
  isOneOf,
  lineOf,
  localName,
  type MarkupItem,
  textOf,
  type Value,
  valuesOf,
  whole,
} from "./item.ts";
import { ratingOf } from "./rating.ts";

/** One review as one markup of the page states it. */
export interface MarkedReview {
  /** Its own address on the page, where it has one that can be told from others: whole, with a fragment. */
  id?: string | undefined;
  url?: string | undefined;
  author: { name?: string | undefined; url?: string | undefined };
  title?: string | undefined;
  text: string;
  pros?: string | undefined;
  cons?: string | undefined;
  rating?: Rating | undefined;
  postedAt?: Date | undefined;
  editedAt?: Date | undefined;
  language?: string | undefined;
  media: Media[];
  product?: FoundMention["product"] | undefined;
}

const reviewTypes = new Set(["Review", "UserReview", "CriticReview"]);

/** The reviews among a page's items, each with the item that it belongs to: the one that lists it under `review`. */
export function reviewsAmong(
  items: readonly MarkupItem[],
): { review: MarkupItem; of: MarkupItem | undefined }[] {
  const owners = new Map<Value, MarkupItem>();
  for (const item of items) {
    for (const value of [...valuesOf(item, "review"), ...valuesOf(item, "reviews")]) owners.set(value, item);
  }
  return items
    .filter((item) => isOneOf(item, reviewTypes))
    .map((review) => ({ review, of: owners.get(review) }));
}

/** Where a page lies. */
export interface Place {
  /** The address it was found at, redirects followed: relative links start from it. */
  page: URL;
  /** The address it was connected with: it outlives redirects, so ids start from it. */
  source: URL;
}

/** A review of the page in the product's terms; texts as a person reads them. */
export function readReview(
  review: MarkupItem,
  of: MarkupItem | undefined,
  { page, source }: Place,
): MarkedReview {
  const language = languageOf(review);
  const dated = (...names: string[]) =>
    readDate(lineOf(review, ...names), dayOrder(review.language)) ?? undefined;
  const postedAt = dated("datePublished", "dateCreated", "uploadDate") ?? dated("dateModified");
  const editedAt = dated("dateModified");
  return {
    id: ownAddress(review, source),
    url: addressOf(review, page, "url") ?? (review.anchor && whole(`#${review.anchor}`, page)),
    author: authorOf(review, page),
    title: lineOf(review, "name", "headline"),
    text: textOf(review, "reviewBody", "description", "text") ?? "",
    pros: textOf(review, "positiveNotes", "pro"),
    cons: textOf(review, "negativeNotes", "contra"),
    rating: ratingOf(review),
    postedAt,
    editedAt: editedAt && postedAt && editedAt > postedAt ? editedAt : undefined,
    language,
    media: valuesOf(review, "image").flatMap((image) => pictureOf(image, page)),
    product: productOf(review, of, page),
  };
}

const toTheList = /#(?:(?:[a-z]+[-_])?(?:reviews?|comments?|ratings?|feedback|otzyvy|bewertung(?:en)?))?$/i;

/** `@id` or `url` where its fragment names one review: "#review-7", not "#reviews", which is the list of them all. */
function ownAddress(review: MarkupItem, source: URL): string | undefined {
  const addresses = [
    review.id === undefined ? undefined : whole(review.id, source),
    addressOf(review, source, "url"),
  ];
  return addresses.find((address) => address?.includes("#") && !toTheList.test(address));
}

function authorOf(review: MarkupItem, page: URL): MarkedReview["author"] {
  for (const value of valuesOf(review, "author", "creator")) {
    if (typeof value !== "string") {
      const name = lineOf(value, "name", "alternateName", "givenName");
      if (name) return { name, url: addressOf(value, page, "url", "sameAs") };
    } else if (/^(?:https?:)?\/\//.test(value)) {
      return { url: whole(value, page) };
    }
  }
  return { name: lineOf(review, "author", "creator") };
}

function productOf(review: MarkupItem, of: MarkupItem | undefined, page: URL): MarkedReview["product"] {
  const items = [...valuesOf(review, "itemReviewed"), of].filter((value) => value !== undefined);
  for (const item of items) {
    const name = typeof item === "string" ? item : lineOf(item, "name", "headline");
    if (!name) continue;
    if (typeof item === "string") return { id: name, name };
    const sku = lineOf(item, "sku");
    const url = addressOf(item, page, "url");
    const id = sku ?? lineOf(item, "productID", "mpn", "gtin13", "gtin") ?? url ?? item.id ?? name;
    return { id, name, ...(sku && { sku }), ...(url && { url }) };
  }
  return undefined;
}

function pictureOf(image: Value, page: URL): Media[] {
  const url = typeof image === "string" ? whole(image, page) : addressOf(image, page, "contentUrl", "url");
  return url ? [{ kind: "image", url }] : [];
}

/** The review's own language, else that of the page around it; a name such as "English" is no code. */
function languageOf(review: MarkupItem): string | undefined {
  const stated = [lineOf(review, "inLanguage"), review.language].map((text) => localName(text ?? ""));
  return stated.find((code) => /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(code))?.replaceAll("_", "-");
}

/** Americans put the month first; other languages and countries the day. English alone tells nothing. */
function dayOrder(language = ""): { dayFirst?: boolean } {
  if (/^en-us/i.test(language)) return { dayFirst: false };
  return language === "" || /^en$/i.test(language) ? {} : { dayFirst: true };
}
