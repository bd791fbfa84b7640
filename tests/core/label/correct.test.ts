import { type Correction, correctLabel, keepCorrection, modelLabel } from "@otklik/core/label/correct";
import { type Evidence, isUnsure, Label } from "@otklik/core/label/label";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correction, modelsLabel } from "../../support/corrections.ts";
import { label, later, noon } from "../../support/mentions.ts";

const anna = { by: "anna@example.com", at: noon };
const boris = { by: "boris@example.com", at: later(5) };
const evidence = (of: string): Evidence => ({ in: "text", from: 0, to: 4, of });

describe("a corrected label", () => {
  it("says what the person said and keeps the model's word of exactly that beside it", () => {
    const model = label("positive", { topics: ["price"] });
    expect(correctLabel(model, { sentiment: "negative", complaint: true }, anna)).toEqual({
      ...model,
      sentiment: { is: "negative", confidence: 1 },
      complaint: true,
      corrected: { ...anna, was: { sentiment: { is: "positive", confidence: 0.9 }, complaint: false } },
    });
  });

  it("tells that the model had said nothing of a part", () => {
    const corrected = correctLabel(label(), { wish: "question", touchpoint: "delivery" }, anna);
    expect(corrected).toMatchObject({ wish: "question", touchpoint: "delivery" });
    expect(corrected.corrected?.was).toEqual({ wish: null, touchpoint: null });
  });

  it("takes a part away where the person says there is none of it", () => {
    const corrected = correctLabel(label("positive", { wish: "request" }), { wish: null }, anna);
    expect(corrected).not.toHaveProperty("wish");
    expect(corrected.corrected?.was).toEqual({ wish: "request" });
  });

  it("keeps the customer's words for what stays urgent, and quotes none for what the person adds", () => {
    const urgency: Label["urgency"] = [
      { reason: "health", words: "сыпь" },
      { reason: "legal", words: "в суд" },
    ];
    const corrected = correctLabel(label("negative", { urgency }), { urgency: ["media", "legal"] }, anna);
    expect(corrected.urgency).toEqual([
      { reason: "legal", words: "в суд" },
      { reason: "media", words: "" },
    ]);
  });

  it("loses the evidence of what the person took away, and that alone", () => {
    const [price, staff, mood] = ["topic.price", "topic.staff", "emotion.anger"].map(evidence);
    const model = label("negative", {
      topics: ["price", "staff"],
      evidence: [price, staff, mood] as Evidence[],
    });
    expect(correctLabel(model, { topics: ["staff"] }, anna).evidence).toEqual([staff, mood]);
  });

  it.each([
    ["positive", false, ["sentiment.positive"]],
    ["positive", true, ["sentiment.positive", "sentiment.negative"]],
    ["negative", true, ["sentiment.negative"]],
    ["mixed", true, ["sentiment.positive", "sentiment.negative"]],
    ["neutral", false, []],
  ] as const)("of a text that is %s, with a complaint: %s, shows %j", (sentiment, complaint, left) => {
    const both = ["sentiment.positive", "sentiment.negative"].map(evidence);
    const model = label("neutral", { complaint: !complaint, evidence: both });
    const corrected = correctLabel(model, { sentiment, complaint }, anna);
    expect(corrected.evidence.map(({ of }) => of)).toEqual(left);
  });

  it("is the model's again when the person says what the model had said", () => {
    const model = label("positive", { topics: ["price", "staff"], evidence: [evidence("topic.price")] });
    const corrected = correctLabel(model, { topics: ["staff"], sentiment: "negative" }, anna);
    const halfway = correctLabel(corrected, { topics: ["staff", "price"] }, boris);
    expect(halfway.corrected?.was).toEqual({ sentiment: model.sentiment });
    expect(correctLabel(halfway, { sentiment: "positive" }, boris)).toEqual(model);
  });

  it("becomes sure when the person says the model's guess again, until that is taken back", () => {
    const guess = label("positive", { sentiment: { is: "positive", confidence: 0.3 } });
    const said = correctLabel(guess, { sentiment: "positive" }, anna);
    expect(isUnsure(said)).toBe(false);
    expect(said.corrected?.was).toEqual({ sentiment: guess.sentiment });
    expect(correctLabel(said, { asModel: ["sentiment"] }, boris)).toEqual(guess);
  });

  it("names the last who changed anything", () => {
    const once = correctLabel(label(), { sentiment: "mixed" }, anna);
    expect(correctLabel(once, { complaint: true }, boris).corrected).toMatchObject(boris);
    expect(correctLabel(once, { sentiment: "mixed" }, boris).corrected).toMatchObject(anna);
  });
});

describe("any correction of any label", () => {
  const pairs = fc.tuple(modelsLabel, correction);
  const allParts: Correction["asModel"] = [
    ...(["sentiment", "complaint", "emotion", "topics"] as const),
    ...(["touchpoint", "urgency", "flags", "wish"] as const),
  ];

  it("is once, however often it is made", () => {
    fc.assert(
      fc.property(pairs, ([model, change]) => {
        const once = correctLabel(model, change, anna);
        expect(correctLabel(once, change, boris)).toBe(once);
      }),
    );
  });

  it("leaves the model's label to be had back, whole", () => {
    fc.assert(
      fc.property(fc.tuple(pairs, correction), ([[model, change], more]) => {
        const corrected = correctLabel(correctLabel(model, change, anna), more, boris);
        expect(modelLabel(corrected)).toEqual(model);
        expect(correctLabel(corrected, { asModel: allParts }, boris)).toEqual(model);
      }),
    );
  });

  it("changes the parts it names and their evidence, and nothing else", () => {
    fc.assert(
      fc.property(pairs, ([model, change]) => {
        const { corrected, evidence: left, ...label } = correctLabel(model, change, anna);
        const isUntouched = (part: string) => part !== "evidence" && !(part in change);
        const untouchedOf = (whole: object) =>
          Object.fromEntries(Object.entries(whole).filter(([part]) => isUntouched(part)));
        expect(untouchedOf(label)).toEqual(untouchedOf(model));
        expect(model.evidence).toEqual(expect.arrayContaining(left));
        expect(Object.keys(corrected?.was ?? {}).filter(isUntouched)).toEqual([]);
      }),
    );
  });

  it("survives being written down", () => {
    fc.assert(
      fc.property(pairs, ([model, change]) => {
        const corrected = correctLabel(model, change, anna);
        expect(Label.parse(JSON.parse(JSON.stringify(corrected)))).toEqual(corrected);
      }),
    );
  });

  it("stands over whatever a model says later of the same words", () => {
    fc.assert(
      fc.property(fc.tuple(pairs, modelsLabel), ([[model, change], anew]) => {
        const corrected = correctLabel(model, change, anna);
        const kept = keepCorrection(corrected, anew);
        expect(modelLabel(kept)).toEqual(anew);
        expect(keepCorrection(kept, model)).toEqual(corrected);
      }),
    );
  });
});
