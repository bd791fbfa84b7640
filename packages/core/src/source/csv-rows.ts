/** A table's row by the names of its columns, and the line of the text on which it begins. */
export interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

/**
 * A table of words (RFC 4180; comma, semicolon or tab, whichever the first line holds most of). The first row names the
 * columns, in any case; empty rows are left out, and what is empty or unnamed is no cell.
 */
export function csvRows(text: string): { names: string[]; rows: CsvRow[] } {
  const clean = text.replace(/^\uFEFF/, "");
  const [head, ...rest] = recordsOf(clean, separatorOf(clean));
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const rows = rest.map(({ line, cells }) => {
    const named = cells.map((cell, at) => [names[at] ?? "", cell.trim()] as const);
    return { line, cells: Object.fromEntries(named.filter(([name, cell]) => name !== "" && cell !== "")) };
  });
  return { names, rows: rows.filter(({ cells }) => Object.keys(cells).length > 0) };
}

function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

function recordsOf(text: string, separator: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let line = 1;
  let record = { line, cells: [""] };
  let isQuoted = false;
  const put = (letter: string): void => {
    record.cells[record.cells.length - 1] += letter;
  };
  const close = (): void => {
    records.push(record);
    record = { line, cells: [""] };
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (letter === "\n") line++;
    if (isQuoted) {
      if (letter !== '"') put(letter);
      else if (text[at + 1] === '"') put(text[++at] ?? "");
      else isQuoted = false;
    } else if (letter === '"' && record.cells.at(-1)?.trim() === "") {
      record.cells[record.cells.length - 1] = "";
      isQuoted = true;
    } else if (letter === separator) record.cells.push("");
    else if (letter === "\n") close();
    else if (letter !== "\r") put(letter);
  }
  if (record.cells.length > 1 || record.cells[0] !== "") close();
  return records;
}
