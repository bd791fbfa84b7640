import { Refusal } from "@otklik/core/errors";
import type { InputLine } from "./lines.ts";
import { type Field, fieldsNamed, mentionFrom, type ReadMention, type Stated } from "./mention.ts";

export const forms = ["texts", "json", "tsv"] as const;
export type Form = (typeof forms)[number];

/** A line as a mention, or why it is none; null: a header, of which nothing is said. */
export type Reading = ReadMention | { failed: string } | null;

export interface ReadingOptions {
  /** Absent: told by the first line that is not blank. */
  from?: Form | undefined;
  /** The best rating there is, where a line does not say it. */
  outOf?: number | undefined;
}

/**
 * Reads the lines of one input in their order: texts, JSON lines, or TSV under a header with a column of texts. A blank
 * line is a mention without words, so that each line has its label. One bad line spoils itself alone.
 */
export function lineReader({ from, outOf }: ReadingOptions): (line: InputLine) => Reading {
  let form = from;
  let header: readonly string[] | undefined;
  const readers: Record<Form, (line: string) => Reading> = {
    texts: (line) => (line.startsWith("{") && jsonIn(line) ? fromJson(line, outOf) : textAlone(line)),
    json: (line) => fromJson(line, outOf),
    tsv(line) {
      if (header) return fromCells(line, header, outOf);
      header = headerOf(line);
      return null;
    },
  };
  return ({ n, text }) => {
    try {
      if (text === null) throw new Refusal("too-large", "is longer than a million characters");
      const line = text.trim();
      if (line === "") return textAlone("");
      form ??= formOf(text);
      return readers[form](form === "tsv" ? text : line);
    } catch (error) {
      if (error instanceof Refusal && error.code !== "bad-input")
        return { failed: `line ${n}: ${error.message}` };
      throw error;
    }
  };
}

const textAlone = (text: string): ReadMention => ({ mention: { kind: "review", text } });

/** @throws Refusal bad-input for a file of a form that we do not read line by line */
function formOf(first: string): Form {
  const line = first.trim();
  if (line.startsWith("[") && (line === "[" || line.startsWith("[{")))
    throw new Refusal(
      "bad-input",
      "This is one list in JSON. Give one object a line: jq -c '.[]' FILE | otklik label",
    );
  if (line.startsWith("{") && jsonIn(line)) return "json";
  if (fieldsNamed(first.split("\t")).has("text")) return "tsv";
  if (isCsvHeader(line))
    throw new Refusal(
      "bad-input",
      "This looks like CSV. Give TSV or JSON lines, or say --from texts where these are texts.",
    );
  return "texts";
}

/** Names that we know, with commas or semicolons between them: hardly a review. */
const isCsvHeader = (line: string): boolean =>
  [",", ";"].some((delimiter) => {
    const names = line.split(delimiter);
    return (
      names.length > 1 && names.length < 30 && fieldsNamed(names).has("text") && fieldsNamed(names).size > 1
    );
  });

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

function fromJson(line: string, outOf: number | undefined): ReadMention {
  const value = jsonIn(line);
  if (typeof value === "string") return textAlone(value);
  if (value === undefined) throw new Refusal("unreadable", "is no JSON");
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refusal("unreadable", "is JSON, but no object with a text");
  const given = new Map(Object.entries(value));
  return mentionFrom(
    statedBy(fieldsNamed([...given.keys()]), (name) => given.get(name)),
    outOf,
  );
}

/** @throws Refusal bad-input when no column holds the texts */
function headerOf(line: string): readonly string[] {
  const names = line.split("\t").map((name) => name.trim());
  if (fieldsNamed(names).has("text")) return names;
  throw new Refusal("bad-input", 'The first line names no column of texts, such as "text".');
}

function fromCells(line: string, header: readonly string[], outOf: number | undefined): ReadMention {
  const cells = line.split("\t");
  const found = fieldsNamed(header);
  // Tabs in the last column can only be the text's own.
  if (header.at(-1) === found.get("text") && cells.length > header.length)
    cells.push(cells.splice(header.length - 1).join("\t"));
  if (cells.length !== header.length)
    throw new Refusal("unreadable", `has ${cells.length} cells, and the header ${header.length}`);
  const stated = statedBy(found, (name) => cells[header.indexOf(name)]);
  return mentionFrom({ ...stated, text: stated.text ?? "" }, outOf);
}

const statedBy = (found: ReadonlyMap<Field, string>, cellOf: (name: string) => unknown): Stated =>
  Object.fromEntries([...found].map(([field, name]) => [field, cellOf(name)]));
