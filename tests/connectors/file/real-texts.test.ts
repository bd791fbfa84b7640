import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { tidy } from "@otklik/connectors/kit/text";
import { describe, expect, it } from "vitest";
import { importFile } from "./stored-files.ts";

const folder = new URL("../../../../shared/sentiment/", import.meta.url);
const isThere = existsSync(new URL("dev.tsv.gz", folder));
if (!isThere)
  process.emitWarning("Skipped: no texts in ../shared/sentiment, so no import of 20,000 real reviews.");

/** id, lang, source, label, rating, text of each. */
const rowsOf = (name: string): string[][] =>
  gunzipSync(readFileSync(new URL(name, folder)))
    .toString()
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));

const quoted = (cell: string) => (/[",;\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

describe.skipIf(!isThere)("20,000 real reviews (needs ../shared/sentiment)", () => {
  it("are read from a CSV export without losing one or changing a word", { timeout: 60_000 }, async () => {
    const rows = [...rowsOf("dev.tsv.gz"), ...rowsOf("train.tsv.gz")].slice(0, 20_000);
    const table = rows.map(([id, language, source, , rating, text]) => [id, language, source, rating, text]);
    const header = ["ID отзыва", "Язык", "Источник", "Оценка", "Текст отзыва"];
    const csv = [header, ...table]
      .map((cells) => cells.map((cell = "") => quoted(cell)).join(";"))
      .join("\r\n");
    const { found, unreadable } = await importFile(csv);
    expect(unreadable).toEqual([]);
    expect(found.map(({ externalId }) => externalId)).toEqual(rows.map(([id]) => id));
    expect(found.map(({ text }) => text)).toEqual(rows.map(([, , , , , text = ""]) => tidy(text)));
  });

  it("are read from tab-separated text that quotes nothing", { timeout: 60_000 }, async () => {
    const rows = rowsOf("dev.tsv.gz");
    const tsv = ["id\tlang\tsource\tlabel\trating\ttext", ...rows.map((cells) => cells.join("\t"))].join(
      "\n",
    );
    const { found, unreadable } = await importFile(tsv);
    expect(unreadable).toEqual([]);
    expect(found.map(({ text }) => text)).toEqual(rows.map(([, , , , , text = ""]) => tidy(text)));
  });
});
