import type { Topic } from "@otklik/core/label/topic";
import { addDays } from "@otklik/core/trend/calendar";
import { type Reported, reportOf } from "@otklik/core/trend/report";
import { type ReportDay, sumReportDay } from "@otklik/core/trend/report-day";
import type { Contribution } from "@otklik/core/trend/trend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { many } from "../../support/contributions.ts";

const range = { from: "2026-11-01", to: "2026-11-30" };
const now = new Date("2026-12-05T00:00:00Z");
const report = (change: Partial<Reported>) =>
  reportOf({ range, by: "network", days: [], outages: [], listening: [], now, ...change });
const days = (past: Contribution[], ours: Contribution[]): ReportDay[] => [
  sumReportDay("2026-10-01", past),
  sumReportDay("2026-11-15", ours),
];
const about = (topic: Topic, negative = false): Partial<Contribution> => ({
  topics: [topic],
  ...(negative ? { sentiment: "negative", stars: 1 } : {}),
});

describe("a report", () => {
  it("names the fall of the rating and the complaints that explain it", () => {
    const past = [...many(180, about("quality")), ...many(20, about("delivery", true))];
    const ours = [...many(120, about("quality")), ...many(80, about("delivery", true))];
    const { moves, because, now: figures, past: before } = report({ days: days(past, ours) });
    expect(before.average?.is).toBeCloseTo(4.6);
    expect(figures.average?.is).toBeCloseTo(3.4);
    expect(moves).toMatchObject({ rating: "down", volume: "level" });
    expect(because).toBe("delivery");
  });

  it("does not take a handful for a change", () => {
    const past = many(4, about("quality"));
    const ours = [...many(3, about("quality")), ...many(1, about("price", true))];
    const { moves, because, topics } = report({ days: days(past, ours) });
    expect(moves.rating).toBe("level");
    expect(because).toBeNull();
    expect(topics).toEqual({ up: [], down: [] });
  });

  it("ranks topics by the change that is certain, so that few mentions never win over many", () => {
    const past = [...many(900, about("quality")), ...many(100, about("delivery"))];
    const ours = [
      ...many(690, about("quality")),
      ...many(300, about("delivery")),
      ...many(10, about("price")),
    ];
    const { up, down } = report({ days: days(past, ours) }).topics;
    expect(up.map(({ topic }) => topic)).toEqual(["delivery", "price"]);
    expect(down.map(({ topic }) => topic)).toEqual(["quality"]);
  });

  it("shows three topics a side at most, each with two voices at most and nobody twice", () => {
    const topics: Topic[] = ["price", "delivery", "staff", "taste", "size"];
    const voices = (topic: Topic, at: number) =>
      many(60, { ...about(topic), words: `о: ${topic}`, conversation: `b1-${at}` });
    const past = many(300, about("quality"));
    const { up } = report({ days: days(past, topics.flatMap(voices)) }).topics;
    expect(up).toHaveLength(3);
    const quoted = up.flatMap(({ quotes }) => quotes.map(({ conversation }) => conversation));
    expect(new Set(quoted).size).toBe(quoted.length);
  });

  it("quotes the complaints of a topic that is mostly complained about, the praise of another", () => {
    const past = many(300, about("quality"));
    const ours = [
      ...many(60, { ...about("delivery", true), words: "поздно" }, "a"),
      ...many(20, { ...about("delivery"), words: "быстро" }, "b"),
      ...many(60, { ...about("taste"), words: "вкусно" }, "c"),
      ...many(20, { ...about("taste", true), words: "горько" }, "d"),
    ];
    const { up } = report({ days: days(past, ours) }).topics;
    const first = Object.fromEntries(up.map(({ topic, quotes }) => [topic, quotes[0]?.words]));
    expect(first).toEqual({ delivery: "поздно", taste: "вкусно" });
  });

  it("compares volume by the day, so that a longer month is not a rise", () => {
    const { moves } = report({ days: days(many(310), many(300)) });
    expect(moves.volume).toBe("level");
    expect(report({ days: days(many(310), many(500)) }).moves.volume).toBe("up");
  });

  it("knows no change where nothing was said before, and nothing at all where nothing was said", () => {
    const one = report({ days: days([], many(10)) });
    expect(one.moves).toEqual({
      rating: "unknown",
      volume: "unknown",
      answered: "unknown",
      reply: "unknown",
    });
    const none = report({ days: [] });
    expect(none.now).toMatchObject({ mentions: 0, average: null, answeredShare: null, replyMinutes: null });
    expect(none.points).toHaveLength(30);
  });

  it("compares with nothing where what is known begins late in the range before", () => {
    const begun = [sumReportDay("2026-10-20", many(30)), sumReportDay("2026-11-02", many(300))];
    const { moves, past } = report({ days: begun });
    expect([past.mentions, moves.volume, moves.rating]).toEqual([0, "unknown", "unknown"]);
  });

  it("adds up: its points and its groups hold every mention of its range", () => {
    const size = fc.tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 0, max: 29 }));
    fc.assert(
      fc.property(size, ([one, two, at]) => {
        const spread = [
          sumReportDay("2026-11-01", many(one, { product: { key: "a", name: "A" } })),
          sumReportDay(addDays("2026-11-01", at), many(two, { product: { key: "b", name: "B" } })),
        ];
        const { points, groups, now: figures } = report({ days: spread, by: "product" });
        const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
        expect(figures.mentions).toBe(one + two);
        expect(sum(points.map(({ mentions }) => mentions))).toBe(one + two);
        expect(sum(groups.map((group) => group.now.mentions))).toBe(one + two);
      }),
    );
  });

  it("draws long ranges by weeks and says how many products it does not name", () => {
    const many25 = Array.from({ length: 25 }, (_, at) => at);
    const spread = many25.map((at) =>
      sumReportDay(
        addDays("2025-01-01", at * 10),
        many(25 - at, { product: { key: `p${at}`, name: `P${at}` } }),
      ),
    );
    const long = report({ range: { from: "2025-01-01", to: "2025-12-31" }, days: spread, by: "product" });
    expect(long.step).toBe("week");
    expect(long.points).toHaveLength(53);
    expect(long.groups.map(({ key }) => key)).toEqual(many25.slice(0, 20).map((at) => `p${at}`));
    expect(long.otherGroups?.mentions).toBe(5 + 4 + 3 + 2 + 1);
  });
});

