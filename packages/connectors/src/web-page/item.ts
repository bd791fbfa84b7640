import { plainText } from "../kit/plain-text.ts";

/** One schema.org item, whichever markup states it. Items may refer to each other in circles. */
export interface MarkupItem {
  /** Without the vocabulary: "Review". */
  types: readonly string[];
  /** As written: often relative, sometimes no address at all. */
  id?: string;
  /** The id of its element, to which a link can lead. */
  anchor?: string;
  /** Of the element or the page around it. */
  language?: string;
  properties: ReadonlyMap<string, readonly Value[]>;
}
/** Text may hold HTML and entities. */
export type Value = string | MarkupItem;

const vocabulary = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i;

/** "Review" of "https://schema.org/Review", "schema:Review" or "Review". */
export const localName = (name: string): string => name.trim().replace(vocabulary, "");

export const isOneOf = (item: MarkupItem, types: ReadonlySet<string>): boolean =>
  item.types.some((type) => types.has(type));

/** All values of the first of these properties that has any. */
export function valuesOf(item: MarkupItem, ...names: readonly string[]): readonly Value[] {
  for (const name of names) {
    const values = item.properties.get(name);
    if (values && values.length > 0) return values;
  }
  return [];
}

/** The first text among these properties, as a person would read it. */
export function textOf(item: MarkupItem, ...names: readonly string[]): string | undefined {
  for (const value of names.flatMap((name) => item.properties.get(name) ?? [])) {
    const text = typeof value === "string" ? plainText(value) : undefined;
    if (text) return text;
  }
  return undefined;
}

/** The same on one line, for names and numbers. */
export const lineOf = (item: MarkupItem, ...names: readonly string[]): string | undefined =>
  textOf(item, ...names)?.replaceAll("\n", " ");

/** The first web address among these properties, made whole by that of the page; an item stands for its own address. */
export function addressOf(item: MarkupItem, page: URL, ...names: readonly string[]): string | undefined {
  for (const value of names.flatMap((name) => item.properties.get(name) ?? [])) {
    const raw = typeof value === "string" ? value : (value.id ?? addressOf(value, page, "contentUrl", "url"));
    const address = raw === undefined ? undefined : whole(raw, page);
    if (address) return address;
  }
  return undefined;
}

/** An http address, relative to the page's; undefined for anything else. */
export function whole(address: string, page: URL): string | undefined {
  const url = address.trim() === "" ? null : URL.parse(address.trim().replaceAll("&amp;", "&"), page.href);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
