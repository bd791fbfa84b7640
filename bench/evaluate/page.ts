import type { Peer } from "./peers.ts";
import { type Rates, ratesTable } from "./rates.ts";
import type { Group, Report } from "./report.ts";
import type { Row } from "./rows.ts";
import type { ShippedModel } from "./shipped-model.ts";
import { sources } from "./sources.ts";
import { asMarkdown } from "./table.ts";
import { barsTable, verdictOf } from "./verdict.ts";

const begins = "<!-- From here on written by `npm run evaluate`. -->";
const ends = "<!-- Up to here. -->";

export interface Measured {
  report: Report;
  /** Some of the texts beside a reader. */
  read: readonly Group[];
  rates: Rates;
  rows: readonly Row[];
  labeler: string;
  /** null: the labeler is made of rules alone. */
  model: ShippedModel | null;
  peers: readonly Peer[];
  at: Date;
  /** In general words. */
  machine: string;
}

/** The generated part of docs/labels.md. */
export const partOf = ({ report, read, rates, rows, labeler, model, peers, at, machine }: Measured): string =>
  [
    `Measured on ${at.toISOString().slice(0, 10)} with ${labeler} on ${rows.length} development texts (${machine}).`,
    ...(model ? [modelLine(model)] : []),
    "### The bars",
    barsTable(),
    verdictOf(report)
      .map((line) => `- ${line}`)
      .join("\n"),
    "### By slice",
    asMarkdown(report.slices),
    "### Beside a reader",
    asMarkdown(read),
    "### By language",
    asMarkdown(report.languages),
    "### By source",
    asMarkdown(report.sources),
    "### How often each signal is heard",
    ratesTable(rates),
    "### The packages beside it",
    peersTable(peers),
    "### Where the texts come from",
    sourcesTable(rows, model),
  ].join("\n\n");

const peersTable = (peers: readonly Peer[]): string => {
  const ways = Map.groupBy(peers, ({ name, how }) => `| ${name} | ${how} |`);
  const languages = (some: readonly Peer[]): string => some.map(({ language }) => language).join(", ");
  return [
    "| package | taken so | languages |",
    "| --- | --- | --- |",
    ...[...ways].map(([way, some]) => `${way} ${languages(some)} |`),
  ].join("\n");
};

const modelLine = ({ model, hash, bytes, rows }: ShippedModel): string => {
  const texts = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return `The model is ${model}, ${(bytes / 1e6).toFixed(1)} MB unpacked, made from ${texts} texts; SHA-256: \`${hash}\`.`;
};

const sourcesTable = (rows: readonly Row[], model: ShippedModel | null): string => {
  const measured = Map.groupBy(rows, ({ source }) => source);
  return [
    "| source | language | origin | holds | labelled by | licence found | texts in the model | texts measured |",
    "| --- | --- | --- | --- | --- | --- | ---: | ---: |",
    ...sources.map(({ name, language, origin, holds, labelled, licence }) => {
      const counts = [model?.rows[name], measured.get(name)?.length].map((count) => count ?? "–");
      return `| ${[name, language, origin, holds, labelled, licence, ...counts].join(" | ")} |`;
    }),
  ].join("\n");
};

/**
 * The page with its generated part written anew; the prose around it stays.
 * @throws Error when the page does not mark where that part begins and ends
 */
export const withPart = (page: string, part: string): string => {
  const from = page.indexOf(begins);
  const to = page.indexOf(ends);
  if (from < 0 || to < from)
    throw new Error(`docs/labels.md does not hold the lines "${begins}" and "${ends}".`);
  return `${page.slice(0, from)}${begins}\n\n${part}\n\n${page.slice(to)}`;
};
