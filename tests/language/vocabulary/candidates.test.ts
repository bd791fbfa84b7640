import type { Uncovered } from "@otklik/core/vocabulary/topic-finder";
import { defaultVocabulary, Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { topicFinder } from "@otklik/language/topic-finder";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const said = (...texts: string[]): Uncovered[] =>
  texts.map((text, at) => ({ conversation: `b1-${at}`, mention: { kind: "review", text } }));
const parking = [
  "Негде оставить машину, парковка занята.",
  "С парковкой беда",
  "Парковки нет вообще",
  "Спасибо, парковку расширили! Парковка теперь большая",
];
const propose = (mentions: readonly Uncovered[], vocabulary = defaultVocabulary) =>
  topicFinder.propose(mentions, vocabulary);

describe("proposed topics", () => {
  it("gather the forms of a word, count each mention once and show a few of them", () => {
    expect(propose(said(...parking, "Ну так себе", "Зашли с детьми"))).toEqual([
      {
        title: expect.stringMatching(/^парковк/),
        phrases: [expect.stringMatching(/^парковк/)],
        mentions: 4,
        examples: ["b1-0", "b1-1", "b1-2"],
      },
    ]);
  });

  it("take two words that mostly come together as one", () => {
    const [first, ...others] = propose(
      said(
        "Детская комната закрыта",
        "Была бы детская комната",
        "В детской комнате темень",
        "детскую комнату бы",
      ),
    );
    expect([first?.title, first?.mentions, others]).toEqual(["детская комната", 4, []]);
  });

  it("are not made of what fills every review, nor of what few say", () => {
    const idle = said(
      "Очень хорошо, спасибо",
      "Хорошо, спасибо всем",
      "Спасибо, хорошо очень",
      "Один раз видел ежа",
    );
    expect(propose(idle)).toEqual([]);
  });

  it("leave out what a topic covers by now", () => {
    const vocabulary = Vocabulary.parse({
      topics: [{ id: "own-park", title: "Где встать", phrases: ["парковка"] }],
    });
    expect(propose(said(...parking), vocabulary)).toEqual([]);
  });

  it("leave out what a topic is called, and the names of products", () => {
    const titled = Vocabulary.parse({ topics: [{ id: "own-park", title: "Парковка" }] });
    expect(propose(said(...parking), titled)).toEqual([]);
    const product = Vocabulary.parse({ products: [{ name: "Парковка" }] });
    expect(propose(said(...parking), product).map(({ title }) => title)).not.toContain("парковка");
  });

  it("cover their mentions once they are made a topic", () => {
    const [first] = propose(said(...parking));
    const vocabulary = Vocabulary.parse({
      topics: [{ id: "own-made", title: first?.title, phrases: first?.phrases }],
    });
    const found = parking.map((text) => topicFinder.find({ kind: "review", text }, vocabulary).topics);
    expect(found).toEqual(parking.map(() => ["own-made"]));
  });

  it("are the same in whatever order the mentions come, and share no word", () => {
    const word = fc.constantFrom(
      "парковка",
      "парковки",
      "скамейка",
      "скамейкой",
      "качели",
      "фонтан",
      "очень",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(text, { minLength: 3, maxLength: 12 }), (texts) => {
        const mentions = said(...texts);
        const candidates = propose(mentions);
        expect(propose([...mentions].reverse())).toEqual(candidates);
        const stems = candidates.flatMap(({ title }) => title.split(" ").map((one) => one.slice(0, 6)));
        expect(new Set(stems).size).toBe(stems.length);
      }),
    );
  });
});
