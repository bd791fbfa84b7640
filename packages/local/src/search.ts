import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Search, SearchEntry } from "@otklik/core/ports";
import { lostPage } from "@otklik/core/table-rules";
import { inTransaction, statementsOf } from "./database.ts";
import { indexText, matchExpression } from "./search-text.ts";

// An entry's place is its rowid in the index: the instant of posting in milliseconds, times 2^20, plus a number among
// those of the same instant. FTS5 gives rowids in order, so the newest come first without sorting all that matched.
const tieBits = 20n;
const ties = 1n << tieBits;

/** The Search port on SQLite FTS5: every conversation, open or not. */
export function localSearch(db: DatabaseSync): Search {
  const statement = statementsOf(db);

  const readingPlaces = (sql: string): StatementSync => {
    const prepared = statement(sql);
    prepared.setReadBigInts(true);
    return prepared;
  };
  const placeOf = (workspaceId: string, id: string): bigint | undefined => {
    const sql = "SELECT place FROM search_entry WHERE workspace = ? AND id = ?";
    return readingPlaces(sql).get(workspaceId, id)?.place as bigint | undefined;
  };
  const freePlace = (postedAt: Date): bigint => {
    const first = BigInt(postedAt.getTime()) * ties;
    const sql = "SELECT max(place) AS last FROM search_entry WHERE place >= ? AND place < ?";
    const { last } = readingPlaces(sql).get(first, first + ties) as { last: bigint | null };
    if (last === null) return first;
    return last + 1n < first + ties ? last + 1n : freePlace(new Date(postedAt.getTime() + 1));
  };
  const clear = (place: bigint): void => {
    statement("DELETE FROM search_entry WHERE place = ?").run(place);
    statement("DELETE FROM search_word WHERE rowid = ?").run(place);
  };
  /** The place that the entry has already, or a new one when it has none or was posted at another time. */
  const settle = (workspaceId: string, { id, postedAt }: SearchEntry): bigint => {
    const before = placeOf(workspaceId, id);
    if (before !== undefined && before >> tieBits === BigInt(postedAt.getTime())) return before;
    if (before !== undefined) clear(before);
    const place = freePlace(postedAt);
    statement("INSERT INTO search_entry (place, workspace, id) VALUES (?, ?, ?)").run(place, workspaceId, id);
    return place;
  };

  return {
    async put(workspaceId, entries) {
      inTransaction(db, () => {
        const write = statement("INSERT OR REPLACE INTO search_word (rowid, words) VALUES (?, ?)");
        for (const entry of entries) write.run(settle(workspaceId, entry), indexText(workspaceId, entry));
      });
    },
    async remove(workspaceId, ids) {
      inTransaction(db, () => {
        for (const id of ids) {
          const place = placeOf(workspaceId, id);
          if (place !== undefined) clear(place);
        }
      });
    },
    async find(workspaceId, query) {
      const expression = matchExpression(workspaceId, query);
      if (expression === null) return { ids: [], next: null, of: "all" };
      const sql =
        readingPlaces(`SELECT place, id FROM search_word JOIN search_entry ON place = search_word.rowid
        WHERE search_word MATCH ? AND search_word.rowid < ? ORDER BY search_word.rowid DESC LIMIT ?`);
      const found = sql.all(expression, placeAfter(query.after), query.limit + 1) as {
        place: bigint;
        id: string;
      }[];
      const page = found.slice(0, query.limit);
      const next = found.length > query.limit ? String(page.at(-1)?.place) : null;
      return { ids: page.map(({ id }) => id), next, of: "all" };
    },
  };
}

const beyondAll = (1n << 63n) - 1n;

/** The place of the last entry of the page before. */
function placeAfter(cursor: string | undefined): bigint {
  if (cursor === undefined) return beyondAll;
  const place = /^-?\d{1,19}$/.test(cursor) ? BigInt(cursor) : null;
  if (place !== null && BigInt.asIntN(64, place) === place) return place;
  throw lostPage();
}
