import { minutesOf, nextLocalTime, wallClock } from "@otklik/core/alert/wall-clock";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** With a jump at midnight, of half an hour, at odd quarters, without any, and of 24 hours. */
const zones = [
  "Europe/Moscow",
  "Europe/Berlin",
  "America/New_York",
  "America/Havana",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Asia/Vladivostok",
  "UTC",
];
const zone = fc.constantFrom(...zones);
const instant = fc.date({
  min: new Date("2024-01-01T00:00:00Z"),
  max: new Date("2030-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`);

describe("the next time that a wall clock shows", () => {
  it("comes after, within 25 hours, on a whole minute, and is what the clock shows unless it was jumped over", () => {
    fc.assert(
      fc.property(zone, instant, time, (timeZone, after, wanted) => {
        const at = nextLocalTime(after, wanted, timeZone);
        const clock = wallClock(timeZone);
        const passed = (clock(at).minutes - minutesOf(wanted) + 1440) % 1440;
        expect(at > after).toBe(true);
        expect(at.getTime() - after.getTime()).toBeLessThanOrEqual(25 * 3600_000);
        expect(at.getTime() % 60_000).toBe(0);
        expect(passed).toBeLessThanOrEqual(60);
        const before = clock(new Date(at.getTime() - 60_000)).minutes;
        expect(passed === 0 || (minutesOf(wanted) - before + 1440) % 1440 < 60).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["2026-11-20T05:59:59Z", "09:00", "Europe/Moscow", "2026-11-20T06:00:00.000Z"],
    ["2026-11-20T06:00:00Z", "09:00", "Europe/Moscow", "2026-11-21T06:00:00.000Z"],
    ["2026-03-28T12:00:00Z", "02:30", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
    ["2026-10-24T12:00:00Z", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T00:30:00Z", "02:30", "Europe/Berlin", "2026-10-25T01:30:00.000Z"],
  ])("after %s, at %s in %s, it is %s", (after, wanted, timeZone, expected) => {
    expect(nextLocalTime(new Date(after), wanted, timeZone).toISOString()).toBe(expected);
  });
});
