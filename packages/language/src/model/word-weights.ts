import { mostNumbered } from "../label/word-numbers.ts";
import type { Learned } from "./file.ts";
import { togetherOf } from "./peaks.ts";
import { beside, negativeIn, positiveIn, slotOf } from "./table.ts";
import type { Judging } from "./valence.ts";
import { roles, wordOf } from "./word.ts";

/** Where each of a word's numbers stands in its row. Pulls are in steps of the table. */
export const column = {
  negative: 0,
  positive: 1,
  /** How many of its features are known. */
  known: 2,
  /** The same three of the parts that stand for a word that is not known. */
  partsNegative: 3,
  partsPositive: 4,
  partsKnown: 5,
  /** How many features were looked up for both. */
  sought: 6,
  /** As in `Word`. */
  hash: 7,
  /** Its place in `roles`. */
  role: 8,
  /** Where its heights begin and end among all. */
  heightsFrom: 9,
  heightsTo: 10,
  /** As in `Word`. */
  lean: 11,
  goesOn: 12,
} as const;
const columns = 16;

/** So many words are remembered by how they are written. */
const mostWritten = 20_000;
/** One text has fewer words that are read. */
const mostOfText = 1_000;

/** What words add to a text, a row of numbers for each, and the rows side by side. */
export interface WordWeights {
  rows: Int32Array;
  /** How much the words stir the units of the peaks, one behind the other. */
  heights: Uint16Array;
  /** To be called before each text: where there is little room left, all words are forgotten. */
  begin(): void;
  /** Where the row of a word begins, which is another where it is negated: by its number, where it has one and nothing is peculiar about how it is written. It stays so until `begin` is called. */
  rowOf(text: string, at: { from: number; to: number; number: number; isNegated: boolean }): number;
}

/** Words are weighed once and remembered, within bounds, since a few thousand of them make up most texts. */
export const wordWeights = (
  { table, peaks }: Pick<Learned, "table" | "peaks">,
  judgedAs: Judging,
): WordWeights => {
  const isWeighed = new Uint8Array(mostNumbered * 2);
  const rowsOfWritten = [new Map<string, number>(), new Map<string, number>()] as const;
  let writtenCount = 0;
  const together = togetherOf(peaks);
  let heightCount = 0;

  /** Adds a feature to the row from a column on; returns its row among the peaks, 0 where it has none. */
  const addFeature = (row: number, hash: number): number => {
    const slot = slotOf(table, hash);
    if (slot < 0) return 0;
    const { rows } = weights;
    const pulls = table.numbers[slot + beside.pulls] as number;
    rows[row] = (rows[row] as number) + negativeIn(pulls);
    rows[row + 1] = (rows[row + 1] as number) + positiveIn(pulls);
    rows[row + 2] = (rows[row + 2] as number) + 1;
    return table.numbers[slot + beside.peak] as number;
  };
  const keepHeights = (stirred: readonly number[]): void => {
    if (heightCount + stirred.length > weights.heights.length) {
      const more = new Uint16Array(weights.heights.length * 2);
      more.set(weights.heights);
      weights.heights = more;
    }
    weights.heights.set(stirred, heightCount);
    heightCount += stirred.length;
  };
  const weigh = (written: string, row: number, isNegated: boolean): void => {
    const { rows } = weights;
    const word = wordOf(written, judgedAs);
    const pieces = slotOf(table, word.hash) < 0 ? word.pieces : [];
    rows.fill(0, row, row + columns);
    const features = isNegated ? word.features : [...word.features, ...word.judged];
    const stirring = features
      .map((hash) => addFeature(row + column.negative, hash))
      .filter((peak) => peak > 0);
    for (const hash of pieces) addFeature(row + column.partsNegative, hash);
    rows[row + column.sought] = features.length + pieces.length;
    rows[row + column.hash] = word.hash;
    rows[row + column.role] = roles.indexOf(word.role);
    rows[row + column.lean] = word.lean;
    rows[row + column.goesOn] = word.goesOn ? 1 : 0;
    rows[row + column.heightsFrom] = heightCount;
    keepHeights(together(stirring));
    rows[row + column.heightsTo] = heightCount;
  };
  const rowOfWritten = (written: string, isNegated: boolean): number => {
    const rowsOf = rowsOfWritten[isNegated ? 1 : 0];
    const there = rowsOf.get(written);
    if (there !== undefined) return there;
    const row = (mostNumbered * 2 + writtenCount) * columns;
    writtenCount += 1;
    rowsOf.set(written, row);
    weigh(written, row, isNegated);
    return row;
  };
  const weights: WordWeights = {
    rows: new Int32Array((mostNumbered * 2 + mostWritten) * columns),
    heights: new Uint16Array(1 << 16),
    begin() {
      if (writtenCount < mostWritten - mostOfText) return;
      for (const rowsOf of rowsOfWritten) rowsOf.clear();
      writtenCount = 0;
      isWeighed.fill(0);
      heightCount = 0;
    },
    rowOf(text, { from, to, number, isNegated }) {
      if (number < 0) return rowOfWritten(text.slice(from, to), isNegated);
      const numbered = number * 2 + (isNegated ? 1 : 0);
      const row = numbered * columns;
      if (isWeighed[numbered] === 0) {
        isWeighed[numbered] = 1;
        weigh(text.slice(from, to), row, isNegated);
      }
      return row;
    },
  };
  return weights;
};
