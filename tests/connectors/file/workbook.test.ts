import { openWorkbook } from "@otklik/connectors/file/workbook";
import { Refusal } from "@otklik/core/errors";
import { describe, expect, it } from "vitest";
import { importFile, recogniseFile } from "./stored-files.ts";
import { type SheetCell, writeWorkbook, writeZip } from "./workbook-writer.ts";

async function rowsOf(bytes: Uint8Array, sheet = "Reviews") {
  const workbook = await openWorkbook(Uint8Array.from(bytes));
  return Array.fromAsync(workbook.rows(sheet));
}
const oneSheet = (rows: SheetCell[][], options?: { is1904: boolean }) =>
  writeWorkbook([{ name: "Reviews", rows }], options);

/** A workbook whose sheet is written by hand. */
const bySheetXml = (sheet: string, more: { path: string; text: string }[] = []) =>
  writeZip([
    {
      path: "_rels/.rels",
      text: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="/xl/book.xml"/></Relationships>',
    },
    {
      path: "xl/book.xml",
      text: '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="Reviews" q:id="r1"/></x:sheets></x:workbook>',
    },
    {
      path: "xl/_rels/book.xml.rels",
      text: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>',
    },
    { path: "xl/sheet.xml", text: sheet },
    ...more,
  ]);

describe("openWorkbook", () => {
  it("reads texts, numbers and dates under the numbers of their rows", async () => {
    const rows = await rowsOf(
      oneSheet([["Demo <b> & co", 5, { serial: 45413.5 }], [], [null, 4.1, { serial: 45414 }]]),
    );
    expect(rows).toEqual([
      { where: "row 1", cells: ["Demo <b> & co", "5", "2024-05-01T12:00:00"] },
      { where: "row 3", cells: ["", "4.1", "2024-05-02"] },
    ]);
  });

  it("counts dates from 1904 where the workbook says so", async () => {
    const [row] = await rowsOf(oneSheet([[{ serial: 43951 }]], { is1904: true }));
    expect(row?.cells).toEqual(["2024-05-01"]);
  });

  it("reads cells without a place, with prefixes, runs of text, escapes and reading aids", async () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row>
      <x:c t="inlineStr"><x:is><x:r><x:t>De</x:t></x:r><x:r><x:t>mo_x000A_text</x:t></x:r><x:rPh><x:t>aid</x:t></x:rPh></x:is></x:c>
      <x:c t="str"><x:f>A1</x:f><x:v>formula</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c><x:v>4.4000000000000004</x:v></x:c>
      </x:row></x:sheetData></x:worksheet>`;
    const [row] = await rowsOf(bySheetXml(sheet));
    expect(row).toEqual({ where: "row 1", cells: ["Demo\ntext", "formula", "true", "4.4"] });
  });

  it("keeps every digit of a number past 2^53", async () => {
    const sheet =
      "<worksheet><sheetData><row><c><v>12345678901234567891</v></c></row></sheetData></worksheet>";
    const [row] = await rowsOf(bySheetXml(sheet));
    expect(row?.cells).toEqual(["12345678901234567891"]);
  });

  it.each([
    ["no archive", () => new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
    ["an archive of something else", () => writeZip([{ path: "letter.txt", text: "Demo" }])],
    ["broken XML", () => bySheetXml("<worksheet><sheetData><row></c></row>")],
    ["an unfinished sheet", () => bySheetXml("<worksheet><sheetData><row><c><v>1")],
    ["cut in the middle", () => oneSheet([["Demo"]]).slice(0, 900)],
  ])("refuses %s in words", async (_what, bytes) => {
    const reading = rowsOf(bytes());
    await expect(reading).rejects.toThrow(Refusal);
    await expect(reading).rejects.toMatchObject({ code: "unreadable" });
  });

  it("refuses a small archive that unpacks to more than is held", async () => {
    const bomb = bySheetXml("<worksheet/>", [
      { path: "xl/styles.xml", text: `<styleSheet>${" ".repeat(21_000_000)}</styleSheet>` },
    ]);
    expect(bomb.length).toBeLessThan(100_000);
    const workbook = openWorkbook(Uint8Array.from(bomb));
    await expect(workbook).rejects.toMatchObject({ code: "too-large" });
  });
});

describe("a workbook of reviews", () => {
  const header = ["ID отзыва", "Дата", "Количество звезд", "Текст отзыва", "Артикул WB"];
  const review = ["demo-1", { serial: 45413.5 }, 5, "Демонстрационный отзыв", 123456789];

  it("is read from the sheet that has the reviews, whatever stands before it", async () => {
    const bytes = writeWorkbook([
      { name: "О файле", rows: [["Выгрузка для демонстрации"]] },
      { name: "Отзывы", rows: [["Отчёт по отзывам"], [], header, review] },
    ]);
    const { settings, found, unreadable } = await importFile(bytes);
    expect(unreadable).toEqual([]);
    expect(settings).toMatchObject({ format: "xlsx", sheet: "Отзывы", header: 2 });
    expect(found).toMatchObject([
      {
        externalId: "demo-1",
        text: "Демонстрационный отзыв",
        rating: { stars: 5, outOf: 5 },
        product: { id: "123456789" },
        postedAt: new Date("2024-05-01T12:00:00Z"),
      },
    ]);
  });

  it("is read from a sheet that is shown rather than from a hidden one", async () => {
    const bytes = writeWorkbook([
      { name: "Черновик", hidden: true, rows: [header, ["demo-0", ...review.slice(1)]] },
      { name: "Отзывы", rows: [header, review] },
    ]);
    const { settings } = await recogniseFile(bytes);
    expect(settings.sheet).toBe("Отзывы");
  });

  it("is refused above 50 MB, with a word on what to do", async () => {
    const bytes = Buffer.alloc(50_000_001);
    bytes.write("PK\u0003\u0004 demo", "latin1");
    await expect(recogniseFile(bytes)).rejects.toMatchObject({
      code: "too-large",
      message: expect.stringContaining("Save the sheet as CSV"),
    });
  });

  it("is read from the sheet that a person chose", async () => {
    const bytes = writeWorkbook([
      { name: "Май", rows: [header, review] },
      { name: "Июнь", rows: [header, ["demo-2", ...review.slice(1)]] },
    ]);
    const { sample } = await recogniseFile(bytes, { sheet: "Июнь" });
    expect(sample.map(({ externalId }) => externalId)).toEqual(["demo-2"]);
  });

  it("tells the sheet's row of what could not be read", async () => {
    const bad = ["demo-2", "вчера", 5, "Демонстрационный отзыв", 1];
    const { found, unreadable } = await importFile(
      writeWorkbook([{ name: "Отзывы", rows: [header, [], review, bad] }]),
    );
    expect(found).toHaveLength(1);
    expect(unreadable).toMatchObject([
      {
        where: { ru: "строка 4", en: "row 4" },
        why: { ru: expect.stringContaining("«вчера»"), en: expect.stringContaining('"вчера" is not a date') },
      },
    ]);
  });
});
