import { setTimeout } from "node:timers/promises";
import { listBrands } from "@otklik/core/brand/brand-store";
import type { Ports } from "@otklik/core/ports";
import { listSources } from "@otklik/core/source/source-store";
import { scopedTable } from "@otklik/core/table-scope";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { intake, type Runtime } from "../runtime.ts";
import { say } from "./say.ts";

/** What has come in so far: mentions labelled and kept, those that wait for an answer, and whether more is being read. */
async function tally(ports: Pick<Ports, "table">, workspaceId: string) {
  const table = scopedTable(ports.table, workspaceId);
  const sources = await listSources(table);
  const buckets = await Promise.all((await listBrands(table)).map(({ id }) => listBuckets(table, id)));
  return {
    labelled: buckets.flat().reduce((sum, { mentions }) => sum + mentions, 0),
    open: buckets.flat().reduce((sum, { open }) => sum + open.all, 0),
    caughtUp: sources.every(({ health }) => health.caughtUp),
  };
}

/** Tells how the first pull goes, until all that was found stands labelled. */
export async function showProgress({ ports, runtime, workspaceId }: Around): Promise<void> {
  let last = "";
  for (let second = 0; second < 600; second++) {
    const { labelled, open, caughtUp } = await tally(ports, workspaceId);
    const done = caughtUp && (await runtime.isIdle(intake));
    const line = `  ${labelled} mentions labelled, ${open} wait for an answer${done ? "." : "; still reading …"}`;
    if (line !== last) say(line);
    last = line;
    if (done) return;
    await setTimeout(1000);
  }
}

interface Around {
  ports: Ports;
  runtime: Runtime;
  workspaceId: string;
}
