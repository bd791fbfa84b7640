import { toJson } from "../json.ts";
import type { Key } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { defaultVocabulary, Vocabulary } from "./vocabulary.ts";

const key = (brandId: string): Key => ({ pk: "vocabulary", sk: brandId });

/** A brand's vocabulary, and the version it is at: 0 where none was saved yet. */
export interface KeptVocabulary {
  vocabulary: Vocabulary;
  version: number;
}

export async function getVocabulary(table: ScopedTable, brandId: string): Promise<KeptVocabulary> {
  const row = await table.get(key(brandId));
  return row
    ? { vocabulary: Vocabulary.parse(row.body), version: row.version }
    : { vocabulary: defaultVocabulary, version: 0 };
}

/** Saves over the version that was read; null where another one stands there now. */
export async function saveVocabulary(
  table: ScopedTable,
  brandId: string,
  { vocabulary, version }: KeptVocabulary,
): Promise<KeptVocabulary | null> {
  const [outcome] = await table.commit([
    { put: { ...key(brandId), body: toJson(vocabulary) }, if: version === 0 ? "absent" : { version } },
  ]);
  return outcome?.done ? { vocabulary, version: outcome.version } : null;
}
