import { inTongue } from "@otklik/core/said";
import type { Health, Source } from "@otklik/core/source/source";
import { listSources } from "@otklik/core/source/source-store";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { about, type Finding, spanOf } from "./finding.ts";
import type { LookAround } from "./look-around.ts";
import { signInAgain } from "./remedy.ts";

const mostFaults = 3; // in a row: fewer is the way of networks
const minute = 60_000;

export interface Placed {
  source: Source;
  health: Health;
  table: ScopedTable;
}

/** All sources of all workspaces. */
export async function allSources({ db, table }: Pick<LookAround, "db" | "table">): Promise<Placed[]> {
  const found = db.prepare("SELECT DISTINCT pk FROM table_row WHERE pk LIKE '%/sources'").all();
  const each = found.map(async ({ pk }) => {
    const scoped = scopedTable(table, String(pk).split("/")[0] ?? "");
    return (await listSources(scoped)).map((one) => ({ ...one, table: scoped }));
  });
  return (await Promise.all(each)).flat();
}

export function examineSources(all: readonly Placed[], now: Date): Finding[] {
  const troubles = all.flatMap(({ source, health }) => troublesOf(source, health, now));
  const { fine, note } = about("sources");
  if (all.length === 0) return [note("none is connected", "Connect one in the app, or: otklik source add")];
  return troubles.length > 0 ? troubles : [fine(`${all.length}, all well`)];
}

function troublesOf(source: Source, health: Health, now: Date): Finding[] {
  const { note, act } = about(`source ${source.title} (${source.id})`);
  const { state } = source;
  if (state.is === "paused") {
    if (state.by !== "otklik")
      return [note(`paused by ${state.by}`, `To go on: otklik source pause ${source.id} --resume`)];
    const why = state.why ? inTongue(state.why, "en") : "without a reason";
    const todo = source.accountId ? signInAgain(source) : `otklik source pause ${source.id} --resume`;
    return [act(`paused: ${why}`, `When that is put right: ${todo}`)];
  }
  const { fault } = health;
  if (fault && fault.count >= mostFaults)
    return [
      act(
        `${fault.count} faults in a row, the last ${spanOf(now.getTime() - fault.at.getTime())} ago: ${inTongue(fault.message, "en")}`,
        `See what it says, then ask at once: otklik source pull ${source.id}`,
      ),
    ];
  const quiet = now.getTime() - (health.lastGoodAt ?? source.connectedAt).getTime();
  // An hour belongs to the heartbeat: a pull without news is written down so seldom.
  if (source.every > 0 && quiet > Math.max(source.every * 3, 60) * minute + 10 * minute)
    return [
      act(
        `not read for ${spanOf(quiet)}`,
        `Is the service running? Then ask at once: otklik source pull ${source.id}`,
      ),
    ];
  return [];
}
