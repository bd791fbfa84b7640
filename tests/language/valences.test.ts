import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { phraseReader } from "@otklik/language/model/phrases";
import { readEnds } from "@otklik/language/model/read";
import {
  codeOf,
  grounds,
  judgingOf,
  mostCompany,
  mostMood,
  nothingJudged,
  phraseOfWords,
  type Valence,
  ways,
} from "@otklik/language/model/valence";
import { wordOf } from "@otklik/language/model/word";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readValences, valencesOf } from "../../packages/language/train/valences.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const anyValence: fc.Arbitrary<Valence> = fc.record({
  mood: fc.integer({ min: -mostMood, max: mostMood }),
  as: fc.constantFrom(...ways),
  company: fc.integer({ min: -mostCompany, max: mostCompany }),
  by: fc.constantFrom(...grounds),
});

const { path: folder, remove } = keptFolder();
afterAll(remove);
const read = (...lines: string[]) => {
  writeFileSync(join(folder, "list.tsv"), `${lines.join("\n")}\n`);
  return readValences(folder);
};
const listed = (words: Record<string, Valence>) =>
  valencesOf([
    { name: "", hash: "", words: Object.entries(words).map(([word, valence]) => ({ word, valence })) },
  ]);
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
        const judgedAs = judgingOf(listed({ уютный: valence }));
        expect(wordOf("уютного", judgedAs).lean).toBe(valence.mood + valence.company);
        expect(wordOf("уютного", judgedAs).judged).toEqual(wordOf("уютная", judgedAs).judged);
        expect(wordOf("стол", judgedAs)).toEqual(wordOf("стол"));
      }),
    );
  });

  it("are judged by the first of a list that have the same stem", () => {
    const first: Valence = { mood: 1, as: "q", company: 4, by: "m" };
    const judgedAs = judgingOf(listed({ уютный: first, уютная: { ...first, mood: -1, company: -4 } }));
    expect(wordOf("уютного", judgedAs).lean).toBe(5);
  });

  it("are negated by what stands before them, and by a Russian denial right behind", () => {
    const negatedIn = (text: string): string[] => {
      const negated: string[] = [];
      const word = (from: number, to: number, isNegated: boolean) => {
        if (isNegated) negated.push(text.slice(from, to));
        return wordOf(text.slice(from, to));
      };
      readEnds(text, { word, phrases: phraseReader(nothingJudged, () => {}), feature: () => {} });
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
    "не  плохо\t1\tq\t2\tm",
    " уютный\t2\tq\t3\tm",
    "\t2\tq\t3\tm",
  ])("are refused by line where one is no judgement: %j", (line) => {
    expect(() => read(head, "тихий\t1\tq\t1\tm", line)).toThrow(
      "list.tsv, line 3: a word or phrase, its mood (-3 to 3)",
    );
  });

  it("are refused where the columns are others", () => {
    expect(() => read("word\tmood", "уютный\t2")).toThrow("list.tsv: the first line must name the columns");
  });
});

