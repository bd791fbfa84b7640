import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { tokensOf } from "@otklik/language/label/tokens";
import { shippedSignals } from "@otklik/language/model/shipped";
import { readSignals, writeSignals } from "@otklik/language/model/signal-file";
import { openSignalModel } from "@otklik/language/model/signal-model";
import { passagesOf } from "@otklik/language/model/signal-reader";
import { tellingStretch } from "@otklik/language/model/telling-stretch";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { measureSignals } from "../../packages/language/train/measure-signals.ts";
import { readFolder } from "../../packages/language/train/rows.ts";
import { readCases, type SignalCase } from "../../packages/language/train/signal-cases.ts";
import {
  backgroundMaterial,
  backgroundOf,
  caseMaterial,
  fileMaterial,
} from "../../packages/language/train/signal-material.ts";
import { type SignalManifest, signalSettings, trainSignals } from "../../packages/language/train/signals.ts";
import { keptFolder } from "../support/temporary-folder.ts";
import { casesOf } from "./cases.ts";

const sealedSets = [
  ...["sealed", "sealed-2", "sealed-3"].map((name) => `urgency/${name}`),
  ...["insult-sealed", "spam-sealed", "suspect-sealed", "request-sealed", "sealed-2"].map(
    (name) => `signals/${name}`,
  ),
  "inbox/sealed",
];

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const modelAt = (name: string) => path(`../../packages/language/src/model/${name}.bin.gz`);
const shipped = gunzipSync(readFileSync(modelAt("signals")));
const manifest: SignalManifest = JSON.parse(
  readFileSync(path("../../packages/language/src/model/signals-manifest.json"), "utf8"),
);
const files = readCases(path("../../packages/language/train/signals"));
const mostBytes = 8_000_000;

