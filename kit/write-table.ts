// Writes the table of networks into the README, from what the connectors declare.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectors } from "@otklik/connectors";
import { networkTable } from "@otklik/local/commands/network-table";

const readme = join(import.meta.dirname, "../README.md");
const table = /^\| network \|.*(?:\n\|.*)+/m;

const before = readFileSync(readme, "utf8");
if (!table.test(before)) throw new Error('README.md has no table that begins with "| network |".');
writeFileSync(
  readme,
  before.replace(table, () => networkTable(connectors)),
);
