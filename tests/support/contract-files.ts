import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * A network's folder of contracts where a copy of them stands beside the checkout, and words for the report where none
 * does: a test that needs it is skipped by name.
 */
export function contractFiles(network: string): { folder: string; isThere: boolean; why: string } {
  const folder = fileURLToPath(new URL(`../../../shared/contracts/${network}/`, import.meta.url));
  const isThere = existsSync(`${folder}PROVENANCE.md`);
  return { folder, isThere, why: isThere ? "" : ` (SKIPPED: no copy of it at ${folder})` };
}
