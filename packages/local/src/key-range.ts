import type { Query } from "@otklik/core/ports";
import { checkQuery, compareBytes, readCursor } from "@otklik/core/table-rules";

/** A condition over sort keys: SQL with its values, to stand after an equation of the partition key. */
export interface KeyRange {
  sql: string;
  values: string[];
}

interface Bound {
  operator: ">=" | ">" | "<=" | "<";
  /** Values for the first of the columns, or for all of them. */
  key: string[];
}

/**
 * The part of a partition that a query asks for, over `columns`: the sort key first, then what orders rows of one sort
 * key. A page begins behind the last key of the page before, so rows that come and go in between shift nothing.
 * @throws Error on a query that the port does not allow
 * @throws Refusal (bad-input) when `after` is no cursor
 */
export function keyRange(query: Query, columns: readonly string[]): KeyRange {
  checkQuery(query);
  const { prefix, from, to, newestFirst, after } = query;
  const cursor: Bound | null =
    after === undefined
      ? null
      : { operator: newestFirst ? "<" : ">", key: readCursor(after, columns.length, query) };
  const lowest = boundOf(">=", prefix ?? from);
  const highest = prefix === undefined ? boundOf("<=", to) : boundOf("<", behindPrefix(prefix));
  const bounds = newestFirst ? [lowest, tighter(cursor, highest)] : [tighter(cursor, lowest), highest];
  const range: KeyRange = { sql: "", values: [] };
  for (const bound of bounds) {
    if (!bound) continue;
    const names = columns.slice(0, bound.key.length).join(", ");
    range.sql += ` AND (${names}) ${bound.operator} (${bound.key.map(() => "?").join(", ")})`;
    range.values.push(...bound.key);
  }
  return range;
}

const boundOf = (operator: Bound["operator"], value: string | undefined): Bound | null =>
  value === undefined ? null : { operator, key: [value] };

/** Of two bounds on the same side the one that admits less: given both, SQLite may begin its search at the wider. */
function tighter(cursor: Bound | null, bound: Bound | null): Bound | null {
  if (!cursor || !bound) return cursor ?? bound;
  const order = compareBytes(cursor.key[0] as string, bound.key[0] as string);
  if (bound.operator === ">=") return order >= 0 ? cursor : bound;
  return order < 0 || (order === 0 && bound.operator === "<=") ? cursor : bound;
}

/** The least text that follows every text with this prefix; undefined: there is none. Byte order is code point order. */
function behindPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (letter) => letter.codePointAt(0) as number);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1); // d800 to dfff are no letters
}
