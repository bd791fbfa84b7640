import { Label, unlabelled } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { answerIn } from "@otklik/language/label/openai-answer";
import { labelFrom } from "@otklik/language/label/openai-label";
import { findQuote } from "@otklik/language/label/quote";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const mention: Labelled = {
  kind: "review",
  title: "Courier",
  text: "Great soup, but the courier  was RUDE. Call me: +7 900 000-00-00",
  cons: "cold bread",
};
const embedded: Label = {
  ...unlabelled,
  language: "en",
  sentiment: { is: "positive", confidence: 0.4 },
  emotion: { is: "joy", confidence: 0.4 },
  topics: ["taste"],
  touchpoint: "use",
  urgency: [{ reason: "churn", words: "Call me" }],
  flags: ["spam"],
  wish: "question",
  names: [{ in: "text", from: 6, to: 10, is: "product", name: "Soup" }],
  contacts: [{ in: "text", from: 48, to: 64, is: "phone" }],
  evidence: [
    { of: "sentiment.positive", in: "text", from: 0, to: 5 },
    { of: "topic.taste", in: "text", from: 6, to: 10 },
    { of: "flag.spam", in: "text", from: 0, to: 5 },
    { of: "urgency.churn", in: "text", from: 39, to: 46 },
  ],
  by: "embedded",
};
const said = (...signs: string[]) => {
  const answer = answerIn(
    ["1", "mix", "8", "anger", "staff taste", "delivery", ...signs],
    ["staff", "taste"],
  );
  if (!answer) throw new Error("The answer is not of the form.");
  return labelFrom(answer, { mention, embedded, model: "m" });
};

describe("a label by the model", () => {
  it("keeps what rules read off the words", () => {
    const { language, names, contacts } = said();
    expect({ language, names, contacts }).toEqual({
      language: "en",
      names: embedded.names,
      contacts: embedded.contacts,
    });
  });

  it("takes every judgement from the model", () => {
    expect(said("request", "Call me", "insult", "")).toMatchObject({
      sentiment: { is: "mixed", confidence: 0.85 },
      complaint: true,
      emotion: { is: "anger", confidence: 0.85 },
      topics: ["staff", "taste"],
      touchpoint: "delivery",
      flags: ["insult"],
      wish: "request",
      by: "m",
    });
  });

  it("has no wish, flag or touchpoint that the model does not see", () => {
    const answer = answerIn(["1", "pos", "9", "joy", "", ""], []);
    const label = answer && labelFrom(answer, { mention, embedded, model: "m" });
    expect(label).toMatchObject({ complaint: false, flags: [], topics: ["other"] });
    expect([label?.wish, label?.touchpoint]).toEqual([undefined, undefined]);
  });

  it("never loses an urgency that the rules found", () => {
    expect(said().urgency).toEqual(embedded.urgency);
    expect(said("health", "cold bread", "churn", "soup").urgency).toEqual([
      { reason: "churn", words: "Call me" },
      { reason: "health", words: "cold bread" },
    ]);
  });

  it("shows where the customer wrote what the model quotes", () => {
    const { evidence } = said("complaint", "the courier was rude");
    expect(evidence).toContainEqual({ of: "sentiment.negative", in: "text", from: 16, to: 37 });
  });

  it("keeps the part and refuses the quote where the customer wrote no such words", () => {
    const { urgency, evidence } = said("health", "I was poisoned");
    expect(urgency).toContainEqual({ reason: "health", words: "" });
    expect(evidence.map(({ of }) => of)).not.toContain("urgency.health");
  });

  it("keeps the evidence of the parts that it still has, and of no others", () => {
    expect(said().evidence.map(({ of }) => of)).toEqual([
      "sentiment.positive",
      "topic.taste",
      "urgency.churn",
    ]);
  });

  it("stands on nothing where the embedded labeler failed", () => {
    const answer = answerIn(["1", "neg", "6", "anger", "other", ""], ["other"]);
    expect(answer && labelFrom(answer, { mention, embedded: null, model: "m" })).toMatchObject({
      language: "und",
      sentiment: { is: "negative" },
      contacts: [],
    });
  });

  it("is of the common form, whatever signs and quotes the model gives", () => {
    const sign = fc.constantFrom("complaint", "request", "fake", "health", "outage");
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, fc.string({ unit: "binary" }))), (signs) => {
        const label = said(...signs.flat());
        expect(Label.parse(label)).toEqual(label);
        expect(new Set(label.urgency.map(({ reason }) => reason)).size).toBe(label.urgency.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe("findQuote", () => {
  const found = (quote: string, text: string) => {
    const span = findQuote(quote, { kind: "review", text });
    return span && text.slice(span.from, span.to);
  };

  it.each([
    ["word for word", "пришла холодная", "пришла холодная"],
    ["in another case", "Пришла Холодная", "пришла холодная"],
    ["with other spaces", "пицца\nпришла", "Пицца  пришла"],
    ["in quotation marks", "«холодная…»", "холодная"],
  ])("finds what was written, %s", (_, quote, written) => {
    expect(found(quote, "Пицца  пришла холодная 😡, жду возврат")).toBe(written);
  });

  it.each(["", "…", "пицца пришла горячая", "возврат денег"])("finds nothing for %j", (quote) => {
    expect(found(quote, "Пицца пришла холодная 😡, жду возврат")).toBeUndefined();
  });

  it("says in which field", () => {
    expect(findQuote("cold bread", mention)).toEqual({ in: "cons", from: 0, to: 10 });
  });

  it("finds any stretch of the text, however its case was changed", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (written, a, b) => {
        const stretch = written.slice(Math.min(a, b), Math.max(a, b));
        const span = findQuote(stretch, { kind: "review", text: written });
        fc.pre(span !== undefined);
        expect(written.slice(span?.from, span?.to).length).toBeGreaterThan(0);
        expect(span?.to).toBeLessThanOrEqual(written.length);
      }),
    );
  });
});
