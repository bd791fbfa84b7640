// How right the embedded labeler is, beside what one can install from npm, on the same texts: `npm run evaluate`.
import { parseArgs } from "node:util";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { socialSources } from "./evaluate/groups.ts";
import { howToInstall, openPeers } from "./evaluate/peers.ts";
import { reportOf } from "./evaluate/report.ts";
import { developmentTexts, readData } from "./evaluate/rows.ts";
import { asText } from "./evaluate/table.ts";

const { values } = parseArgs({ options: { data: { type: "string" }, social: { type: "string" } } });
const say = (line = ""): void => void process.stdout.write(`${line}\n`);

const evaluate = async (): Promise<void> => {
  const files = readData(values.data ?? developmentTexts);
  const rows = files.flatMap((file) => file.rows);
  const peers = await openPeers();
  const social = values.social ? new Set(values.social.split(",")) : socialSources;
  const report = await reportOf(rows, { labeler: embeddedLabeler(), peers: peers ?? [], social });
  say(`${rows.length} texts of ${files.map(({ name }) => name).join(", ")}`);
  for (const [title, groups] of Object.entries(report)) say(`\nBy ${title}\n${asText(groups)}`);
  if (!peers)
    say(`\nONLY OUR OWN LABELER WAS MEASURED: the packages beside it are not installed. ${howToInstall}`);
};

try {
  await evaluate();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
