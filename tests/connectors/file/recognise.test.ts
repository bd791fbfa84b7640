import { readFileSync } from "node:fs";
import { file } from "@otklik/connectors/file/index";
import { Refusal } from "@otklik/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importFile, recogniseFile, toolsWith } from "./stored-files.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/file/${name}`, import.meta.url));

describe("the file connector", () => {
  it("recognises no link", async () => {
    expect(await file.recognise?.({ link: new URL("https://example.com/") }, toolsWith({}))).toBeNull();
  });

  it.each([
    ["a web page", "<!doctype html><p>Demo"],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0, 0, 1, 2, 3]),
    ],
  ])("leaves %s to others", async (_what, bytes) => {
    const given = { file: { blob: "blob", name: "demo" } };
    expect(await file.recognise?.(given, toolsWith({ blob: bytes }))).toBeNull();
  });

  it.each([
    ["an empty file", " \n", /empty/],
    ["an old Excel file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.xlsx or CSV/],
  ])("says what to do about %s", async (_what, bytes, words) => {
    await expect(recogniseFile(bytes)).rejects.toThrow(words);
  });
});

describe("any bytes at all", () => {
  const beginnings = ["", "PK\u0003\u0004", "[{", '{"a":', "a;b\n", "sep=;\n", '"', "[[1]"].map((text) =>
    Buffer.from(text),
  );

  it("are a table, none, or refused in words", async () => {
    const bytes = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(bytes, async (parts) => {
        const given = { file: { blob: "blob", name: "demo" } };
        const outcome = await file
          .recognise?.(given, toolsWith({ blob: Buffer.concat(parts) }))
          .catch((error) => error);
        const isFine = outcome === null || outcome instanceof Refusal || Array.isArray(outcome?.sample);
        expect(isFine).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("an export of a cabinet", () => {
  it("of Wildberries is read as it is", async () => {
    const { settings, found, unreadable } = await importFile(fixture("wildberries-cabinet.csv"));
    expect(unreadable).toEqual([]);
    expect(settings).toMatchObject({
      format: "csv",
      encoding: "utf-8",
      delimiter: ";",
      header: 1,
      outOf: 5,
      rows: 3,
    });
    expect(found).toMatchObject([
      {
        externalId: "demoWb000000000001",
        author: { name: "Демо Покупатель" },
        text: "Демонстрация: кружка целая;\nкоробка мятая.",
        pros: "Цвет",
        cons: "Упаковка",
        rating: { stars: 4, outOf: 5 },
        product: { id: "100000001", sku: "DEMO-CUP-1", name: "Кружка демонстрационная" },
        postedAt: new Date("2024-03-05T14:20:00Z"),
        ownerReply: {
          text: "Спасибо за демонстрационный отзыв!",
          postedAt: new Date("2024-03-06T09:00:00Z"),
        },
        canReply: false,
        url: "",
      },
      { externalId: "demoWb000000000002", text: "", rating: { stars: 5, outOf: 5 }, author: {} },
      {
        externalId: "demoWb000000000003",
        text: 'Демонстрация: "хорошая" вещь',
        rating: { stars: 1, outOf: 5 },
      },
    ]);
  });

  it("of Ozon in windows-1251 is read as it is", async () => {
    const { settings, found, unreadable } = await importFile(fixture("ozon-cabinet-windows-1251.csv"));
    expect(unreadable).toEqual([]);
    expect(settings).toMatchObject({ encoding: "windows-1251", delimiter: ";" });
    expect(found).toMatchObject([
      {
        externalId: "0190demo-0001",
        text: "Демонстрационный отзыв о полотенце",
        product: { id: "900000001", sku: "DEMO-TOWEL", name: "Полотенце демонстрационное" },
        url: "https://example.com/reviews/0190demo-0001",
        postedAt: new Date("2024-04-01T10:00:00Z"),
      },
      { externalId: "0190demo-0002", text: "", rating: { stars: 5, outOf: 5 } },
    ]);
  });

  it("as JSON of an API keeps ids past 2^53", async () => {
    const { settings, found, unreadable } = await importFile(fixture("api-answer.json"));
    expect(unreadable).toEqual([]);
    expect(settings.format).toBe("json");
    expect(found).toMatchObject([
      { externalId: "9007199254740993", text: "Demo review one", product: { id: "18446744073709551615" } },
      { externalId: "9007199254740995", text: "Demo review two", ownerReply: { text: "Thank you, demo" } },
    ]);
  });
});

describe("recognise", () => {
  const russian = "Отзыв;Оценка\nДемонстрация;5\nЕщё одна;4\n";
  const utf16 = Buffer.from(`\uFEFF${russian.replaceAll(";", "\t")}`, "utf16le");
  const win1251 = Buffer.from(russian, "latin1").fill(0);
  for (const [index, letter] of [...russian].entries()) {
    const code = letter.charCodeAt(0);
    win1251[index] = code < 128 ? code : letter === "ё" ? 0xb8 : code - 0x410 + 0xc0;
  }

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${russian}`)],
    ["UTF-16", utf16],
    ["UTF-16 of the other order", Buffer.from(utf16).swap16()],
    ["windows-1251", win1251],
  ])("reads %s", async (_what, bytes) => {
    const { sample, columns } = await recogniseFile(bytes);
    expect(columns?.names).toEqual(["Отзыв", "Оценка"]);
    expect(sample.map(({ text }) => text)).toEqual(["Демонстрация", "Ещё одна"]);
  });

  it("does not believe that a file is UTF-8 when it is not", async () => {
    const { settings, sample } = await recogniseFile(win1251, { encoding: "utf-8" });
    expect(settings.encoding).toBe("windows-1251");
    expect(sample[0]?.text).toBe("Демонстрация");
  });

  it("shows the columns, what they were taken for, and the first rows", async () => {
    const { title, count, columns } = await recogniseFile(russian);
    expect({ title, count }).toEqual({ title: "reviews", count: 2 });
    expect(columns?.fields).toMatchObject({ text: "Отзыв", rating: "Оценка", author: null });
    expect(columns?.rows).toEqual([
      ["Демонстрация", "5"],
      ["Ещё одна", "4"],
    ]);
  });

  it("lets a person's mapping win over the guess", async () => {
    const table = "Комментарий;Отзыв;Оценка\nвнутренний;Демонстрация;5\n";
    const { settings, sample } = await recogniseFile(table, {
      mapping: { author: "Отзыв", text: "Комментарий" },
    });
    expect(settings.mapping).toMatchObject({ author: "Отзыв", text: "Комментарий", rating: "Оценка" });
    expect(sample).toMatchObject([{ text: "внутренний", author: { name: "Демонстрация" } }]);
  });

  it("leaves out a field that a person took away", async () => {
    const { sample } = await recogniseFile(russian, { mapping: { rating: null } });
    expect(sample[0]?.rating).toBeUndefined();
  });

  it("lets go a mapping to columns that are not there", async () => {
    const { settings } = await recogniseFile(russian, { mapping: { text: "Столбец другого листа" } });
    expect(settings.mapping.text).toBe("Отзыв");
  });

  it("refuses settings that are none", async () => {
    const settings = { delimiter: "two" };
    await expect(recogniseFile(russian, settings)).rejects.toMatchObject({ code: "bad-input" });
  });

  it("names the columns of a table without a header by letters, and loses no row", async () => {
    const { settings, sample } = await recogniseFile(
      "Demo text of a review;5;01.02.2024\nAnother demo text;4;02.02.2024\n",
    );
    expect(settings).toMatchObject({ header: 0, mapping: { text: "A", rating: "B", date: "C" } });
    expect(sample).toHaveLength(2);
  });

  it("reads a list of reviews, one a line", async () => {
    const { sample } = await recogniseFile("Отзыв\nДемонстрация, всё хорошо\nЕщё одна, тоже хорошо\n");
    expect(sample.map(({ text }) => text)).toEqual(["Демонстрация, всё хорошо", "Ещё одна, тоже хорошо"]);
  });

  it("tells two columns of one name apart", async () => {
    const { columns } = await recogniseFile("Отзыв;Оценка;Отзыв\nДемонстрация;5;лишнее\n");
    expect(columns?.names).toEqual(["Отзыв", "Оценка", "Отзыв (2)"]);
  });

  it.each([
    ["04/25/2024", "text;date", "2024-04-03T00:00:00Z"],
    ["25/04/2024", "text;date", "2024-03-04T00:00:00Z"],
    ["05/05/2024", "текст;дата", "2024-03-04T00:00:00Z"],
  ])("reads 04/03/2024 beside %s under %s as %s", async (other, header, iso) => {
    const { sample } = await recogniseFile(`${header}\nDemo;04/03/2024\nMore demo;${other}\n`);
    expect(sample[0]?.postedAt).toEqual(new Date(iso));
  });

  it("asks which comes first, day or month, where nothing tells it", async () => {
    const { unreadable } = await recogniseFile("text;date\nDemo;04/03/2024\nMore demo;04/04/2024\n");
    expect(unreadable).toMatchObject([
      {
        where: { ru: "строка 2", en: "line 2" },
        why: {
          ru: expect.stringContaining("стоит ли день первым"),
          en: expect.stringContaining("whether the day comes first"),
        },
      },
    ]);
  });

  it("takes times that name no zone in the zone of the settings", async () => {
    const { sample } = await recogniseFile("text;date\nDemo;01.07.2024 12:00\n", { zone: "Europe/Moscow" });
    expect(sample[0]?.postedAt).toEqual(new Date("2024-07-01T09:00:00Z"));
  });

  it("shows 500 mentions of a longer file and counts them all", async () => {
    const rows = Array.from({ length: 1200 }, (_, row) => `Demo ${row};5`);
    const { sample, count } = await recogniseFile(["text;stars", ...rows].join("\n"));
    expect([sample.length, count]).toEqual([500, 1200]);
  });
});
