import type { Search, SearchEntry, SearchQuery } from "@otklik/core/ports";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";

export interface OpenedSearch {
  search: Pick<Search, "find">;
  /** How what is to be found comes into this home, and leaves it: by the port where it keeps an index of its own. */
  fill: Pick<Search, "put" | "remove">;
  close: () => Promise<void>;
}

/**
 * What every implementation of the Search port must do. Each test works in a workspace of its own.
 * @param of what it searches: what is closed can be found where that is "all"
 */
export function describeSearch(
  name: string,
  open: () => Promise<OpenedSearch>,
  of: "all" | "open" = "all",
): void {
  describe(`${name}: a search`, () => {
    let opened: OpenedSearch;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());
    const search: OpenedSearch["fill"] & OpenedSearch["search"] = {
      put: (...given) => opened.fill.put(...given),
      remove: (...given) => opened.fill.remove(...given),
      find: (...given) => opened.search.find(...given),
    };

    let workspaces = 0;
    const workspace = (): string => `w${++workspaces}`;
    const entry = (name: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
      id: idOf(name, more.brandId),
      brandId: "b1",
      text: "пустой отзыв",
      facets: { status: "open" },
      postedAt: new Date("2026-01-05T10:00:00Z"),
      ...more,
    });
    const minutesAgo = (minutes: number): Date => new Date(Date.UTC(2026, 0, 5, 10) - minutes * 60_000);
    /** All pages; search may lag a moment, so what is expected is waited for. */
    const finds = (at: string, query: Partial<SearchQuery>, ids: readonly string[]): Promise<void> =>
      eventually(async () =>
        expect(await walk(search, at, { brandId: "b1", limit: 2, ...query })).toEqual(ids),
      );

    it("finds the entries that have all the words, in any order", async () => {
      const at = workspace();
      await search.put(at, [
        entry("both", { text: "Курьер опоздал на два часа", postedAt: minutesAgo(1) }),
        entry("one", { text: "Курьер был вежлив", postedAt: minutesAgo(2) }),
      ]);
      await finds(at, { words: "опоздал курьер" }, ["both"]);
      await finds(at, { words: "курьер" }, ["both", "one"]);
      await finds(at, { words: "курьер слон" }, []);
    });

    it("overlooks letter case, accents and the dots of ё", async () => {
      const at = workspace();
      await search.put(at, [
        entry("ru", { text: "ПРИШЁЛ СОВСЕМ НЕ ТОТ" }),
        entry("fr", { text: "Café fermé" }),
      ]);
      await finds(at, { words: "пришел не тот" }, ["ru"]);
      await finds(at, { words: "CAFE" }, ["fr"]);
    });

    it("finds a word by its beginning when it is the last one", async () => {
      const at = workspace();
      await search.put(at, [entry("a", { text: "доставка задержалась" })]);
      await finds(at, { words: "доставка задер" }, ["a"]);
      await finds(at, { words: "задер доставка" }, []);
    });

    it("gives all entries of the brand, newest first, when no words are asked for", async () => {
      const at = workspace();
      await search.put(
        at,
        [3, 1, 2, 5, 4].map((age) => entry(`${age}`, { postedAt: minutesAgo(age) })),
      );
      await finds(at, {}, ["1", "2", "3", "4", "5"]);
      await finds(at, { words: "  " }, ["1", "2", "3", "4", "5"]);
    });

    it("finds nothing for words without a letter or a digit", async () => {
      const at = workspace();
      await search.put(at, [entry("a")]);
      await finds(at, {}, ["a"]);
      await finds(at, { words: '"* -' }, []);
    });

    it("narrows by facets: one of the values of each", async () => {
      const at = workspace();
      await search.put(at, [
        entry("a", { facets: { status: "open", network: "market" }, postedAt: minutesAgo(1) }),
        entry("b", { facets: { status: "open", network: "forum" }, postedAt: minutesAgo(2) }),
        entry("c", { facets: { status: "outdated", network: "market" }, postedAt: minutesAgo(3) }),
      ]);
      await finds(at, { facets: { status: ["open"] } }, ["a", "b"]);
      await finds(at, { facets: { status: ["open", "outdated"], network: ["market"] } }, ["a", "c"]);
      await finds(at, { facets: { status: ["closed"] } }, []);
      await finds(at, { facets: { status: [] } }, ["a", "b", "c"]);
      await finds(at, { words: "отзыв", facets: { network: ["forum"] } }, ["b"]);
    });

    it.runIf(of === "all")("finds what is open no more, where it searches all", async () => {
      const at = workspace();
      await search.put(at, [
        entry("a", { facets: { status: "closed" }, postedAt: minutesAgo(1) }),
        entry("b", { facets: { status: "snoozed" }, postedAt: minutesAgo(2) }),
      ]);
      await finds(at, { words: "отзыв" }, ["a", "b"]);
      await finds(at, { facets: { status: ["closed"] } }, ["a"]);
    });

    it.runIf(of === "open")("leaves out what is open no more, where it searches the open", async () => {
      const at = workspace();
      await search.put(at, [entry("a"), entry("b")]);
      await search.put(at, [entry("a", { facets: { status: "closed" } })]);
      await finds(at, { words: "отзыв" }, ["b"]);
    });

    it("does not take a facet's value for a word of the text", async () => {
      const at = workspace();
      await search.put(at, [entry("a", { facets: { network: "market" }, text: "хорошо" })]);
      await finds(at, { words: "хорошо" }, ["a"]);
      await finds(at, { words: "market" }, []);
    });

    it("keeps workspaces and brands apart", async () => {
      const [mine, theirs] = [workspace(), workspace()];
      await search.put(mine, [entry("a"), entry("x", { brandId: "b2" })]);
      await search.put(theirs, [entry("a"), entry("t")]);
      await finds(mine, { words: "отзыв" }, ["a"]);
      await finds(mine, { brandId: "b2" }, ["x"]);
      await search.remove(
        mine,
        ["a", "t"].map((name) => idOf(name)),
      );
      await finds(mine, {}, []);
      await eventually(async () =>
        expect((await walk(search, theirs, { brandId: "b1", limit: 2 })).sort()).toEqual(["a", "t"]),
      );
    });

    it("replaces an entry that is put again, its time and facets included", async () => {
      const at = workspace();
      await search.put(at, [
        entry("a", { text: "старый", postedAt: minutesAgo(9) }),
        entry("b", { postedAt: minutesAgo(5) }),
      ]);
      await search.put(at, [
        entry("a", { text: "новый", facets: { status: "outdated" }, postedAt: minutesAgo(1) }),
      ]);
      await finds(at, {}, ["a", "b"]);
      await finds(at, { words: "старый" }, []);
      await finds(at, { words: "новый", facets: { status: ["outdated"] } }, ["a"]);
    });

    it("puts the same entry twice and removes it twice without harm", async () => {
      const at = workspace();
      await search.put(at, [entry("a")]);
      await search.put(at, [entry("a"), entry("a")]);
      await finds(at, {}, ["a"]);
      await search.remove(
        at,
        ["a", "a", "never"].map((name) => idOf(name)),
      );
      await search.remove(at, [idOf("a")]);
      await finds(at, {}, []);
    });

    it("gives entries of one instant once each, page by page", async () => {
      const at = workspace();
      const ids = ["a", "b", "c", "d", "e"];
      await search.put(
        at,
        ids.map((id) => entry(id)),
      );
      await eventually(async () =>
        expect((await walk(search, at, { brandId: "b1", limit: 2 })).sort()).toEqual(ids),
      );
    });

    it("goes on behind the last page while newer entries come and its last one goes", async () => {
      const at = workspace();
      await search.put(
        at,
        [1, 2, 3, 4].map((age) => entry(`${age}`, { postedAt: minutesAgo(age) })),
      );
      await finds(at, {}, ["1", "2", "3", "4"]);
      const first = await search.find(at, { brandId: "b1", limit: 2 });
      await search.put(at, [entry("0", { postedAt: minutesAgo(0) })]);
      await search.remove(at, [idOf("2")]);
      await finds(at, {}, ["0", "1", "3", "4"]);
      const second = await search.find(at, { brandId: "b1", limit: 2, after: first.next ?? undefined });
      expect([first.ids, second.ids].map((ids) => ids.map(nameOf))).toEqual([
        ["1", "2"],
        ["3", "4"],
      ]);
    });

    it("says what it has searched", async () => {
      expect((await search.find(workspace(), { brandId: "b1", limit: 1 })).of).toBe(of);
    });

    it("refuses a place to go on from that it did not give", async () => {
      const query = { brandId: "b1", limit: 1, after: "nonsense" };
      await expect(search.find(workspace(), query)).rejects.toMatchObject({ code: "bad-input" });
    });

    it("bears whatever is typed into it", async () => {
      const at = workspace();
      await search.put(at, [entry("a")]);
      const special = fc.constantFrom(
        '"',
        "'",
        "*",
        "(",
        ")",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        ":",
        "^",
        "-",
        "+",
        "§",
        "\0",
        "{",
        "words:",
        "ё",
        " ",
      );
      const typed = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme" }),
        fc
          .array(fc.oneof(special, fc.string({ maxLength: 3 })), { maxLength: 60 })
          .map((parts) => parts.join("")),
      );
      await fc.assert(
        fc.asyncProperty(typed, typed, async (words, facet) => {
          const page = await search.find(at, {
            brandId: "b1",
            words,
            facets: { [facet]: [words] },
            limit: 5,
          });
          expect(page.ids).toEqual([]);
          await search.find(at, { brandId: "b1", words, limit: 5 });
        }),
        { numRuns: 300 },
      );
    });

    it("finds any text by any of its words", async () => {
      const at = workspace();
      const word = fc.string({ unit: fc.constantFrom(..."абвийёшabcxyz019"), minLength: 1, maxLength: 9 });
      await fc.assert(
        fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), async (words, choice) => {
          await search.put(at, [entry("one", { text: words.join(", ") })]);
          await finds(at, { words: words[choice % words.length] as string }, ["one"]);
          await finds(at, { words: words.toReversed().join(" ").toUpperCase() }, ["one"]);
        }),
        { numRuns: 60 },
      );
    });
  });
}

const idOf = (name: string, brandId = "b1"): string => `${brandId}-${name}`;
const nameOf = (id: string): string => id.slice(id.indexOf("-") + 1);

/** The names of all that is found, page by page. */
async function walk(
  search: OpenedSearch["search"],
  workspaceId: string,
  query: SearchQuery,
): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await search.find(workspaceId, { ...query, after });
    found.push(...page.ids.map(nameOf));
    if (page.next === null) return found;
    after = page.next;
  }
}
