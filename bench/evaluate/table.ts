import type { Group, Line } from "./report.ts";
import { confidentFrom } from "./score.ts";
import { type Side, sides } from "./side.ts";

type Cells = readonly string[];

const head: Cells = [
  "",
  "labeler",
  "texts",
  "accuracy",
  "macro-F1",
  "ECE",
  "flips",
  `covered at ≥ ${confidentFrom}`,
  "right of these",
  ...sides.map((side) => `${side} said −/0/+`),
];
const isWord = (column: number): boolean => column < 2;

/** Figures in percent; "–" where a labeler tells no confidence, or where there is nothing to count. */
const percent = (share: number): string => (Number.isNaN(share) ? "–" : (100 * share).toFixed(1));

const cellsOf = (name: string, { labeler, score }: Line): Cells => [
  name,
  labeler,
  String(score.texts),
  percent(score.accuracy),
  percent(score.macroF1),
  percent(score.calibrationError),
  percent(score.flips),
  percent(score.confident.coverage),
  percent(score.confident.accuracy),
  ...sides.map((is: Side) => sides.map((said) => score.confusion[is][said]).join("/")),
];

const rowsOf = (groups: readonly Group[]): Cells[] =>
  groups.flatMap(({ name, lines }) => lines.map((line, at) => cellsOf(at === 0 ? name : "", line)));

/** For a terminal: columns as wide as their widest cell, figures to the right. */
export const asText = (groups: readonly Group[]): string => {
  const rows = [head, ...rowsOf(groups)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    isWord(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
};

export const asMarkdown = (groups: readonly Group[]): string =>
  [head, head.map((_, column) => (isWord(column) ? "---" : "---:")), ...rowsOf(groups)]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
