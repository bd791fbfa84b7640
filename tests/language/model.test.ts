import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { readModel, writeModel } from "@otklik/language/model/file";
import { gather, gathering } from "@otklik/language/model/gathered";
import { openSentimentModel, type Sides } from "@otklik/language/model/sentiment-model";
import { shippedModel } from "@otklik/language/model/shipped";
import { beside, negativeIn, positiveIn, slotOf, slotsOf, tableOf } from "@otklik/language/model/table";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sources } from "../../bench/evaluate/sources.ts";
import { isWritten, readFile, readFolder } from "../../packages/language/train/rows.ts";
import { type Manifest, settings, train } from "../../packages/language/train/train.ts";
import { trainable } from "../../packages/language/train/trainable.ts";
import { readValences, type ValenceFile, valencesOf } from "../../packages/language/train/valences.ts";
import { syntheticRows } from "./synthetic-rows.ts";

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const shipped = gunzipSync(readFileSync(path("../../packages/language/src/model/sentiment.bin.gz")));
const manifest: Manifest = JSON.parse(
  readFileSync(path("../../packages/language/src/model/manifest.json"), "utf8"),
);
const heldOut: string[] = JSON.parse(
  readFileSync(path("../../packages/language/train/held-out-ids.json"), "utf8"),
);
const writtenTexts = ["everyday", "written"].flatMap((folder) =>
  readFolder(path(`../../packages/language/train/${folder}`)),
);
const isLong = (text: string): boolean => text.length > 20;
const data = path("../../../shared/sentiment");
const isDataHere = existsSync(data);

const judge = (text: string): Sides => shippedModel().judge(text);
const likeliest = (text: string): string => {
  const sides = Object.entries(judge(text)).sort(([, a], [, b]) => b - a);
  return sides[0]?.[0] ?? "";
};
const confidence = (text: string): number => Math.max(...Object.values(judge(text)));

