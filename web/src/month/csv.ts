export type Cell = string | number | null;

/**
 * Rows as CSV after RFC 4180, in UTF-8 with the mark by which Excel knows it. A text that a spreadsheet would take for
 * a formula is given an apostrophe before it (OWASP, "CSV Injection"); numbers stand with a point and no grouping.
 */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Math.round(cell * 10_000) / 10_000);
  const text = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
