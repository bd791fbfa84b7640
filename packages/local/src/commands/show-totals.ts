import type { Totals } from "@otklik/core/archive/tally";
import { sayTable } from "./say.ts";

/** What a home adds up to, to be compared with the other side's. */
export function sayTotals({ row, blob, message }: Totals): void {
  sayTable([
    ["", "count", "sha256"],
    ["rows", `${row.count}`, row.sha256],
    ["files", `${blob.count}`, blob.sha256],
    ["messages", `${message.count}`, message.sha256],
  ]);
}