describe("the shipped model", () => {
  it("is the one that its manifest tells of", () => {
    expect(manifest.hash).toBe(createHash("sha256").update(shipped).digest("hex"));
    expect(manifest).toMatchObject({ model: shippedModel().name, bytes: shipped.length, settings });
  });

  it("was made with the judged words as they stand beside the training", () => {
    const files = readValences(path("../../packages/language/train/valences"));
    const told = files.map(({ name, hash, words }) => ({ name, hash, words: words.length }));
    expect(manifest.valences).toEqual(told);
  });

  it("was made with the written texts as they stand there", () => {
    const told = writtenTexts.map(({ name, hash }) => ({ name, hash }));
    expect(manifest.written).toEqual(told);
  });

  it("was trained on no text of a sealed set", () => {
    const sealed = globSync(path("./*/sealed*.tsv")).flatMap((file) =>
      readFileSync(file, "utf8").split("\n"),
    );
    const cells = new Set(sealed.flatMap((line) => line.split("\t")));
    // Two words may be the same by chance, such as "ну такое".
    const trained = writtenTexts.flatMap(({ rows }) => rows.map(({ text }) => text)).filter(isLong);
    expect(cells.size).toBeGreaterThan(1000);
    expect(trained.filter((text) => cells.has(text))).toEqual([]);
  });

  it("is the one that stands on each label", () => {
    expect(embeddedLabeler().name).toBe(shippedModel().name);
  });

  it("fails its labeler as a whole, and blames no mention, where it cannot be opened", async () => {
    const labeler = embeddedLabeler(() => openSentimentModel(new Uint8Array(3)));
    const label = labeler.label([{ kind: "review", text: "Отлично" }], { workspaceId: "w" });
    await expect(label).rejects.toThrow("no sentiment model");
  });

  it("was made from declared sources whose terms let it be shipped", () => {
    const allowed = sources.filter(({ licence }) => !licence.includes("NC")).map(({ name }) => name);
    const real = Object.keys(manifest.rows).filter((source) => !isWritten({ source }));
    expect(allowed).toEqual(expect.arrayContaining(real));
  });

  it("gives finite probabilities that add up to 1 for whatever can be written", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 });
    const anything = fc.oneof(
      units.map((codes) => String.fromCharCode(...codes)),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { negative, neutral, positive } = judge(text);
        expect(Math.min(negative, neutral, positive)).toBeGreaterThanOrEqual(0);
        expect(negative + neutral + positive).toBeCloseTo(1, 9);
      }),
    );
  });

  it("judges a text alike however often it is asked", () => {
    const first = judge("Доставили вовремя, но упаковка мятая");
    judge("something else");
    expect(judge("Доставили вовремя, но упаковка мятая")).toEqual(first);
  });

  it.each([
    ["Всё ещё тёплый, спасибо", "Все еще теплый, спасибо"],
    ["Отличное качество", "Oтличнoe кaчecтвo"],
    ["Это оооочень вкусно", "Это ооооооооочень вкусно"],
    ["So goooood", "So goooooooood"],
    ["Отлично!!!", "Отлично!!!!!!"],
    ["don't like it", "don’t like it"],
    ["Отлично", "От\u200bлично"],
  ])("hears the same in %j and %j", (one, other) => {
    expect(judge(other)).toEqual(judge(one));
  });

  it.each([
    ["positive", "Очень понравилось, всем советую!"],
    ["negative", "Деньги списали, а поддержка молчит."],
    ["positive", "Совсем не плохо, я доволен"],
    ["negative", "I would never buy it again"],
    ["positive", "Exactly what I needed, works great"],
  ])("tells that it is %s: %s", (is, text) => {
    expect(likeliest(text)).toBe(is);
  });

  it.each([
    "Palvelu oli kohtuullista ja tilat siistit",
    "Zamówienie przyszło we wtorek",
    "店員さんは普通でした",
    "ร้านนี้อยู่ใกล้สถานี",
  ])("is unsure of words that it never learned: %s", (text) => {
    expect(confidence(text)).toBeLessThan(0.5);
  });

  it("refuses bytes that are no model or were cut short", () => {
    expect(() => openSentimentModel(new Uint8Array(3))).toThrow("no sentiment model");
    expect(() => openSentimentModel(new TextEncoder().encode("<!doctype html>"))).toThrow(
      "no sentiment model",
    );
    expect(() => openSentimentModel(shipped.subarray(0, 1000))).toThrow("cut short");
  });
});

describe("training", () => {
  // Few buckets and runs: what is shown here needs no large model.
  const small = { texts: 1, runs: 2, spelling: { ...settings.spelling, bits: 12 } };
  const quiet = { settings: { ...settings, ...small }, valences: valencesOf([]), say: () => {} };

  it("gives the same bytes for the same rows, and others for another seed", () => {
    const rows = syntheticRows();
    const first = train(rows, quiet);
    expect(train(rows, quiet)).toEqual(first);
    expect(train(rows, { ...quiet, settings: { ...quiet.settings, seed: 7 } })).not.toEqual(first);
  });

  it("learns words that it was not told of", () => {
    const model = openSentimentModel(train(syntheticRows(), quiet));
    expect(model.judge("зюмкий").positive).toBeGreaterThan(model.judge("хряплый").positive);
    expect(model.judge("хряплый").negative).toBeGreaterThan(model.judge("зюмкий").negative);
  });

  it("hears a word or a phrase that no text has by how it was judged", () => {
    const judged = (mood: number): ValenceFile["words"][number]["valence"] => ({
      mood,
      as: "q",
      company: mood,
      by: "m",
    });
    const words = [
      { word: "зюмкий", valence: judged(2) },
      { word: "дивокрасный", valence: judged(2) },
      { word: "хряплый", valence: judged(-2) },
      { word: "гнусомерзкий", valence: judged(-2) },
      { word: "выше крыши", valence: judged(2) },
      { word: "ниже плинтуса", valence: judged(-2) },
    ];
    const valences = valencesOf([{ name: "these.tsv", hash: "", words }]);
    const model = openSentimentModel(train(syntheticRows(), { ...quiet, valences }));
    for (const [good, bad] of [
      ["дивокрасный", "гнусомерзкий"],
      ["выше крыши", "ниже плинтуса"],
    ] as const) {
      expect(model.judge(good).positive).toBeGreaterThan(model.judge(bad).positive);
      expect(model.judge(bad).negative).toBeGreaterThan(model.judge(good).negative);
    }
  });

  it("leaves out held-out ids and sources whose terms forbid shipping", () => {
    const row = { language: "en", side: 0, text: "x" } as const;
    const rows = [
      { ...row, id: "a", source: "en_airline" },
      { ...row, id: "b", source: "en_sst" },
      { ...row, id: "c", source: "en_sst" },
    ];
    expect(trainable(rows, new Set(["b"])).map(({ id }) => id)).toEqual(["c"]);
  });

  it("finds no data in a folder that is not there", () => {
    expect(readFolder(path("./no-such-folder"))).toEqual([]);
  });
});

