import { csvReader } from "./csv.ts";

const candidates = [";", "\t", ",", "|"];
const looked = 100; // rows

/** What separates the columns of this beginning of a file; "" where nothing divides its lines alike. */
export function guessDelimiter(head: string): string {
  const told = /^sep=(.)\r?\n/i.exec(head)?.[1]; // a line that Excel writes and reads
  if (told) return told;
  let best = { delimiter: "", share: 0.5, width: 1 };
  for (const delimiter of candidates) {
    const { share, width } = evenness(head, delimiter);
    const isBetter = share > best.share || (share === best.share && width > best.width);
    if (width > 1 && isBetter) best = { delimiter, share, width };
  }
  return best.delimiter;
}

/** The commonest number of columns, and the share of rows that have it. */
function evenness(head: string, delimiter: string): { share: number; width: number } {
  if (delimiter === "," && isProse(head)) return { share: 0, width: 1 };
  const reader = csvReader(delimiter);
  const whole = reader.push(head);
  const rows = (whole.length > 0 ? whole : reader.end()).slice(0, looked);
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { width, share: count / Math.max(rows.length, 1) };
}

/** Commas of sentences are followed by a space, commas of tables are not. */
function isProse(head: string): boolean {
  const all = head.match(/,/g)?.length ?? 0;
  const spaced = head.match(/, /g)?.length ?? 0;
  return !head.includes('"') && spaced > all * 0.8;
}
