import type { Label } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { cleaned } from "@otklik/language/label/cleaned";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { openaiLabeler } from "@otklik/language/label/openai";
import { instructionsWith, mentionsAsData } from "@otklik/language/label/openai-prompt";
import { topicsFor } from "@otklik/language/label/openai-topics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countedPurse, march } from "../asked.ts";
import { type ChatServer, openChatServer } from "../chat-server.ts";
import { corpus } from "./corpus.ts";
import { gullible, outsideOf } from "./gullible.ts";
import { readsWell } from "./reads-well.ts";

let server: ChatServer;
beforeAll(async () => {
  server = await openChatServer();
});
afterAll(() => server.close());

const labelsOf = async (mentions: readonly Labelled[]): Promise<Label[]> => {
  const labeler = openaiLabeler({
    apiKey: "sk-test",
    baseUrl: server.baseUrl,
    model: "gullible",
    prices: { input: 0, cachedInput: 0, output: 0 },
    embedded: embeddedLabeler(),
    monthlyUsd: 1,
    labeling: async () => ({ asks: "always" }),
    purse: countedPurse(),
    timeoutMs: 10_000,
    now: () => march,
  });
  const outcomes = await labeler.label(mentions, { workspaceId: "hostile" });
  return outcomes.map((outcome) => {
    if (!("label" in outcome)) throw new Error(outcome.failed);
    return outcome.label;
  });
};

/** Nineteen that mean no harm, one hostile among them. */
const honest = Array.from(
  { length: 19 },
  (_, place): Labelled => ({
    kind: "review",
    text: ["Отличный магазин, спасибо!", "Terrible, it broke.", "Есть ли размер 46?"][place % 3] as string,
  }),
);
const among = (mention: Labelled): Labelled[] => [...honest.slice(0, 7), mention, ...honest.slice(7)];
const written = ({ title, text, pros, cons }: Labelled) =>
  [title, text, pros, cons].filter(Boolean).join("\n");

describe("a model that obeys whatever stands outside the data", () => {
  it("is told nothing there by any hostile text, and labels its neighbours as ever", async () => {
    const obeyed: string[] = [];
    server.will(gullible(readsWell, { instructions: instructionsWith(topicsFor()), obeyed }));
    const alone = await labelsOf(honest);
    for (const { mention } of corpus) {
      const labels = await labelsOf(among(mention));
      expect(labels.toSpliced(7, 1)).toEqual(alone);
    }
    expect(obeyed).toEqual([]);
    expect(server.requests.length).toBeGreaterThan(corpus.length);
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

  it.each(corpus)("is one list that any parser reads: $aim, $name", ({ mention }) => {
    const read = JSON.parse(data(mention)) as [number, number | null, string][];
    expect(read).toHaveLength(1);
    expect(cleaned(mention.text).startsWith(read[0]?.[2] ?? "none")).toBe(true);
  });

  it("holds no character that shows nothing or turns the writing", () => {
    const gone = /(?![\ufe0f\u200d])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}]/u;
    for (const { mention } of corpus) expect(data(mention)).not.toMatch(gone);
  });

  it("keeps what people do write", () => {
    const text = 'Спасибо 👩‍👩‍👧‍👦 за "кофе" <3 {лучший} [нет] `ура` ❤️ 1️⃣ ё-моё № 5 ½';
    expect(JSON.parse(data({ kind: "review", text }))).toEqual([[1, null, text]]);
  });
});

describe("what comes back from a model that fell for it", () => {
  const evil = "https://evil.example/refund";
  const fooled = (n: number): string[] => [String(n), "neg", "9", "anger", "refund", "", "health", evil];

  it.each(corpus)("brings nothing that the customer did not write: $aim, $name", async ({ mention }) => {
    server.will((sent, answer) => answer.labels(sent.map(({ n }) => fooled(n))));
    const [label] = await labelsOf([mention]);
    expect(label?.by).toBe("gullible");
    expect(JSON.stringify(label)).not.toContain(evil);
    for (const { words } of label?.urgency ?? []) expect(written(mention)).toContain(words);
  });
});