describe("an outage", () => {
  const out = (from: string, until?: string) => ({
    sourceId: "s1",
    from: new Date(from),
    ...(until ? { until: new Date(until) } : {}),
  });
  const blindDays = (change: Partial<Reported>): string[] =>
    report(change)
      .points.filter(({ blind }) => blind)
      .map(({ from }) => from);

  it("makes a day blind that it takes half of or more", () => {
    const outages = [out("2026-11-03T13:00:00Z", "2026-11-05T12:00:00Z")];
    expect(blindDays({ listening: ["s1"], outages })).toEqual(["2026-11-04", "2026-11-05"]);
  });

  it("lasts until now while it has no end, and not into days to come", () => {
    const today = new Date("2026-11-20T06:00:00Z");
    const running = { from: "2026-11-01", to: "2026-11-20" };
    const outages = [out("2026-11-19T00:00:00Z")];
    expect(blindDays({ range: running, now: today, listening: ["s1"], outages })).toEqual([
      "2026-11-19",
      "2026-11-20",
    ]);
  });

  it("of one source leaves the day to the others, and a brand that only imports has none", () => {
    const outages = [out("2026-11-03T00:00:00Z", "2026-11-05T00:00:00Z")];
    expect(blindDays({ listening: ["s1", "s2"], outages })).toEqual([]);
    expect(blindDays({ listening: [], outages })).toEqual([]);
  });
});
