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
describe("evidence of flags and wishes", () => {
  const words = async (text: string, of: string) =>
    (await labelOf(text)).evidence.filter((one) => one.of === of).map(({ from, to }) => text.slice(from, to));

  it.each([
    ["flag.insult", "Кассир хам, полные идиоты работают.", "идиоты"],
    ["flag.spam", "Вкусно. Кредит без отказа, звоните", "Кредит без отказа"],
    ["flag.fake", "Красиво. Отзыв куплен, не верьте", "Отзыв куплен"],
    ["flag.competitor", "Кисло. Лучше сходите в пекарню напротив", "сходите"],
    ["wish.question", "Вкусно. А вы открыты в субботу?", "открыты в субботу"],
    ["wish.request", "Вкусно. Прошу вас перезвонить.", "Прошу"],
  ])("of %s in: %s", async (of, text, telling) => {
    const [shown, ...others] = await words(text, of);
    expect(others).toEqual([]);
    // A stretch of the telling sentence, longer or shorter than what a person would underline.
    const sentence = text.split(/(?<=\.) /).find((one) => one.includes(telling));
    expect(sentence).toContain(shown);
    expect(overlap(shown ?? "", telling)).toBeGreaterThan(0);
  });

  const overlap = (one: string, other: string): number => {
    const words = new Set(other.toLowerCase().split(/[ ,.?]+/));
    return one
      .toLowerCase()
      .split(/[ ,.?]+/)
      .filter((word) => words.has(word)).length;
  };

  it("tells a review that repeats itself from one that does not", async () => {
    const once = "Отличный товар, всем рекомендую.";
    expect((await labelOf(`${once} ${once}`)).flags).toEqual(["fake"]);
    expect((await labelOf(once)).flags).toEqual([]);
  });

  it("hears no question in an outcry", async () => {
    expect((await labelOf("Сколько можно ждать?!")).wish).toBeUndefined();
  });
});