describe("judged phrases", () => {
  const bad: Valence = { mood: -2, as: "q", company: -3, by: "m" };
  const good: Valence = { mood: 2, as: "q", company: 3, by: "m" };
  const phrases = {
    "оставляет желать лучшего": bad,
    "желать лучшего": bad,
    "лучше не бывает": good,
    "не подвёл": good,
    "не подвёл ни разу": good,
    "проблем нет": good,
  };
  const judging = judgingOf(listed({ ...phrases, лучший: good, подвёл: bad, проблема: bad }));
  /** Of the phrases those that are heard in a text, by how often. */
  const heardIn = (text: string): number[] => {
    const features: number[] = [];
    readEnds(text, {
      word: (from, to) => wordOf(text.slice(from, to), judging),
      phrases: phraseReader(judging, (feature) => features.push(feature)),
      feature: () => {},
    });
    return features;
  };
  const said = phraseOfWords;
  const blame = said(-5, 5);

  it("are heard beside what their words say, each where it ends", () => {
    expect(heardIn("Качество оставляет желать лучшего").filter((one) => one === blame)).toHaveLength(2);
    expect(heardIn("Не подвёл ни разу!").filter((one) => one === said(5, -5))).toHaveLength(2);
    expect(heardIn("лучше не бывает")).toContain(said(5, 5));
  });

  it("are heard in every form of their words", () => {
    expect(heardIn("оставляют желать лучшего")).toContain(blame);
    expect(heardIn("НЕ ПОДВЕЛА")).toContain(said(5, -5));
  });

  it.each([
    "Желать. Лучшего нет",
    "не надо желать, лучшего не надо",
    "желать\nлучшего",
    "желать самого лучшего",
    "лучшего желать",
    "желать http://example.org/ лучшего",
    "",
  ])("are not heard where their words stand apart: %j", (text) => {
    expect(heardIn(text)).toEqual([]);
  });

  it("say the opposite behind a negation of their own", () => {
    const plain = heardIn("меня подвёл и не подвёл");
    const negated = heardIn("нельзя желать лучшего");
    expect(plain).toContain(said(5, -5));
    expect(negated).not.toContain(blame);
    expect(negated).not.toEqual([]);
  });

  it("are not negated by a denial that is their own", () => {
    expect(heardIn("Проблем нет")).toContain(said(5, -5));
  });

  describe("that turn their words", () => {
    const reader = phraseReader(judging, () => {});
    const turnOf = (text: string): number => {
      reader.begin();
      readEnds(text, {
        word: (from, to) => wordOf(text.slice(from, to), judging),
        phrases: reader,
        feature: () => {},
      });
      return reader.turned(text);
    };

    it.each([
      [1, "Не подвёл!"],
      [1, "Мастер нас не подвёл ни разу, приехал вовремя"],
      [1, "Проблем нет."],
      [-1, "Оставляет желать лучшего."],
    ])("turn a text of few words to %i: %s", (turn, text) => {
      expect(turnOf(text)).toBe(turn);
    });

    it.each([
      ["says what its words say", "Лучше не бывает"],
      ["is asked", "Проблем нет?"],
      ["is taken back", "Проблем нет, только не включается"],
      ["is contrasted", "Проблем нет, но не включается"],
      ["is held on a condition", "Если проблем нет, привезут завтра"],
      ["is negated from before", "Не желать лучшего"],
      ["stands beside one that turns the other way", "Не подвёл, оставляет желать лучшего"],
      ["is one of many things said", "Мастер не подвёл, приехал в девять утра и ушёл в двенадцать"],
    ])("turn none where the phrase %s: %s", (_, text) => {
      expect(turnOf(text)).toBe(0);
    });

    it("turn the text that is read, not the one before", () => {
      expect(["Не подвёл", "Привезли стол", "Не подвёл"].map(turnOf)).toEqual([1, 0, 1]);
    });
  });

  /** How many features of phrases such words have together, none of them negated. */
  const featuresIn = (words: readonly string[]): number => {
    let count = 0;
    const reader = phraseReader(judging, () => {
      count += 1;
    });
    for (const word of words) reader.word(wordOf(word, judging), false);
    return count;
  };

  it("are found wherever their stems stand side by side in one clause", () => {
    const words = ["не", "подвёл", "ни", "разу", "лучшего", "желать", "оставляет", "бывает", "стол"];
    const stems = (some: readonly string[]) => some.map((word) => wordOf(word).hash).join(" ");
    const due = new Map(Object.keys(phrases).map((phrase) => [stems(phrase.split(" ")), phrase]));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (text) => {
        let count = 0;
        for (let from = 0; from < text.length; from += 1)
          for (let to = from + 2; to <= Math.min(text.length, from + 4); to += 1)
            if (due.has(stems(text.slice(from, to)))) count += 1;
        expect(featuresIn(text)).toBe(count * featuresIn(["желать", "лучшего"]));
      }),
    );
  });
});
