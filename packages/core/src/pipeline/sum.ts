import { scopedTable } from "../table-scope.ts";
import { sumDay } from "../trend/trend-store.ts";
import { SumJob } from "./jobs.ts";
import { eachAlone } from "./room.ts";

/** Sums one day of a brand anew from its contributions. */
export const sum = eachAlone(SumJob, ({ workspaceId, brandId, day }, ports) =>
  sumDay(scopedTable(ports.table, workspaceId), brandId, day),
);
