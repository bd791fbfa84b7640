import { digest } from "@otklik/core/id";
import type { SearchEntry, SearchQuery } from "@otklik/core/ports";
import { stem } from "@otklik/language/search/stem";
import { soughtIn, wordsOf } from "@otklik/language/search/words";

// Everything that a search asks for is a token of the full-text index: words as they are written (for prefixes), their
// stems, the brand and each facet. The mark cannot stand in a word, so no word is ever taken for one of the others.
const mark = "§";

const stemToken = (stemmed: string): string => `${mark}s${stemmed}`;
const brandToken = (workspaceId: string, brandId: string): string =>
  `${mark}b${digest([workspaceId, brandId])}`;
const facetToken = (workspaceId: string, brandId: string, facet: string, value: string): string =>
  `${mark}f${digest([workspaceId, brandId, facet, value])}`;

/** What the index keeps of an entry: tokens with blanks between. */
export function indexText(workspaceId: string, { brandId, text, facets }: SearchEntry): string {
  const tokens = new Set([brandToken(workspaceId, brandId)]);
  for (const [facet, value] of Object.entries(facets))
    tokens.add(facetToken(workspaceId, brandId, facet, value));
  for (const word of wordsOf(text)) tokens.add(word).add(stemToken(stem(word)));
  return [...tokens].join(" ");
}

/**
 * The FTS5 expression for a query: every word in any of its forms, the last one also as the beginning of a word, and
 * for each facet one of the values asked for (an empty list narrows nothing). Null where nothing can match.
 */
export function matchExpression(workspaceId: string, query: SearchQuery): string | null {
  const { brandId, words = "", facets = {} } = query;
  const sought = soughtIn(words);
  if (sought === null) return null;
  const parts = [quote(brandToken(workspaceId, brandId))];
  for (const [facet, values] of Object.entries(facets)) {
    const tokens = values.map((value) => quote(facetToken(workspaceId, brandId, facet, value)));
    if (tokens.length > 0) parts.push(`(${tokens.join(" OR ")})`);
  }
  for (const { word, stem: stemmed, begins } of sought)
    parts.push(begins ? `(${quote(stemToken(stemmed))} OR ${quote(word)}*)` : quote(stemToken(stemmed)));
  return parts.join(" AND ");
}

/** A string of FTS5. Tokens hold letters, digits and the mark, so nothing in them could end it. */
const quote = (token: string): string => `"${token}"`;
