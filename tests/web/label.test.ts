import type { LabelView } from "@otklik/core/api/views";
import { type Correction as Change, correctLabel } from "@otklik/core/label/correct";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  changeFrom,
  choiceOf,
  predicted,
  takenBack,
  withSentiment,
  withTopic,
} from "../../web/src/label/correction.ts";
import { type Mark, marksIn, piecesOf, quotesOf } from "../../web/src/label/marks.ts";
import { meaningOf } from "../../web/src/label/row-keys.ts";
import { correction, modelsLabel } from "../support/corrections.ts";
import { label, noon } from "../support/mentions.ts";

const shown = (...given: Parameters<typeof label>): LabelView => label(...given) as LabelView;
const mark = (from: number, to: number, of = "topic.price"): Mark => ({ from, to, of });
const anna = { by: "anna@example.com", at: noon };

describe("piecesOf", () => {
  it("cuts a text where marks begin and end, also where they lie over each other", () => {
    const [price, anger] = [mark(0, 5), mark(3, 8, "emotion.anger")];
    expect(piecesOf("дорого и зло", [price, anger])).toEqual([
      { text: "дор", marks: [price] },
      { text: "ог", marks: [price, anger] },
      { text: "о и", marks: [anger] },
      { text: " зло", marks: [] },
    ]);
  });

  it("leaves a text without marks whole, and one that is empty away", () => {
    expect(piecesOf("текст", [])).toEqual([{ text: "текст", marks: [] }]);
    expect(piecesOf("", [mark(0, 3)])).toEqual([]);
  });

  it("loses no letter, whatever the marks are", () => {
    const marks = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).map(([from, to]) => mark(from, to)));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), marks, (text, all) => {
        const pieces = piecesOf(text, all);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        expect(pieces.every((piece) => piece.text !== "")).toBe(true);
      }),
    );
  });
});

describe("marksIn", () => {
  const urgent = { urgency: [{ reason: "health" as const, words: "ожог" }] };

  it("finds the quoted words again where a label tells of no place", () => {
    expect(marksIn(shown("negative", urgent), "text", "Был Ожог кожи")).toEqual([
      mark(4, 8, "urgency.health"),
    ]);
  });

  it("goes by the place where the label tells of one", () => {
    const evidence = [{ in: "cons" as const, ...mark(0, 4, "urgency.health") }];
    const told = shown("negative", { ...urgent, evidence });
    expect(marksIn(told, "text", "ожог")).toEqual([]);
    expect(marksIn(told, "cons", "ожог")).toEqual([expect.objectContaining({ from: 0, to: 4 })]);
  });

  it("tells products, competitors and the customer's contacts by what they are", () => {
    const told = shown("neutral", {
      names: [{ in: "text", from: 0, to: 4, is: "competitor", name: "Ландыш" }],
      contacts: [{ in: "text", from: 5, to: 9, is: "phone" }],
    });
    const marks = marksIn(told, "text", "у них 8900");
    expect(marks.map(({ of, name }) => [of, name])).toEqual([
      ["name.competitor", "Ландыш"],
      ["contact.phone", undefined],
    ]);
  });

  it("quotes what led to a part, field by field and in order", () => {
    const evidence = [
      { in: "text" as const, ...mark(7, 13) },
      { in: "text" as const, ...mark(0, 6) },
      { in: "cons" as const, ...mark(0, 4) },
    ];
    const mention = { label: shown("negative", { evidence }), text: "дорого, дороже", cons: "цена" };
    expect(quotesOf(mention, ["topic.price"])).toEqual(["дорого", "дорож", "цена"]);
    expect(quotesOf(mention, ["topic.staff"])).toEqual([]);
  });
});

