// How right the embedded labeler is, beside what one can install from npm, on the same texts: `npm run evaluate`.
// Prints all of it; on the development texts, with the packages installed, it also writes docs/labels.md.
import { readFileSync, writeFileSync } from "node:fs";
import { arch, availableParallelism, platform } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { socialSources } from "./evaluate/groups.ts";
import { judgedBy, labelsOf } from "./evaluate/judge.ts";
import { partOf, withPart } from "./evaluate/page.ts";
import { howToInstall, openPeers, type Peer } from "./evaluate/peers.ts";
import { type Rates, ratesOf, ratesTable } from "./evaluate/rates.ts";
import { readerGroups } from "./evaluate/reader.ts";
import { type Group, type Report, reportOf } from "./evaluate/report.ts";
import { developmentTexts, type Row, readData } from "./evaluate/rows.ts";
import { shippedModel } from "./evaluate/shipped-model.ts";
import { asText } from "./evaluate/table.ts";
import { verdictOf } from "./evaluate/verdict.ts";

const page = join(import.meta.dirname, "../docs/labels.md");
const { values } = parseArgs({ options: { data: { type: "string" }, social: { type: "string" } } });
const say = (line = ""): void => void process.stdout.write(`${line}\n`);
const labeler = embeddedLabeler();

const evaluate = async (): Promise<void> => {
  const files = readData(values.data ?? developmentTexts);
  const rows = files.flatMap((file) => file.rows);
  const social = values.social ? new Set(values.social.split(",")) : socialSources;
  const peers = await openPeers();
  const labels = await labelsOf(labeler, rows, { stars: false });
  const report = await reportOf(rows, { labeler, labels, peers: peers ?? [], social });
  const rates = ratesOf(rows, { labels, social });
  const read = readerGroups(rows, { labeler: labeler.name, judged: judgedBy(labels, rows), social });

  say(`${rows.length} texts of ${files.map(({ name }) => name).join(", ")}; all shares in percent`);
  for (const [title, groups] of Object.entries(report)) say(`\nBy ${title}\n${asText(groups)}`);
  if (read.length > 0) say(`\nOf some of them, beside a reader\n${asText(read)}`);
  say(`\n${ratesTable(rates)}\n\n${verdictOf(report).join("\n")}\n`);
  if (!peers)
    say(
      `ONLY OUR OWN LABELER WAS MEASURED, and docs/labels.md stays: no packages beside it. ${howToInstall}`,
    );
  else if (values.data || values.social) say("docs/labels.md stays: it speaks of the development texts.");
  else writePage({ report, read, rates, rows, peers });
};

const writePage = (measured: {
  report: Report;
  read: Group[];
  rates: Rates;
  rows: Row[];
  peers: Peer[];
}): void => {
  const machine = `${platform()} ${arch()}, ${availableParallelism()} cores, Node ${process.versions.node}`;
  const part = partOf({ ...measured, labeler: labeler.name, model: shippedModel(), at: new Date(), machine });
  writeFileSync(page, withPart(readFileSync(page, "utf8"), part));
  say("docs/labels.md is written.");
};

try {
  await evaluate();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
