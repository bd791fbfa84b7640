import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { file } from "@otklik/connectors/file/index";
import type { FileSettings } from "@otklik/connectors/file/settings";
import type { Unreadable } from "@otklik/core/connector";
import { inTongue } from "@otklik/core/said";
import { describe, expect, it } from "vitest";
import { feedOf, importedAt, importFile, pullPages, recogniseFile, toolsWith } from "./stored-files.ts";

const told = (rows: readonly Unreadable[], language: "ru" | "en") =>
  rows.map(({ where = "", why }) => `${inTongue(where, language)}: ${inTongue(why, language)}`);
const header = "Отзыв;Оценка;Автор;Дата;Товар";
const idsOf = (mentions: readonly { externalId: string }[]) => mentions.map(({ externalId }) => externalId);
const lines = (...rows: string[]) => [header, ...rows].join("\n");
const demoRow = (row: number) => `Демонстрация ${row};${(row % 5) + 1};Демо ${row};01.02.2024;Кружка`;

describe("pull", () => {
  it("hands over 20,000 rows in pages of 5,000, each once, and tells how far it has come", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => demoRow(row));
    const { found, unreadable, pages } = await importFile(lines(...rows));
    expect(unreadable).toEqual([]);
    expect(new Set(idsOf(found)).size).toBe(20_000);
    expect(pages.map(({ progress, more }) => [progress, more])).toEqual([
      [{ done: 5000, of: 20_000 }, true],
      [{ done: 10_000, of: 20_000 }, true],
      [{ done: 15_000, of: 20_000 }, true],
      [{ done: 20_000, of: 20_000 }, false],
    ]);
  });

  it("starts from the beginning with null and brings nothing after the end", async () => {
    const { settings, pages } = await importFile(lines(demoRow(1)));
    const tools = toolsWith({ blob: lines(demoRow(1)) });
    const again = await file.pull?.(feedOf(settings), pages.at(-1)?.next ?? null, tools);
    const anew = await file.pull?.(feedOf(settings), null, tools);
    expect(again).toMatchObject({ found: [], more: false });
    expect(anew?.found).toHaveLength(1);
  });

  it("tells line, field and value of each bad row, and keeps no other out", async () => {
    const { found, unreadable } = await importFile(
      lines(
        demoRow(1),
        "Демонстрация;много;Демо;01.02.2024;Кружка",
        '"Демонстрация\nв две строки";55;Демо;01.02.2024;Кружка',
        "Демонстрация;5;Демо;31.02.2024;Кружка",
        ";0;Демо;01.02.2024;Кружка",
        "Демонстрация; с точкой с запятой;5;Демо;01.02.2024;Кружка",
        demoRow(2),
      ),
      { outOf: 5 },
    );
    expect(idsOf(found)).toHaveLength(2);
    expect(told(unreadable, "ru")).toEqual([
      "строка 3: оценка (столбец «Оценка»): «много»\u00a0— это не оценка",
      "строка 4: оценка (столбец «Оценка»): «55»\u00a0— это больше 5",
      "строка 6: дата (столбец «Дата»): «31.02.2024»\u00a0— это не дата",
      "строка 7: нет ни текста, ни оценки",
      "строка 8: Столбцов в строке 6, а в таблице 5: внутри текста стоит разделитель, а сам текст не в кавычках.",
    ]);
    expect(told(unreadable, "en")).toEqual([
      'line 3: rating (column "Оценка"): "много" is not a rating',
      'line 4: rating (column "Оценка"): "55" is more than 5',
      'line 6: date (column "Дата"): "31.02.2024" is not a date',
      "line 7: neither text nor rating",
      "line 8: The row has 6 columns and the table 5: a text in it holds the delimiter and stands without quotation marks.",
    ]);
    expect(unreadable[0]?.excerpt).toContain("много");
  });

  it("tells the index of a bad entry of a JSON list", async () => {
    const list = '[{"text":"Demo","stars":5},{"text":"Demo","stars":},17,{"text":"More demo","stars":4}]';
    const { found, unreadable } = await importFile(list);
    expect(found).toHaveLength(2);
    expect(told(unreadable, "ru")).toEqual([
      "индекс 1: Этот JSON испорчен.",
      "индекс 2: Это не объект JSON.",
    ]);
    expect(told(unreadable, "en")).toEqual([
      "index 1: It is not whole JSON.",
      "index 2: It is not a JSON object.",
    ]);
  });

  it("reads JSON lines whose keys first come late", async () => {
    const { found } = await importFile(
      '{"text":"Demo"}\n{"text":"More demo","rating":5,"answer":{"text":"Thanks, demo"}}\n',
    );
    expect(found).toMatchObject([
      { text: "Demo" },
      { rating: { stars: 5 }, ownerReply: { text: "Thanks, demo" } },
    ]);
  });

  it("takes the hour of the import for the date of a file without dates", async () => {
    const { found } = await importFile("Отзыв;Оценка\nДемонстрация;5\n");
    expect(found[0]?.postedAt).toEqual(importedAt);
  });

  it("tags a mention with the network that a person named", async () => {
    const { found } = await importFile(lines(demoRow(1)), { network: "Демо-сайт" });
    expect(found[0]?.tags).toEqual(["Демо-сайт"]);
  });

  it("refuses in words when a mapped column is not in the file", async () => {
    const { settings } = await recogniseFile(lines(demoRow(1)));
    const mapping = { ...settings.mapping, text: "Текст" };
    const pulling = pullPages({ ...settings, mapping }, toolsWith({ blob: lines(demoRow(1)) }));
    await expect(pulling).rejects.toThrow('no column "Текст"');
  });

  it("finds out by itself what bare settings do not say", async () => {
    const settings: FileSettings = {
      blob: "blob",
      name: "demo",
      format: "csv",
      mapping: { text: "Отзыв", rating: "Оценка" },
    };
    const [page] = await pullPages(settings, toolsWith({ blob: "Отчёт\nОтзыв\tОценка\nДемонстрация\t9\n" }));
    expect(page?.found).toMatchObject([{ text: "Демонстрация", rating: { stars: 9, outOf: 10 } }]);
  });

  it("stops when it is told to", async () => {
    const { settings } = await recogniseFile(lines(demoRow(1)));
    const tools = {
      ...toolsWith({ blob: lines(demoRow(1)) }),
      signal: AbortSignal.abort(new Error("stopped")),
    };
    await expect(pullPages(settings, tools)).rejects.toThrow("stopped");
  });
});

