import type { PlacedMention, Told, Unreadable } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { FoundMention } from "@otklik/core/mention/found";
import { z } from "zod";

const longestExcerpt = 2000;

/**
 * Reads each entry by itself, so that a bad one spoils no other; `where` names an entry's place for the person who
 * looks for it. What `read` returns is held against the common model too.
 */
export function readEach<Entry>(
  entries: readonly Entry[],
  read: (entry: Entry) => PlacedMention | readonly PlacedMention[],
  where?: (index: number) => Told,
): { found: PlacedMention[]; unreadable: Unreadable[] } {
  const found: PlacedMention[] = [];
  const unreadable: Unreadable[] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      found.push(...[read(entry)].flat().map(held));
    } catch (error) {
      unreadable.push({
        excerpt: excerptOf(entry),
        why: whyOf(error),
        ...(where && { where: where(index) }),
      });
    }
  }
  return { found, unreadable };
}

const held = ({ place, ...mention }: PlacedMention): PlacedMention => ({
  ...FoundMention.parse(mention),
  ...(place !== undefined && { place }),
});

/** The beginning of what came, as text. */
export function excerptOf(entry: unknown): string {
  return textOf(entry).slice(0, longestExcerpt).toWellFormed();
}

/** A short sentence for a person: a refusal's own in both languages, a schema's issues as the schema words them. */
function whyOf(error: unknown): Told {
  if (error instanceof Refusal) return error.said;
  if (error instanceof z.ZodError) return issuesOf(error);
  return error instanceof Error ? error.message : String(error);
}

/** Of a schema's issues the first three, each with its path. */
export function issuesOf({ issues }: z.ZodError): string {
  const told = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`,
  );
  const more = told.length > 3 ? `; and ${told.length - 3} more` : "";
  return told.slice(0, 3).join("; ") + more;
}

function textOf(entry: unknown): string {
  if (typeof entry === "string") return entry;
  try {
    return JSON.stringify(entry) ?? String(entry);
  } catch {
    return String(entry); // a circle or a BigInt
  }
}
