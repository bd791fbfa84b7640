import { peakReader } from "@otklik/language/model/peaks";
import { tableOf } from "@otklik/language/model/table";
import { wordOf } from "@otklik/language/model/word";
import { column, wordWeights } from "@otklik/language/model/word-weights";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const known = ["вкусно", "ужасно", "супер", "очень", "не"];
const features = known.flatMap((word, at) =>
  wordOf(word).features.map((hash, one) => ({ hash, negative: at * 3 - one, positive: 5 - at })),
);
const table = tableOf(features);
const peaks = {
  units: 2,
  rows: new Uint16Array(table.marks.length).map((_, slot) => (table.marks[slot] === 0 ? 0 : 1 + (slot % 2))),
  counts: Uint8Array.of(0, 1, 2),
  heights: Uint16Array.of(0 * 256 + 100, 0 * 256 + 40, 1 * 256 + 10),
  pulls: Float32Array.of(0.5, 0, 0, 1),
  bias: [-1, -2] as const,
};
const said = (weights: ReturnType<typeof wordWeights>, word: string, number: number) => {
  weights.begin();
  const row = weights.rowOf(`~${word}~`, { from: 1, to: 1 + word.length, number });
  const of = (name: keyof typeof column) => weights.rows[row + column[name]] as number;
  const reader = peakReader(peaks);
  reader.begin();
  reader.takeAll(weights.heights, of("heightsFrom"), of("heightsTo"));
  return {
    pulls: [of("negative"), of("positive"), of("known")],
    parts: of("partsKnown"),
    hash: of("hash"),
    peaked: reader.sum(),
  };
};

describe("word weights", () => {
  it("are the same of a word with a number and without, however often it is met", () => {
    const words = [...known, "вкусна", "неизвестно", "table"];
    const weights = wordWeights({ table, peaks });
    const alone = words.map((word) => said(wordWeights({ table, peaks }), word, -1));
    const met = fc.record({ at: fc.nat(words.length - 1), isNumbered: fc.boolean() });
    fc.assert(
      fc.property(met, ({ at, isNumbered }) => {
        expect(said(weights, words[at] as string, isNumbered ? at : -1)).toEqual(alone[at]);
      }),
    );
  });

  it("stay right when more words come than are remembered", () => {
    const weights = wordWeights({ table, peaks });
    const before = said(weights, "вкусно", 1);
    for (let at = 0; at < 20_100; at += 1) said(weights, `с${at}`, -1);
    expect(said(weights, "вкусно", 1)).toEqual(before);
    expect(said(weights, "вкусно", -1)).toEqual(before);
  });
});
