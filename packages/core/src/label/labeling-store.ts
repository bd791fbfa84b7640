import { toJson } from "../json.ts";
import type { Key } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { defaultLabeling, Labeling } from "./labeling.ts";

const labelingKey: Key = { pk: "labeling", sk: "l" };

export async function getLabeling(table: ScopedTable): Promise<Labeling> {
  const row = await table.get(labelingKey);
  return row ? Labeling.parse(row.body) : defaultLabeling;
}

export async function saveLabeling(table: ScopedTable, labeling: Labeling): Promise<void> {
  await table.commit([{ put: { ...labelingKey, body: toJson(labeling) } }]);
}
