import { digest } from "@otklik/core/id";
import type { SearchEntry, SearchQuery } from "@otklik/core/ports";
import { stem } from "./stem.ts";

// Everything that a search asks for is a token of the full-text index: words as they are written (for prefixes), their
// stems, the brand and each facet. The mark cannot stand in a word, so no word is ever taken for one of the others.
const mark = "§";
const longestWord = 40; // letters; the rest of a longer one is neither kept nor asked for
const mostWords = 32; // of a query, well below the depth to which FTS5 reads an expression

/** The text without what a reader overlooks: letter case, accents, ё for е, compatibility forms. */
export function fold(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().normalize("NFD");
  return plain.replace(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g, "").normalize("NFC"); // й is a letter of its own
}

const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord));

const stemToken = (word: string): string => `${mark}s${stem(word)}`;
const brandToken = (workspaceId: string, brandId: string): string =>
  `${mark}b${digest([workspaceId, brandId])}`;
const facetToken = (workspaceId: string, brandId: string, facet: string, value: string): string =>
  `${mark}f${digest([workspaceId, brandId, facet, value])}`;

/** What the index keeps of an entry: tokens with blanks between. */
export function indexText(workspaceId: string, { brandId, text, facets }: SearchEntry): string {
  const tokens = new Set([brandToken(workspaceId, brandId)]);
  for (const [facet, value] of Object.entries(facets))
    tokens.add(facetToken(workspaceId, brandId, facet, value));
  for (const word of wordsOf(text)) tokens.add(word).add(stemToken(word));
  return [...tokens].join(" ");
}

/**
 * The FTS5 expression for a query: every word in any of its forms, the last one also as the beginning of a word, and
 * for each facet one of the values asked for (an empty list narrows nothing). Null where nothing can match: there are
 * words, but no letter or digit in them.
 */
export function matchExpression(workspaceId: string, query: SearchQuery): string | null {
  const { brandId, words = "", facets = {} } = query;
  const sought = wordsOf(words).slice(0, mostWords);
  if (sought.length === 0 && words.trim()) return null;
  const parts = [quote(brandToken(workspaceId, brandId))];
  for (const [facet, values] of Object.entries(facets)) {
    const tokens = values.map((value) => quote(facetToken(workspaceId, brandId, facet, value)));
    if (tokens.length > 0) parts.push(`(${tokens.join(" OR ")})`);
  }
  for (const [at, word] of sought.entries()) {
    const isLast = at === sought.length - 1 && word.length > 1;
    parts.push(isLast ? `(${quote(stemToken(word))} OR ${quote(word)}*)` : quote(stemToken(word)));
  }
  return parts.join(" AND ");
}

/** A string of FTS5. Tokens hold letters, digits and the mark, so nothing in them could end it. */
const quote = (token: string): string => `"${token}"`;
