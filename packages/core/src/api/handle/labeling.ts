import { monthlyBudget } from "../../label/labeling.ts";
import { getLabeling, saveLabeling } from "../../label/labeling-store.ts";
import { isStopped, type ModelUse, spentBy } from "../../label/model-use.ts";
import { getModelUse, monthBefore, monthOf } from "../../label/model-use-store.ts";
import type { Context, Handlers } from "../context.ts";
import type { LabelingView, MonthUseView } from "../routes/labeling.ts";

function showMonth(month: string, use: ModelUse): MonthUseView {
  const models = Object.entries(use.models).map(([name, calls]) => ({ name, ...calls }));
  return {
    month,
    usd: spentBy(use),
    held: spentBy(use) - use.usd,
    labels: use.labels,
    byModel: models.reduce((sum, { labelled }) => sum + labelled, 0),
    models,
  };
}

async function view({ table, ports }: Context): Promise<LabelingView> {
  const month = monthOf(ports.now());
  const last = monthBefore(month);
  const [labeling, now, before] = await Promise.all([
    getLabeling(table),
    getModelUse(table, month),
    getModelUse(table, last),
  ]);
  const { model } = ports.labeler;
  return {
    asks: labeling.asks,
    monthlyUsd: labeling.monthlyUsd ?? null,
    model: model ? { name: model.name, baseUrl: model.baseUrl, allowedUsd: model.monthlyUsd } : null,
    isStopped: model !== undefined && isStopped(now, monthlyBudget(labeling, model.monthlyUsd)),
    trouble: now.trouble ? { ...now.trouble, at: now.trouble.at.toISOString() } : null,
    months: [showMonth(month, now), showMonth(last, before)],
  };
}

export const labeling: Handlers<"GET /api/labeling" | "PUT /api/labeling"> = {
  "GET /api/labeling": (_, context) => view(context),

  async "PUT /api/labeling"({ asks, monthlyUsd }, context) {
    await saveLabeling(context.table, { asks, ...(typeof monthlyUsd === "number" && { monthlyUsd }) });
    return view(context);
  },
};
