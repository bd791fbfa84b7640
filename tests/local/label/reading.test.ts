import { lineReader, type ReadingOptions } from "@otklik/local/commands/label/reading";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const readingsOf = (text: string, options: ReadingOptions = {}) =>
  text.split("\n").map(
    (
      (read) => (line, at) =>
        read({ n: at + 1, text: line })
    )(lineReader(options)),
  );
const one = (line: unknown, options?: ReadingOptions) => readingsOf(JSON.stringify(line), options)[0];
const mention = (more: object) => ({ mention: { kind: "review", text: "", ...more } });

describe("an input of texts", () => {
  it("gives a review for each line, and one without words for a blank one", () => {
    expect(readingsOf("Хорошо\n  \nПлохо")).toEqual([
      mention({ text: "Хорошо" }),
      mention({ text: "" }),
      mention({ text: "Плохо" }),
    ]);
  });

  it("may hold an object among them, and what only looks like one", () => {
    expect(readingsOf('Хорошо\n{"text":"да","stars":2}\n{улыбается} отлично')).toEqual([
      mention({ text: "Хорошо" }),
      mention({ text: "да", rating: { stars: 2, outOf: 5 } }),
      mention({ text: "{улыбается} отлично" }),
    ]);
  });

  it("is taken as such where that is said, whatever its first line looks like", () => {
    expect(readingsOf("text\nда", { from: "texts" })).toEqual([
      mention({ text: "text" }),
      mention({ text: "да" }),
    ]);
  });
});

describe("an input of JSON lines", () => {
  it("states the parts of a mention, and its id; the rest is left alone", () => {
    const line = {
      id: 7,
      network: "ozon",
      kind: "comment",
      title: "Чайник",
      text: "Кипит",
      pros: "быстро",
      cons: "шумно",
      stars: 4,
      outOf: 5,
      language: "ru",
    };
    const { id, network: _, stars, outOf, ...said } = line;
    expect(one(line)).toEqual({ id, mention: { ...said, rating: { stars, outOf } } });
  });

  it("may spell the names as exports do", () => {
    expect(one({ "Review Text": "Ок", Достоинства: "вкус", cons: null, Stars: "3", LANG: "ru" })).toEqual(
      mention({ text: "Ок", pros: "вкус", language: "ru", rating: { stars: 3, outOf: 5 } }),
    );
  });

  it.each([
    [{ stars: 4 }, { stars: 4, outOf: 5 }],
    [{ rating: "7/10" }, { stars: 7, outOf: 10 }],
    [{ rating: 7 }, { stars: 7, outOf: 10 }],
    [{ rating: 80 }, { stars: 80, outOf: 100 }],
    [
      { stars: 3, outOf: 10 },
      { stars: 3, outOf: 10 },
    ],
    [
      { stars: 3, out_of: "10" },
      { stars: 3, outOf: 10 },
    ],
    [{ rating: { stars: 2, outOf: 5 } }, { stars: 2, outOf: 5 }],
    [{ rating: { value: 4, max: 10 } }, { stars: 4, outOf: 10 }],
    [{ rating: "★★★☆☆" }, { stars: 3, outOf: 5 }],
  ])("states stars as %j", (stated, rating) => {
    expect(one({ text: "Ок", ...stated })).toEqual(mention({ text: "Ок", rating }));
  });

  it.each([0, "", "n/a", null])("takes stars of %j for none given", (stars) => {
    expect(one({ text: "Ок", stars })).toEqual(mention({ text: "Ок" }));
  });

  it("may leave the best rating to whoever asks", () => {
    expect(one({ text: "Ок", stars: 3 }, { outOf: 10 })).toEqual(
      mention({ text: "Ок", rating: { stars: 3, outOf: 10 } }),
    );
  });

  it.each([
    ["recommended", "recommended"],
    [false, "not-recommended"],
  ])("states a verdict of %j", (given, verdict) => {
    expect(one({ text: "Ок", recommended: given })).toEqual(mention({ text: "Ок", verdict }));
  });

  it("takes an unknown kind for a review", () => {
    expect(one({ text: "Ок", kind: "app-review" })).toEqual(mention({ text: "Ок" }));
  });

  it("may hold a text alone, in quotation marks", () => {
    expect(readingsOf('{"text":"Ок"}\n"Хорошо"')[1]).toEqual(mention({ text: "Хорошо" }));
  });

  it.each([
    ["{broken", "is no JSON"],
    ["Просто текст", "is no JSON"],
    ["[1]", "is JSON, but no object with a text"],
    ['{"text":5}', "text: is no text but a number"],
    ['{"text":["а"]}', "text: is no text but a list"],
    ['{"author":"Анна"}', "text: is missing, and so are title, pros, cons and stars"],
    ['{"text":"а","stars":"много"}', "stars: are no rating"],
    ['{"text":"а","stars":6,"outOf":5}', "stars: are more than 5"],
    ['{"text":"а","stars":1,"outOf":"-"}', undefined],
    ['{"text":"а","stars":1,"outOf":"пять"}', "outOf: is no number above 0"],
    ['{"text":"а","verdict":"наверное"}', "verdict: is neither recommended nor not-recommended"],
  ])("refuses a bad line by its number alone: %s", (bad, why) => {
    const [before, refused, after] = readingsOf(`{"text":"раз"}\n${bad}\n{"text":"три"}`);
    expect([before, after]).toEqual([mention({ text: "раз" }), mention({ text: "три" })]);
    expect((refused as { failed?: string }).failed).toBe(why && `line 2: ${why}`);
  });
});

