import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A labelled text of the training form. */
export interface Row {
  id: string;
  language: string;
  source: string;
  side: Side;
  text: string;
}
/** 0 negative, 1 neutral, 2 positive: the order of all that is counted by side. */
export type Side = 0 | 1 | 2;

export interface DataFile {
  name: string;
  /** SHA-256 of the file as it lies there. */
  hash: string;
  rows: Row[];
}

/** Written for the training: it teaches, and no confidence is fitted to it, nor is anything measured on it. */
export const isWritten = ({ source }: Pick<Row, "source">): boolean => source.startsWith("written_");

const columns = "id\tlang\tsource\tlabel\trating\ttext";

/**
 * The training files of a folder, by name: every `.tsv` or `.tsv.gz` but those whose name begins with "dev", which are
 * for measuring only. An absent folder has none.
 * @throws Error when a file has other columns or a line a label other than -1, 0 and 1; the text is not repeated.
 */
export const readFolder = (folder: string): DataFile[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.tsv(\.gz)?$/.test(name) && !name.startsWith("dev"))
    .sort()
    .map((name) => readFile(join(folder, name)));
};

export const readFile = (path: string): DataFile => {
  const bytes = readFileSync(path);
  const written = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [head, ...lines] = written.trimEnd().split("\n");
  if (head !== columns) throw new Error(`${path}: the first line must name the columns ${columns}.`);
  return {
    name: basename(path),
    hash: createHash("sha256").update(bytes).digest("hex"),
    rows: lines.map((line, at) => rowOf(line, `${path}, line ${at + 2}`)),
  };
};

const rowOf = (line: string, where: string): Row => {
  const [id = "", language = "", source = "", label, , text = ""] = line.split("\t");
  if (label !== "-1" && label !== "0" && label !== "1")
    throw new Error(`${where}: the label must be -1, 0 or 1.`);
  return { id, language, source, side: (Number(label) + 1) as Side, text };
};
