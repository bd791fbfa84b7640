import { z } from "zod";
import type { JsonMap } from "../json.ts";
import { queueNames } from "../ports.ts";
import { withoutSeals } from "./sealed-parts.ts";
import { canonical, type Totals, tallier } from "./tally.ts";

/** The version of the file's shape; a file of another one is refused. */
export const format = 1;

const Place = z.object({ pk: z.string().min(1), sk: z.string().min(1) });
const JsonObject = z.record(z.string(), z.json()) as z.ZodType<JsonMap>;
const RowLine = z.object({
  ...Place.shape,
  version: z.number().int().positive(),
  body: JsonObject,
  card: JsonObject.optional(),
  index: z
    .object({ inbox: Place.optional(), wake: Place.optional(), author: Place.optional() })
    .partial()
    .optional(),
});
const MessageLine = z.object({
  queue: z.enum(queueNames),
  body: z.string(),
  group: z.string().optional(),
  visibleAt: z.iso.datetime(),
});
/** A piece of a blob, in its order; `bytes` in base64. The pieces of one blob follow each other. */
const BlobLine = z.object({
  key: z.string().min(1),
  at: z.number().int(),
  bytes: z.base64(),
  last: z.boolean(),
});

/** What the first line says. `credentials` is the salt and the proof of the passphrase that seals them. */
export const Header = z.object({
  otklik: z.literal("home"),
  format: z.literal(format),
  at: z.iso.datetime(),
  credentials: z.object({ salt: z.string(), proof: z.string() }).nullable(),
});
export type Header = z.infer<typeof Header>;

const Counted = z.object({ count: z.number().int(), sha256: z.string().length(64) });
export const Line = z.union([
  z.object({ row: RowLine }),
  z.object({ blob: BlobLine }),
  z.object({ message: MessageLine }),
  z.object({ end: z.object({ row: Counted, blob: Counted, message: Counted }) }),
]);
export type Line = z.infer<typeof Line>;

/**
 * Adds up lines. A sealed credential counts for nothing, since each home seals it under its own key, and neither does how
 * long a message still waits.
 */
export function lineTallier(): { add(line: Line): void; totals(): Totals } {
  const [rows, blobs, messages] = [tallier(), tallier(), tallier()];
  return {
    add(line) {
      if ("row" in line) rows.add(canonical(withoutSeals(line.row)));
      else if ("blob" in line) blobs.add(canonical(line.blob), line.blob.last);
      else if ("message" in line) messages.add(canonical({ ...line.message, visibleAt: "" }));
    },
    totals: () => ({ row: rows.total(), blob: blobs.total(), message: messages.total() }),
  };
}
