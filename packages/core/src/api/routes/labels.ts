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
} as const;
