import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Signal, type SignalGroup, signalGroups } from "../src/label/signal.ts";

/** A sentence written for training. No signals: a near-miss, which has none of those that it was asked for. */
export interface SignalCase {
  text: string;
  signals: Signal[];
  /** The words that say so, one for each signal; empty where no single words do. */
  words: string[];
}

export interface CaseFile {
  /** With its folder: "urgency/plain.tsv". */
  name: string;
  /** SHA-256 of the file as it lies there. */
  hash: string;
  /** The groups that its sentences were asked for; of others they tell nothing. */
  asked: readonly SignalGroup[];
  /** How much each of its sentences counts. */
  counts: number;
  cases: SignalCase[];
}

const intent: readonly SignalGroup[] = ["insult", "spam", "suspect", "wish"];
/** Sentences that were written to mislead the labeler: counting fully they would blur what is plain. */
const hard = 0.3;

/** The folders of cases, each with what its writers were asked for. */
const folders: Record<string, Pick<CaseFile, "asked" | "counts">> = {
  everyday: { asked: ["urgency", ...intent], counts: 1 },
  urgency: { asked: ["urgency"], counts: 1 },
  intent: { asked: intent, counts: 1 },
  "hard-intent": { asked: intent, counts: hard },
  insult: { asked: ["insult"], counts: 1 },
  spam: { asked: ["spam"], counts: 1 },
  suspect: { asked: ["suspect"], counts: 1 },
  wish: { asked: ["wish"], counts: 1 },
};

const columns = "text\tsignals\twords";

/**
 * The files of written cases below a folder, by name.
 * @throws Error when a file has other columns or a line a signal that its folder is not asked for; the text is not repeated.
 */
export const readCases = (folder: string): CaseFile[] =>
  Object.entries(folders).flatMap(([name, about]) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(".tsv"))
      .sort()
      .map((file) => readCaseFile(folder, { ...about, name: `${name}/${file}` })),
  );

const readCaseFile = (
  folder: string,
  { name, asked, counts }: Pick<CaseFile, "name" | "asked" | "counts">,
): CaseFile => {
  const bytes = readFileSync(join(folder, name));
  const [head, ...lines] = bytes.toString("utf8").trimEnd().split("\n");
  if (head !== columns) throw new Error(`${name}: the first line must name the columns ${columns}.`);
  // Written without what goes without saying: "health" for "urgency.health".
  const byName = new Map(asked.flatMap((group) => signalGroups[group]).map((one) => [shortOf(one), one]));
  return {
    name,
    hash: createHash("sha256").update(bytes).digest("hex"),
    asked,
    counts,
    cases: lines.map((line, at) => {
      const [text = "", signals = "", words = ""] = line.split("\t");
      const known = listed(signals).map((short) => byName.get(short));
      if (known.includes(undefined))
        throw new Error(`${name}, line ${at + 2}: a signal must be one of ${[...byName.keys()].join(", ")}.`);
      return { text, signals: known as Signal[], words: listed(words) };
    }),
  };
};

const shortOf = (signal: Signal): string => signal.slice(signal.indexOf(".") + 1);

const listed = (column: string): string[] => (column === "" ? [] : column.split("|"));
