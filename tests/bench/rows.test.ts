import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { sliceOf } from "../../bench/evaluate/groups.ts";
import { readData, rowsOf } from "../../bench/evaluate/rows.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const { path: folder, remove } = keptFolder();
afterAll(remove);
const header = "id\tlang\tsource\tlabel\trating\ttext";
const texts = [
  header,
  "a1\tru\tru_shop\t-1\t2\tПлохо",
  "a2\ten\ten_air\t0\t7/10\tFine",
  "a3\ten\ten_air\t1\t\tYes",
].join("\n");

describe("the labelled texts", () => {
  it("are read with the stars that their sources have", () => {
    expect(rowsOf(`${texts}\n`, "dev.tsv")).toEqual([
      {
        id: "a1",
        language: "ru",
        source: "ru_shop",
        is: "negative",
        rating: { stars: 2, outOf: 5 },
        text: "Плохо",
      },
      {
        id: "a2",
        language: "en",
        source: "en_air",
        is: "neutral",
        rating: { stars: 7, outOf: 10 },
        text: "Fine",
      },
      { id: "a3", language: "en", source: "en_air", is: "positive", text: "Yes" },
    ]);
  });

  it.each([
    ["id\tlang\ttext\n", "no column source, label"],
    [`${header}\na\tru\ts\t2\t\tда`, "line 2"],
    [`${header}\na\tru\ts\t\t\tда`, "line 2"],
    [`${header}\na\tru\ts\t1\tда`, "line 2"],
  ])("are refused by the line where they are none, without its words: %j", (tsv, why) => {
    expect(() => rowsOf(tsv, "dev.tsv")).toThrow(why);
    expect(() => rowsOf(tsv, "dev.tsv")).not.toThrow("да");
  });

  it("of a folder are of all its files but those to train on", () => {
    const place = join(folder, "texts");
    mkdirSync(place);
    writeFileSync(join(place, "dev.tsv"), texts);
    writeFileSync(join(place, "more.tsv.gz"), gzipSync(texts));
    writeFileSync(join(place, "train.tsv"), texts);
    writeFileSync(join(place, "README.md"), "Read me");
    expect(readData(place).map(({ name, rows }) => [name, rows.length])).toEqual([
      ["dev.tsv", 3],
      ["more.tsv.gz", 3],
    ]);
  });

  it("are asked for where they are not", () => {
    expect(() => readData(join(folder, "nowhere.tsv"))).toThrow("--data PATH");
    mkdirSync(join(folder, "empty"));
    expect(() => readData(join(folder, "empty"))).toThrow("holds no .tsv");
  });
});

describe("a slice", () => {
  it.each([
    ["ru", "ru_otzovik", "ru reviews"],
    ["ru", "ru_rusentitweet", "ru social"],
    ["en", "en_airline", "en reviews"],
    ["en", "en_tweeteval", "en social"],
    ["kk", "kk_kazsandra", "other"],
  ])("of %s in %s is %s", (language, source, slice) => {
    expect(sliceOf({ language, source })).toBe(slice);
  });

  it("is social where its source is said to be", () => {
    expect(sliceOf({ language: "ru", source: "ru_vk" }, new Set(["ru_vk"]))).toBe("ru social");
  });
});
