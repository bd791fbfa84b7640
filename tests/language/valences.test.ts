import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnds } from "@otklik/language/model/read";
import {
  codeOf,
  grounds,
  judgedWords,
  mostCompany,
  mostMood,
  type Valence,
  ways,
} from "@otklik/language/model/valence";
import { wordOf } from "@otklik/language/model/word";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readValences, valencesOf } from "../../packages/language/train/valences.ts";

const anyValence: fc.Arbitrary<Valence> = fc.record({
  mood: fc.integer({ min: -mostMood, max: mostMood }),
  as: fc.constantFrom(...ways),
  company: fc.integer({ min: -mostCompany, max: mostCompany }),
  by: fc.constantFrom(...grounds),
});

const folder = mkdtempSync(join(tmpdir(), "otklik-valences-"));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (...lines: string[]) => {
  writeFileSync(join(folder, "list.tsv"), `${lines.join("\n")}\n`);
  return readValences(folder);
};
const head = "word\tmood\tas\tcompany\tby";

describe("judged words", () => {
  it("keep apart whatever is judged differently", () => {
    fc.assert(
      fc.property(anyValence, anyValence, (one, other) => {
        const isSame = Object.entries(one).every(([part, value]) => other[part as keyof Valence] === value);
        expect(codeOf(one) === codeOf(other)).toBe(isSame);
      }),
    );
  });

  it("lean as far as mood and company say, in each form of the word and in no other word", () => {
    fc.assert(
      fc.property(anyValence, (valence) => {
        const judgedAs = judgedWords(
          valencesOf([{ name: "", hash: "", words: [{ word: "уютный", valence }] }]),
        );
        expect(wordOf("уютного", judgedAs).lean).toBe(valence.mood + valence.company);
        expect(wordOf("уютного", judgedAs).judged).toEqual(wordOf("уютная", judgedAs).judged);
        expect(wordOf("стол", judgedAs)).toEqual(wordOf("стол"));
      }),
    );
  });

  it("are negated by what stands before them, and by a Russian denial right behind", () => {
    const negatedIn = (text: string): string[] => {
      const negated: string[] = [];
      const word = (from: number, to: number, isNegated: boolean) => {
        if (isNegated) negated.push(text.slice(from, to));
        return wordOf(text.slice(from, to));
      };
      readEnds(text, { word, feature: () => {} });
      return negated;
    };
    expect(negatedIn("не плохо")).toEqual(["плохо"]);
    expect(negatedIn("not bad, good")).toEqual(["bad"]);
    expect(negatedIn("проблем нет.")).toEqual(["проблем"]);
    expect(negatedIn("вес нетто")).toEqual([]);
  });

  it("are read from their lists", () => {
    const [file] = read(head, "уютный\t2\tq\t3\tm", "министр\t0\t-\t0\tn");
    expect(file?.words).toEqual([
      { word: "уютный", valence: { mood: 2, as: "q", company: 3, by: "m" } },
      { word: "министр", valence: { mood: 0, as: "-", company: 0, by: "n" } },
    ]);
  });

  it.each([
    "уютный\t4\tq\t3\tm",
    "уютный\t2\tz\t3\tm",
    "уютный\t2\tq\t5\tm",
    "уютный\t2\tq\t\tm",
    "уютный\t2\tq",
    "\t2\tq\t3\tm",
  ])("are refused by line where one is no judgement: %j", (line) => {
    expect(() => read(head, "тихий\t1\tq\t1\tm", line)).toThrow(
      "list.tsv, line 3: a word, its mood (-3 to 3)",
    );
  });

  it("are refused where the columns are others", () => {
    expect(() => read("word\tmood", "уютный\t2")).toThrow("list.tsv: the first line must name the columns");
  });
});
