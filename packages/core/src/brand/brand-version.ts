import type { Key } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";

const key = (brandId: string): Key => ({ pk: "versions", sk: brandId });

/** The brand whose version lies under a full key, workspace included; null for any other row. */
export const versionedBrand = ({ pk, sk }: Key): string | null =>
  /^[0-9a-z]+\/versions$/.test(pk) ? sk : null;

/** A number that grows when the brand's conversations or figures have changed: all that a watcher has to read. */
export async function brandVersion(table: ScopedTable, brandId: string): Promise<number> {
  return (await table.get(key(brandId)))?.version ?? 0;
}

/** Lets watchers see that something of the brand has changed. */
export async function raiseBrandVersion(table: ScopedTable, brandId: string): Promise<void> {
  await table.commit([{ put: { ...key(brandId), body: {} } }]);
}
