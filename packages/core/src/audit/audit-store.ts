import { newId } from "../id.ts";
import { toJson } from "../json.ts";
import type { Ports } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { AuditLine } from "./audit.ts";

/** Writes down what was done just now; a line is never changed afterwards. */
export async function audit(
  table: ScopedTable,
  line: Omit<AuditLine, "id" | "at">,
  { now, random }: Pick<Ports, "now" | "random">,
): Promise<void> {
  const at = now();
  const sk = `${at.toISOString()}~${newId(random)}`;
  await table.commit([{ put: { pk: "audit", sk, body: toJson({ ...line, at }) }, if: "absent" }]);
}

/** The latest first. */
export async function listAudit(
  table: ScopedTable,
  page: { limit: number; after?: string | undefined },
): Promise<{ lines: AuditLine[]; next: string | null }> {
  const { rows, next } = await table.query({ pk: "audit", newestFirst: true, ...page });
  return { lines: rows.map(({ sk, body }) => AuditLine.parse({ ...body, id: sk })), next };
}