describe("the ids of mentions", () => {
  const twin = "Отлично;5;;01.02.2024;Кружка";
  const rows = Array.from({ length: 5200 }, (_, row) => demoRow(row));
  const withTwins = lines(twin, twin, ...rows, twin);

  it("are the same when the same export is imported again, under any name and another hour", async () => {
    const first = await importFile(withTwins);
    const tools = { ...toolsWith({ other: withTwins }), now: () => new Date("2026-01-01T00:00:00Z") };
    const again = await pullPages({ ...first.settings, blob: "other", name: "other.csv" }, tools);
    expect(again.flatMap(({ found }) => idsOf(found))).toEqual(idsOf(first.found));
  });

  it("tell rows exactly alike apart, also across pages", async () => {
    const { found } = await importFile(withTwins);
    expect(new Set(idsOf(found)).size).toBe(5203);
  });

  it("stay as they are in a longer export", async () => {
    const first = await importFile(withTwins);
    const longer = await importFile(
      lines("Новый отзыв;1;Демо;05.03.2024;Кружка", twin, twin, ...rows, twin, twin),
    );
    const known = new Set(idsOf(first.found));
    const added = idsOf(longer.found).filter((id) => !known.has(id));
    expect(added).toHaveLength(2);
    expect(idsOf(longer.found).filter((id) => known.has(id))).toHaveLength(known.size);
  });

  it("do not depend on how dates are read or on the hour of the import", async () => {
    const table = "Отзыв;Дата\nДемонстрация;01.02.2024 10:00\n";
    const [inUtc, inMoscow] = [await importFile(table), await importFile(table, { zone: "Europe/Moscow" })];
    expect(idsOf(inUtc.found)).toEqual(idsOf(inMoscow.found));
    expect(inUtc.found[0]?.postedAt).not.toEqual(inMoscow.found[0]?.postedAt);
  });

  it("are the file's own where it has them, within the network that a person named", async () => {
    const table = "id;text\n17;Demo\n18;Demo\n-;Demo\n";
    expect(idsOf((await importFile(table)).found)).toEqual([
      "17",
      "18",
      expect.stringMatching(/^[0-9a-z]{20}$/),
    ]);
    expect(idsOf((await importFile(table, { network: "Otzovik" })).found).slice(0, 2)).toEqual([
      "otzovik:17",
      "otzovik:18",
    ]);
  });
});

describe("memory", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const held = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };

  it("holds a page and never the file", async () => {
    const filling = "демонстрация ".repeat(40);
    const settings: FileSettings = {
      blob: "blob",
      name: "demo",
      format: "csv",
      mapping: { text: "text", author: "author" },
    };
    let most = 0;
    let handedOver = 0;
    const stored = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          const piece = handedOver++;
          if (piece > 400) return controller.close();
          most = piece % 100 === 99 ? Math.max(most, held()) : most;
          const rows = Array.from(
            { length: 250 },
            (_, number) => `${filling}${piece}.${number};Demo ${number}\n`,
          );
          controller.enqueue(new TextEncoder().encode((piece === 0 ? "text;author\n" : "") + rows.join("")));
        },
      });
    const tools = {
      ...toolsWith({}),
      file: async () => {
        handedOver = 0;
        return stored();
      },
    };
    const before = held();
    const page = await file.pull?.(feedOf(settings), JSON.stringify({ row: 95_000 }), tools);
    expect(page).toMatchObject({ more: true, progress: { done: 100_000 } });
    expect(page?.found).toHaveLength(5000);
    expect((most - before) / 1e6).toBeLessThan(30); // of 100 MB that were read
  });
});
