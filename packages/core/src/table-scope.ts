import type { Key, NewRow, Query, Row, Table, Write } from "./ports.ts";

/** A table that can reach the rows of one workspace and no others. Every store takes this, so a missing check cannot leak. */
export type ScopedTable = Table & { readonly workspaceId: string };

/** The workspace whose row lies under this full partition key. */
export const workspaceOfKey = (pk: string): string => pk.slice(0, pk.indexOf("/"));

/**
 * Puts the workspace before each partition key, on the way in and off again on the way out. The `wake` index alone is
 * shared by all workspaces (sweep reads it); through a scoped table it can be written and not read.
 */
export function scopedTable(table: Table, workspaceId: string): ScopedTable {
  if (!/^[0-9a-z]+$/.test(workspaceId)) throw new Error(`not a workspace id: ${workspaceId}`);
  const prefix = `${workspaceId}/`;
  const into = <K extends Key>(key: K): K => ({ ...key, pk: prefix + key.pk });
  const outOf = <K extends Key>(key: K): K => ({ ...key, pk: key.pk.slice(prefix.length) });
  const rowInto = (row: NewRow): NewRow => ({ ...into(row), index: mapIndex(row.index, into) });
  const rowOut = (row: Row): Row => ({ ...outOf(row), index: mapIndex(row.index, outOf) });
  const writeInto = (write: Write): Write =>
    "put" in write ? { ...write, put: rowInto(write.put) } : { ...write, remove: into(write.remove) };
  const queryInto = (query: Query): Query => ({ ...query, pk: prefix + query.pk });
  return {
    workspaceId,
    async get(key) {
      const row = await table.get(into(key));
      return row && rowOut(row);
    },
    async query(query) {
      const page = await table.query(queryInto(query));
      return { rows: page.rows.map(rowOut), next: page.next };
    },
    async queryIndex(index, query) {
      if (index === "wake")
        throw new Error("the wake index belongs to sweep and is not read within a workspace");
      const page = await table.queryIndex(index, queryInto(query));
      return { cards: page.cards.map((card) => ({ ...outOf(card), at: outOf(card.at) })), next: page.next };
    },
    async commit(writes) {
      const outcomes = await table.commit(writes.map(writeInto));
      return outcomes.map((outcome) =>
        outcome.done ? outcome : { done: false, current: outcome.current && rowOut(outcome.current) },
      );
    },
  };
}

function mapIndex(index: NewRow["index"], map: (key: Key) => Key): NewRow["index"] {
  if (!index) return undefined;
  const mapped: NewRow["index"] = {};
  if (index.inbox) mapped.inbox = map(index.inbox);
  if (index.author) mapped.author = map(index.author);
  if (index.wake) mapped.wake = index.wake;
  return mapped;
}