describe("a choice", () => {
  const five = shown("positive", { topics: ["staff", "price"] });

  it("that changes nothing is no correction, in whatever order its topics stand", () => {
    expect(changeFrom(five, { ...choiceOf(five), topics: ["price", "staff"] })).toBeUndefined();
  });

  it("tells the parts that differ, and that there is none of an optional one", () => {
    const asked = shown("positive", { wish: "question" });
    const choice: Choice = { ...choiceOf(asked), wish: null, flags: ["spam"] };
    expect(changeFrom(asked, choice)).toEqual({ wish: null, flags: ["spam"] });
  });

  it.each([
    ["negative", true],
    ["mixed", true],
    ["neutral", false],
    ["positive", false],
  ] as const)("of another sentiment, %s, brings its complaint along: %s", (sentiment, complaint) => {
    const other = shown(sentiment === "negative" ? "mixed" : "negative", { complaint: !complaint });
    expect(withSentiment(choiceOf(other), sentiment)).toMatchObject({ sentiment, complaint });
  });

  it.each([
    [["other"], "price", ["price"]],
    [["price", "staff"], "other", ["other"]],
    [["price", "staff"], "price", ["staff"]],
    [["price"], "staff", ["price", "staff"]],
  ] as const)("of topics: to %j comes %s, and there are %j", (before, topic, after) => {
    const choice = choiceOf(shown("neutral", { topics: [...before] }));
    expect(withTopic(choice, topic).topics).toEqual(after);
  });

  it("of the same sentiment leaves the complaint, and makes an unsure one sure", () => {
    const unsure: LabelView = { ...shown("positive", { complaint: true }), unsure: true };
    const choice = withSentiment(choiceOf(unsure), "positive");
    expect(changeFrom(unsure, choice)).toEqual({ sentiment: "positive" });
    expect(changeFrom(five, withSentiment(choiceOf(five), "positive"))).toBeUndefined();
  });
});

describe("what is shown before the server answers", () => {
  it("says what the server will say", () => {
    fc.assert(
      fc.property(modelsLabel, correction, (model, change) => {
        const who = { by: anna.by, at: anna.at.toISOString() };
        const { corrected: _, evidence: __, ...told } = predicted(model as LabelView, change as never, who);
        const { corrected: ___, evidence: ____, ...answered } = correctLabel(model, change, anna);
        expect(parts(told)).toEqual(parts(answered));
      }),
    );
  });

  it("is taken back to what stood there, a person's word or the model's", () => {
    fc.assert(
      fc.property(modelsLabel, correction, correction, (model, first, then) => {
        const before = correctLabel(model, first, anna);
        const back = takenBack(before as unknown as LabelView, then as never) as Change;
        const after = correctLabel(correctLabel(before, then, anna), back, anna);
        expect(parts(after)).toEqual(parts(before));
      }),
    );
  });

  /** What is said, without its order and without how sure a model was of it. */
  const parts = ({
    sentiment,
    emotion,
    topics,
    urgency,
    flags,
    ...rest
  }: Omit<LabelView, "corrected" | "evidence">) => ({
    ...rest,
    sentiment: sentiment.is,
    emotion: emotion.is,
    topics: topics.toSorted(),
    urgency: urgency.map(({ reason }) => reason).toSorted(),
    flags: flags.toSorted(),
    evidence: undefined,
    corrected: undefined,
  });
});

describe("the keys of a label", () => {
  const rows = [
    {
      part: "sentiment",
      choices: [
        { id: "negative", hotkey: "1" },
        { id: "mixed", hotkey: "4" },
      ],
    },
    { part: "complaint", hotkey: "c", choices: [{ id: "complaint" }] },
    { part: "topics", hotkey: "t", choices: [{ id: "price" }, { id: "staff" }] },
  ];
  const [sentiment, complaint, topics] = rows;
  const press = (key: string, open = "sentiment", code = `Key${key.toUpperCase()}`) =>
    meaningOf({ key, code }, rows, open);

  it.each([
    ["a number chooses from anywhere", press("4", "topics"), { does: "choose", row: sentiment, id: "mixed" }],
    ["a letter leads to its row", press("t"), { does: "open", row: topics }],
    [
      "the same letter of a Russian keyboard too",
      press("е", "sentiment", "KeyT"),
      { does: "open", row: topics },
    ],
    ["again, it leads to the next choice there", press("t", "topics"), { does: "step", by: 1 }],
    [
      "a row of one choice needs no second key",
      press("c"),
      { does: "choose", row: complaint, id: "complaint" },
    ],
    ["down leads to the next row", press("ArrowDown"), { does: "open", row: complaint }],
    ["up ends at the first", press("ArrowUp"), { does: "open", row: sentiment }],
    ["left goes back within a row", press("ArrowLeft"), { does: "step", by: -1 }],
    ["any other key means nothing", press("x"), null],
  ])("%s", (_, meant, expected) => {
    expect(meant).toEqual(expected);
  });
});
