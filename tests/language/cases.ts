import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Label } from "@otklik/core/label/label";
import { embeddedLabeler } from "@otklik/language/label/embedded";

/** One written text. No kinds: a near-miss, in which nothing is to be found. */
export interface Case {
  id: string;
  language: string;
  text: string;
  /** What is to be found in it, such as "health" or "phone". */
  kinds: string[];
  /** The words that say so, one for each kind; empty where no single words do. */
  words: string[];
  /** Of five, where the text is a review with stars. */
  stars?: number;
}

/** What a labeler found in one text, in the cases' own terms. */
export type Finding = (label: Label, text: string) => { kind: string; words: string }[];

export interface Score {
  /** The share of the cases with something to find where some of it was found. */
  recall: number;
  /** Of all cases where something was found, the share in which there was something to find. */
  precision: number;
  /** The share of near-misses that were taken for the thing. */
  mistaken: number;
  /** The share of the cases' words that were found to the letter. */
  exact: number;
  /** Recall by kind and by language. */
  recallBy: Record<string, number>;
  /** Ids of the cases that were missed and of the near-misses that were taken. */
  wrong: string[];
}

/** The cases of a file below this folder, such as "urgency/open". */
export const casesOf = (name: string): Case[] =>
  readFileSync(join(import.meta.dirname, `${name}.tsv`), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [id = "", language = "", text = "", kinds = "", words = "", stars = ""] = line.split("\t");
      const rating = stars === "" ? {} : { stars: Number(stars) };
      return { id, language, text, kinds: listed(kinds), words: listed(words), ...rating };
    });

const listed = (column: string): string[] => (column === "" ? [] : column.split("|"));

/** How well the embedded labeler finds what the cases hold. */
export const scoreOf = async (cases: readonly Case[], finding: Finding): Promise<Score> => {
  const labels = await embeddedLabels(cases);
  const read = cases.map((one, at) => ({ ...one, found: finding(labels[at] as Label, one.text) }));
  const due = read.filter(({ kinds }) => kinds.length > 0);
  const near = read.filter(({ kinds }) => kinds.length === 0);
  const missed = due.filter((one) => !isFound(one));
  const taken = near.filter(({ found }) => found.length > 0);
  const right = due.length - missed.length;
  const quotes = due.flatMap(({ words, found }) => words.map((one) => found.some((it) => it.words === one)));
  const groups = new Set(due.flatMap(({ kinds, language }) => [...kinds, language]));
  return {
    recall: right / due.length,
    precision: right / (due.filter(({ found }) => found.length > 0).length + taken.length || 1),
    mistaken: taken.length / near.length,
    exact: quotes.filter(Boolean).length / (quotes.length || 1),
    recallBy: Object.fromEntries([...groups].map((group) => [group, recallIn(due, group)])),
    wrong: [...missed, ...taken].map(({ id }) => id),
  };
};

type Read = Case & { found: ReturnType<Finding> };

const isFound = ({ kinds, found }: Read): boolean => found.some(({ kind }) => kinds.includes(kind));

const recallIn = (due: readonly Read[], group: string): number => {
  const ofLanguage = due.filter(({ language }) => language === group);
  if (ofLanguage.length > 0) return ofLanguage.filter(isFound).length / ofLanguage.length;
  const ofKind = due.filter(({ kinds }) => kinds.includes(group));
  return ofKind.filter(({ found }) => found.some(({ kind }) => kind === group)).length / ofKind.length;
};

const embeddedLabels = async (cases: readonly Case[]): Promise<Label[]> => {
  const outcomes = await embeddedLabeler().label(
    cases.map(({ text, stars }) => ({
      kind: "review",
      text,
      ...(stars !== undefined && { rating: { stars, outOf: 5 } }),
    })),
    { workspaceId: "cases" },
  );
  return outcomes.map((outcome) => {
    if (!("label" in outcome)) throw new Error(outcome.failed);
    return outcome.label;
  });
};

/** Figures for a person who runs the test; of the open half also what went wrong. */
export const told = (
  name: string,
  { recall, precision, mistaken, exact, recallBy, wrong }: Score,
): string => {
  const figures = { recall, precision, mistaken, exact, ...recallBy };
  const written = Object.entries(figures).map(([figure, is]) => `${figure} ${is.toFixed(3)}`);
  const amiss = name.endsWith("open") && wrong.length > 0 ? `  wrong: ${wrong.join(" ")}\n` : "";
  return `${name}: ${written.join(", ")}\n${amiss}`;
};
