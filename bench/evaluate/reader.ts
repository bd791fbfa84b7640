import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sliceOf, slices } from "./groups.ts";
import type { Group, Line } from "./report.ts";
import type { Row } from "./rows.ts";
import { scoreOf } from "./score.ts";
import { type Judged, type Side, sides } from "./side.ts";

/**
 * What a large language model said of 200 development texts of each slice, drawn by lot, which it read one by one without
 * their labels: the mood, and whether nearly all readers would say the same (3), most (2), or it guessed (1).
 */
const file = join(import.meta.dirname, "reader.tsv");
const reader = "a reader (a large language model)";
/** What counts as confident is what it was nearly certain of. */
const confidence = { "1": 0, "2": 0.5, "3": 1 };

/** How right the reader is beside our labeler on the same texts, by slice: how far these labels can be told from words at all. */
export const readerGroups = (
  rows: readonly Row[],
  { labeler, judged, social }: { labeler: string; judged: readonly Judged[]; social: ReadonlySet<string> },
): Group[] => {
  const read = readVerdicts();
  const places = rows.flatMap(({ id }, place) => (read.has(id) ? [place] : []));
  const bySlice = Map.groupBy(places, (place) => sliceOf(rows[place] as Row, social));
  const ours = (some: readonly number[]): Line => ({
    labeler,
    score: scoreOf(some.map((place) => judged[place] as Judged)),
  });
  const theirs = (some: readonly number[]): Line => {
    const said = some
      .map((place) => rows[place] as Row)
      .map(({ id, is }) => ({ is, ...read.get(id) }) as Judged);
    // Three steps of certainty are no probabilities.
    return { labeler: reader, score: { ...scoreOf(said), calibrationError: Number.NaN } };
  };
  return slices.flatMap((name) => {
    const some = bySlice.get(name);
    return some ? [{ name, lines: [ours(some), theirs(some)] }] : [];
  });
};

const readVerdicts = (): Map<string, { said: Side; confidence: number }> => {
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return new Map(
    lines.map((line) => {
      const [id = "", label, sure] = line.split("\t");
      const said = sides[Number(label) + 1] as Side;
      return [id, { said, confidence: confidence[sure as keyof typeof confidence] }];
    }),
  );
};
