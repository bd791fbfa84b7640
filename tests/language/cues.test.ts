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
