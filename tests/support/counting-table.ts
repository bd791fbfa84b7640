import type { Table } from "@otklik/core/ports";

/** A table that tells how many rows were read of each kind of partition. */
export function countingTable(table: Table): { table: Table; read: Map<string, number> } {
  const read = new Map<string, number>();
  const note = (pk: string, rows: number) => {
    const kind = /^(?:[0-9a-z]+\/)?([^./]+)/.exec(pk)?.[1] ?? pk;
    read.set(kind, (read.get(kind) ?? 0) + rows);
  };
  return {
    read,
    table: {
      ...table,
      async get(key) {
        note(key.pk, 1);
        return table.get(key);
      },
      async query(query) {
        const page = await table.query(query);
        note(query.pk, page.rows.length);
        return page;
      },
    },
  };
}
