import type { JsonMap } from "../json.ts";
import { type CorrectedMention, correctedMentions } from "../label/corrected-store.ts";
import { unpackLabel } from "../label/label-row.ts";
import type { CorrectedLabel } from "../label/training-line.ts";
import { mentionKey, unpackMention } from "../mention/mention-store.ts";
import type { ScopedTable } from "../table-scope.ts";

/**
 * The mentions of a brand that stand corrected, in the order of their ids, from the one after `after` on. `id` is told
 * also of those that no longer do, or that the customer has taken away: whoever reads a page knows how far it came.
 */
export async function* readCorrected(
  table: ScopedTable,
  brandId: string,
  after?: string,
): AsyncGenerator<{ id: string; corrected: CorrectedLabel | null }> {
  for await (const where of correctedMentions(table, brandId, after))
    yield { id: where.id, corrected: await readOne(table, where) };
}

async function readOne(table: ScopedTable, ids: CorrectedMention): Promise<CorrectedLabel | null> {
  const row = await table.get(mentionKey(ids));
  if (!row?.body.m || !row.body.l) return null;
  const label = unpackLabel(row.body.l);
  const mention = unpackMention(row.body.m as JsonMap, ids);
  return label.corrected && !mention.removed ? { mention, label } : null;
}
