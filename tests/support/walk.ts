import type { IndexCard, IndexName, Query, Row, Table } from "@otklik/core/ports";

const mostPages = 10_000; // a cursor that stands still would otherwise be followed for ever

/** Runs between two pages, to change the table under the reader. */
type Between = (page: number) => Promise<void>;

/** All rows that a query finds, page by page. */
export async function walkRows(table: Table, query: Query, between?: Between): Promise<Row[]> {
  const found: Row[] = [];
  for await (const { rows } of pages((after) => table.query({ ...query, after }), between))
    found.push(...rows);
  return found;
}

/** All cards that a query finds, page by page. */
export async function walkCards(
  table: Table,
  index: IndexName,
  query: Query,
  between?: Between,
): Promise<IndexCard[]> {
  const found: IndexCard[] = [];
  for await (const { cards } of pages((after) => table.queryIndex(index, { ...query, after }), between))
    found.push(...cards);
  return found;
}

async function* pages<P extends { next: string | null }>(
  read: (after: string | undefined) => Promise<P>,
  between: Between = async () => {},
): AsyncGenerator<P> {
  let after: string | undefined;
  for (let page = 0; ; page++) {
    const found = await read(after);
    yield found;
    if (found.next === null) return;
    after = found.next;
    if (page === mostPages) throw new Error("the pages come to no end");
    await between(page);
  }
}
