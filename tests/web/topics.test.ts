import { type Topic, tradeTopics } from "@otklik/core/label/topic";
import { flawOf } from "@otklik/core/vocabulary/flaw";
import { defaultVocabulary, Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { describe, expect, it } from "vitest";
import {
  linesOf,
  listedTopics,
  listOf,
  ruleOf,
  targetsOf,
  twinIn,
  withoutBlank,
  withoutTopic,
  withRule,
} from "../../web/src/screens/topics/edit.ts";

const shown = { is: "shown" } as const;
const trades = Object.fromEntries(
  Object.entries(tradeTopics).map(([trade, topics]) => [trade, [...topics] as Topic[]]),
) as Parameters<typeof listedTopics>[1];
const own = { id: "own-food", title: "Еда", standing: shown, phrases: [] } as const;
const withFood = withRule(defaultVocabulary, { ...own, phrases: [] });

describe("a vocabulary being written", () => {
  it("keeps no rule that says nothing, so that taking everything back changes nothing", () => {
    const titled = withRule(defaultVocabulary, { ...ruleOf(defaultVocabulary, "price"), title: "Дорого" });
    expect(titled.topics).toHaveLength(1);
    expect(withRule(titled, { id: "price", standing: shown, phrases: [] })).toEqual(defaultVocabulary);
  });

  it("changes a topic in its place", () => {
    const two = withRule(withFood, { ...own, id: "own-rest", title: "Отдых", phrases: [] });
    const changed = withRule(two, { ...own, title: "Кухня", phrases: [] });
    expect(changed.topics.map(({ title }) => title)).toEqual(["Кухня", "Отдых"]);
  });

  it("lists the trade's topics and then the brand's own, and never other", () => {
    const listed = listedTopics({ ...withFood, trade: "cafe" }, trades);
    expect(listed).toEqual([...tradeTopics.cafe.filter((id) => id !== "other"), "own-food"]);
  });

  it("offers to merge into topics that stand for themselves alone", () => {
    const hidden = withRule(withFood, { id: "price", standing: { is: "hidden" }, phrases: [] });
    const listed: Topic[] = ["price", "quality", "own-food"];
    expect(targetsOf(hidden, "quality", listed)).toEqual(["own-food"]);
  });

  it("frees what was merged into a topic that is deleted", () => {
    const merged = withRule(withFood, {
      id: "taste",
      standing: { is: "merged", into: "own-food" },
      phrases: [],
    });
    const freed = withoutTopic(merged, "own-food");
    expect([freed.topics.map(({ id }) => id), ruleOf(freed, "taste").standing]).toEqual([["taste"], shown]);
    expect(flawOf(freed)).toBeNull();
  });

  it("notices two topics of one name, however it is spelt", () => {
    const names: Partial<Record<Topic, string>> = { "own-food": "Тёплая еда ", taste: "теплая еда" };
    const nameOf = (id: Topic) => names[id] ?? id;
    expect(twinIn(["own-food", "price", "taste"], nameOf)).toBe("теплая еда");
    expect(twinIn(["own-food", "price"], nameOf)).toBeNull();
  });

  it("takes an example a line and a spelling between commas, each once", () => {
    expect(linesOf(" пахнет резиной\n\nя\nпахнет резиной \nлипнет")).toEqual(["пахнет резиной", "липнет"]);
    expect(listOf("Letual, лэтуаль,, ")).toEqual(["Letual", "лэтуаль"]);
  });

  it("saves no name that was left empty", () => {
    const names = Vocabulary.parse({ products: [{ name: "Крем" }] });
    expect(withoutBlank({ ...names, products: [...names.products, { name: " ", spellings: [] }] })).toEqual(
      names,
    );
  });
});
