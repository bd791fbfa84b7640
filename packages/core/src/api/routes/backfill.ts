import { z } from "zod";
import { SourceView } from "../views.ts";

const Id = z.string().min(1).max(80);

export const backfillRoutes = {
  /** Reads what was posted at or after `since` and before `until`. It feeds trends, and neither inbox nor alerts. */
  "POST /api/sources/:id/backfill": {
    rule: "session",
    input: z.object({ id: Id, since: z.iso.datetime(), until: z.iso.datetime() }),
    output: SourceView,
  },
  "POST /api/sources/:id/backfill/cancel": {
    rule: "session",
    input: z.object({ id: Id }),
    output: SourceView,
  },
} as const;
