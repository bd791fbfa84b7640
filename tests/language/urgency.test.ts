import { join } from "node:path";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { signalGroups } from "@otklik/language/label/signal";
import { beforeAll, describe, expect, it } from "vitest";
import { shippedSignals } from "../../packages/language/src/model/shipped.ts";
import { measureSignals } from "../../packages/language/train/measure-signals.ts";
import { readCases } from "../../packages/language/train/signal-cases.ts";
import { casesOf, type Finding, type Score, scoreOf, told } from "./cases.ts";

const urgencies: Finding = ({ urgency }) => urgency.map(({ reason, words }) => ({ kind: reason, words }));

const trainedOn = readCases(join(import.meta.dirname, "../../packages/language/train/signals")).filter(
  ({ asked }) => asked.includes("urgency"),
);

/**
 * Three writers' sealed cases, who knew nothing of the model; nobody who works on it has read them. At first sight 0.93,
 * 0.83 and 0.89 of them were found, and 0.15, 0.12 and 0.10 of the near-misses taken; then it learned from more sentences of
 * others. The bar is 0.95 found; of near-misses, which share the words of the urgent, 0.05 is aimed at. These hold what is
 * reached.
 */
const sealed = [
  { cases: "urgency/sealed", found: 0.95, taken: 0.14 },
  { cases: "urgency/sealed-2", found: 0.95, taken: 0.15 },
  { cases: "urgency/sealed-3", found: 0.94, taken: 0.18 },
];

describe.each(sealed)("urgency in sentences that nobody looked at, $cases", ({ cases, found, taken }) => {
  let score: Score;
  beforeAll(async () => {
    score = await scoreOf(casesOf(cases), urgencies);
    process.stdout.write(told(cases, score));
  });

  it(`is found in ${100 * found} of 100`, () => {
    expect(score.recall).toBeGreaterThanOrEqual(found);
  });

  it(`is seen in ${100 * taken} near-misses of 100 at most`, () => {
    expect(score.mistaken).toBeLessThanOrEqual(taken);
  });
});

// No measure of how right it is: of what it was trained on a model must know nearly all. docs/labels.md tells how well it
// does on files that were left out.
describe("urgency in the sentences that it was trained on", () => {
  it("is known in 95 of 100, and taken for it are 5 near-misses of 100 at most", () => {
    const { found, taken } = measureSignals(shippedSignals(), {
      group: "urgency",
      cases: trainedOn.flatMap(({ cases }) => cases),
    });
    expect(found).toBeGreaterThanOrEqual(0.95);
    expect(taken).toBeLessThanOrEqual(0.05);
  });
});

describe("the cases of urgency", () => {
  it("are many of each reason, in both languages, and as many near-misses", () => {
    const lines = trainedOn.flatMap(({ cases }) => cases);
    const near = lines.filter(({ signals }) => signals.length === 0);
    expect(near.length / lines.length).toBeGreaterThan(0.4);
    const russian = lines.filter(({ text }) => /[а-я]/iu.test(text));
    expect(russian.length / lines.length).toBeGreaterThan(0.4);
    const counts = signalGroups.urgency.map(
      (signal) => lines.filter(({ signals }) => signals.includes(signal)).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(250);
  });
});

const reasons = async (text: string, stars?: number): Promise<string[]> => {
  const rating = stars === undefined ? {} : { rating: { stars, outOf: 5 } };
  const [outcome] = await embeddedLabeler().label([{ kind: "review", text, ...rating }], {
    workspaceId: "w",
  });
  return outcome && "label" in outcome ? outcome.label.urgency.map(({ reason }) => reason) : ["failed"];
};

describe("what is not urgent", () => {
  it.each([
    ["a remedy's name", "Мазь от ожогов, купили две."],
    ["a cure", "Сыпь прошла за два дня."],
    ["a fear that did not come true", "Боялась аллергии, но оказалось зря."],
    ["a question before anything happened", "Есть ли риск аллергии?"],
    ["another place", "В прошлой клинике занесли инфекцию, теперь лечусь тут."],
    ["a story", "Роман про мошенников и украденные бриллианты."],
    ["an idiom", "Убийственно вкусно, взрыв вкуса!"],
    ["what was put right", "Деньги списали дважды, сразу вернули деньги."],
    ["coming to us", "Ушла к вам от прежнего банка и не жалею, к конкурентам ни ногой."],
  ])("is %s", async (_, text) => {
    expect(await reasons(text)).toEqual([]);
  });

  it("is praise around a doubtful word", async () => {
    expect(await reasons("Обожаю ваш чай, вкусно и ароматно, инфекции обходят стороной!")).toEqual([]);
  });

  it("is the praise of one field beside what another field tells", async () => {
    const [outcome] = await embeddedLabeler().label(
      [
        {
          kind: "review",
          text: "",
          pros: "Ни сыпи, ни ожогов, ни отёка",
          cons: "От крема по лицу пошла сыпь",
        },
      ],
      { workspaceId: "w" },
    );
    const evidence = outcome && "label" in outcome ? outcome.label.evidence : [];
    const told = evidence.filter(({ of }) => of.startsWith("urgency."));
    expect(told.map((one) => [one.of, one.in])).toEqual([["urgency.health", "cons"]]);
  });

  it("is not the number of stars", async () => {
    expect(await reasons("Вкусно, но ночью всех рвало.", 5)).toEqual(["health"]);
  });

  it("is doubtful urgency under many stars", async () => {
    const doubtful = "Молоко больше не покупаем дважды";
    expect(await reasons(doubtful)).not.toEqual([]);
    expect(await reasons(doubtful, 1)).not.toEqual([]);
    expect(await reasons(doubtful, 5)).toEqual([]);
  });

  it("is not praise before a but", async () => {
    expect(await reasons("Отличный чайник, обожаю, но вчера он загорелся.")).toEqual(["health"]);
  });

  it("is not a cure that failed", async () => {
    expect(await reasons("Пошла сыпь, ничего не помогает.")).toEqual(["health"]);
  });
});
