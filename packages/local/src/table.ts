import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { JsonMap } from "@otklik/core/json";
import {
  type IndexCard,
  type IndexName,
  indexNames,
  type Key,
  type NewRow,
  type Outcome,
  type Query,
  type Row,
  type Table,
  type Write,
} from "@otklik/core/ports";
import { checkWrites, writeCursor } from "@otklik/core/table-rules";
import { inTransaction, statementsOf } from "./database.ts";
import { keyRange } from "./key-range.ts";

/** A row as SQLite gives it; the indexes' columns are named after them. */
export type StoredRow = {
  pk: string;
  sk: string;
  version: number;
  card: string | null;
  body: string;
} & Record<`${IndexName}_${"pk" | "sk"}`, string | null>;

const indexColumns = indexNames.flatMap((name) => [`${name}_pk`, `${name}_sk`]);
/** All but the version, in the order of `storedValuesOf`. */
export const tableColumns = ["pk", "sk", ...indexColumns, "card", "body"];
const insert = `INSERT INTO table_row (${tableColumns.join(", ")}, version) VALUES (${tableColumns.map(() => "?").join(", ")}, 1)`;
const replace = tableColumns
  .slice(2)
  .map((name) => `${name} = excluded.${name}`)
  .join(", ");
const put = {
  always: `${insert} ON CONFLICT (pk, sk) DO UPDATE SET version = version + 1, ${replace} RETURNING version`,
  absent: `${insert} ON CONFLICT (pk, sk) DO NOTHING RETURNING version`,
  version: `UPDATE table_row SET version = version + 1, (${tableColumns.join(", ")}) = (${tableColumns.map(() => "?").join(", ")})
    WHERE pk = ? AND sk = ? AND version = ? RETURNING version`,
};

/** The Table port on SQLite. Each commit is one transaction, on the disk before the promise is kept. */
export function localTable(db: DatabaseSync): Table {
  const statement = statementsOf(db);

  const find = (key: Key): Row | null => {
    const stored = statement("SELECT * FROM table_row WHERE pk = ? AND sk = ?").get(key.pk, key.sk);
    return stored ? rowFrom(stored as StoredRow) : null;
  };

  /** One row more than the page holds is read, to know whether another page follows. */
  const select = (what: string, query: Query, order: string[]): StoredRow[] => {
    const range = keyRange(query, order.slice(1));
    const direction = query.newestFirst ? "DESC" : "ASC";
    const sql = `SELECT ${what} FROM table_row WHERE ${order[0]} = ?${range.sql}
      ORDER BY ${order.slice(1).map((name) => `${name} ${direction}`)} LIMIT ?`;
    return statement(sql).all(query.pk, ...range.values, query.limit + 1) as StoredRow[];
  };

  const write = (each: Write): Outcome => {
    const key = "put" in each ? each.put : each.remove;
    const changed = ("put" in each ? putRow(each.put, each.if) : removeRow(each.remove, each.if)) as
      | { version: number }
      | undefined;
    if (changed) {
      statement("INSERT INTO change (pk, sk) VALUES (?, ?)").run(key.pk, key.sk);
      return { done: true, version: changed.version };
    }
    const current = find(key);
    return current || each.if ? { done: false, current } : { done: true, version: 0 };
  };
  const putRow = (row: NewRow, condition: "absent" | { version: number } | undefined) => {
    const values = storedValuesOf(row);
    if (condition === undefined) return statement(put.always).get(...values);
    if (condition === "absent") return statement(put.absent).get(...values);
    return statement(put.version).get(...values, row.pk, row.sk, condition.version);
  };
  const removeRow = ({ pk, sk }: Key, condition: { version: number } | undefined) => {
    const sql = "DELETE FROM table_row WHERE pk = ? AND sk = ?";
    if (!condition) return statement(`${sql} RETURNING version`).get(pk, sk);
    return statement(`${sql} AND version = ? RETURNING version`).get(pk, sk, condition.version);
  };

  return {
    async get(key) {
      return find(key);
    },
    async query(query) {
      const found = select("*", query, ["pk", "sk"]);
      const last = found.length > query.limit ? found[query.limit - 1] : undefined;
      return { rows: found.slice(0, query.limit).map(rowFrom), next: last ? writeCursor([last.sk]) : null };
    },
    async queryIndex(index, query) {
      const at = { pk: `${index}_pk`, sk: `${index}_sk` } as const;
      const found = select(`pk, sk, version, card, ${at.pk}, ${at.sk}`, query, [at.pk, at.sk, "pk", "sk"]);
      const cards = found.slice(0, query.limit).map(
        (stored): IndexCard => ({
          pk: stored.pk,
          sk: stored.sk,
          at: { pk: stored[at.pk] as string, sk: stored[at.sk] as string },
          version: stored.version,
          card: stored.card ? (JSON.parse(stored.card) as JsonMap) : {},
        }),
      );
      const last = found.length > query.limit ? cards.at(-1) : undefined;
      return { cards, next: last ? writeCursor([last.at.sk, last.pk, last.sk]) : null };
    },
    async commit(writes) {
      checkWrites(writes);
      return inTransaction(db, () => writes.map(write));
    },
  };
}

/** The row that these columns hold. */
export function rowFrom(stored: StoredRow): Row {
  const row: Row = {
    pk: stored.pk,
    sk: stored.sk,
    version: stored.version,
    body: JSON.parse(stored.body) as JsonMap,
  };
  if (stored.card) row.card = JSON.parse(stored.card) as JsonMap;
  for (const name of indexNames) {
    const [pk, sk] = [stored[`${name}_pk`], stored[`${name}_sk`]];
    if (pk !== null && sk !== null) row.index = { ...row.index, [name]: { pk, sk } };
  }
  return row;
}

/** The values of `tableColumns`. */
export function storedValuesOf({ pk, sk, index, card, body }: NewRow): SQLInputValue[] {
  const places = indexNames.flatMap((name) => [index?.[name]?.pk ?? null, index?.[name]?.sk ?? null]);
  return [pk, sk, ...places, card ? JSON.stringify(card) : null, JSON.stringify(body)];
}
