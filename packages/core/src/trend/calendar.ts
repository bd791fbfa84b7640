/** Days from `from` to `to`, both included: ISO dates of UTC days. */
export interface Range {
  from: string;
  to: string;
}

const day = 86_400_000;
const instantOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => dateOf(instantOf(date) + days * day);
export const daysIn = ({ from, to }: Range): number =>
  Math.round((instantOf(to) - instantOf(from)) / day) + 1;

/** The first and the last instant of a range; the last belongs to it no more. */
export const instantsOf = ({ from, to }: Range): { from: Date; until: Date } => ({
  from: new Date(instantOf(from)),
  until: new Date(instantOf(to) + day),
});

/**
 * What a range is compared with. A month, or its first days: the month before, or as many of its first days as it has.
 * Anything else: as many days just before it.
 */
export function rangeBefore(range: Range): Range {
  const end = addDays(range.from, -1);
  const isOfOneMonth = range.from.endsWith("-01") && range.to.slice(0, 7) === range.from.slice(0, 7);
  if (!isOfOneMonth) return { from: addDays(range.from, -daysIn(range)), to: end };
  const from = `${end.slice(0, 8)}01`;
  const isWhole = addDays(range.to, 1).endsWith("-01");
  const sameDay = addDays(from, daysIn(range) - 1);
  return { from, to: isWhole || sameDay > end ? end : sameDay };
}

/** A range cut into days, or into weeks that end with its last day (the first may be shorter). */
export function cut(range: Range, step: "day" | "week"): Range[] {
  const length = step === "day" ? 1 : 7;
  const parts: Range[] = [];
  for (let end = daysIn(range); end > 0; end -= length)
    parts.unshift({
      from: addDays(range.from, Math.max(0, end - length)),
      to: addDays(range.from, end - 1),
    });
  return parts;
}
