import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { urgencyReasons } from "../src/model/urgency-reader.ts";

/** A sentence written for training. No reasons: a near-miss, in which nothing is urgent. */
export interface UrgencyCase {
  text: string;
  /** Numbers in the order of `urgencyReasons`. */
  reasons: number[];
  /** The words that say so, one for each reason; empty where no single words do. */
  words: string[];
}

export interface CaseFile {
  name: string;
  /** SHA-256 of the file as it lies there. */
  hash: string;
  cases: UrgencyCase[];
}

const columns = "text\treasons\twords";

/**
 * The files of hand-written cases in a folder, by name.
 * @throws Error when a file has other columns or a line an unknown reason; the text is not repeated.
 */
export const readCases = (folder: string): CaseFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const [head, ...lines] = bytes.toString("utf8").trimEnd().split("\n");
      if (head !== columns) throw new Error(`${name}: the first line must name the columns ${columns}.`);
      return {
        name,
        hash: createHash("sha256").update(bytes).digest("hex"),
        cases: lines.map((line, at) => caseOf(line, `${name}, line ${at + 2}`)),
      };
    });

const caseOf = (line: string, where: string): UrgencyCase => {
  const [text = "", reasons = "", words = ""] = line.split("\t");
  return { text, reasons: listed(reasons).map((reason) => numberOf(reason, where)), words: listed(words) };
};

const listed = (column: string): string[] => (column === "" ? [] : column.split("|"));

const numberOf = (written: string, where: string): number => {
  const number = (urgencyReasons as readonly string[]).indexOf(written);
  if (number < 0) throw new Error(`${where}: a reason must be one of ${urgencyReasons.join(", ")}.`);
  return number;
};
