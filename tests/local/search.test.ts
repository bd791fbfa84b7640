import type { SearchEntry } from "@otklik/core/ports";
import { openDatabase } from "@otklik/local/database";
import { localSearch } from "@otklik/local/search";
import { describe, expect, it } from "vitest";
import { describeSearch } from "../contracts/search.ts";

const open = () => {
  const db = openDatabase(":memory:");
  const search = localSearch(db);
  return { db, search, fill: search, close: async () => db.close() };
};

describeSearch("SQLite FTS5", async () => open());

const entry = (id: string, text: string, postedAt = new Date("2026-01-05T10:00:00Z")): SearchEntry => ({
  id,
  brandId: "b1",
  text,
  facets: {},
  postedAt,
});

describe("forms of a word", () => {
  it.each([
    ["не пришла", "Заказ не пришёл"],
    ["не пришла", "Посылка не пришла вовремя"],
    ["доставка", "Недоволен доставкой"],
    ["бутылка протекает", "Бутылка протекла в пути"],
    ["не работал", "Утюг не работает"],
    ["deliveries", "It was delivered late"],
    ["leaks", "The bottle is leaking"],
  ])("%j finds %j", async (words, text) => {
    const { search } = open();
    await search.put("w", [entry("a", text), entry("other", "Совсем другое дело")]);
    expect((await search.find("w", { brandId: "b1", words, limit: 5 })).ids).toEqual(["a"]);
  });
});

describe("the index", () => {
  it("orders instants before 1970 and far from now", async () => {
    const { search } = open();
    const dates = ["2200-01-01", "2026-01-05", "1970-01-01", "1950-01-01"];
    await search.put(
      "w",
      dates.map((date) => entry(date, "отзыв", new Date(date))),
    );
    expect((await search.find("w", { brandId: "b1", limit: 5 })).ids).toEqual(dates);
  });

  it("keeps no words of a removed entry", async () => {
    const { db, search } = open();
    await search.put("w", [entry("a", "отзыв")]);
    await search.remove("w", ["a"]);
    expect(
      db.prepare("SELECT count(*) AS kept FROM search_word WHERE search_word MATCH 'отзыв'").get(),
    ).toEqual({
      kept: 0,
    });
    expect(db.prepare("SELECT count(*) AS kept FROM search_entry").get()).toEqual({ kept: 0 });
  });

  it("writes nothing of a put that fails in the middle", async () => {
    const { search } = open();
    const broken = entry("b", "отзыв", new Date(Number.NaN));
    await expect(search.put("w", [entry("a", "отзыв"), broken])).rejects.toThrow();
    expect((await search.find("w", { brandId: "b1", limit: 5 })).ids).toEqual([]);
  });
});
