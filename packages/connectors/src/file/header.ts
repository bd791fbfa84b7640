import { readDate } from "../kit/dates.ts";
import { certain, meaningsOf } from "./header-words.ts";
import { guessMapping } from "./mapping.ts";
import { readRating } from "./rating.ts";

const looked = 20; // rows in which a header is searched: reports put their title above it

/** How many different fields the names of this row speak of; 0 where none of them is known as a whole. */
export function fieldsNamed(cells: readonly string[]): number {
  const meanings = cells.flatMap((cell) => (cell.length > 60 ? [] : (meaningsOf(cell)[0] ?? [])));
  // Words of a customer may hold such a phrase too, but are seldom just that.
  const isHeader = meanings.some(({ score }) => score >= certain);
  return isHeader ? new Set(meanings.map(({ field }) => field)).size : 0;
}

/**
 * Which of these rows names the columns, counted from 1; 0 where none does. A header is known by its words or,
 * where they are strange, by having no number and no date above a column of them.
 */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const scores = rows.slice(0, looked).map(fieldsNamed);
  const best = Math.max(0, ...scores);
  if (best >= Math.min(2, width)) return scores.indexOf(best) + 1;
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return 0;
  if (fieldsNamed(first) > 0 && isLikeNames(first)) return 1;
  return standsAboveValues(first, rest) ? 1 : 0;
}

/** The columns' names: of the header row, each one only once; else letters, as spreadsheet programs show them. */
export function columnNames(header: readonly string[], width: number): string[] {
  const names: string[] = [];
  for (let column = 0; column < Math.max(width, header.length); column++) {
    const name = (header[column] ?? "").replace(/\s+/g, " ").trim() || letters(column);
    let own = name;
    for (let number = 2; names.includes(own); number++) own = `${name} (${number})`;
    names.push(own);
  }
  return names;
}

const isLikeNames = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() !== "" && cell.length <= 40 && !/\d/.test(cell)) &&
  new Set(cells).size === cells.length;

function standsAboveValues(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const names = columnNames([], first.length);
  const { date, rating } = guessMapping(names, rest);
  const above = [date, rating].flatMap((name) => (name ? (first[names.indexOf(name)] ?? "") : []));
  return above.length > 0 && above.every(isWord);
}

const isWord = (cell: string): boolean =>
  /\p{L}/u.test(cell) && readRating(cell) === null && readDate(cell, { dayFirst: true }) === null;

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
