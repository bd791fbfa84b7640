import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { tokensOf } from "@otklik/language/label/tokens";
import { shippedUrgency } from "@otklik/language/model/shipped";
import { tellingStretch } from "@otklik/language/model/telling-stretch";
import { readUrgency, writeUrgency } from "@otklik/language/model/urgency-file";
import { openUrgencyModel } from "@otklik/language/model/urgency-model";
import { passagesOf } from "@otklik/language/model/urgency-reader";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureUrgency } from "../../packages/language/train/measure-urgency.ts";
import {
  backgroundOf,
  caseMaterial,
  trainUrgency,
  type UrgencyManifest,
  urgencySettings,
} from "../../packages/language/train/urgency.ts";
import { readCases, type UrgencyCase } from "../../packages/language/train/urgency-cases.ts";

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const shipped = readFileSync(path("../../packages/language/src/model/urgency.bin"));
const manifest: UrgencyManifest = JSON.parse(
  readFileSync(path("../../packages/language/src/model/urgency-manifest.json"), "utf8"),
);
const files = readCases(path("../../packages/language/train/urgency"));
const mostBytes = 8_000_000;

describe("the shipped model of urgency", () => {
  it("is the one that its manifest tells of", () => {
    expect(manifest.hash).toBe(createHash("sha256").update(shipped).digest("hex"));
    expect(manifest).toMatchObject({
      model: shippedUrgency().name,
      bytes: shipped.length,
      settings: urgencySettings,
    });
  });

  it("was made from the cases as they stand here: after a new line it is trained anew", () => {
    expect(manifest.cases).toEqual(files.map(({ name, hash }) => ({ name, hash })));
  });

  it("takes at most eight megabytes together with that of sentiment", () => {
    const sentiment = readFileSync(path("../../packages/language/src/model/sentiment.bin"));
    expect(shipped.length + sentiment.length).toBeLessThanOrEqual(mostBytes);
  });

  it("is written as it was read", () => {
    expect(Buffer.from(writeUrgency(readUrgency(shipped))).equals(shipped)).toBe(true);
  });

  it("refuses bytes that are no model or were cut short", () => {
    expect(() => openUrgencyModel(new Uint8Array(3))).toThrow("no model of urgency");
    expect(() => openUrgencyModel(shipped.subarray(0, 1000))).toThrow("cut short");
  });
});

describe("the words that tell a reason", () => {
  const anything = fc.oneof(
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
      .map((codes) => String.fromCharCode(...codes)),
    fc
      .array(fc.constantFrom("деньги", "украли", "court", "вас", "рвало", ".", ",", "not", "не", "\n", "!"), {
        maxLength: 120,
      })
      .map((words) => words.join(" ")),
  );

  it("lie within the text, whatever is written", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const [outcome] = await embeddedLabeler().label([{ kind: "review", text }], { workspaceId: "w" });
        const label = outcome && "label" in outcome ? outcome.label : undefined;
        expect(label?.urgency.every(({ words }) => words !== "" && text.includes(words))).toBe(true);
        const spans = label?.evidence.filter(({ of }) => of.startsWith("urgency.")) ?? [];
        expect(spans).toHaveLength(label?.urgency.length ?? -1);
        expect(spans.every(({ from, to }) => from >= 0 && from < to && to <= text.length)).toBe(true);
      }),
    );
  });

  const quoted = (text: string, shares: readonly number[]): string => {
    const tokens = tokensOf(text);
    const [passage] = passagesOf(tokens);
    if (!passage) return "";
    const { place, length } = tellingStretch(Float64Array.from(shares), { tokens, passage });
    return text.slice(tokens[place]?.at, tokens[place + length - 1]?.to);
  };

  it.each([
    ["those that say most", "суп вкусный ночью рвало всех", [0, -1, 0.5, 2, 1], "ночью рвало всех"],
    ["a strong word without the weak ones around", "было так что рвало потом", [0.1, 0, 0, 2, 0.1], "рвало"],
    ["within one sentence", "нас рвало. в суд", [0, 2, 0, 0, 3], "суд"],
    ["with the negation before them", "сайт не работает", [0, 0, 2], "не работает"],
    ["all of the passage where no word says more than another", "ну и ну", [0, 0, 0], "ну и ну"],
  ])("are %s", (_, text, shares, words) => {
    expect(quoted(text, shares)).toBe(words);
  });
});

describe("passages", () => {
  it("cover the tokens of a field without a gap", () => {
    const texts = fc.array(fc.constantFrom("слово", "word", ".", ",", "\n"), { maxLength: 300 });
    fc.assert(
      fc.property(texts, (words) => {
        const tokens = tokensOf(words.join(" "));
        const places = passagesOf(tokens).flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, at) => from + at),
        );
        expect(places).toEqual([...tokens.keys()]);
      }),
    );
  });
});

describe("training of urgency", () => {
  const cases = (count: number, text: (at: number) => string, reasons: number[]): UrgencyCase[] =>
    Array.from({ length: count }, (_, at) => ({ text: text(at), reasons, words: [] }));
  const some = [
    ...cases(20, (at) => `заказ ${at} хряплый`, [0]),
    ...cases(20, (at) => `заказ ${at} гладный`, [2]),
    ...cases(20, (at) => `заказ ${at} лепый`, []),
  ];
  const settings = { ...urgencySettings, runs: 1, texts: 2, caution: 0 };
  const trained = (more = {}) => trainUrgency(some.flatMap(caseMaterial), { ...settings, ...more });

  it("gives the same bytes for the same cases, and others for another seed", () => {
    expect(trained()).toEqual(trained());
    expect(trained({ seed: 7 })).not.toEqual(trained());
  });

  it("learns reasons from words that it was not told of", () => {
    const model = openUrgencyModel(trained());
    const heard = (text: string) => model.hear(tokensOf(text)).map(({ reason }) => reason);
    expect([heard("хряплый"), heard("гладный"), heard("лепый")]).toEqual([["health"], ["fraud"], []]);
  });

  it("carries over to what other people wrote: a file that was left out", { timeout: 60_000 }, () => {
    const [left] = files.filter(({ name }) => name === "health-and-legal.tsv");
    const others = files.filter((file) => file !== left).flatMap((file) => file.cases);
    const quick = { ...urgencySettings, runs: 1, epochs: 6 };
    const model = openUrgencyModel(trainUrgency(others.flatMap(caseMaterial), { ...quick, caution: 0 }));
    const { found, taken } = measureUrgency(model, left?.cases ?? []);
    expect(found).toBeGreaterThan(0.65);
    expect(taken).toBeLessThan(0.2);
  });

  it("takes its background by id, whatever the order of the rows", () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({
      id: `r${at}`,
      language: at % 4 === 0 ? "kk" : "ru",
      source: "s",
      side: 1 as const,
      text: `${at}`,
    }));
    const chosen = backgroundOf(rows, { ...urgencySettings.background, texts: 10 });
    expect(backgroundOf(rows.toReversed(), { ...urgencySettings.background, texts: 10 })).toEqual(chosen);
    expect(chosen.filter(({ language }) => language !== "ru")).toEqual([]);
  });
});

describe("the cases that urgency is learned from", () => {
  const all = files.flatMap(({ cases }) => cases);

  it("share no text", () => {
    const texts = all.map(({ text }) => text.toLowerCase());
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("quote their own words", () => {
    for (const { text, words } of all) for (const word of words) expect(text).toContain(word);
  });
});
