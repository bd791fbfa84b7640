import { z } from "zod";
import { Correction } from "../../label/correct.ts";
import { LabelView } from "../views.ts";

const Id = z.string().min(1).max(80);

/** What a person says of a mention against the model, and the lines that come of it for training. */
export const labelRoutes = {
  /** Parts that are not given stay as they are. The same words twice are once. */
  "PUT /api/mentions/:id/label": {
    rule: "session",
    input: Correction.extend({ id: Id, conversation: Id }),
    output: LabelView,
  },
  /**
   * What was corrected of a brand, a page at a time, contacts and names masked: lines of training data, whose columns
   * `head` names, or with `parts` every corrected part as lines of JSON.
   */
  "GET /api/labels": {
    rule: "session",
    input: z.object({
      brand: Id,
      parts: z.stringbool().default(false),
      after: z.string().max(200).optional(),
    }),
    output: z.object({
      head: z.string().optional(),
      lines: z.array(z.string()),
      next: z.string().nullable(),
    }),
  },
} as const;
