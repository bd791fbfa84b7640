import type { Page, Unreadable } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { type CheerioAPI, load } from "cheerio";
import { readMicrodata, readRdfa } from "./embedded.ts";
import { isOneOf, lineOf, type MarkupItem, valuesOf } from "./item.ts";
import { readJsonLd } from "./json-ld.ts";
import { mergeReviews } from "./merge.ts";
import { nestsBeyond } from "./nesting.ts";
import { decimal, scaleOf } from "./rating.ts";
import { type MarkedReview, type Place, readReview, reviewsAmong } from "./review.ts";

/** All that a page's markup says of reviews. */
export interface Markup {
  /** What its reviews are about, else the page's own title. */
  title: string;
  reviews: MarkedReview[];
  standing?: NonNullable<Page["standing"]>;
  unreadable: Unreadable[];
}

const deepest = 1000; // levels; real pages have fifty
const aggregateTypes = new Set(["AggregateRating"]);

/** Reads JSON-LD, microdata and RDFa. @throws Refusal "unreadable" for elements nested beyond reason */
export function readMarkup(html: string, place: Place): Markup {
  const $ = opened(html);
  const language = $("html").attr("lang") ?? $("html").attr("xml:lang");
  const jsonLd = readJsonLd(jsonLdBlocks($), language);
  const bySyntax = [jsonLd.items, readMicrodata($), readRdfa($)];
  const reviews = mergeReviews(
    bySyntax.map((items) => reviewsAmong(items).map(({ review, of }) => readReview(review, of, place))),
  );
  const standing = standingAmong(bySyntax.flat());
  return {
    title: reviewedIn(reviews) ?? titleOf($) ?? place.page.host,
    reviews,
    ...(standing && { standing }),
    unreadable: jsonLd.unreadable,
  };
}

/** @throws Refusal "unreadable" for elements nested so deep that reading them would take for ever or break */
function opened(html: string): CheerioAPI {
  const tooDeep = new Refusal("unreadable", {
    ru: `Элементы страницы вложены друг в друга глубже чем на ${deepest} уровней, такую не прочесть.`,
    en: `The page nests its elements over ${deepest} levels deep.`,
  });
  if (nestsBeyond(html, deepest)) throw tooDeep;
  const $ = load(html);
  let level = $.root().get();
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw tooDeep;
    level = level.flatMap((node) => ("children" in node ? (node.children as typeof level) : []));
  }
  return $;
}

/** What all these reviews are about; undefined where they are about several things, as on a page of a category. */
function reviewedIn(reviews: readonly MarkedReview[]): string | undefined {
  const names = new Set(reviews.flatMap(({ product }) => product?.name ?? []));
  return names.size === 1 ? [...names][0] : undefined;
}

const jsonLdBlocks = ($: CheerioAPI): string[] =>
  $("script[type]")
    .get()
    .filter(({ attribs }) => /^\s*application\/ld\+json\b/i.test(attribs.type ?? ""))
    .map((script) => $(script).text());

const titleOf = ($: CheerioAPI): string | undefined =>
  [$('meta[property="og:title"]').attr("content"), $("title").first().text(), $("h1").first().text()]
    .map((text) => text?.replace(/\s+/g, " ").trim())
    .find(Boolean);

/** The aggregate of the item that has the reviews, else the first of the page. An aggregate is never a review. */
function standingAmong(items: readonly MarkupItem[]): Page["standing"] {
  const reviewed = new Set(reviewsAmong(items).map(({ of }) => of));
  const ofReviewed = items
    .filter((item) => reviewed.has(item))
    .flatMap((item) => valuesOf(item, "aggregateRating"));
  const aggregates = [...ofReviewed, ...items.filter((item) => isOneOf(item, aggregateTypes))];
  for (const aggregate of aggregates) {
    const standing = typeof aggregate === "string" ? undefined : standingFrom(aggregate);
    if (standing) return standing;
  }
  return undefined;
}

function standingFrom(aggregate: MarkupItem): Page["standing"] {
  const rating = scaleOf(aggregate);
  const count = decimal(lineOf(aggregate, "reviewCount", "ratingCount")?.replace(/[\s,.'](?=\d{3}\b)/g, ""));
  return rating && count ? { average: rating.stars, outOf: rating.outOf, count } : undefined;
}
