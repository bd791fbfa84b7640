import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const manifest = join(import.meta.dirname, "../../packages/language/src/model/manifest.json");

/** By what docs/labels.md tells which model it speaks of: the SHA-256 of the shipped model's manifest; null without one. */
export const shippedModel = (): string | null =>
  existsSync(manifest) ? createHash("sha256").update(readFileSync(manifest)).digest("hex") : null;
