import type { RecognisedView } from "@otklik/core/api/views";
import type { Unreadable } from "@otklik/core/connector";
import { inTongue } from "@otklik/core/said";
import { say, sayJson, tell } from "./say.ts";

const mostShown = 50; // unreadable rows

export interface UnreadableRow {
  where?: string | undefined;
  why: string;
}

/** What the command line says of a row: it speaks English. */
export const rowOf = ({ where, why }: Pick<Unreadable, "where" | "why">): UnreadableRow => ({
  where: where && inTongue(where, "en"),
  why: inTongue(why, "en"),
});

/** How many rows could not be read, and the first of them with the reason. */
export function showUnreadable(count: number, rows: readonly UnreadableRow[]): void {
  if (count > 0) say(`  could not be read: ${count}`);
  for (const { where, why } of rows.slice(0, mostShown)) say(`    ${where ?? "somewhere"}: ${why}`);
  if (count > mostShown) say(`    and ${count - mostShown} more: see the source in the app, or use --json`);
}

/** Which column was taken for what, for the person beside the output. */
export function showColumns({ columns }: RecognisedView): void {
  const mapped = Object.entries(columns?.fields ?? {}).filter(([, column]) => column !== null);
  if (mapped.length === 0) return;
  tell("The columns are taken so (another way: --map FIELD=COLUMN):");
  for (const [field, column] of mapped) tell(`  ${field} = ${column}`);
}

/** What an import would do. */
export function showDryRun(recognised: RecognisedView, isJson: boolean): void {
  if (isJson) {
    sayJson(recognised);
    return;
  }
  const { count, countIsAll, inbox, unreadable } = recognised;
  say(`${countIsAll ? count : "More than 100000"} rows. Nothing was imported.`);
  say("Of its first rows,");
  say(`  would wait for an answer: ${inbox.all} with --from all, ${inbox["30d"]} with --from 30d`);
  showUnreadable(unreadable.length, unreadable.map(rowOf));
}
