import type { FoundMention } from "@otklik/core/mention/found";
import { readDate } from "../kit/dates.ts";
import type { Cells } from "./cells.ts";
import { readRating } from "./rating.ts";
import type { Field, FileSettings } from "./settings.ts";

const defaultOutOf = 5;

interface RowContext {
  settings: FileSettings;
  externalId: string;
  /** When the import runs: the date of a row in a file without dates. */
  now: Date;
}

/**
 * A row as a mention. It has no `url` ("") unless a column holds one, and no reply can be sent: a file has no API.
 * @throws Error with a sentence that names the field and its value, when the row cannot be read
 */
export function mentionOf(cells: Cells, { settings, externalId, now }: RowContext): FoundMention {
  const rating = ratingOf(cells, settings);
  const written = [cells.text, cells.title, cells.pros, cells.cons];
  if (!rating && written.every((text) => text === "")) throw new Error("neither text nor rating");
  return {
    externalId,
    url: webAddress(cells.url),
    kind: "review",
    author: { name: cells.author || undefined },
    title: cells.title || undefined,
    text: cells.text,
    pros: cells.pros || undefined,
    cons: cells.cons || undefined,
    language: languageOf(cells.language),
    rating,
    product: productOf(cells),
    location: cells.location || undefined,
    order: cells.order || undefined,
    contact: contactOf(cells),
    tags: settings.network ? [settings.network] : undefined,
    postedAt: dateOf(cells, settings) ?? now,
    ownerReply: ownerReplyOf(cells, settings),
    canReply: false,
  };
}

function ratingOf(cells: Cells, settings: FileSettings): FoundMention["rating"] {
  const cell = cells.rating;
  if (cell === "") return undefined;
  const rating = readRating(cell);
  if (!rating) throw wrong("rating", { cell, settings, why: "is not a rating" });
  const outOf = rating.outOf ?? settings.outOf ?? defaultOutOf;
  if (rating.stars > outOf) throw wrong("rating", { cell, settings, why: `is more than ${outOf}` });
  return rating.stars === 0 ? undefined : { stars: rating.stars, outOf };
}

function dateOf(cells: Cells, settings: FileSettings): Date | undefined {
  const cell = cells.date;
  if (cell === "") return undefined;
  const date = readDate(cell, settings);
  if (date) return date;
  const isOneOfTwo =
    settings.dayFirst === undefined && readDate(cell, { ...settings, dayFirst: true }) !== null;
  const why = isOneOfTwo ? "may be read in two ways: state whether the day comes first" : "is not a date";
  throw wrong("date", { cell, settings, why });
}

function wrong(
  field: Field,
  { cell, settings, why }: { cell: string; settings: FileSettings; why: string },
): Error {
  const shown = cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
  return new Error(`${field} (column "${settings.mapping[field]}"): "${shown}" ${why}`);
}

function productOf(cells: Cells): FoundMention["product"] {
  const [sku, name] = [cells.sku, cells.productName];
  const id = cells.product || sku || name;
  if (id === "") return undefined;
  return { id, sku: sku || undefined, variant: cells.variant || undefined, name: name || undefined };
}

function contactOf(cells: Cells): FoundMention["contact"] {
  const [email, phone] = [cells.email, cells.phone];
  return email || phone ? { email: email || undefined, phone: phone || undefined } : undefined;
}

/** An answer's date that cannot be read is left out: it is no reason to lose the customer's words. */
function ownerReplyOf(cells: Cells, settings: FileSettings): FoundMention["ownerReply"] {
  const text = cells.answer;
  if (text === "") return undefined;
  return { text, postedAt: readDate(cells.answerDate, settings) ?? undefined };
}

const languageOf = (cell: string): string | undefined =>
  /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(cell) ? cell.replaceAll("_", "-") : undefined;

const webAddress = (cell: string): string =>
  /^https?:\/\//i.test(cell) && URL.canParse(cell) ? new URL(cell).href : "";
