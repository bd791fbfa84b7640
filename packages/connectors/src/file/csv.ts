import type { Row } from "./table.ts";

const longest = 1_000_000; // characters of one cell or line; past it a quotation mark was never closed

type Cell = { is: "cell"; text: string; end: number } | { is: "cut" } | { is: "stray" };
interface Place {
  delimiter: string;
  /** Nothing follows the text at hand. */
  isLast: boolean;
}

/**
 * Reads delimited text (RFC 4180) piece by piece; lines end in LF, CRLF or CR, and lines without anything are left out.
 * A cell that starts with a quotation mark but is not quoted, or is never closed, is taken as it stands up to the
 * next delimiter, so that one such mark cannot swallow the rows that follow it.
 */
export function csvReader(delimiter: string): { push(text: string): Row[]; end(): Row[] } {
  let held = "";
  let line = 1;
  let skips = false; // within a line that was given up

  function read(isLast: boolean): Row[] {
    const rows: Row[] = [];
    let at = 0;
    while (at < held.length) {
      const next = rowAt(held, at, { delimiter, isLast });
      if (!next) break;
      if (!next.isBlank) rows.push({ where: `line ${line}`, cells: next.cells, loose: next.loose });
      line += next.lines;
      at = next.end;
    }
    held = held.slice(at);
    if (held.length > 2 * longest) rows.push(giveUp());
    return rows;
  }

  function giveUp(): Row {
    const row = {
      where: `line ${line}`,
      cells: [held.slice(0, 2000)],
      wrong: {
        ru: `Строка длиннее ${longest.toLocaleString("ru")} знаков.`,
        en: `The line is longer than ${longest} characters.`,
      },
    };
    held = "";
    skips = true;
    return row;
  }

  function push(text: string): Row[] {
    if (!skips) {
      held += text;
      return read(false);
    }
    const lineEnd = text.search(/[\r\n]/);
    if (lineEnd < 0) return [];
    skips = false;
    held = text.slice(lineEnd);
    return read(false);
  }

  return { push, end: () => read(true) };
}

interface NextRow {
  cells: string[];
  end: number;
  lines: number;
  isBlank: boolean;
  loose: boolean;
}

/** The row that starts at `start`; null: more text must come first. */
function rowAt(text: string, start: number, place: Place): NextRow | null {
  const cells: string[] = [];
  let at = start;
  let loose = false;
  let quoted = false;
  for (;;) {
    let cell: Cell = text[at] === '"' ? quotedAt(text, at, place) : { is: "stray" };
    if (cell.is === "cell") quoted = true;
    if (cell.is === "stray") {
      loose ||= text[at] === '"';
      cell = plainAt(text, at, place);
    }
    if (cell.is !== "cell") return null;
    cells.push(cell.text);
    at = cell.end + 1;
    if (text[cell.end] === place.delimiter) continue;
    if (text[cell.end] === "\r" && text[at] === undefined && !place.isLast) return null; // LF may follow
    if (text[cell.end] === "\r" && text[at] === "\n") at++;
    const isBlank = cells.length === 1 && cells[0] === "" && !quoted;
    const end = Math.min(at, text.length);
    return { cells, end, lines: quoted ? lineEnds(text, start, end) : 1, isBlank, loose };
  }
}

function plainAt(text: string, start: number, { delimiter, isLast }: Place): Cell {
  const mark = delimiter.charCodeAt(0); // NaN for one column only, which no character equals
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === mark || code === 10 || code === 13)
      return { is: "cell", text: text.slice(start, at), end: at };
  }
  return isLast ? { is: "cell", text: text.slice(start), end: text.length } : { is: "cut" };
}

/** A mark inside that is not doubled is forgiven within one line; over several lines it would join rows. */
function quotedAt(text: string, start: number, { delimiter, isLast }: Place): Cell {
  let value = "";
  let hasStray = false;
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from);
    const isOpen = mark < 0 || (mark + 1 === text.length && !isLast);
    if (isOpen) return isLast || text.length - start > longest ? { is: "stray" } : { is: "cut" };
    const next = text[mark + 1];
    value += text.slice(from, mark);
    const closes = next === delimiter || next === "\n" || next === "\r" || next === undefined;
    const isDoubled = next === '"';
    hasStray ||= !closes && !isDoubled;
    if (hasStray && /[\r\n]/.test(value)) return { is: "stray" };
    if (closes) return { is: "cell", text: value, end: mark + 1 };
    value += '"';
    from = mark + (isDoubled ? 2 : 1);
  }
}

function lineEnds(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}
