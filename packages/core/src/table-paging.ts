import type { IndexCard, IndexName, Query, Row, Table } from "./ports.ts";

/** All rows of a partition, page by page. */
export async function* allRows(table: Table, query: Omit<Query, "limit" | "after">): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const page = await table.query({ ...query, limit: 500, after });
    yield* page.rows;
    after = page.next ?? undefined;
  } while (after);
}

/** All cards of an index partition, page by page. */
export async function* allCards(
  table: Table,
  index: IndexName,
  query: Omit<Query, "limit" | "after">,
): AsyncGenerator<IndexCard> {
  let after: string | undefined;
  do {
    const page = await table.queryIndex(index, { ...query, limit: 500, after });
    yield* page.cards;
    after = page.next ?? undefined;
  } while (after);
}

const atOnce = 100;

/** What `read` gives for each, in their order; a hundred at a time, so that many keys are no flood. */
export async function allOf<K, T>(keys: readonly K[], read: (key: K) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let at = 0; at < keys.length; at += atOnce)
    all.push(...(await Promise.all(keys.slice(at, at + atOnce).map(read))));
  return all;
}
