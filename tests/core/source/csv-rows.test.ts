import { csvRows } from "@otklik/core/source/csv-rows";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("a table of sources", () => {
  it("is read by the names of its columns, each row with its line", () => {
    expect(csvRows("Network,Title\nozon,Soap\n\nvk,Tea\n")).toEqual({
      names: ["network", "title"],
      rows: [
        { line: 2, cells: { network: "ozon", title: "Soap" } },
        { line: 4, cells: { network: "vk", title: "Tea" } },
      ],
    });
  });

  it.each([
    ["semicolons, as Excel has them in Russia", "network;title\r\nozon;Мыло\r\n"],
    ["tabs", "network\ttitle\nozon\tМыло"],
    ["a byte order mark", "\uFEFFnetwork,title\nozon,Мыло"],
    ["quotes", '"network","title"\n"ozon","Мыло"'],
  ])("may have %s", (_, text) => {
    expect(csvRows(text).rows.map(({ cells }) => cells)).toEqual([{ network: "ozon", title: "Мыло" }]);
  });

  it("counts lines also within quotes", () => {
    const { rows } = csvRows('network,title\nozon,"two\nlines"\nvk,Tea');
    expect(rows.map(({ line, cells }) => [line, cells.title])).toEqual([
      [2, "two\nlines"],
      [4, "Tea"],
    ]);
  });

  it("leaves out what is empty, and what stands under no name", () => {
    expect(csvRows("network,,title\nozon,stray,\n").rows).toEqual([{ line: 2, cells: { network: "ozon" } }]);
    expect(csvRows("")).toEqual({ names: [], rows: [] });
  });

  it("brings back any words that were written by the rules", () => {
    const words = fc.string({ unit: "grapheme" }).map((text) => text.replace(/\r/g, "").trim());
    fc.assert(
      fc.property(fc.array(words.filter(Boolean), { minLength: 1, maxLength: 5 }), (cells) => {
        const names = cells.map((_, at) => `c${at}`);
        const quoted = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`);
        const { rows } = csvRows(`${names.join()}\n${quoted.join()}\n`);
        expect(rows.map((row) => names.map((name) => row.cells[name]))).toEqual([cells]);
      }),
    );
  });
});
