import { toJson } from "../json.ts";
import type { Key } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { Template } from "./template.ts";

const key = (brandId: string, id: string): Key => ({ pk: `templates.${brandId}`, sk: id });

export async function saveTemplate(table: ScopedTable, template: Template): Promise<void> {
  await table.commit([{ put: { ...key(template.brandId, template.id), body: toJson(template) } }]);
}

export async function removeTemplate(table: ScopedTable, brandId: string, id: string): Promise<void> {
  await table.commit([{ remove: key(brandId, id) }]);
}

export async function listTemplates(table: ScopedTable, brandId: string): Promise<Template[]> {
  const templates: Template[] = [];
  for await (const row of allRows(table, { pk: `templates.${brandId}` }))
    templates.push(Template.parse(row.body));
  return templates.sort((a, b) => a.title.localeCompare(b.title));
}
