import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifest = join(import.meta.dirname, "../../packages/language/src/model/manifest.json");

/** What the manifest beside the shipped model says of it. */
const ShippedModel = z.object({
  model: z.string(),
  /** SHA-256 of its file. */
  hash: z.string(),
  bytes: z.number(),
  /** How many texts of each source it was made from. */
  rows: z.record(z.string(), z.number()),
});
export type ShippedModel = z.infer<typeof ShippedModel>;

/** null: the labeler is made of rules alone. */
export const shippedModel = (): ShippedModel | null =>
  existsSync(manifest) ? ShippedModel.parse(JSON.parse(readFileSync(manifest, "utf8"))) : null;
