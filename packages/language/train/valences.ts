import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emptySlots, take } from "../src/model/table.ts";
import {
  beginning,
  codeOf,
  eachOfValences,
  grounds,
  isJudged,
  mostCompany,
  mostMood,
  phraseHash,
  type Valence,
  type Valences,
  ways,
} from "../src/model/valence.ts";
import { wordOf } from "../src/model/word.ts";

/** A list of judged words or phrases, as it lies in a file. */
export interface ValenceFile {
  name: string;
  /** SHA-256 of the file. */
  hash: string;
  words: { word: string; valence: Valence }[];
}

/** A word, or the words of a phrase with one space between them. */
const wordOrPhrase = /^\S+( \S+)*$/;
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
  if (!wordOrPhrase.test(word) || Object.values(valence).includes(undefined))
    throw new Error(
      `${where}: a word or phrase, its mood (-${mostMood} to ${mostMood}), one of ${ways.join(" ")}, its company (-${mostCompany} to ${mostCompany}) and one of ${grounds.join(" ")} are expected.`,
    );
  return { word, valence: valence as Valence };
};

const within = (written = "", most: number): number | undefined =>
  /^-?\d$/.test(written) && Math.abs(Number(written)) <= most ? Number(written) : undefined;

/** By stem or stems; of two words or phrases with the same ones the first counts. */
export const valencesOf = (files: readonly ValenceFile[]): Valences => {
  const codes = new Map<number, number>();
  const put = (hash: number, code: number): void => {
    const there = codes.get(hash) ?? 0;
    codes.set(hash, isJudged(there) ? there | (code & beginning) : there | code);
  };
  for (const { word, valence } of files.flatMap((file) => file.words)) {
    const [first = 0, ...others] = word.split(" ").map((one) => wordOf(one).hash);
    let hash = first;
    for (const other of others) {
      put(hash, beginning);
      hash = phraseHash(hash, other);
    }
    put(hash, codeOf(valence));
  }
  const valences = emptySlots(codes.size, eachOfValences);
  for (const [hash, code] of codes) {
    const slot = take(valences, hash);
    if (slot >= 0) valences.numbers[slot + 1] = code;
  }
  return valences;
};
