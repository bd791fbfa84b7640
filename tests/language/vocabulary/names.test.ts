import { Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { topicFinder } from "@otklik/language/topic-finder";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const vocabulary = Vocabulary.parse({
  products: [
    { name: "Ночной крем «Ромашка»", spellings: ["Ромашка"] },
    { name: "L'Oréal Paris", spellings: ["Лореаль"] },
    { name: "Гель B5" },
  ],
  competitors: [
    { name: "Летуаль", spellings: ["Letual"] },
    { name: "Золотое Яблоко" },
    { name: "Золото" },
    { name: "Пятёрочка" },
    { name: "Перекрёсток" },
    { name: "Ozon", spellings: ["Озон", "ozon.ru"] },
  ],
});
const namesIn = (text: string) =>
  topicFinder
    .find({ kind: "review", text }, vocabulary)
    .names.map(({ is, name, in: field, from, to }) => [is, name, `${field}: ${text.slice(from, to)}`]);

describe("names of products and competitors", () => {
  it.each([
    ["ромашкой", "Ночной крем «Ромашка»"],
    ["РОМАШКИ", "Ночной крем «Ромашка»"],
    ["ночным кремом ромашка", "Ночной крем «Ромашка»"],
    ["loreal paris", "L'Oréal Paris"],
    ["лореалем", "L'Oréal Paris"],
    ["геля B5", "Гель B5"],
  ])("finds the product in: %s", (written, name) => {
    expect(namesIn(`Пользуюсь давно (${written}) и довольна`)).toEqual([
      ["product", name, `text: ${written}`],
    ]);
  });

  it.each([
    ["летуале", "Летуаль"],
    ["Letual's", "Летуаль"],
    ["золотого яблока", "Золотое Яблоко"],
    ["золотым яблоком", "Золотое Яблоко"],
    ["пятёрочек", "Пятёрочка"],
    ["Перекрёстка", "Перекрёсток"],
    ["озону", "Ozon"],
    ["Ozon'е", "Ozon"],
    ["ozon.ru", "Ozon"],
  ])("finds the competitor in: %s", (written, name) => {
    expect(namesIn(`Такое же видела у ${written} дешевле`)).toEqual([
      ["competitor", name, `text: ${written}`],
    ]);
  });

  it.each([
    "Беру лет пять, летом и зимой",
    "Яблоко от яблони",
    "Пять раз перекрестился",
    "крем ночной",
    "B 5",
  ])("finds none in: %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("finds a name in every form that Russian nouns and adjectives take", () => {
    const cases = ["яблоко", "яблока", "яблоку", "яблоком", "яблоке"];
    const adjectives = ["золотое", "золотого", "золотому", "золотым", "золотом"];
    for (const [at, noun] of cases.entries())
      expect(namesIn(`в ${adjectives[at]} ${noun}`)).toEqual([
        ["competitor", "Золотое Яблоко", `text: ${adjectives[at]} ${noun}`],
      ]);
  });

  it("keeps where each stands, field by field", () => {
    const mention = { kind: "review" as const, title: "Ромашка", text: "Лучше, чем в Летуале", cons: "нет" };
    expect(topicFinder.find(mention, vocabulary).names).toEqual([
      { is: "product", name: "Ночной крем «Ромашка»", in: "title", from: 0, to: 7 },
      { is: "competitor", name: "Летуаль", in: "text", from: 13, to: 20 },
    ]);
  });

  it("finds whatever is named by its own spelling, and bears any other", () => {
    const name = fc
      .stringMatching(/^[A-Za-zА-Яа-яёЁ0-9]{3,10}( [A-Za-zА-Яа-я0-9&'-]{1,8})?$/)
      .filter((one) => /\p{L}{3}/u.test(one));
    fc.assert(
      fc.property(name, (one) => {
        const known = Vocabulary.parse({ products: [{ name: one }] });
        const text = `Вот это - ${one}, и всё`;
        const [found] = topicFinder.find({ kind: "review", text }, known).names;
        expect(text.slice(found?.from, found?.to).length).toBeGreaterThan(2);
      }),
      { numRuns: 200 },
    );
  });
});
