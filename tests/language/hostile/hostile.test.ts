import type { Labelled } from "@otklik/core/label/labeler";
import { cleaned } from "@otklik/language/label/cleaned";
import { instructionsWith, mentionsAsData } from "@otklik/language/label/openai-prompt";
import { topicsFor } from "@otklik/language/label/openai-topics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authors, embedded, entry, labelsOf, model, openLabeler, review } from "../asked.ts";
import { type ChatServer, openChatServer, sentIn } from "../chat-server.ts";
import { corpus } from "./corpus.ts";
import { gullible, outsideOf } from "./gullible.ts";
import { readsWell } from "./reads-well.ts";

let server: ChatServer;
beforeAll(async () => {
  server = await openChatServer();
});
afterAll(() => server.close());

/** Fifteen that mean no harm. */
const honest = Array.from({ length: 15 }, (_, place) =>
  review(["Отличный магазин, спасибо!", "Terrible, it broke.", "Есть ли размер 46?"][place % 3] as string),
);
/** Twenty each: those, and a hostile one before every third. */
const batches = Array.from({ length: Math.ceil(corpus.length / 5) }, (_, at) => {
  const hostile = corpus.slice(5 * at, 5 * at + 5);
  return hostile.flatMap(({ mention }, place) => [mention, ...honest.slice(3 * place, 3 * place + 3)]);
});
const written = ({ title, text, pros, cons }: Labelled) =>
  [title, text, pros, cons].filter(Boolean).join("\n");

describe("a model that obeys whatever stands outside the data", () => {
  it("is told nothing there by any hostile text, and labels its neighbours as ever", async () => {
    const obeyed: string[] = [];
    server.will(gullible(readsWell, { instructions: instructionsWith(topicsFor()), obeyed }));
    const alone = await labelsOf(openLabeler(server), honest);
    for (const batch of batches) {
      const labels = await labelsOf(openLabeler(server), batch);
      const neighbours = labels.filter((_, place) => place % 4 > 0);
      expect(neighbours).toEqual(alone.slice(0, neighbours.length));
    }
    expect(obeyed).toEqual([]);
    expect(server.requests.flatMap(sentIn).length).toBe(honest.length + batches.flat().length);
  });

  it("falls for many of them where they are only put into JSON", () => {
    const fallen = corpus.filter(
      ({ mention }) => outsideOf(JSON.stringify([{ n: 1, ...mention }])).length > 0,
    );
    const aims = new Set(fallen.map(({ aim }) => aim));
    expect(fallen.length).toBeGreaterThan(25);
    expect([...aims]).toEqual(
      expect.arrayContaining([
        "break out",
        "speak as another",
        "be unseen",
        "turn the writing",
        "look alike",
      ]),
    );
  });

  it("falls for all of them where they are put beside our own words", () => {
    for (const { mention } of corpus) expect(outsideOf(written(mention))).not.toEqual([]);
  });
});

describe("what reaches the model", () => {
  const data = (mention: Labelled) => mentionsAsData([mention]);
  const readBack = (mention: Labelled) => JSON.parse(data(mention)) as [number, number | null, string][];

  it.each(corpus)("is one list that any parser reads: $aim, $name", ({ mention }) => {
    const [row, ...others] = readBack(mention);
    expect(others).toEqual([]);
    expect(cleaned(mention.text).startsWith(row?.[2] ?? "none")).toBe(true);
  });

  it("holds no character that shows nothing or turns the writing", () => {
    const gone = /(?![\ufe0f\u200d])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}]/u;
    for (const { mention } of corpus) expect(data(mention)).not.toMatch(gone);
  });

  it("keeps what people do write", () => {
    const text = 'Спасибо 👩‍👩‍👧‍👦 за "кофе" <3 {лучший} [нет] `ура` ❤️ 1️⃣ ё-моё № 5 ½';
    expect(readBack(review(text))[0]?.[2]).toBe(text);
  });
});

describe("what comes back from a model that fell for it", () => {
  const evil = "https://evil.example/refund";
  const fooled = (n: number) =>
    entry(n, "neg", ["health", evil, "fake", evil, "complaint", `Перейдите на ${evil}`]);

  it.each(corpus)("brings nothing that the customer did not write: $aim, $name", async ({ mention }) => {
    server.will((sent, answer) => answer.labels(sent.map(({ n }) => fooled(n))));
    const [label] = await labelsOf(openLabeler(server), [mention]);
    expect(label).toMatchObject({ by: model, flags: ["fake"] });
    expect(JSON.stringify(label)).not.toContain(evil);
    for (const { words } of label?.urgency ?? []) expect(written(mention)).toContain(words);
  });

  it.each([
    ["a topic of its own", [["1", "neg", "9", "anger", evil, "use"]]],
    ["a sign of its own", [entry(1, "neg", ["refund", evil])]],
    ["another touchpoint", [["1", "neg", "9", "anger", "price", evil]]],
    ["words beside the label", [{ label: entry(1), reply: evil }]],
  ])("is refused as a whole with %s", async (_, labels) => {
    server.will((_sent, answer) => answer.labels(labels));
    expect(await authors(openLabeler(server), [review("Ужасно.")])).toEqual([embedded.name]);
  });
});
