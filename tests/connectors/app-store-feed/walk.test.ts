import {
  afterPage,
  firstWalk,
  storefrontOf,
  type Walk,
  walkFrom,
} from "@otklik/connectors/app-store-feed/walk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const pageSize = 5;

/** Reads feeds (newest first, at most ten pages deep) until a cycle is over; `between` happens before each page. */
function cycle(feeds: Record<string, string[]>, from: Walk, between: () => void = () => {}) {
  const storefronts = Object.keys(feeds);
  const seen = new Set<string>();
  const asked: string[] = [];
  let walk = from;
  for (;;) {
    between();
    const storefront = storefrontOf(walk, storefronts);
    asked.push(`${storefront}/${walk.page}`);
    const ids = (feeds[storefront] ?? []).slice((walk.page - 1) * pageSize, walk.page * pageSize);
    for (const id of ids) seen.add(`${storefront}/${id}`);
    const { next, more } = afterPage(walk, ids, storefronts);
    walk = next;
    if (!more) return { seen, asked, next: walkFrom(JSON.stringify(walk), "1") };
  }
}
const many = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => String(10_000 + from + count - index));

describe("a walk through the feed", () => {
  it("reads each storefront to its end, and no deeper than ten pages", () => {
    const { asked, seen } = cycle({ ru: many(12), us: many(80) }, firstWalk("1"));
    expect(asked).toEqual([
      ...["ru/1", "ru/2", "ru/3", "ru/4"],
      ...Array.from({ length: 10 }, (_, page) => `us/${page + 1}`),
    ]);
    expect(seen.size).toBe(12 + 50);
  });

  it("asks for one page of each once it knows them", () => {
    const feeds = { ru: many(12), us: many(80) };
    const { next } = cycle(feeds, firstWalk("1"));
    expect(cycle(feeds, next).asked).toEqual(["ru/1", "us/1"]);
  });

  it("misses none of those that came since, as many as the feed holds", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(40), (before, since) => {
        const feed = many(before);
        const { next } = cycle({ ru: feed }, firstWalk("1"));
        const fresh = many(since, 1000);
        const { seen } = cycle({ ru: [...fresh, ...feed] }, next);
        expect(fresh.filter((id) => !seen.has(`ru/${id}`))).toEqual([]);
      }),
    );
  });

  it("is not stopped by one old review that an edit has brought to the top", () => {
    const feed = many(20);
    const { next } = cycle({ ru: feed }, firstWalk("1"));
    const fresh = many(9, 1000);
    const { seen } = cycle({ ru: [feed[1] as string, ...fresh, ...feed] }, next);
    expect(fresh.filter((id) => !seen.has(`ru/${id}`))).toEqual([]);
  });

  it("keeps what it knew when a feed comes empty for a while", () => {
    const feed = many(12);
    const { next } = cycle({ ru: feed }, firstWalk("1"));
    const empty = cycle({ ru: [] }, next);
    expect(empty.next).toEqual(next);
    expect(cycle({ ru: feed }, empty.next).asked).toEqual(["ru/1"]);
  });

  it("goes on when a storefront is taken out of the settings meanwhile", () => {
    const { next } = afterPage(firstWalk("1"), many(5), ["ru", "us"]);
    expect(storefrontOf({ ...next, turn: 1 }, ["ru"])).toBe("ru");
  });

  it.each(["", "page 7", "{}", '{"version":2}', '{"version":1,"app":"2"}'])(
    "begins anew with the cursor %j, which is none of this app's",
    (cursor) => {
      expect(walkFrom(cursor, "1")).toEqual(firstWalk("1"));
    },
  );
});
