import type { Totals } from "@otklik/core/archive/tally";
import { say, sayJson, sayTable, tell } from "./say.ts";

/** What a home adds up to, to be compared with the other side's. */
export function sayTotals({ row, blob, message }: Totals): void {
  sayTable([
    ["", "count", "sha256"],
    ["rows", `${row.count}`, row.sha256],
    ["files", `${blob.count}`, blob.sha256],
    ["messages", `${message.count}`, message.sha256],
  ]);
}

/** What an export came to. */
export function sayExported(
  { file, totals, withCredentials }: { file: string; totals: Totals; withCredentials: boolean },
  { json }: { json?: boolean },
): void {
  if (json) {
    sayJson({ file, credentials: withCredentials, ...totals });
    return;
  }
  say(`Everything stands in ${file}.`);
  sayTotals(totals);
  tell(
    withCredentials
      ? "The networks' tokens are in it, sealed with the passphrase: keep the two apart."
      : "The networks' tokens stayed behind: in the other home those sources are paused until each is given again, and Slack's channels are gone.",
  );
}
