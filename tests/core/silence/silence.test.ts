import {
  drawSample,
  lastWeek,
  missRate,
  missRateOf,
  type Silence,
  sampleSize,
  silenceOf,
  weekOf,
  withVerdict,
} from "@otklik/core/silence/silence";
import { addDays } from "@otklik/core/trend/calendar";
import type { Contribution } from "@otklik/core/trend/trend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noon } from "../../support/mentions.ts";
import { seeded } from "../../support/seeded.ts";

const week = "2026-11-09";
const contribution = (change: Partial<Contribution> = {}): Contribution => ({
  source: "s1",
  network: "wildberries",
  kind: "review",
  sentiment: "positive",
  topics: [],
  open: true,
  priority: "low",
  answered: false,
  removed: false,
  conversation: "b1-a",
  ...change,
});
const silents = fc.array(
  fc.record({
    id: fc.nat(500).map((n) => `b1-${n}`),
    silence: fc.constantFrom<Silence>("harmless", "closed"),
  }),
  { maxLength: 120 },
);
const distinct = silents.map((all) => [...new Map(all.map((one) => [one.id, one])).values()]);

describe("what nobody looks at", () => {
  it.each<[string, Partial<Contribution>, Silence | null]>([
    ["a calm one", {}, "harmless"],
    ["a calm one that was answered", { answered: true, open: false }, "harmless"],
    ["an angry one in the inbox", { sentiment: "negative", priority: "high" }, null],
    [
      "an angry one that was answered",
      { sentiment: "negative", priority: "high", open: false, answered: true },
      null,
    ],
    [
      "an angry one that left without an answer",
      { sentiment: "negative", priority: "high", open: false },
      "closed",
    ],
    ["praise with something urgent in it", { priority: "urgent" }, null],
    ["one of which we are unsure", { sentiment: "unsure", priority: "normal" }, null],
    ["one that is gone", { removed: true }, null],
    ["a later message of a chat", { conversation: "b1-other" }, null],
  ])("%s", (_, change, silence) => {
    expect(silenceOf("b1-a", contribution(change))).toBe(silence);
  });
});

describe("a week", () => {
  it("begins on Monday and holds the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const day = addDays("1990-01-01", days);
        const monday = weekOf(day);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday <= day && day < addDays(monday, 7)).toBe(true);
        expect(lastWeek(day)).toBe(addDays(monday, -7));
      }),
    );
  });
});

describe("a sample", () => {
  it("is the same whatever the order, and of each kind as large as it can be", () => {
    fc.assert(
      fc.property(distinct, (silent) => {
        const drawn = drawSample(week, silent);
        expect(drawSample(week, [...silent].reverse())).toEqual(drawn);
        for (const kind of ["harmless", "closed"] as const) {
          const all = silent.filter(({ silence }) => silence === kind).length;
          expect(drawn.population[kind]).toBe(all);
          expect(drawn.sample.filter(({ silence }) => silence === kind)).toHaveLength(
            Math.min(all, sampleSize),
          );
        }
      }),
    );
  });

  it("is another one each week", () => {
    const silent = Array.from({ length: 200 }, (_, n) => ({ id: `b1-${n}`, silence: "harmless" as const }));
    expect(drawSample("2026-11-16", silent).sample).not.toEqual(drawSample(week, silent).sample);
  });
});

describe("the rate of what was missed", () => {
  it("is unknown while nobody has looked", () => {
    const audit = drawSample(week, [{ id: "b1-1", silence: "harmless" }]);
    expect([missRate(audit), missRateOf(audit, "harmless")]).toEqual([null, null]);
  });

  it("forgets a verdict that is taken back", () => {
    const audit = drawSample(week, [{ id: "b1-1", silence: "harmless" }]);
    const judged = withVerdict(audit, { id: "b1-1", verdict: "missed", by: "anna@example.com", at: noon });
    expect(missRate(judged)).toMatchObject({ is: 1, seen: 1, missed: 1 });
    expect(withVerdict(judged, { id: "b1-1", verdict: null, by: "anna@example.com", at: noon })).toEqual(
      audit,
    );
  });

  it("weighs each kind by its part of the week", () => {
    const population = { harmless: 900, closed: 100 };
    const sample = [
      ...Array.from({ length: 10 }, (_, n) => ({ id: `h${n}`, silence: "harmless" as const })),
      ...Array.from({ length: 10 }, (_, n) => ({ id: `c${n}`, silence: "closed" as const })),
    ].map((one) => {
      const verdict = one.silence === "closed" ? ("missed" as const) : ("right" as const);
      return { ...one, seen: { verdict, by: "anna@example.com", at: noon } };
    });
    expect(missRate({ population, sample })?.is).toBeCloseTo(0.1);
  });

  it("finds planted errors at the rate at which they were planted, within its interval", () => {
    const luck = seeded(20261122);
    const truth = { harmless: 0.06, closed: 0.3 };
    const silent = Array.from({ length: 600 }, (_, n) => {
      const silence: Silence = n % 5 === 0 ? "closed" : "harmless";
      return { id: `b1-${n}`, silence, isMissed: luck() < truth[silence] };
    });
    const missed = new Map(silent.map(({ id, isMissed }) => [id, isMissed]));
    const planted = silent.filter(({ isMissed }) => isMissed).length / silent.length;
    const rates = Array.from({ length: 120 }, (_, n) => {
      const audit = drawSample(addDays(week, 7 * n), silent);
      const sample = audit.sample.map((one) => {
        const verdict = missed.get(one.id) ? ("missed" as const) : ("right" as const);
        return { ...one, seen: { verdict, by: "anna@example.com", at: noon } };
      });
      return missRate({ ...audit, sample });
    });
    const covered = rates.filter((rate) => rate && rate.low <= planted && planted <= rate.high);
    const mean = rates.reduce((sum, rate) => sum + (rate?.is ?? 0), 0) / rates.length;
    expect(covered.length / rates.length).toBeGreaterThan(0.92);
    expect(Math.abs(mean - planted)).toBeLessThan(0.015);
  });
});
