import { loadMonthWords, loadWords } from "@otklik/words";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../web/src/month/csv.ts";
import { reportCsv } from "../../web/src/month/report-csv.ts";
import { fullReport } from "../support/report.ts";

/** A reader of RFC 4180 as short as one can be. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("a CSV", () => {
  it("begins with the mark by which Excel knows UTF-8, and ends each row with CRLF", () => {
    expect(toCsv([["Товар"], ["Крем"]])).toBe("\uFEFFТовар\r\nКрем\r\n");
  });

  it("gives every text back, whatever stands in it, but what a spreadsheet would calculate", () => {
    const text = fc.string({ unit: "grapheme" }).filter((one) => !/^\s*[=+\-@\t\r]/.test(one));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        expect(readCsv(toCsv(rows))).toEqual(rows);
      }),
    );
  });

  it.each(["=1+1", "+7 900", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =HYPERLINK(1)", '=a,"b"\n'])(
    "lets no spreadsheet calculate %j",
    (text) => {
      expect(readCsv(toCsv([[text]]))).toEqual([[`'${text}`]]);
    },
  );

  it("writes numbers with a point, bare, also below zero, and nothing for what is not known", () => {
    expect(toCsv([[1234.56789, -0.3, 0, null]])).toBe("\uFEFF1234.5679,-0.3,0,\r\n");
  });
});

describe("the CSV of a month", () => {
  it.each(["ru", "en"] as const)("holds all that the page shows, in one table, in %s", async (language) => {
    const [month, { labels }] = await Promise.all([loadMonthWords(language), loadWords(language)]);
    const report = fullReport();
    const [head = [], ...rows] = readCsv(reportCsv(report, { month, labels, nameOf: ({ name }) => name }));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
    expect(rows).toHaveLength(2 + 31 + 6 + 20 + 1 + 5);
    const [first = []] = rows;
    const at = (name: string) => first[head.indexOf(name)];
    expect(at(month.csvColumns.average)).toBe("4.2");
    expect(at(month.csvColumns.from)).toBe("2026-10-01");
    expect(at(month.csvColumns.reply)).toBe("90");
  });
});
