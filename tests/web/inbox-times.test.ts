import { describe, expect, it } from "vitest";
import { dueOf } from "../../web/src/inbox/due.ts";
import { snoozeUntil } from "../../web/src/inbox/snooze-times.ts";

describe("dueOf", () => {
  const hour = 3600_000;
  const dueAt = "2024-05-15T12:00:00.000Z";
  const due = (hours: number) => dueOf(dueAt, new Date(Date.parse(dueAt) - hours * hour));

  it("tells what is left", () => {
    expect(due(6)).toEqual({ isLate: false, isSoon: false, ms: 6 * hour, length: 0.5 });
  });

  it("is full with a day or more", () => {
    expect([due(24).length, due(100).length]).toEqual([1, 1]);
  });

  it("is soon in the last hour", () => {
    expect([due(1).isSoon, due(0.99).isSoon]).toEqual([false, true]);
  });

  it("is late behind the promise, with nothing left", () => {
    expect(due(-2)).toEqual({ isLate: true, isSoon: false, ms: 2 * hour, length: 0 });
  });
});

describe("snoozeUntil", () => {
  // local times: the clock of whoever snoozes
  const wednesday = new Date(2024, 4, 15, 17, 30);

  it("is an hour from now", () => {
    expect(snoozeUntil("hour", wednesday)).toEqual(new Date(2024, 4, 15, 18, 30));
  });

  it("is tomorrow at nine, also over the end of a month", () => {
    expect(snoozeUntil("tomorrow", new Date(2024, 4, 31, 23, 0))).toEqual(new Date(2024, 5, 1, 9));
  });

  it.each([
    [15, 20],
    [19, 20],
    [20, 27],
  ])("from 2024-05-%i is Monday the %ith", (day, monday) => {
    expect(snoozeUntil("monday", new Date(2024, 4, day, 8))).toEqual(new Date(2024, 4, monday, 9));
  });
});
