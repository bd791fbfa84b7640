import type { CheerioAPI } from "cheerio";
import { localName, type MarkupItem, type Value } from "./item.ts";

/** Two ways to write one thing into a page's own elements: which attribute says what. */
interface Dialect {
  scope: string;
  type: string;
  property: string;
  id: readonly string[];
}
const microdata: Dialect = { scope: "itemscope", type: "itemtype", property: "itemprop", id: ["itemid"] };
const rdfa: Dialect = { scope: "typeof", type: "typeof", property: "property", id: ["resource", "about"] };

// A link that carries one of these carries it as its words, and leads to something else.
const worded = new Set([
  "author",
  "creator",
  "name",
  "headline",
  "description",
  "reviewBody",
  "itemReviewed",
]);

export const readMicrodata = ($: CheerioAPI): MarkupItem[] => readEmbedded($, microdata);
export const readRdfa = ($: CheerioAPI): MarkupItem[] => readEmbedded($, rdfa);

function readEmbedded($: CheerioAPI, dialect: Dialect): MarkupItem[] {
  const items = new Map<unknown, ReturnType<typeof emptyItem>>(
    elements($, dialect.scope).map((element) => [element, emptyItem($, element, dialect)]),
  );
  for (const element of elements($, dialect.property)) {
    // A property belongs to the innermost item around it, so that a product never takes the rating of its review.
    const owner = items.get($(element).parent().closest(`[${dialect.scope}]`).get(0));
    if (!owner) continue;
    for (const name of words(element.attribs[dialect.property]).map(localName)) {
      const value = items.get(element) ?? statedBy($, element, name);
      const values = owner.properties.get(name);
      if (values) values.push(value);
      else owner.properties.set(name, [value]);
    }
  }
  return [...items.values()];
}

const elements = ($: CheerioAPI, attribute: string) => $.root().find(`[${attribute}]`).get();
type Element = ReturnType<typeof elements>[number];

function emptyItem($: CheerioAPI, element: Element, dialect: Dialect) {
  const { attribs } = element;
  const id = dialect.id.map((name) => attribs[name]).find(Boolean);
  const around = $(element).closest("[lang]").attr("lang");
  return {
    types: words(attribs[dialect.type]).map(localName),
    ...(id && { id }),
    ...(attribs.id && { anchor: attribs.id }),
    ...(around && { language: around }),
    properties: new Map<string, Value[]>(),
  };
}

/** What a property's element says: `content`, else `datetime` or `value`, else where it leads, else its words. */
function statedBy($: CheerioAPI, element: Element, name: string): Value {
  const { content, datetime, value, href, src, resource } = element.attribs;
  const stated = [content, datetime, /^(?:data|meter)$/.test(element.name) ? value : undefined].find((it) =>
    it?.trim(),
  );
  if (stated !== undefined) return stated;
  const link = href ?? src ?? resource;
  if (link === undefined) return wordsIn($, element);
  if (!worded.has(name)) return link;
  const properties = new Map([
    ["name", [wordsIn($, element)]],
    ["url", [link]],
  ]);
  return name === "author" ? { types: [], properties } : wordsIn($, element);
}

/** The element's HTML, with the white space of its source taken for what it is: mere spaces. */
const wordsIn = ($: CheerioAPI, element: Element): string => ($(element).html() ?? "").replace(/\s+/g, " ");

const words = (list: string | undefined): string[] => (list ?? "").split(/\s+/).filter(Boolean);
