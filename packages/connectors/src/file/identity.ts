import { digest } from "@otklik/core/id";
import { type Cells, tidyCell } from "./cells.ts";
import type { Field } from "./settings.ts";

const content: readonly Field[] = [
  "author",
  "date",
  "title",
  "text",
  "pros",
  "cons",
  "rating",
  "product",
  "sku",
  "productName",
];

/**
 * What makes a row the same one in the next export: the file's own id or, where it has none, author, date, words,
 * rating and product as they stand there. The file's name, the hour of the import and the way that dates are read have
 * no part in it; the network that a person named has, since numbers of two networks may coincide.
 */
export function externalIdOf(
  cells: Cells,
  { network = "", occurrence }: { network?: string | undefined; occurrence: number },
): string {
  const scope = network.trim().toLowerCase();
  const id = ownId(cells);
  if (id !== "") return scope === "" ? id : `${scope}:${id}`;
  const key = digest([scope, ...content.map((field) => cells[field].trim())]);
  // The first of rows exactly alike keeps the bare key, so that a later twin leaves it as it is.
  return occurrence === 1 ? key : `${key}-${occurrence}`;
}

/** Rows without an id of their own are twins if they agree in this; null: the row has its own id. */
export function twinKey(cells: Cells): string | null {
  if (ownId(cells) !== "") return null;
  return content.map((field) => cells[field].trim()).join("\u0000");
}

const ownId = (cells: Cells): string => tidyCell("id", cells.id);
