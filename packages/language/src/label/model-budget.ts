import type { Table } from "@otklik/core/ports";
import { unchanged } from "@otklik/core/ports";
import { scopedTable } from "@otklik/core/table-scope";
import type { Budget } from "./budget.ts";

/** What each workspace has spent on models this month (UTC), in US dollars, kept in its own rows. */
export function modelBudget({
  table,
  now,
  monthly,
}: {
  table: Table;
  now: () => Date;
  monthly: number;
}): Budget {
  const key = () => ({ pk: "spent", sk: now().toISOString().slice(0, 7) });
  return {
    async spend(workspaceId, usd) {
      const rows = scopedTable(table, workspaceId);
      for (;;) {
        const row = await rows.get(key());
        const put = { ...key(), body: { usd: Number(row?.body.usd ?? 0) + usd } };
        const [outcome] = await rows.commit([{ put, if: unchanged(row) }]);
        if (outcome?.done) return;
      }
    },
    async left(workspaceId) {
      const row = await scopedTable(table, workspaceId).get(key());
      return Math.max(0, monthly - Number(row?.body.usd ?? 0));
    },
  };
}
