import type { Label } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { describe, expect, it } from "vitest";

const labelOf = async (text: string, more: Partial<Labelled> = {}): Promise<Label> => {
  const [outcome] = await embeddedLabeler().label([{ kind: "review", text, ...more }], {
    workspaceId: "test",
  });
  if (!outcome || !("label" in outcome)) throw new Error("No label.");
  return outcome.label;
};
const fiveStars = { rating: { stars: 5, outOf: 5 } };
const reasons = async (text: string, more: Partial<Labelled> = {}) =>
  (await labelOf(text, more)).urgency.map(({ reason }) => reason);

describe("what takes a reason of urgency away", () => {
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

  it("is not the number of stars", async () => {
    expect(await reasons("Вкусно, но ночью всех рвало.", fiveStars)).toEqual(["health"]);
  });

  it("is not praise before a but", async () => {
    expect(await reasons("Отличный чайник, обожаю, но вчера он загорелся.")).toEqual(["health"]);
  });

  it("is not a cure that failed", async () => {
    expect(await reasons("Пошла сыпь, ничего не помогает.")).toEqual(["health"]);
  });
});

describe("evidence of flags and wishes", () => {
  const words = async (text: string, of: string) =>
    (await labelOf(text)).evidence.filter((one) => one.of === of).map(({ from, to }) => text.slice(from, to));

  it.each([
    ["flag.insult", "Кассир хам, полные идиоты работают.", "идиоты"],
    ["flag.spam", "Кредит без отказа, звоните", "Кредит без отказа"],
    ["flag.fake", "Отзыв куплен, не верьте", "Отзыв куплен"],
    ["flag.competitor", "Лучше сходите в пекарню напротив", "Лучше сходите"],
    ["wish.question", "Вкусно. А вы открыты в субботу?", "А вы открыты в субботу"],
    ["wish.request", "Прошу вас перезвонить.", "Прошу вас"],
  ])("of %s in: %s", async (of, text, evidence) => {
    expect(await words(text, of)).toContain(evidence);
  });

  it("tells a review that repeats itself from one that does not", async () => {
    const once = "Отличный товар, всем рекомендую.";
    expect((await labelOf(`${once} ${once}`)).flags).toEqual(["fake"]);
    expect((await labelOf(once)).flags).toEqual([]);
  });

  it("hears no question in an outcry", async () => {
    expect((await labelOf("Сколько можно ждать?!")).wish).toBeUndefined();
  });
});