describe("whatever a line holds", () => {
  const line = fc.oneof(
    fc.json(),
    fc.string({ unit: "grapheme" }),
    fc
      .record(
        {
          text: fc.jsonValue(),
          stars: fc.jsonValue(),
          outOf: fc.jsonValue(),
          pros: fc.jsonValue(),
          id: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((stated) => JSON.stringify(stated)),
  );

  it("is a mention or is refused by its number, and spoils no other", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const [first, ...found] = readingsOf(['{"text":"раз"}', ...lines].join("\n"));
        expect(first).toEqual(mention({ text: "раз" }));
        for (const reading of found)
          expect(reading).toEqual(
            expect.toSatisfy((one) => /^line \d+: /.test(one.failed) || typeof one.mention.text === "string"),
          );
      }),
    );
  });
});

describe("an input of TSV", () => {
  it("is told by a header with a column of texts, of which nothing is said", () => {
    expect(
      readingsOf("id\tlang\tsource\tlabel\trating\ttext\na1\tru\tx\t-1\t2\tПлохо\na2\ten\tx\t1\t\tFine"),
    ).toEqual([
      null,
      { id: "a1", ...mention({ text: "Плохо", language: "ru", rating: { stars: 2, outOf: 5 } }) },
      { id: "a2", ...mention({ text: "Fine", language: "en" }) },
    ]);
  });

  it("keeps the tabs of a text in the last column", () => {
    expect(readingsOf("id\ttext\n1\tраз\tдва")[1]).toEqual({ id: "1", ...mention({ text: "раз\tдва" }) });
  });

  it("refuses a row of too few cells, and reads the next", () => {
    const [, refused, next] = readingsOf("id\ttext\n1\n2\tда");
    expect(refused).toEqual({ failed: "line 2: has 1 cells, and the header 2" });
    expect(next).toEqual({ id: "2", ...mention({ text: "да" }) });
  });

  it("may have that column alone", () => {
    expect(readingsOf("text\nда")).toEqual([null, mention({ text: "да" })]);
  });
});

describe("an input of another form", () => {
  it.each([
    ["[\n", "one list in JSON"],
    ['[{"text":"а"}]', "one list in JSON"],
    ["id,text,rating", "looks like CSV"],
    ["Отзыв;Оценка", "looks like CSV"],
  ])("is refused as a whole, with what to do: %j", (text, why) => {
    expect(() => readingsOf(text)).toThrow(why);
  });

  it("is refused where it is said to be TSV and names no texts", () => {
    expect(() => readingsOf("a\tb", { from: "tsv" })).toThrow('names no column of texts, such as "text"');
  });

  it("refuses a line that was too long to be kept", () => {
    expect(lineReader({})({ n: 3, text: null })).toEqual({
      failed: "line 3: is longer than a million characters",
    });
  });
});
