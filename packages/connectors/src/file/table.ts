import type { Said } from "@otklik/core/connector";

/** One row as it stands in the file, each cell as text. */
export interface Row {
  /** Where a person finds it, such as "line 17". */
  where: string;
  cells: string[];
  /** Why it cannot be read; its cells then only show what stood there. */
  wrong?: Said;
  /** A quotation mark in it had no partner: its columns are trusted only when their number is right. */
  loose?: boolean;
}

/** A file that is read row by row from its start, as often as one likes. */
export interface Table {
  rows(): AsyncIterable<Row>;
  /** Columns that the rows name themselves (JSON); it grows as they are read. */
  names?: readonly string[];
}

export const isEmpty = ({ cells, wrong }: Row): boolean =>
  !wrong && cells.every((cell) => cell.trim() === "");

/** How much of a table is in memory at once, besides the count of its rows. */
export const mostCharacters = 20_000_000;
export const charactersIn = ({ cells }: Row): number => cells.reduce((sum, cell) => sum + cell.length, 0);
