import { toJson } from "../json.ts";
import type { Key } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { Brand } from "./brand.ts";

const key = (id: string): Key => ({ pk: "brands", sk: id });

export async function saveBrand(table: ScopedTable, { id, ...body }: Brand): Promise<void> {
  await table.commit([{ put: { ...key(id), body: toJson(body) } }]);
}

export async function getBrand(table: ScopedTable, id: string): Promise<Brand | null> {
  const row = await table.get(key(id));
  return row && Brand.parse({ ...row.body, id });
}

export async function listBrands(table: ScopedTable): Promise<Brand[]> {
  const brands: Brand[] = [];
  for await (const row of allRows(table, { pk: "brands" }))
    brands.push(Brand.parse({ ...row.body, id: row.sk }));
  return brands;
}
