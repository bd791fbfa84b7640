import type { Said } from "@otklik/core/connector";

/** The text of one value, and where it stood. */
export interface Piece {
  where: string;
  text: string;
  /** Why it is not whole. */
  wrong?: Said;
}
export interface PieceReader {
  push(text: string): Piece[];
  end(): Piece[];
}
/** A list; an object somewhere in which the list stands; one object a line. */
export type JsonShape = "list" | "wrapped" | "lines";

const longest = 4_000_000; // characters of one value

/** Which shape this beginning of a file has; null: no JSON. */
export function shapeOf(head: string): JsonShape | null {
  const text = head.trimStart();
  if (/^\[\s*([[{"\]\d]|$)/.test(text)) return "list";
  if (!/^\{\s*(["}]|$)/.test(text)) return null;
  const lineEnd = text.search(/[\r\n]/);
  const firstLine = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const isAlone = text.slice(firstLine.length).trim() === "";
  if (!isJson(firstLine)) return "wrapped";
  return isAlone && /\[\s*\{/.test(firstLine) ? "wrapped" : "lines";
}

/** Cuts a stream of JSON into its values without reading them, so that a broken one spoils no other. */
export function pieceReader(shape: JsonShape): PieceReader {
  return shape === "lines" ? lineReader() : listReader(shape);
}

function lineReader(): PieceReader {
  let held = "";
  let line = 0;
  const taken = (lines: string[]): Piece[] =>
    lines.map((text) => ({ where: `line ${++line}`, text: text.trim() })).filter(({ text }) => text !== "");
  return {
    push(text) {
      const lines = (held + text).split("\n");
      held = lines.pop() ?? "";
      return taken(lines);
    },
    end: () => taken([held]),
  };
}

/** Follows strings and brackets only. `base` is the depth at which the values of the list stand, once it is found. */
function listReader(shape: "list" | "wrapped"): PieceReader {
  let held = "";
  let at = 0; // what of `held` has been looked at
  let start = 0; // where the value at hand begins
  let index = 0;
  let depth = 0;
  let base = shape === "list" ? 1 : null;
  let before = ""; // the last character outside strings that is no space
  let inString = false;
  let isDone = false;

  function take(end: number): Piece[] {
    const text = held.slice(start, end).trim();
    start = end + 1;
    return text === "" ? [] : [{ where: `index ${index++}`, text }];
  }

  /** What an opening or closing bracket or a comma means; returns the value that it ends. */
  function mark(character: string): Piece[] {
    if (character === "{" && base === null && before === "[") {
      base = depth;
      start = at;
    }
    if (character === "[" || character === "{") {
      depth++;
      if (shape === "list" && depth === 1) start = at + 1;
      return [];
    }
    const ends = depth === base ? take(at) : [];
    if (character === ",") return ends;
    isDone = depth === base;
    depth--;
    return ends;
  }

  function pastString(): void {
    for (; at < held.length; at++) {
      const character = held[at];
      if (character === "\\") at++;
      else if (character === '"') {
        inString = false;
        at++;
        return;
      }
    }
  }

  function push(text: string): Piece[] {
    if (isDone) return [];
    held += text;
    const pieces: Piece[] = [];
    while (at < held.length && !isDone) {
      if (inString) {
        pastString();
        continue;
      }
      const character = held[at] ?? "";
      if (character === '"') inString = true;
      else if ("[]{},".includes(character)) pieces.push(...mark(character));
      if (character.trim() !== "") before = character;
      at++;
    }
    return [...pieces, ...letGo()];
  }

  function letGo(): Piece[] {
    const from = base === null ? Math.min(at, held.length) : start;
    held = held.slice(from);
    at -= from;
    start -= from;
    if (held.length <= longest) return [];
    isDone = true;
    return [
      {
        where: `index ${index}`,
        text: held.slice(0, 2000),
        wrong: {
          ru: `Здесь больше ${longest.toLocaleString("ru")} знаков: похоже, не закрыта скобка или кавычка. Всё, что дальше, не прочитано.`,
          en: `It is longer than ${longest} characters, as when a bracket or a quotation mark is never closed. Nothing after it could be read.`,
        },
      },
    ];
  }

  function end(): Piece[] {
    const rest = held.slice(start).trim();
    if (isDone || base === null || rest === "") return [];
    const wrong = {
      ru: "Здесь файл обрывается: не закрыта скобка или кавычка.",
      en: "The file breaks off here: a bracket or a quotation mark is never closed.",
    };
    return [{ where: `index ${index}`, text: rest.slice(0, 2000), wrong }];
  }

  return { push, end };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
