import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Rating } from "@otklik/core/mention/found";
import { type Side, sides } from "./side.ts";

/** A labelled text of the data; `rating` is the writer's own, where the source has stars. */
export interface Row {
  id: string;
  language: string;
  source: string;
  is: Side;
  rating?: Rating;
  text: string;
}

export interface DataFile {
  name: string;
  rows: Row[];
}

/** The development texts, which lie beside the repository where somebody has them. */
export const developmentTexts = join(import.meta.dirname, "../../../shared/sentiment/dev.tsv.gz");

/**
 * The labelled texts of a file, or of each file of a folder but those named train: what a model has learnt by heart
 * tells nothing of it. A file is TSV with the columns id, lang, source, label (-1, 0, 1), rating and text, gzipped or not.
 * @throws Error that says what is missing or wrong, and where
 */
export const readData = (path: string): DataFile[] => {
  if (!existsSync(path))
    throw new Error(`There are no labelled texts at ${path}. Name a file or a folder of them: --data PATH`);
  const files = statSync(path).isDirectory() ? filesIn(path) : [path];
  if (files.length === 0) throw new Error(`The folder ${path} holds no .tsv or .tsv.gz to measure on.`);
  return files.map((file) => ({ name: basename(file), rows: rowsOf(textOf(file), file) }));
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.tsv(\.gz)?$/.test(name) && !name.startsWith("train"))
    .sort()
    .map((name) => join(folder, name));

const textOf = (file: string): string => {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
};

const needed = ["lang", "source", "label", "text"] as const;

/** @throws Error naming the file's line that is no labelled text; never its words */
export const rowsOf = (tsv: string, file: string): Row[] => {
  const [header = "", ...lines] = tsv.replace(/\r?\n$/, "").split(/\r?\n/);
  const columns = header.split("\t");
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(", ")} in its first line.`);
  return lines.map((line, at) => {
    const cells = line.split("\t");
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
    const is = sides[Number(cell("label") || Number.NaN) + 1];
    if (is === undefined || cells.length !== columns.length)
      throw new Error(
        `${file}, line ${at + 2}: is no labelled text (label -1, 0 or 1, as many cells as columns).`,
      );
    const rating = ratingOf(cell("rating"));
    return {
      id: cell("id"),
      language: cell("lang"),
      source: cell("source"),
      is,
      ...(rating && { rating }),
      text: cell("text"),
    };
  });
};

/** "4" of five, or "7/10". */
const ratingOf = (cell: string): Rating | undefined => {
  const [stars, outOf = 5] = cell.split("/").map(Number);
  return cell.trim() === "" || !stars || !outOf ? undefined : { stars, outOf };
};
