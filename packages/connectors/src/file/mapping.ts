import { readDate } from "../kit/dates.ts";
import { certain, isSilent, meaningsOf } from "./header-words.ts";
import { readRating } from "./rating.ts";
import { type Field, fields, type Mapping } from "./settings.ts";

/**
 * Which column holds what: told by the header in Russian or English as far as the values bear it out, and by the
 * values alone where the header is silent. Fields that no column holds are null.
 */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): Mapping {
  const columns = header.map((name, index) => ({ name, values: valuesOf(rows, index) }));
  const mapping: Mapping = Object.fromEntries(fields.map((field) => [field, null]));
  const free = new Set<Column>(columns);
  const take = (field: Field, column: Column | undefined) => {
    if (!column || !free.has(column) || mapping[field] !== null) return;
    mapping[field] = column.name;
    free.delete(column);
  };
  byName(columns, take);
  byValues(
    columns.filter((column) => free.has(column) && isSilent(column.name)),
    take,
  );
  return mapping;
}

type Take = (field: Field, column: Column | undefined) => void;

function byName(columns: readonly Column[], take: Take): void {
  const named = columns
    .flatMap((column) => meaningsOf(column.name).map((meaning) => ({ column, ...meaning })))
    .sort((a, b) => b.score - a.score);
  for (const { column, field } of named) if (bears(field, column.values)) take(field, column);
  for (const { column, field, score } of named) {
    if (score >= certain && isWronglyFilled(field, column.values)) take(field, column);
  }
}

function byValues(columns: readonly Column[], take: Take): void {
  const date = columns.find(({ values }) => share(values, isFullDate) > 0.9);
  const rating = columns.find((column) => column !== date && isStarColumn(column.values));
  take("date", date);
  take("rating", rating);
  take("text", longest(columns.filter((column) => column !== date && column !== rating)));
}

interface Column {
  name: string;
  /** Cells that hold something. */
  values: string[];
}

const valuesOf = (rows: readonly (readonly string[])[], index: number): string[] =>
  rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");

/** The part of the values of which it is true; an empty column is given the benefit of the doubt. */
const share = (values: readonly string[], isSo: (value: string) => boolean, ofNone = 0): number =>
  values.length === 0 ? ofNone : values.filter(isSo).length / values.length;

const mostly = (values: readonly string[], isSo: (value: string) => boolean): boolean =>
  share(values, isSo, 1) >= 0.7;

/**
 * A column that calls itself a date is one, however bad its values: rows without their date would pass as of today,
 * while rows that cannot be read are shown. A few bad ratings likewise; of a column of words nothing is lost.
 */
function isWronglyFilled(field: Field, values: readonly string[]): boolean {
  if (field === "date") return true;
  return (
    field === "rating" && (values.length < 5 || share(values, (value) => readRating(value) !== null) > 0.2)
  );
}

/** Whether the values can be what the name says: "Ответ" may hold yes and no, "id" may be the product's. */
function bears(field: Field, values: readonly string[]): boolean {
  if (field === "rating") return mostly(values, (value) => readRating(value) !== null);
  if (field === "date" || field === "answerDate") return mostly(values, isDate);
  if (field === "id") return new Set(values).size >= values.length * 0.99;
  if (field === "text") return !mostly(values, isBare) || values.length === 0;
  if (field === "answer")
    return values.length === 0 || !mostly(values, (value) => isBare(value) || isYesOrNo(value));
  if (field === "author") return mostly(values, (value) => value.length <= 100);
  if (field === "url") return mostly(values, (value) => /^https?:/i.test(value));
  if (field === "email") return mostly(values, (value) => value.includes("@"));
  if (field === "phone") return mostly(values, (value) => value.replace(/\D/g, "").length >= 5);
  if (field === "language") return mostly(values, (value) => /^\p{L}{2,12}([-_]\w+)?$/u.test(value));
  return true;
}

const isDate = (value: string): boolean =>
  (readDate(value, { dayFirst: true }) ?? readDate(value, { dayFirst: false })) !== null;

/** A date as people write it: a number alone may be anything. */
const isFullDate = (value: string): boolean => /[-./:\s]/.test(value) && isDate(value);
const isBare = (value: string): boolean => /^[\d\s.,:/+-]*$/.test(value);
const isYesOrNo = (value: string): boolean => /^(да|нет|yes|no|true|false|есть|y|n)$/i.test(value);

/** Numbers from 1 to 5, not always the same: a column of ones counts pieces. */
function isStarColumn(values: readonly string[]): boolean {
  const stars = values.map((value) => readRating(value));
  const isScale = stars.every((rating) => rating !== null && rating.stars >= 1 && rating.stars <= 5);
  const isStars = values.some((value) => /[★⭐/]|зв/i.test(value)) || new Set(values).size > 1;
  return values.length > 0 && isScale && (isStars || stars[0]?.stars !== 1);
}

/** The column with the longest words, if it is prose: spaces, and not the same few words again and again. */
function longest(columns: readonly Column[]): Column | undefined {
  const length = ({ values }: Column) => values.reduce((sum, value) => sum + value.length, 0) / values.length;
  return columns
    .filter(({ values }) => share(values, (value) => /\p{L}/u.test(value) && !isFullDate(value)) > 0.5)
    .filter(({ values }) => values.length < 4 || new Set(values).size > values.length / 2)
    .filter((column) => length(column) >= 12)
    .sort((a, b) => length(b) - length(a))[0];
}
