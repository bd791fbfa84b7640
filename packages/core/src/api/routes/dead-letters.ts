import { z } from "zod";
import { AuditLine } from "../../audit/audit.ts";
import { DeadLetter, LetterQueue } from "../../dead-letter/dead-letter.ts";

const Id = z.string().min(1).max(80);
const At = z.iso.datetime();
const after = z.string().max(2000).optional();
const Nothing = z.object({});
/** False: it was no longer there. */
const Did = z.object({ did: z.boolean() });

/** What a step gave up on; its payload is asked for apart. */
export const LetterView = DeadLetter.omit({ body: true, group: true, messageId: true }).extend({
  sentAt: At,
  diedAt: At,
});
export type LetterView = z.infer<typeof LetterView>;

/** How much is stuck. Counted up to 1,000 of each; `isAll` is false where there is more. */
export const StuckCountsView = z.object({
  letters: z.number(),
  byQueue: z.partialRecord(LetterQueue, z.number()),
  unreadable: z.number(),
  bySource: z.record(z.string(), z.number()),
  isAll: z.boolean(),
});
export type StuckCountsView = z.infer<typeof StuckCountsView>;

export const AuditLineView = AuditLine.extend({ at: At });
export type AuditLineView = z.infer<typeof AuditLineView>;

/** What got stuck, and what a person may do about it. */
export const deadLetterRoutes = {
  "GET /api/stuck": { rule: "session", input: Nothing, output: StuckCountsView },
  /** The latest first. */
  "GET /api/dead-letters": {
    rule: "session",
    input: z.object({ after, limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ letters: z.array(LetterView), next: z.string().nullable() }),
  },
  "GET /api/dead-letters/:id": {
    rule: "session",
    input: z.object({ id: Id }),
    output: z.object({ body: z.string() }),
  },
  "POST /api/dead-letters/:id/replay": { rule: "session", input: z.object({ id: Id }), output: Did },
  "POST /api/dead-letters/:id/discard": { rule: "session", input: z.object({ id: Id }), output: Did },
  /** All letters of a queue, the latest 100 at a call; `more`: there are others of that queue. */
  "POST /api/dead-letters/replay": {
    rule: "session",
    input: z.object({ queue: LetterQueue }),
    output: z.object({ replayed: z.number(), more: z.boolean() }),
  },

  /** Reads a source from its beginning; entries that can be read then leave the list of unreadable ones. */
  "POST /api/sources/:id/read-anew": { rule: "session", input: z.object({ id: Id }), output: Did },
  /** One entry, or up to 500 of the source. */
  "POST /api/sources/:id/unreadable/discard": {
    rule: "session",
    input: z.object({ id: Id, entry: Id.optional() }),
    output: z.object({ discarded: z.number() }),
  },

  /** Who did what and when, the latest first. */
  "GET /api/audit": {
    rule: "session",
    input: z.object({ after, limit: z.coerce.number().int().min(1).max(200).default(20) }),
    output: z.object({ lines: z.array(AuditLineView), next: z.string().nullable() }),
  },
} as const;
