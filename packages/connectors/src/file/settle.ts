import { guessOutOf } from "./rating.ts";
import type { Reading } from "./reading.ts";
import { type Field, type FileSettings, fields, type GivenSettings, type Mapping } from "./settings.ts";

/** What was given, and for the rest what the first rows tell. */
export function settle(given: GivenSettings, reading: Reading, mapping: Mapping): FileSettings {
  const { names, head, how } = reading;
  const cellsOf = (field: Field): string[] => {
    const column = names.indexOf(mapping[field] ?? "");
    return head.flatMap((row) => (row.wrong ? [] : (row.cells[column] ?? [])));
  };
  const dates = [...cellsOf("date"), ...cellsOf("answerDate")];
  return {
    ...given,
    ...how,
    mapping,
    dayFirst: given.dayFirst ?? guessDayFirst(dates, names),
    outOf: given.outOf ?? (mapping.rating ? guessOutOf(cellsOf("rating")) : undefined),
  };
}

/** The guess as a person corrected it. A column that they gave to a field is free for no other guess. */
export function corrected(guess: Mapping, given: Mapping, names: readonly string[]): Mapping {
  // A column that is not there, such as one of another sheet, is let go.
  const stands = (field: Field) => given[field] === null || names.includes(given[field] ?? "");
  const taken = new Set(fields.filter(stands).map((field) => given[field]));
  const columnFor = (field: Field): string | null => {
    if (stands(field)) return given[field] ?? null;
    const column = guess[field] ?? null;
    return taken.has(column) ? null : column;
  };
  return Object.fromEntries(fields.map((field) => [field, columnFor(field)]));
}

/**
 * Whether 03/04/2024 is the third of April: told by numbers past 12 in one of the two places, else by a header in
 * Russian. undefined: it does not matter, or nothing tells it.
 */
export function guessDayFirst(dates: readonly string[], names: readonly string[]): boolean | undefined {
  const matches = dates.map((date) => /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(date));
  const pairs = matches.filter((match) => match !== null).map(([, one, two]) => [Number(one), Number(two)]);
  if (pairs.length === 0) return undefined;
  const dayIsFirst = pairs.some(([one = 0]) => one > 12);
  const dayIsSecond = pairs.some(([, two = 0]) => two > 12);
  if (dayIsFirst !== dayIsSecond) return dayIsFirst;
  return !dayIsFirst && names.some((name) => /\p{Script=Cyrillic}/u.test(name)) ? true : undefined;
}