describe("the model's file", () => {
  const learned = readModel(shipped);

  it("is written as it was read", () => {
    expect(Buffer.from(writeModel(learned)).equals(shipped)).toBe(true);
  });

  it("holds the strongest pulls where a table may not hold all", () => {
    const features = Array.from({ length: 20 }, (_, at) => ({
      hash: 1000 + at,
      negative: at,
      positive: -at,
    }));
    const table = tableOf(features, 6);
    const found = features.filter(({ hash }) => slotOf(table, hash) >= 0);
    expect(found.map(({ negative }) => negative)).toEqual([14, 15, 16, 17, 18, 19]);
  });

  it("finds every feature that was put into a table, with its pulls", () => {
    const pull = fc.integer({ min: -127, max: 127 });
    const feature = fc.record({
      hash: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      negative: pull,
      positive: pull,
    });
    // Features of one mark may be taken for each other: these are told apart.
    const features = fc.uniqueArray(feature, { maxLength: 200, selector: ({ hash }) => hash & 0xffff || 1 });
    fc.assert(
      fc.property(features, (all) => {
        const table = tableOf(all);
        const sought = gathering();
        for (const { hash } of all) gather(sought, hash);
        slotsOf(table, sought);
        expect([...sought.numbers.subarray(0, sought.count)]).toEqual(
          all.map(({ hash }) => slotOf(table, hash)),
        );
        const found = all.map(({ hash }) => {
          const pulls = table.numbers[slotOf(table, hash) + beside.pulls] as number;
          return { hash, negative: negativeIn(pulls), positive: positiveIn(pulls) };
        });
        expect(found).toEqual(all);
      }),
    );
  });
});

describe.skipIf(!isDataHere)(`the labelled texts (skipped, and unproven, where ${data} is absent)`, () => {
  it("are measured on texts that are not trained on", { timeout: 60_000 }, () => {
    const all = [...readFolder(data), ...writtenTexts];
    const trained = new Set(all.flatMap(({ rows }) => rows.map(({ text }) => text)));
    const dev = readFile(`${data}/dev.tsv.gz`).rows;
    expect(dev.filter(({ text }) => trained.has(text)).map(({ id }) => id)).toEqual([]);
  });

  it("are those that the shipped model was made from", { timeout: 60_000 }, () => {
    const files = readFolder(data);
    expect(files.map(({ name, hash }) => ({ name, hash }))).toEqual(manifest.data);
    const rows = trainable(
      files.flatMap((file) => file.rows),
      new Set(heldOut),
    );
    const used = Object.entries(manifest.rows).filter(([source]) => !isWritten({ source }));
    expect(rows).toHaveLength(used.reduce((sum, [, count]) => sum + count, 0));
  });
});
