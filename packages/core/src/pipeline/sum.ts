import { raiseBrandVersion } from "../brand/brand-version.ts";
import { scopedTable } from "../table-scope.ts";
import { sumDay } from "../trend/trend-store.ts";
import { SumJob } from "./jobs.ts";
import { eachAlone } from "./room.ts";

/** Sums one day of a brand anew from its contributions, and lets those who watch the brand know. */
export const sum = eachAlone(SumJob, async ({ workspaceId, brandId, day }, ports) => {
  const table = scopedTable(ports.table, workspaceId);
  await sumDay(table, brandId, day);
  await raiseBrandVersion(table, brandId);
});
