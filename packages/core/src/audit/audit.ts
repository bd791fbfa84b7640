import { z } from "zod";
import { Instant } from "../json.ts";

/** What a person did that others must be able to look up: who, when, what. */
export const AuditLine = z.object({
  id: z.string(),
  at: Instant,
  /** The person's address, or "command line". */
  by: z.string(),
  did: z.enum([
    "replayed-letter",
    "discarded-letter",
    "read-source-anew",
    "discarded-unreadable",
    "corrected-label",
  ]),
  /** The queue of the letters. */
  queue: z.string().optional(),
  sourceId: z.string().optional(),
  conversationId: z.string().optional(),
  /** How many letters or entries it was done to; absent where that is not known beforehand. */
  count: z.number().int().optional(),
});
export type AuditLine = z.infer<typeof AuditLine>;
