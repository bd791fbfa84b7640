import { tokensOf } from "../src/label/tokens.ts";
import { spell } from "../src/model/spelling.ts";
import { toneSigns } from "../src/model/tone-signs.ts";
import { choose } from "./choose.ts";
import type { Features } from "./features.ts";
import { learn, type Settings, type Weights } from "./learn.ts";
import { learnPeaks, peaksOf } from "./learn-peaks.ts";
import { type Buckets, learnSpelling } from "./learn-spelling.ts";
import { isWritten, type Row } from "./rows.ts";
import { type Judged, meantFor } from "./temper.ts";

/** So many texts of a source and side are judged; their order in the data is a shuffled one. */
const mostJudged = 400;
/** Of known sources, every tenth text is kept back to be judged. */
const keptBack = 10;

/** Into so many groups sources are dealt for tempering: leaving out one after the other would take an hour. */
const groups = 6;

/** Every text read for both parts of the model. */
export interface Read {
  features: Features;
  buckets: Buckets;
}

interface Training {
  rows: readonly Row[];
  settings: Settings;
  onDone?: (sources: string[]) => void;
}

/** Real texts of the languages that confidence is fitted for. */
const isMeantFor = (row: Row): boolean => meantFor.has(row.language) && !isWritten(row);

/** Every source judged by a model that was trained on all others: what is to be expected where nothing was seen. */
export const leaveEachOut = (read: Read, training: Training): Judged[] =>
  leaveOut(
    read,
    sourcesOf(training.rows).map((source) => [source]),
    training,
  );

/** The same in less time: some sources are left out at once. */
export const leaveGroupsOut = (read: Read, training: Training): Judged[] => {
  const dealt = Object.values(Object.groupBy(sourcesOf(training.rows).entries(), ([at]) => at % groups));
  return leaveOut(
    read,
    dealt.map((group = []) => group.map(([, source]) => source)),
    training,
  );
};

const sourcesOf = (rows: readonly Row[]): string[] =>
  [...new Set(rows.filter(isMeantFor).map(({ source }) => source))].sort();

const leaveOut = (read: Read, groups: string[][], { rows, settings, onDone }: Training): Judged[] =>
  groups.flatMap((sources) => {
    const isLeftOut = (row: number) => sources.includes(rows[row]?.source ?? "");
    const judged = judgeFew(read, { rows, settings, isKnown: false, isLeftOut });
    onDone?.(sources);
    return judged;
  });

/** Texts of known sources judged by a model that was trained on other texts of theirs. */
export const leaveSomeOut = (read: Read, { rows, settings }: Training): Judged[] =>
  judgeFew(read, { rows, settings, isKnown: true, isLeftOut: (row) => row % keptBack === 0 });

const judgeFew = (
  { features, buckets }: Read,
  {
    rows,
    settings,
    isKnown,
    isLeftOut,
  }: Training & { isKnown: boolean; isLeftOut: (row: number) => boolean },
): Judged[] => {
  const use = Int32Array.from(rows.keys()).filter((row) => !isLeftOut(row));
  const chosen = choose(features, { rows, use, ...settings });
  const weights = learn(chosen, { rows, use, settings });
  const spelled = spell(learnSpelling(buckets, { rows, use, settings: settings.spelling }));
  const peaked = peaksOf(learnPeaks(chosen, { rows, use, settings: settings.peaks }), chosen);
  return fewOf(rows, isLeftOut).map((row) => {
    const { text } = rows[row] as Row;
    const judged = judgedOf(row, { rows, all: features, chosen, weights });
    return {
      ...judged,
      isKnown,
      sum: { ...judged.sum, spelled: spelled(text, tokensOf(text)), peaked: peaked(row) },
    };
  });
};

const fewOf = (rows: readonly Row[], isLeftOut: (row: number) => boolean): number[] => {
  const counts = new Map<string, number>();
  return [...rows.keys()].filter((at) => {
    const row = rows[at];
    if (!row || isWritten(row) || !isLeftOut(at)) return false;
    const key = `${row.source} ${row.side}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= mostJudged;
  });
};

const judgedOf = (
  at: number,
  { rows, all, chosen, weights }: { rows: readonly Row[]; all: Features; chosen: Features; weights: Weights },
): Omit<Judged, "sum" | "isKnown"> & { sum: Omit<Judged["sum"], "spelled" | "peaked"> } => {
  const from = chosen.starts[at] ?? 0;
  const mid = chosen.mids[at] ?? 0;
  const to = chosen.starts[at + 1] ?? 0;
  const known = to - from;
  const meanOf = (side: number, start: number, end: number): number => {
    let sum = 0;
    for (let place = start; place < end; place += 1)
      sum += weights.features[(chosen.numbers[place] ?? 0) * 3 + side] ?? 0;
    return sum / Math.sqrt(Math.max(1, end - start));
  };
  const logits = [0, 1, 2].map(
    (side) => meanOf(side, from, mid) + meanOf(side, mid, to) + (weights.bias[side] ?? 0),
  );
  for (let place = at * toneSigns.each; place < (at + 1) * toneSigns.each; place += 1)
    for (let side = 0; side < 3; side += 1)
      logits[side] = (logits[side] ?? 0) + (weights.tones[(all.signs[place] ?? 0) * 3 + side] ?? 0);
  const [negative = 0, neutral = 0, positive = 0] = logits;
  const row = rows[at] as Row;
  return {
    source: row.source,
    language: row.language,
    side: row.side,
    sum: {
      negative: negative - neutral,
      positive: positive - neutral,
      features: (all.starts[at + 1] ?? 0) - (all.starts[at] ?? 0),
      known,
      turned: all.turned[at] ?? 0,
    },
  };
};
