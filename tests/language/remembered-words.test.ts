import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { tokensOf } from "@otklik/language/label/tokens";
import { openSentimentModel } from "@otklik/language/model/sentiment-model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const bytes = gunzipSync(
  readFileSync(new URL("../../packages/language/src/model/sentiment.bin.gz", import.meta.url)),
);

const words =
  "вкусно ужасный сервис супер курьерша опоздала nice awful staff never again ПЛОХО ооочень".split(" ");
const word = fc.constantFrom(...words);
const texts = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));

describe("the words that a model of sentiment remembers", () => {
  it("say the same as those for which there is no number left", () => {
    const model = openSentimentModel(bytes);
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokensOf(text);
        const unnumbered = tokens.map((token) => ({ ...token, number: -1 }));
        expect(model.judge(text, { tokens: unnumbered })).toEqual(model.judge(text, { tokens }));
      }),
    );
  });

  it("say the same when more of them come than it remembers", () => {
    const model = openSentimentModel(bytes);
    const perText = 30;
    // All capitals: such words are remembered by how they are written.
    const loud = words.map((word) => word.toUpperCase()).reverse();
    const textAt = (at: number) => {
      const rare = Array.from({ length: perText }, (_, one) => `Я${at * perText + one}Я`);
      return [...words, ...rare, ...loud].join(" ");
    };
    const texts = Array.from({ length: 700 }, (_, at) => textAt(at));
    const told = texts.map((text) => model.judge(text));
    // Some 20,000 are remembered: around there each is compared with what a model says that remembers nothing.
    for (let at = 660; at < 672; at += 1)
      expect(told[at]).toEqual(openSentimentModel(bytes).judge(texts[at] as string));
    expect(model.judge(texts[0] as string)).toEqual(told[0]);
  });
});
