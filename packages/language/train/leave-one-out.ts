import { toneSigns } from "../src/model/tone-signs.ts";
import { choose } from "./choose.ts";
import type { Features } from "./features.ts";
import { learn, type Settings, type Weights } from "./learn.ts";
import type { Row } from "./rows.ts";
import type { Judged } from "./temper.ts";

/** So many texts of a source and side are judged; their order in the data is a shuffled one. */
const mostJudged = 400;

/** Every source judged by a model that was trained on all others: what is to be expected where nothing was seen. */
export const leaveEachOut = (
  features: Features,
  { rows, settings, only, alsoOut, onDone }: LeaveOut,
): Judged[] => {
  const sources = [...new Set(rows.map(({ source }) => source))].sort();
  return sources
    .filter((source) => !only || only.includes(source))
    .flatMap((source) => {
      const use = Int32Array.from(rows.keys()).filter(
        (row) => rows[row]?.source !== source && !alsoOut?.(rows[row]?.source ?? ""),
      );
      const judged = judgeWith(features, { rows, settings, use, test: fewOf(source, rows) });
      onDone?.(source);
      return judged;
    });
};
interface LeaveOut {
  rows: readonly Row[];
  settings: Settings;
  only?: string[];
  alsoOut?: (s: string) => boolean;
  onDone?: (source: string) => void;
}

export const judgeWith = (
  features: Features,
  {
    rows,
    settings,
    use,
    test,
  }: { rows: readonly Row[]; settings: Settings; use: Int32Array; test: number[] },
): Judged[] => {
  const chosen = choose(features, { rows, use, ...settings });
  const weights = learn(chosen, { rows, use, settings });
  return test.map((row) => judgedOf(row, { rows, all: features, chosen, weights }));
};

const fewOf = (source: string, rows: readonly Row[]): number[] => {
  const counts = [0, 0, 0];
  const few: number[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.source !== source || (counts[row.side] ?? 0) >= mostJudged) continue;
    counts[row.side] = (counts[row.side] ?? 0) + 1;
    few.push(at);
  }
  return few;
};

const judgedOf = (
  at: number,
  { rows, all, chosen, weights }: { rows: readonly Row[]; all: Features; chosen: Features; weights: Weights },
): Judged => {
  const from = chosen.starts[at] ?? 0;
  const known = (chosen.starts[at + 1] ?? 0) - from;
  const pulls = [0, 0, 0];
  for (let place = from; place < from + known; place += 1)
    for (let side = 0; side < 3; side += 1)
      pulls[side] = (pulls[side] ?? 0) + (weights.features[(chosen.numbers[place] ?? 0) * 3 + side] ?? 0);
  const logits = pulls.map((pull, side) => pull / Math.sqrt(Math.max(1, known)) + (weights.bias[side] ?? 0));
  for (let place = at * toneSigns.each; place < (at + 1) * toneSigns.each; place += 1)
    for (let side = 0; side < 3; side += 1)
      logits[side] = (logits[side] ?? 0) + (weights.tones[(all.signs[place] ?? 0) * 3 + side] ?? 0);
  const [negative = 0, neutral = 0, positive = 0] = logits;
  const row = rows[at] as Row;
  return {
    source: row.source,
    side: row.side,
    weight: 1,
    sum: {
      negative: negative - neutral,
      positive: positive - neutral,
      features: (all.starts[at + 1] ?? 0) - (all.starts[at] ?? 0),
      known,
    },
  };
};
