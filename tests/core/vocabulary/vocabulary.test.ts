import { builtInTopics, Topic, trades, tradeTopics } from "@otklik/core/label/topic";
import { countedLabel } from "@otklik/core/vocabulary/counted-label";
import { flawOf } from "@otklik/core/vocabulary/flaw";
import {
  countedTopics,
  countingOf,
  defaultVocabulary,
  offeredTopics,
  Vocabulary,
} from "@otklik/core/vocabulary/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { label } from "../../support/mentions.ts";
import { anyTopics, vocabularies } from "../../support/vocabularies.ts";

const merged = (id: Topic, into: Topic) => ({ id, title: `Тема ${id}`, standing: { is: "merged", into } });
const hidden = (id: Topic) => ({ id, standing: { is: "hidden" } });
const shown = (id: Topic, title: string, phrases: string[] = []) => ({ id, title, phrases });
const vocabulary = (topics: unknown[], more = {}): Vocabulary => Vocabulary.parse({ topics, ...more });

describe("the list of topics", () => {
  it.each(trades)("of %s holds each topic once, and other last", (trade) => {
    const list = tradeTopics[trade];
    expect(new Set(list).size).toBe(list.length);
    expect(list.at(-1)).toBe("other");
  });

  it("has no topic that no trade offers", () => {
    expect(new Set(Object.values(tradeTopics).flat())).toEqual(new Set(builtInTopics));
  });

  it.each(["own-", "own-ABCD", "own-a b", "cheese", "__proto__"])("does not know %j", (id) => {
    expect(Topic.safeParse(id).success).toBe(false);
  });
});

describe("what a topic counts as", () => {
  it("follows a merging, and the merging of what it was merged into", () => {
    const count = countingOf(
      vocabulary([merged("taste", "quality"), merged("quality", "own-food"), shown("own-food", "Еда")]),
    );
    expect(["taste", "quality", "own-food", "price"].map((one) => count(one as Topic))).toEqual([
      "own-food",
      "own-food",
      "own-food",
      "price",
    ]);
  });

  it("is nothing where the topic is hidden, and where the brand's own topic was removed", () => {
    expect(countedTopics(["price", "own-gone", "staff"], vocabulary([hidden("price")]))).toEqual(["staff"]);
  });

  it("counts a mention once that spoke of both", () => {
    expect(countedTopics(["taste", "quality"], vocabulary([merged("taste", "quality")]))).toEqual([
      "quality",
    ]);
  });

  it("is the same when it is asked again of its own answer", () => {
    fc.assert(
      fc.property(vocabularies, anyTopics, (given, topics) => {
        fc.pre(flawOf(given) === null);
        const once = countedTopics(topics, given);
        expect(countedTopics(once, given)).toEqual(once);
      }),
    );
  });

  it("ends and names no unknown topic, even in a document that would be refused", () => {
    fc.assert(
      fc.property(vocabularies, anyTopics, (given, topics) => {
        for (const topic of countedTopics(topics, given)) Topic.parse(topic);
      }),
    );
  });

  it("is always a topic that is offered, where the topic was", () => {
    fc.assert(
      fc.property(vocabularies, (given) => {
        fc.pre(flawOf(given) === null);
        const offered = offeredTopics(given);
        expect(
          countedTopics(tradeTopics[given.trade], given).filter((one) => !offered.includes(one)),
        ).toEqual([]);
      }),
    );
  });
});

describe("a label shown later", () => {
  it("names the topics and the evidence as they are counted now", () => {
    const given = label("negative", {
      topics: ["taste", "price"],
      evidence: [
        { in: "text", from: 0, to: 5, of: "topic.taste" },
        { in: "text", from: 6, to: 9, of: "topic.price" },
        { in: "text", from: 0, to: 5, of: "emotion.anger" },
      ],
    });
    const seen = countedLabel(given, vocabulary([merged("taste", "quality"), hidden("price")]));
    expect(seen.topics).toEqual(["quality"]);
    expect(seen.evidence.map(({ of }) => of)).toEqual(["topic.quality", "emotion.anger"]);
  });

  it("stays as it was without a vocabulary", () => {
    expect(countedLabel(label(), defaultVocabulary)).toEqual(label());
  });
});

describe("a vocabulary is refused", () => {
  const refused: [string, unknown[], RegExp][] = [
    ["with a topic merged into itself", [merged("taste", "taste")], /circle/],
    ["with a circle of two", [merged("taste", "quality"), merged("quality", "taste")], /circle/],
    [
      "with a circle that another leads into",
      [merged("price", "taste"), merged("taste", "quality"), merged("quality", "taste")],
      /circle/,
    ],
    ["with a topic merged into other", [merged("taste", "other")], /other/],
    ["with a topic merged into a hidden one", [merged("taste", "price"), hidden("price")], /hidden/],
    ["with a topic merged into one that is gone", [merged("taste", "own-gone")], /no longer/],
    ["with other hidden", [hidden("other")], /Other/],
    ["with a topic twice", [hidden("price"), hidden("price")], /twice/],
    ["with a new topic without a name", [{ id: "own-food" }], /name/],
    ["with two topics of one name", [shown("own-food", "Еда"), shown("taste", "еда ")], /called/],
    [
      "with one example under two topics",
      [shown("own-food", "Еда", ["Тёплый суп"]), shown("taste", "Вкус", ["теплый  суп"])],
      /example/,
    ],
    ["with an example of signs alone", [shown("own-food", "Еда", ["!!!"])], /no letter/],
  ];
  it.each(refused)("%s", (_, topics, why) => {
    const flaw = flawOf(vocabulary(topics));
    expect(flaw?.en).toMatch(why);
    expect(flaw?.ru).toMatch(/[а-я]/);
  });

  it("with one name for a product and a competitor", () => {
    const names = {
      products: [{ name: "Ромашка" }],
      competitors: [{ name: "Астра", spellings: ["ромашка"] }],
    };
    expect(flawOf(vocabulary([], names))?.en).toMatch(/stands twice/);
  });

  it("with more than one row can hold", () => {
    const spellings = Array.from({ length: 20 }, (_, at) => `${"ы".repeat(50)}${at}`);
    const products = Array.from({ length: 300 }, (_, at) => ({ name: `Крем ${at}`, spellings }));
    expect(flawOf(vocabulary([], { products }))?.en).toMatch(/too many/);
  });

  it("and nothing else is: whatever passes leads every topic to one that is shown or to none", () => {
    fc.assert(
      fc.property(vocabularies, (given) => {
        fc.pre(flawOf(given) === null);
        const ends = given.topics.map(({ id }) => countingOf(given)(id));
        const standings = ends.map(
          (end) => given.topics.find(({ id }) => id === end)?.standing.is ?? "shown",
        );
        expect(standings.every((is) => is === "shown")).toBe(true);
      }),
    );
  });
});
