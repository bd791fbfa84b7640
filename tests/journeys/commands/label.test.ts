import type { LabelOutcome } from "@otklik/core/label/labeler";
import { describe, expect, it } from "vitest";
import { type Ended, otklik } from "../../support/command.ts";
import { triedIn } from "../../support/commands-tried.ts";

const { folder, written, environmentOf, runAlone: run } = triedIn();

describe("label", () => {
  const sentiments = (ended: Ended) =>
    ended.lines<LabelOutcome>().map((line) => ("label" in line ? line.label.sentiment.is : line.failed));

  it("reads texts from its input, and answers for each line by its number, in their order", async () => {
    const input = "\uFEFFОтличный крем, спасибо\r\n\r\nПришёл разбитый флакон, ужас\r\n";
    const ended = await otklik(["label", "-"], { environment: environmentOf("alone"), input });
    expect([ended.code, ended.told]).toEqual([0, ""]);
    expect(sentiments(ended)).toEqual(["positive", "neutral", "negative"]);
    expect(ended.lines<{ n: number }>().map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it("reads JSON lines from a file, and names the one that is no mention", async () => {
    const lines = [
      '{"text":"Пришёл","rating":{"stars":1,"outOf":5}}',
      '{"text":5}',
      '{"text":"","pros":"Отличный запах, нежный","kind":"review"}',
    ];
    const ended = await run("label", written("lines.jsonl", lines.join("\n")));
    expect(sentiments(ended)).toEqual(["negative", expect.stringMatching(/^line 2: text: /), "positive"]);
    expect([ended.code, ended.told]).toEqual([0, "1 without a label: line 2\n"]);
  });

  it("draws a table for a person", async () => {
    const ended = await run("label", written("texts.txt", "Отличный крем, спасибо\n"), "--format", "table");
    expect(ended.out).toMatch(/^line +sentiment .*\n1 +positive +\d+ %.* Отличный крем, спасибо\n$/);
  });

  it.concurrent.each([["нет.txt"], [folder]])("of %s says that there is no such file", async (path) => {
    const ended = await run("label", path);
    expect([ended.code, ended.told]).toEqual([1, `There is no file ${path}.\n`]);
  });
});
