import type { Unreadable } from "@otklik/core/connector";
import { parseJson } from "../kit/json.ts";
import { excerptOf } from "../kit/lists.ts";
import { localName, type MarkupItem, type Value } from "./item.ts";
import { mended } from "./mend-json.ts";

type JsonObject = Record<string, unknown>;

const deepest = 60; // levels; real pages have ten

/**
 * The items of a page's JSON-LD blocks. A block that is no JSON loses no other: it is mended where the intent is plain,
 * and otherwise told of if it speaks of reviews.
 */
export function readJsonLd(
  blocks: readonly string[],
  language: string | undefined,
): { items: MarkupItem[]; unreadable: Unreadable[] } {
  const roots: unknown[] = [];
  const unreadable: Unreadable[] = [];
  for (const [index, block] of blocks.entries()) {
    try {
      roots.push(parseBlock(block));
    } catch (error) {
      if (!/review/i.test(block)) continue;
      unreadable.push({
        excerpt: excerptOf(block.trim()),
        why: { ru: "Этот JSON-LD испорчен.", en: `This JSON-LD is broken: ${(error as Error).message}` },
        where: { ru: `блок JSON-LD ${index + 1}`, en: `JSON-LD block ${index + 1}` },
      });
    }
  }
  return { items: graphOf(roots, language), unreadable };
}

function parseBlock(block: string): unknown {
  try {
    return parseJson(block);
  } catch {
    return parseJson(mended(block));
  }
}

/** One item for each JSON object that states something; what only refers to an `@id` is the item of that name. */
function graphOf(roots: readonly unknown[], language: string | undefined): MarkupItem[] {
  const objects = roots.flatMap((root) => objectsIn(root, 0)).filter((object) => !isReference(object));
  const items = new Map(objects.map((object) => [object, emptyItem(object, language)]));
  const named = new Map<unknown, MarkupItem>();
  for (const [object, item] of items) if (!named.has(object["@id"])) named.set(object["@id"], item);
  const statedBy = (value: unknown): Value[] => {
    if (Array.isArray(value)) return value.flatMap(statedBy);
    if (!isObject(value)) return value === null || value === undefined ? [] : [String(value)];
    for (const wrapper of ["@value", "@list", "@set"]) if (wrapper in value) return statedBy(value[wrapper]);
    const item = isReference(value)
      ? (named.get(value["@id"]) ?? emptyItem(value, language))
      : items.get(value);
    return item ? [item] : []; // none where it lay too deep
  };
  for (const [object, { properties }] of items) {
    for (const [key, value] of Object.entries(object)) {
      if (!key.startsWith("@")) properties.set(localName(key), statedBy(value));
    }
  }
  return [...items.values()];
}

function objectsIn(value: unknown, depth: number): JsonObject[] {
  if (depth > deepest || typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((member) => objectsIn(member, depth + 1));
  return Array.isArray(value) ? inner : [value as JsonObject, ...inner];
}

function emptyItem(object: JsonObject, language: string | undefined) {
  const types = [object["@type"]].flat().filter((type) => typeof type === "string");
  const id = object["@id"];
  return {
    types: types.map(localName),
    ...(typeof id === "string" && { id }),
    ...(language && { language }),
    properties: new Map<string, Value[]>(),
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isReference = (object: JsonObject): boolean =>
  "@id" in object && Object.keys(object).every((key) => ["@id", "@type", "@context"].includes(key));
