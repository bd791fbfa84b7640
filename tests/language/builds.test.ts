import { buildAt } from "@otklik/language/label/builds";
import { builds } from "@otklik/language/label/meanings/index";
import { tokensOf } from "@otklik/language/label/tokens";
import { describe, expect, it } from "vitest";

const names = new Map(Object.entries(builds).map(([name, number]) => [number, name]));
const buildsIn = (text: string): string[] => {
  const tokens = tokensOf(text);
  return tokens.map((_, place) => names.get(buildAt(tokens, place)) ?? "").filter((name) => name !== "");
};

describe("the build of a sentence", () => {
  it.each([
    ["asks with a mark", "А в субботу?", ["asks"]],
    ["cries", "Какая прелесть!", ["cries"]],
    ["cries out rather than asks", "Сколько можно ждать?!", ["outcry"]],
    ["orders", "Верните деньги", ["order"]],
    ["orders after praise", "Lovely app. Please add a dark mode", ["order"]],
    ["orders nobody where buyers are told what to take", "Берите на размер больше", []],
    [
      "asks without a mark",
      "подскажите, сколько вам ждать еще ответа\nгде можно посмотреть размеры",
      ["question"],
    ],
    ["says nothing in a plain sentence", "Чай горячий, пирог свежий.", []],
  ])("%s: %s", (_, text, found) => {
    expect(buildsIn(text)).toEqual(found);
  });
});
