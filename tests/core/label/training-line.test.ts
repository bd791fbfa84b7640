import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { correctLabel } from "@otklik/core/label/correct";
import type { Label } from "@otklik/core/label/label";
import { plainWords } from "@otklik/core/label/plain-words";
import { partsLine, trainingHead, trainingLine } from "@otklik/core/label/training-line";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../../packages/language/train/rows.ts";
import { correction, modelsLabel } from "../../support/corrections.ts";
import { label, mention, noon } from "../../support/mentions.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const anna = { by: "anna@example.com", at: noon };
const corrected = (change: Parameters<typeof correctLabel>[1], model: Label = label()): Label =>
  correctLabel(model, change, anna);

describe("a line of training data", () => {
  it.each([
    ["negative", "-1"],
    ["neutral", "0"],
    ["mixed", "0"],
    ["positive", "1"],
  ] as const)("gives what a person called %s the side %s", (sentiment, side) => {
    const guess = label(sentiment === "positive" ? "negative" : "positive");
    const line = trainingLine({ mention: mention(), label: corrected({ sentiment }, guess) });
    expect(line?.split("\t")).toEqual([mention().id, "ru", "own-wildberries", side, "5", "Крем хороший"]);
  });

  it("holds all that the customer wrote, on one line", () => {
    const written = mention({ title: "Итог:", text: "пришёл\tпоздно\n", pros: "запах", cons: "цена" });
    const line = trainingLine({ mention: written, label: corrected({ sentiment: "mixed" }) });
    expect(line?.split("\t").at(-1)).toBe("Итог: пришёл поздно запах цена");
  });

  it.each([
    [{ stars: 4, outOf: 5 }, "4"],
    [{ stars: 7, outOf: 10 }, "7/10"],
    [undefined, ""],
  ])("tells the stars as the data does: %j", (rating, told) => {
    const line = trainingLine({ mention: mention({ rating }), label: corrected({ sentiment: "mixed" }) });
    expect(line?.split("\t")[4]).toBe(told);
  });

  it("is made of no word that is the model's own, and of no mention without words", () => {
    expect(trainingLine({ mention: mention(), label: label() })).toBeNull();
    expect(trainingLine({ mention: mention(), label: corrected({ topics: ["staff"] }) })).toBeNull();
    const starsAlone = mention({ text: " " });
    expect(trainingLine({ mention: starsAlone, label: corrected({ sentiment: "mixed" }) })).toBeNull();
  });

  it("is read by what trains the model, whatever the customer wrote", () => {
    const folder = temporaryFolder();
    const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((given) => given.trim() !== "");
    const lines = fc
      .sample(text, { numRuns: 200, seed: 7 })
      .map((given) =>
        trainingLine({ mention: mention({ text: given }), label: corrected({ sentiment: "mixed" }) }),
      )
      .filter((line) => line !== null);
    writeFileSync(join(folder, "own.tsv"), `${[trainingHead, ...lines].join("\n")}\n`);
    const [file] = readFolder(folder);
    expect(lines.length).toBeGreaterThan(150);
    expect(file?.rows).toHaveLength(lines.length);
    expect(file?.rows.every(({ language, side }) => language === "ru" && side === 1)).toBe(true);
    expect(file?.rows.map((row) => row.text)).toEqual(lines.map((line) => line.split("\t").at(-1)));
  });
});

describe("a line of corrected parts", () => {
  it("tells each part that a person spoke of, beside the model's word, and names nobody", () => {
    const model = label("positive", { topics: ["price"], wish: "question" });
    const line = partsLine({
      mention: mention(),
      label: corrected({ topics: ["staff"], wish: null }, model),
    });
    expect(JSON.parse(line ?? "")).toEqual({
      id: mention().id,
      lang: "ru",
      source: "own-wildberries",
      rating: "5",
      text: "Крем хороший",
      said: { topics: ["staff"], wish: null },
      model: "test",
      was: { topics: ["price"], wish: "question" },
    });
    expect(line).not.toContain("anna");
  });

  it("is made of any correction and of nothing else", () => {
    fc.assert(
      fc.property(modelsLabel, correction, (model, change) => {
        const said = corrected(change, model);
        const line = partsLine({ mention: mention(), label: said });
        expect(line === null).toBe(said.corrected === undefined);
      }),
    );
  });
});

describe("the words that leave the inbox", () => {
  it.each([
    ["пишите на zoya@example.com, жду", "пишите на ••• жду"],
    ["фото на https://example.com/a?b=1 тут", "фото на ••• тут"],
    ["звоните 8 (900) 000-00-00!", "звоните •••!"],
    ["я @zoya_primer там", "я ••• там"],
    ["заказ 12345, 500 рублей", "заказ 12345, 500 рублей"],
  ])("hold no contact, though no label told of one: %s", (text, left) => {
    expect(plainWords(mention({ text }), label())).toBe(left);
  });

  it("hold none that the label tells of, in whatever field", () => {
    const contacts: Label["contacts"] = [{ in: "cons", from: 4, to: 12, is: "handle" }];
    expect(plainWords(mention({ cons: "это zoyka_90" }), label("neutral", { contacts }))).toBe(
      "Крем хороший это •••",
    );
  });

  it("do not tell the author's name, however it is signed", () => {
    const signed = mention({
      author: { name: "Зоя П. Примерова" },
      text: "Ваша зоя, Примерова. П. С. Зоянка",
    });
    expect(plainWords(signed, label())).toBe("Ваша •••, •••. П. С. Зоянка");
  });

  it("are cut at the length of the training data, and never within a letter", () => {
    const long = plainWords(mention({ text: "😀".repeat(2000) }), label());
    expect([...long]).toHaveLength(1500);
    expect(long.isWellFormed()).toBe(true);
  });

  it("are found in no time in a text without any space", () => {
    expect(plainWords(mention({ text: "a".repeat(30_000) }), label())).toHaveLength(1500);
    expect(plainWords(mention({ text: `${"1-".repeat(15_000)}@` }), label()).length).toBeGreaterThan(0);
  });
});
