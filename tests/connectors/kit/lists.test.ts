import { readEach } from "@otklik/connectors/kit/lists";
import { FoundMention } from "@otklik/core/mention/found";
import { describe, expect, it } from "vitest";

const read = (entry: unknown): FoundMention => FoundMention.parse(entry);

const good = {
  externalId: "1",
  url: "https://demo.example/1",
  kind: "review",
  author: {},
  text: "demo",
  postedAt: "2024-05-01T00:00:00Z",
  canReply: false,
};

describe("readEach", () => {
  it("keeps the other entries when one cannot be read", () => {
    const { found, unreadable } = readEach([good, { externalId: 5 }, { ...good, externalId: "2" }], read);
    expect(found.map(({ externalId }) => externalId)).toEqual(["1", "2"]);
    expect(unreadable).toHaveLength(1);
  });

  it("says what is wrong with an entry, and where it stands", () => {
    const [bad] = readEach([good, { ...good, text: null }], read, (index) => `line ${index + 1}`).unreadable;
    expect(bad?.why).toBe("text: Invalid input: expected string, received null");
    expect(bad?.where).toBe("line 2");
    expect(bad?.excerpt).toBe(JSON.stringify({ ...good, text: null }));
  });

  it("takes several mentions from one entry", () => {
    const { found } = readEach([good], (entry) => [read(entry), { ...read(entry), externalId: "reply" }]);
    expect(found.map(({ externalId }) => externalId)).toEqual(["1", "reply"]);
  });

  it("holds what was read against the common model", () => {
    const { found, unreadable } = readEach([good], (entry) => ({
      ...read(entry),
      rating: { stars: Number.NaN, outOf: 5 },
    }));
    expect(found).toEqual([]);
    expect(unreadable[0]?.why).toContain("rating.stars");
  });

  it("cuts a long excerpt without cutting a letter in two", () => {
    const { excerpt = "" } = readEach([`x${"😀".repeat(2000)}`], read).unreadable[0] ?? {};
    expect(excerpt.length).toBeLessThanOrEqual(2000);
    expect(excerpt.isWellFormed()).toBe(true);
  });

  it("bears entries that JSON cannot write", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(readEach([circle, 5n, undefined], read).unreadable.map(({ excerpt }) => excerpt)).toEqual([
      "[object Object]",
      "5",
      "undefined",
    ]);
  });
});
