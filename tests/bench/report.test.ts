import { unlabelled } from "@otklik/core/label/label";
import type { Labeler, Labelled } from "@otklik/core/label/labeler";
import { describe, expect, it } from "vitest";
import { missesOf } from "../../bench/evaluate/bars.ts";
import { labelsOf } from "../../bench/evaluate/judge.ts";
import type { Peer } from "../../bench/evaluate/peers.ts";
import { reportOf } from "../../bench/evaluate/report.ts";
import type { Row } from "../../bench/evaluate/rows.ts";
import { scoreOf } from "../../bench/evaluate/score.ts";
import { asMarkdown, asText } from "../../bench/evaluate/table.ts";

/** Says what the text says of itself, and with stars that it is positive. */
const honest: Labeler = {
  name: "honest-1",
  label: async (mentions) =>
    mentions.map(({ text, rating }: Labelled) => ({
      label: {
        ...unlabelled,
        sentiment: { is: rating ? "positive" : (text as "negative" | "mixed"), confidence: 0.8 },
      },
    })),
};
const cheerful = (language: string): Peer => ({ name: "cheerful", language, how: "", say: () => "positive" });
const row = (language: string, text: string, more: Partial<Row> = {}): Row => ({
  id: "a",
  language,
  source: `${language}_shop`,
  is: text === "mixed" ? "neutral" : "negative",
  text,
  ...more,
});
const rows = [
  row("ru", "negative"),
  row("ru", "negative", { rating: { stars: 1, outOf: 5 } }),
  row("en", "mixed", { source: "en_tweets" }),
  row("de", "negative"),
];
const report = await reportOf(rows, {
  labeler: honest,
  labels: await labelsOf(honest, rows, { stars: false }),
  peers: [cheerful("ru"), cheerful("en")],
  social: new Set(["en_tweets"]),
});
const linesOf = (groups: typeof report.slices) =>
  groups.map(({ name, lines }) => [
    name,
    lines.map(({ labeler, score }) => [labeler, score.texts, score.accuracy]),
  ]);

describe("a report", () => {
  it("has a group for each slice, with the peers that read all of it, on the same texts", () => {
    expect(linesOf(report.slices)).toEqual([
      [
        "ru reviews",
        [
          ["honest-1", 2, 1],
          ["honest-1, the rated alone", 1, 1],
          ["honest-1 with stars", 1, 0],
          ["cheerful", 2, 0],
        ],
      ],
      [
        "en social",
        [
          ["honest-1", 1, 1],
          ["cheerful", 1, 0],
        ],
      ],
      ["other", [["honest-1", 1, 1]]],
    ]);
  });

  it("has a group for each language and each source", () => {
    expect(report.languages.map(({ name }) => name)).toEqual(["de", "en", "ru"]);
    expect(report.sources.map(({ name }) => name)).toEqual(["de_shop", "en_tweets", "ru_shop"]);
  });

  it("does not pass over a text without a label", async () => {
    const silent: Labeler = { name: "silent", label: async () => [{ failed: "no words" }] };
    await expect(labelsOf(silent, rows, { stars: false })).rejects.toThrow(
      "silent gave no label for a: no words",
    );
  });
});

describe("a table", () => {
  it("says of each labeler all that was measured, in percent", () => {
    const [, , first] = asMarkdown(report.slices).split("\n");
    expect(first).toBe(
      "| ru reviews | honest-1 | 2 | 100.0 | 100.0 | 20.0 | 0.0 | 100.0 | 100.0 | 2/0/0 | 0/0/0 | 0/0/0 |",
    );
  });

  it("says nothing where there is nothing to say", () => {
    expect(asMarkdown(report.slices)).toContain(
      "|  | cheerful | 2 | 0.0 | 0.0 | – | 100.0 | – | – | 0/0/2 |",
    );
  });

  it("stands in columns for a terminal", () => {
    const lines = asText(report.slices).split("\n");
    expect(lines).toHaveLength(8);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});

describe("the bars", () => {
  const reached = scoreOf([
    { is: "negative", said: "negative", confidence: 0.9 },
    { is: "neutral", said: "neutral", confidence: 0.9 },
    { is: "positive", said: "positive", confidence: 0.9 },
  ]);

  it("are not missed by whoever is right", () => {
    expect(missesOf("ru reviews", reached)).toEqual([]);
  });

  it("are missed one by one", () => {
    const low = { ...reached, macroF1: 0.641, flips: 0.0613, confident: { coverage: 0.3, accuracy: 0.8 } };
    expect(missesOf("en social", low)).toEqual([
      expect.stringContaining("macro-F1 64.1 (bar 65)"),
      expect.stringContaining("flips 6.1"),
      expect.stringContaining("covers 30 "),
      expect.stringContaining("right in 80 of 100"),
    ]);
  });

  it("are missed by whoever is confident of nothing", () => {
    const never = { ...reached, confident: { coverage: 0, accuracy: Number.NaN } };
    expect(missesOf("ru social", never)).toHaveLength(2);
  });
});
