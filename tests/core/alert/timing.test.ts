import type { AlertRule } from "@otklik/core/alert/alerting";
import { isQuiet, mayTellAt, type Quiet, replay, restMs } from "@otklik/core/alert/timing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { later, noon } from "../../support/mentions.ts";

const awake: Quiet = { quietHours: null, timeZone: "Europe/Moscow" };
const night: Quiet = { quietHours: { from: "22:00", until: "08:00" }, timeZone: "Europe/Moscow" };
const seconds = (count: number, from = noon): Date => new Date(from.getTime() + count * 1000);
const rule = (kind: "urgent" | "negative" | "breach" | "failing", through = false): AlertRule => ({
  id: "rule",
  kind,
  on: true,
  to: [],
  networks: [],
  throughQuietHours: through,
});
const digest: AlertRule = { id: "rule", kind: "digest", on: true, to: [], at: "09:00" };

describe("when a line may speak", () => {
  it("tells what is urgent at once, and what is negative when it has gathered for half a minute", () => {
    const first = { since: noon, told: [] };
    expect(mayTellAt(rule("urgent"), first, awake)).toEqual(noon);
    expect(mayTellAt(rule("negative"), first, awake)).toEqual(seconds(30));
  });

  it("tells no more than one message in ten minutes, and five where it is urgent", () => {
    const told = [0, 1, 2, 3, 4].map((minute) => later(minute));
    expect(mayTellAt(rule("breach"), { since: later(5), told }, awake)).toEqual(later(14));
    expect(mayTellAt(rule("urgent"), { since: later(5), told }, awake)).toEqual(later(10));
    expect(mayTellAt(rule("urgent"), { since: later(5), told: told.slice(1) }, awake)).toEqual(later(5));
  });

  it("waits for the end of the quiet hours unless the rule passes through; a digest has its own hour", () => {
    const late = { since: new Date("2026-11-20T20:00:00Z"), told: [] };
    expect(mayTellAt(rule("urgent"), late, night).toISOString()).toBe("2026-11-21T05:00:00.000Z");
    expect(mayTellAt(rule("urgent", true), late, night)).toEqual(late.since);
    expect(mayTellAt(digest, late, night)).toEqual(late.since);
  });

  it("takes quiet hours that begin and end at the same time for none", () => {
    const none: Quiet = { quietHours: { from: "08:00", until: "08:00" }, timeZone: "UTC" };
    expect(isQuiet(noon, none)).toBe(false);
  });

  it("never speaks in quiet hours, never before there is something to say, and always within a day and an hour", () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((at) => `${String(at).padStart(2, "0")}:30`);
    const zone = fc.constantFrom(
      "Europe/Moscow",
      "America/New_York",
      "Australia/Lord_Howe",
      "America/Havana",
    );
    const minute = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
    fc.assert(
      fc.property(hour, hour, zone, minute, (from, until, timeZone, at) => {
        const quiet: Quiet = { quietHours: { from, until }, timeZone };
        const since = later(at);
        const speaks = mayTellAt(rule("negative"), { since, told: [] }, quiet);
        expect(isQuiet(speaks, quiet)).toBe(false);
        expect(speaks >= since).toBe(true);
        expect(speaks.getTime() - since.getTime()).toBeLessThanOrEqual(25 * 3600_000 + 30_000);
      }),
      { numRuns: 200 },
    );
  });
});

describe("alerts played through", () => {
  it("make seven messages at most of a storm of an hour, each alert in exactly one", () => {
    const storm = Array.from({ length: 2000 }, (_, n) => ({ at: seconds(n * 1.8) }));
    const messages = replay(rule("negative"), storm, awake);
    expect(messages.length).toBeLessThanOrEqual(7);
    expect(messages.flatMap(({ alerts }) => alerts)).toEqual(storm);
  });

  it("keep the promises of their rule, however they come", () => {
    const kind = fc.constantFrom("urgent" as const, "negative" as const);
    fc.assert(
      fc.property(
        kind,
        fc.array(fc.integer({ min: 0, max: 3 * 24 * 3600 }), { maxLength: 200 }),
        (of, times) => {
          const alerts = times.map((at) => ({ at: seconds(at) }));
          const messages = replay(rule(of), alerts, night);
          const most = of === "urgent" ? 5 : 1;
          const gaps = messages
            .slice(most)
            .map(({ at }, n) => at.getTime() - (messages[n]?.at.getTime() ?? 0));
          expect(messages.flatMap(({ alerts: told }) => told)).toHaveLength(alerts.length);
          expect(Math.min(600_000, ...gaps)).toBe(600_000);
          expect(messages.filter(({ at }) => isQuiet(at, night))).toEqual([]);
          expect(messages.flatMap(({ at, alerts: told }) => told.filter((one) => one.at > at))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

it("rests longer after each failure, ten minutes at most", () => {
  const rests = [1, 2, 3, 4, 5, 6, 60].map((attempts) => restMs(attempts, 0.999) / 1000);
  expect(rests.map(Math.round)).toEqual([30, 60, 120, 240, 480, 600, 600]);
  expect(restMs(1, 0)).toBe(22_500);
});
