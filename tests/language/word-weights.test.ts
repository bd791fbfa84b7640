import { peakReader } from "@otklik/language/model/peaks";
import { beside, slotOf, tableOf } from "@otklik/language/model/table";
import { judgingOf } from "@otklik/language/model/valence";
import { wordOf } from "@otklik/language/model/word";
import { column, wordWeights } from "@otklik/language/model/word-weights";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valencesOf } from "../../packages/language/train/valences.ts";

const known = ["вкусно", "ужасно", "супер", "очень", "не"];
const valences = valencesOf([
  { name: "", hash: "", words: [{ word: "вкусно", valence: { mood: 2, as: "q", company: 3, by: "m" } }] },
]);
const judgedAs = judgingOf(valences);
const features = known.flatMap((word, at) =>
  [...wordOf(word).features, ...wordOf(word, judgedAs).judged].map((hash, one) => ({
    hash,
    negative: at * 3 - one,
    positive: 5 - at,
  })),
);
const table = tableOf(features);
for (const { hash } of features) {
  const slot = slotOf(table, hash);
  table.numbers[slot + beside.peak] = 1 + (slot % 2);
}
const peaks = {
  units: 2,
  counts: Uint8Array.of(0, 1, 2),
  heights: Uint16Array.of(0 * 256 + 100, 0 * 256 + 40, 1 * 256 + 10),
  pulls: Float32Array.of(0.5, 0, 0, 1),
  bias: [-1, -2] as const,
};
const said = (
  weights: ReturnType<typeof wordWeights>,
  word: string,
  { number, isNegated = false }: { number: number; isNegated?: boolean },
) => {
  weights.begin();
  const row = weights.rowOf(`~${word}~`, { from: 1, to: 1 + word.length, number, isNegated });
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
    const weights = wordWeights({ table, peaks }, judgedAs);
    const fresh = (word: string, isNegated: boolean) =>
      said(wordWeights({ table, peaks }, judgedAs), word, { number: -1, isNegated });
    const alone = [false, true].map((isNegated) => words.map((word) => fresh(word, isNegated)));
    const met = fc.record({
      at: fc.nat(words.length - 1),
      isNumbered: fc.boolean(),
      isNegated: fc.boolean(),
    });
    fc.assert(
      fc.property(met, ({ at, isNumbered, isNegated }) => {
        const number = isNumbered ? at : -1;
        expect(said(weights, words[at] as string, { number, isNegated })).toEqual(
          alone[isNegated ? 1 : 0]?.[at],
        );
      }),
    );
  });

  it("leave out of a negated word how it was judged, and of no other word anything", () => {
    const weights = wordWeights({ table, peaks }, judgedAs);
    const knownOf = (word: string, isNegated: boolean) =>
      said(weights, word, { number: -1, isNegated }).pulls[2];
    expect(knownOf("вкусно", true)).toBe(2);
    expect(knownOf("вкусно", false)).toBe(2 + wordOf("вкусно", judgedAs).judged.length);
    expect(knownOf("ужасно", true)).toBe(knownOf("ужасно", false));
  });

  it("stay right when more words come than are remembered", () => {
    const weights = wordWeights({ table, peaks }, judgedAs);
    const before = said(weights, "вкусно", { number: 1 });
    for (let at = 0; at < 20_100; at += 1) said(weights, `с${at}`, { number: -1 });
    expect(said(weights, "вкусно", { number: 1 })).toEqual(before);
    expect(said(weights, "вкусно", { number: -1 })).toEqual(before);
  });
});
