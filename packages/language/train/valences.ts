import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emptySlots, take } from "../src/model/table.ts";
import {
  codeOf,
  grounds,
  mostCompany,
  mostMood,
  type Valence,
  type Valences,
  ways,
} from "../src/model/valence.ts";
import { wordOf } from "../src/model/word.ts";

/** A list of judged words, as it lies in a file. */
export interface ValenceFile {
  name: string;
  /** SHA-256 of the file. */
  hash: string;
  words: { word: string; valence: Valence }[];
}

const columns = "word\tmood\tas\tcompany\tby";

/**
 * The lists of judged words in a folder, by name.
 * @throws Error when a file has other columns or a line a number or letter that `Valence` does not have.
 */
export const readValences = (folder: string): ValenceFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const [head, ...lines] = bytes.toString("utf8").trimEnd().split("\n");
      if (head !== columns) throw new Error(`${name}: the first line must name the columns ${columns}.`);
      const words = lines.map((line, at) => judgedWord(line, `${name}, line ${at + 2}`));
      return { name, hash: createHash("sha256").update(bytes).digest("hex"), words };
    });

const judgedWord = (line: string, where: string): ValenceFile["words"][number] => {
  const [word = "", mood, as, company, by] = line.split("\t");
  const valence = {
    mood: within(mood, mostMood),
    as: ways.find((way) => way === as),
    company: within(company, mostCompany),
    by: grounds.find((ground) => ground === by),
  };
  if (word === "" || Object.values(valence).includes(undefined))
    throw new Error(
      `${where}: a word, its mood (-${mostMood} to ${mostMood}), one of ${ways.join(" ")}, its company (-${mostCompany} to ${mostCompany}) and one of ${grounds.join(" ")} are expected.`,
    );
  return { word, valence: valence as Valence };
};

const within = (written = "", most: number): number | undefined =>
  /^-?\d$/.test(written) && Math.abs(Number(written)) <= most ? Number(written) : undefined;

/** By stem; of two words with one stem the first counts. */
export const valencesOf = (files: readonly ValenceFile[]): Valences => {
  const words = files.flatMap((file) => file.words);
  const slots = emptySlots(words.length);
  const codes = new Uint16Array(slots.marks.length);
  for (const { word, valence } of words) {
    const slot = take(slots, wordOf(word).hash);
    if (slot >= 0) codes[slot] = codeOf(valence);
  }
  return { ...slots, codes };
};
