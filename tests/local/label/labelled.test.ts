import { unlabelled } from "@otklik/core/label/label";
import { type LineTools, labelledLines } from "@otklik/local/commands/label/labelled";
import type { InputLine } from "@otklik/local/commands/label/lines";
import { lineReader } from "@otklik/local/commands/label/reading";
import { tableFailed, tableRow } from "@otklik/local/commands/label/table";
import { describe, expect, it } from "vitest";

/** Says the text back as its language, and refuses one that asks for it; remembers how many it was given at a time. */
const echo =
  (asked: number[] = []): LineTools["label"] =>
  async (mentions) => {
    asked.push(mentions.length);
    return mentions.map(({ text }) =>
      text === "молчи" ? { failed: "echo is silent" } : { label: { ...unlabelled, language: text } },
    );
  };
async function* blocksOf(...blocks: string[][]): AsyncGenerator<InputLine[]> {
  let n = 0;
  for (const block of blocks) yield block.map((text) => ({ n: ++n, text }));
}
const outcomesOf = async (blocks: AsyncIterable<InputLine[]>, label = echo()) =>
  Array.fromAsync(labelledLines(blocks, { read: lineReader({}), label }));
const said = (n: number, language: string) =>
  expect.objectContaining({ n, label: expect.objectContaining({ language }) });

describe("the labels of lines", () => {
  it("stand under their lines' numbers, the failed ones between the others", async () => {
    const lines = ['{"text":"раз"}', "{", '{"text":"молчи"}', "", '{"text":"пять"}'];
    expect(await outcomesOf(blocksOf(lines))).toEqual([
      said(1, "раз"),
      { n: 2, failed: "line 2: is no JSON" },
      expect.objectContaining({ n: 3, failed: "echo is silent" }),
      said(4, ""),
      said(5, "пять"),
    ]);
  });

  it("keep the id of their lines", async () => {
    expect(await outcomesOf(blocksOf(['{"id":"a7","text":"раз"}']))).toEqual([
      expect.objectContaining({ n: 1, id: "a7" }),
    ]);
  });

  it("begin after a header, with the number of their own line", async () => {
    expect(await outcomesOf(blocksOf(["text", "раз"], ["два"]))).toEqual([said(2, "раз"), said(3, "два")]);
  });

  it("are asked for twenty at a time, and no more than have arrived", async () => {
    const asked: number[] = [];
    const many = Array.from({ length: 45 }, (_, at) => `текст ${at}`);
    await outcomesOf(blocksOf(many, ["ещё"]), echo(asked));
    expect(asked).toEqual([20, 20, 5, 1]);
  });
});

describe("a label in a table", () => {
  const label = { ...unlabelled, topics: ["price" as const] };

  it("says when it is unsure", () => {
    const sure = { ...label, sentiment: { is: "positive" as const, confidence: 0.9 } };
    const unsure = { ...label, sentiment: { is: "positive" as const, confidence: 0.4 } };
    expect(tableRow(1, sure, { kind: "review", text: "Ок" })).toMatch(
      /^1 +positive +90 % +neutral +price +Ок$/,
    );
    expect(tableRow(1, unsure, { kind: "review", text: "Ок" })).toMatch(/^1 +positive\? +40 %/);
  });

  it("keeps to one line, whatever was written", () => {
    const mention = { kind: "review" as const, text: `раз\nдва ${"ы".repeat(100)}`, pros: "плюс" };
    expect(tableRow(1, label, mention)).toMatch(/ {2}раз два ы+…$/);
  });

  it("tells of a line that could not be read", () => {
    expect(tableFailed(12, "line 12: is no JSON")).toBe("12      line 12: is no JSON");
  });
});
