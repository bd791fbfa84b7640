import type { Key, Write } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";

/** Where a mention stands that a person has corrected: found by its brand, since nothing is ever searched through. */
export interface CorrectedMention {
  id: string;
  conversationId: string;
}

const correctedKey = (brandId: string, id: string): Key => ({ pk: `corrected.${brandId}`, sk: id });

/** Written before the correction itself: one that leads to a label with no correction is passed over by who reads it. */
export const putCorrected = (brandId: string, { id, conversationId }: CorrectedMention): Write => ({
  put: { ...correctedKey(brandId, id), body: { c: conversationId } },
});

/** The mentions of a brand that were ever corrected, by their ids, from the one after `after` on. */
export async function* correctedMentions(
  table: ScopedTable,
  brandId: string,
  after?: string,
): AsyncGenerator<CorrectedMention> {
  const from = after === undefined ? {} : { from: `${after}~` };
  for await (const { sk, body } of allRows(table, { pk: correctedKey(brandId, "").pk, ...from }))
    yield { id: sk, conversationId: String(body.c) };
}