describe("the shipped model of signals", () => {
  it("is the one that its manifest tells of", () => {
    expect(manifest.hash).toBe(createHash("sha256").update(shipped).digest("hex"));
    expect(manifest).toMatchObject({
      model: shippedSignals().name,
      bytes: shipped.length,
      settings: signalSettings,
    });
  });

  it("was made from the cases as they stand here: after a new line it is trained anew", () => {
    expect(manifest.cases).toEqual(files.map(({ name, hash }) => ({ name, hash })));
    const written = readFolder(path("../../packages/language/train/everyday"));
    expect(manifest.written).toEqual(written.map(({ name, hash }) => ({ name, hash })));
  });

  it("takes at most eight megabytes together with that of sentiment", () => {
    const sizes = ["sentiment", "signals"].map((name) => statSync(modelAt(name)).size);
    expect(sizes[0]).toBeLessThan(mostBytes - (sizes[1] ?? mostBytes));
  });

  it("is written as it was read", () => {
    expect(Buffer.from(writeSignals(readSignals(shipped))).equals(shipped)).toBe(true);
  });

  it("refuses bytes that are no model or were cut short", () => {
    expect(() => openSignalModel(new Uint8Array(3))).toThrow("no model of signals");
    expect(() => openSignalModel(shipped.subarray(0, 1000))).toThrow("cut short");
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

describe("training of signals", () => {
  const cases = (count: number, text: (at: number) => string, signals: SignalCase["signals"]): SignalCase[] =>
    Array.from({ length: count }, (_, at) => ({ text: text(at), signals, words: [] }));
  const some = [
    ...cases(20, (at) => `заказ ${at} хряплый`, ["urgency.health"]),
    ...cases(20, (at) => `заказ ${at} гладный`, ["urgency.fraud", "wish.request"]),
    ...cases(20, (at) => `заказ ${at} лепый`, []),
  ];
  const caution = { urgency: 0, insult: 0, spam: 0, suspect: 0, wish: 0 };
  const settings = { ...signalSettings, runs: 1, texts: 2, caution };
  const trained = (more = {}) =>
    trainSignals(
      some.flatMap((one) => caseMaterial(one, { asked: ["urgency", "wish"], counts: 1 })),
      { ...settings, ...more },
    );

  it("gives the same bytes for the same cases, and others for another seed", () => {
    expect(trained()).toEqual(trained());
    expect(trained({ seed: 7 })).not.toEqual(trained());
  });

  it("learns signals from words that it was not told of, each group by itself", () => {
    const model = openSignalModel(trained());
    const heard = (text: string) => model.hear(tokensOf(text)).map(({ signal }) => signal);
    expect(["хряплый", "гладный", "лепый"].map(heard)).toEqual([
      ["urgency.health"],
      ["urgency.fraud", "wish.request"],
      [],
    ]);
  });

  it("learns nothing of a group that nobody was asked for", () => {
    const model = openSignalModel(
      trainSignals(
        some.flatMap((one) => caseMaterial(one, { asked: ["urgency"], counts: 1 })),
        settings,
      ),
    );
    const heard = some.flatMap(({ text }) => model.hear(tokensOf(text)));
    expect(heard.filter(({ signal }) => !signal.startsWith("urgency."))).toEqual([]);
  });

  it("carries over to what other people wrote: a file that was left out", { timeout: 60_000 }, () => {
    const urgent = files.filter(({ name }) => name.startsWith("urgency/"));
    const [left] = urgent.filter(({ name }) => name === "urgency/health-and-legal.tsv");
    const others = urgent.filter((file) => file !== left).flatMap(fileMaterial);
    const quick = { ...signalSettings, runs: 1, epochs: 4, caution };
    const model = openSignalModel(trainSignals(others, quick));
    const { found, taken } = measureSignals(model, { group: "urgency", cases: left?.cases ?? [] });
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
    const chosen = backgroundOf(rows, { ...signalSettings.background, texts: 10 });
    expect(backgroundOf(rows.toReversed(), { ...signalSettings.background, texts: 10 })).toEqual(chosen);
    expect(chosen.filter(({ language }) => language !== "ru")).toEqual([]);
  });
});

describe("the background of training", () => {
  const weighed = (text: string, side: 0 | 1 | 2) =>
    backgroundMaterial([{ id: "r", language: "ru", source: "s", side, text }], signalSettings.background)[0]
      ?.weight;
  const { weight, displeased } = signalSettings.background;

  it("counts as having no signal", () => {
    expect(weighed("Тёплый шарф", 2)).toEqual(weight);
    expect(weighed("Колючий шарф", 0)).toEqual({ ...weight, urgency: weight.urgency * displeased });
  });

  it("says nothing of wishes where it asks, and nothing of insults where it names an idiot", () => {
    expect(Object.keys(weighed("А шапка есть?", 1) ?? {})).toEqual(["urgency", "insult", "spam", "suspect"]);
    expect(Object.keys(weighed("Идиоты придумали", 1) ?? {})).toEqual(["urgency", "spam", "suspect", "wish"]);
  });
});

describe("a file of cases", () => {
  const { path: folder, remove } = keptFolder();
  afterAll(remove);

  it("is refused by its line, without its words, where it names a signal that its folder is not asked for", () => {
    for (const name of ["everyday", "urgency", "intent", "hard-intent", "insult", "spam", "suspect", "wish"])
      mkdirSync(join(folder, name));
    writeFileSync(join(folder, "spam/own.tsv"), "text\tsignals\twords\nличный текст\tinsult\t\n");
    expect(() => readCases(folder)).toThrow(/^spam\/own\.tsv, line 2: a signal must be one of spam\.$/);
  });
});

describe("the cases that signals are learned from", () => {
  const all = files.flatMap(({ cases }) => cases);

  it("share no text", () => {
    const texts = all.map(({ text }) => text.toLowerCase());
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("are none of the sealed ones", () => {
    const learned = new Set(all.map(({ text }) => text.toLowerCase()));
    const sealed = sealedSets.flatMap(casesOf);
    expect(sealed.length).toBeGreaterThan(1800);
    expect(sealed.filter(({ text }) => learned.has(text.toLowerCase())).map(({ id }) => id)).toEqual([]);
  });

  it("quote their own words", () => {
    for (const { text, words } of all) for (const word of words) expect(text).toContain(word);
  });
});
