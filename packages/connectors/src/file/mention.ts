import type { Said } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import type { FoundMention } from "@otklik/core/mention/found";
import { readDate } from "../kit/dates.ts";
import type { Cells } from "./cells.ts";
import { readRating } from "./rating.ts";
import type { FileSettings } from "./settings.ts";

const defaultOutOf = 5;

interface RowContext {
  settings: FileSettings;
  externalId: string;
  /** When the import runs: the date of a row in a file without dates. */
  now: Date;
}

/**
 * A row as a mention. It has no `url` ("") unless a column holds one, and no reply can be sent: a file has no API.
 * @throws Refusal "unreadable" with a sentence that names the field and its value, when the row cannot be read
 */
export function mentionOf(cells: Cells, { settings, externalId, now }: RowContext): FoundMention {
  const rating = ratingOf(cells, settings);
  const written = [cells.text, cells.title, cells.pros, cells.cons];
  if (!rating && written.every((text) => text === ""))
    throw new Refusal("unreadable", { ru: "нет ни текста, ни оценки", en: "neither text nor rating" });
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
  if (!rating) throw wrong("rating", { cell, settings, why: noRating });
  const outOf = rating.outOf ?? settings.outOf ?? defaultOutOf;
  if (rating.stars > outOf) throw wrong("rating", { cell, settings, why: moreThan(outOf) });
  return rating.stars === 0 ? undefined : { stars: rating.stars, outOf };
}

function dateOf(cells: Cells, settings: FileSettings): Date | undefined {
  const cell = cells.date;
  if (cell === "") return undefined;
  const date = readDate(cell, settings);
  if (date) return date;
  const isOneOfTwo =
    settings.dayFirst === undefined && readDate(cell, { ...settings, dayFirst: true }) !== null;
  throw wrong("date", { cell, settings, why: isOneOfTwo ? twoWays : noDate });
}

const noRating: Said = { ru: "это не оценка", en: "is not a rating" };
const moreThan = (outOf: number): Said => ({ ru: `это больше ${outOf}`, en: `is more than ${outOf}` });
const noDate: Said = { ru: "это не дата", en: "is not a date" };
const twoWays: Said = {
  ru: "это можно прочесть двояко, укажите, стоит ли день первым",
  en: "may be read in two ways: state whether the day comes first",
};
const inRussian = { rating: "оценка", date: "дата" };

function wrong(
  field: keyof typeof inRussian,
  { cell, settings, why }: { cell: string; settings: FileSettings; why: Said },
): Refusal {
  const shown = cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
  const column = settings.mapping[field];
  return new Refusal("unreadable", {
    ru: `${inRussian[field]} (столбец «${column}»): «${shown}»\u00a0— ${why.ru}`,
    en: `${field} (column "${column}"): "${shown}" ${why.en}`,
  });
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
