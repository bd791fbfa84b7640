import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectors } from "@otklik/connectors";
import { networkTable } from "@otklik/local/commands/network-table";
import { expect, it } from "vitest";

it("stands in the README as the connectors declare it (npm run docs:networks writes it anew)", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  expect(readme).toContain(`\n${networkTable(connectors)}\n`);
});

it("says of each network that has not been tried live that it is built from its contract only", () => {
  const rows = networkTable(connectors).split("\n").slice(2);
  const untried = connectors.filter(({ about }) => !about.triedAt && !about.format);
  expect(rows.filter((row) => row.includes("from contract only"))).toHaveLength(untried.length);
});
