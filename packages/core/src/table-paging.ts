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
