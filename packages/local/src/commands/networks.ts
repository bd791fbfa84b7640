import { connectors } from "@otklik/connectors";
import { showNetwork } from "@otklik/core/api/show-network";
import type { NetworkView } from "@otklik/core/api/views";
import { Command } from "commander";
import { networkTable } from "./network-table.ts";
import { say, sayJson, sayTable } from "./say.ts";

export const networksCommand = new Command("networks")
  .description("the networks, and what can be done with each")
  .option("--json", "print JSON, with the schema of each one's settings")
  .option("--markdown", "print the table that stands in the README")
  .action(({ json, markdown }: { json?: boolean; markdown?: boolean }) => {
    if (markdown) return say(networkTable(connectors));
    const views = connectors.map((connector) => showNetwork(connector));
    if (json) return sayJson(views);
    const rows = views.map(({ network, title, can, every, account, replyRules }) => [
      network,
      title,
      can.join(", "),
      every === 0 ? "once" : `every ${every} min`,
      account.is === "none" ? "no account" : signInOf(account),
      replyRules?.maxLength ? `${replyRules.maxLength} ${replyRules.unit ?? "characters"}` : "",
    ]);
    sayTable([["network", "title", "can", "pulled", "signing in takes", "longest reply"], ...rows]);
  });

type SignedIn = Exclude<NetworkView["account"], { is: "none" }>;

/** What is typed in; behind it, with OAuth, a consent page in the browser. */
function signInOf({ is, fields }: SignedIn): string {
  const names = fields.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
  return is === "oauth" ? `OAuth: ${names}` : names;
}
