import { z } from "zod";
import { AsksModel, Labeling } from "../../label/labeling.ts";
import { Calls, Trouble } from "../../label/model-use.ts";

/** What models did for the workspace in one month (UTC). */
export const MonthUseView = z.object({
  /** "2026-03" */
  month: z.string(),
  /** US dollars; `held` of them are set aside for calls under way. */
  usd: z.number(),
  held: z.number(),
  /** Labels given, by whomever, since the model may be asked; `byModel` of them are the model's. */
  labels: z.number(),
  byModel: z.number(),
  models: z.array(Calls.extend({ name: z.string() })),
});
export type MonthUseView = z.infer<typeof MonthUseView>;

export const LabelingView = z.object({
  asks: AsksModel,
  /** US dollars a month that the workspace has chosen; null: all that the operator allows. */
  monthlyUsd: z.number().nullable(),
  /** Null: no key is set, and the embedded labeler labels alone. */
  model: z.object({ name: z.string(), baseUrl: z.string(), allowedUsd: z.number() }).nullable(),
  /** The budget has no room for another call: the embedded labeler labels until next month. */
  isStopped: z.boolean(),
  /** The last call was not answered, and why; null once one is. */
  trouble: Trouble.extend({ at: z.iso.datetime() }).nullable(),
  /** This month and the one before. */
  months: z.array(MonthUseView),
});
export type LabelingView = z.infer<typeof LabelingView>;

export const labelingRoutes = {
  "GET /api/labeling": { rule: "session", input: z.object({}), output: LabelingView },
  "PUT /api/labeling": {
    rule: "session",
    input: z.object({ asks: AsksModel, monthlyUsd: Labeling.shape.monthlyUsd.nullable() }),
    output: LabelingView,
  },
} as const;
