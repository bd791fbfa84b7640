import type { Unreadable } from "../connector.ts";
import { digest } from "../id.ts";
import { toJson } from "../json.ts";
import type { NewRow, Row, Write } from "../ports.ts";
import { inTongue, Told } from "../said.ts";
import type { ScopedTable } from "../table-scope.ts";

export interface KeptUnreadable extends Unreadable {
  id: string;
  sourceId: string;
  at: Date;
}

const partition = (sourceId: string): string => `un.${sourceId}`;

/** Keeps entries that a connector could not read; the same entry again lands on the same row. */
export function putUnreadable(sourceId: string, entries: readonly Unreadable[], at: Date): Write[] {
  const rows = entries.map((entry) => rowOf(sourceId, entry, at));
  return [...new Map(rows.map((put) => [put.sk, { put, if: "absent" as const }])).values()];
}

function rowOf(sourceId: string, entry: Unreadable, at: Date): NewRow {
  return {
    pk: partition(sourceId),
    sk: digest([inTongue(entry.where ?? "", "en"), entry.excerpt]),
    body: toJson({ w: entry.why, e: entry.excerpt.slice(0, 2000), at, l: entry.where || undefined }),
  };
}

export async function listUnreadable(
  table: ScopedTable,
  sourceId: string,
  after?: string,
): Promise<{ unreadable: KeptUnreadable[]; next: string | null }> {
  const page = await table.query({ pk: partition(sourceId), limit: 50, after });
  return { unreadable: page.rows.map((row) => fromRow(row, sourceId)), next: page.next };
}

function fromRow({ sk, body }: Row, sourceId: string): KeptUnreadable {
  return {
    id: sk,
    sourceId,
    at: new Date(String(body.at)),
    why: Told.parse(body.w),
    excerpt: String(body.e),
    ...(body.l ? { where: Told.parse(body.l) } : {}),
  };
}
