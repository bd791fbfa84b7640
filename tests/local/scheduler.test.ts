import { openDatabase } from "@otklik/local/database";
import { dueSlots, firedSlots, localScheduler } from "@otklik/local/scheduler";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const at = (clock: string): Date => new Date(`2026-01-05T${clock}Z`);

describe("due slots", () => {
  it("are the present one when none was ever fired", () => {
    expect(dueSlots(60, null, at("10:07:31"))).toEqual({ slots: [at("10:07:00")], skipped: 0 });
  });

  it("are none while the last one fired lasts", () => {
    expect(dueSlots(60, at("10:07:00"), at("10:07:59.999")).slots).toEqual([]);
  });

  it("are all since the last one fired, oldest first", () => {
    expect(dueSlots(60, at("10:04:00"), at("10:07:00")).slots).toEqual([
      at("10:05:00"),
      at("10:06:00"),
      at("10:07:00"),
    ]);
  });

  it("are the last sixty after a long downtime", () => {
    const { slots, skipped } = dueSlots(60, at("05:00:00"), at("10:00:30"));
    expect([slots.length, slots[0], slots.at(-1), skipped]).toEqual([
      60,
      at("09:01:00"),
      at("10:00:00"),
      240,
    ]);
  });

  it("begin at multiples of their length, also after a change of the length", () => {
    expect(dueSlots(3600, at("09:30:00"), at("10:59:00")).slots).toEqual([at("10:00:00")]);
  });

  it("wait for a clock that was put back a little, and begin anew after one put back far", () => {
    expect(dueSlots(60, at("10:05:00"), at("10:00:00")).slots).toEqual([]);
    expect(dueSlots(60, new Date("2031-01-01T00:00:00Z"), at("10:00:00")).slots).toEqual([at("10:00:00")]);
  });

  it("never repeat nor pass over a slot of the last sixty, however the ticks fall", () => {
    const waits = fc.array(fc.integer({ min: 0, max: 1800 }), { maxLength: 40 });
    fc.assert(
      fc.property(waits, (seconds) => {
        const fired = [at("10:00:00")];
        let now = fired[0]?.getTime() as number;
        for (const wait of seconds) {
          now += wait * 1000;
          fired.push(...dueSlots(60, fired.at(-1) as Date, new Date(now)).slots);
        }
        const expected = Array.from(fired, (_, index) => (fired[0]?.getTime() as number) + index * 60_000);
        expect(fired.map((slot) => slot.getTime())).toEqual(expected);
        expect(fired.at(-1)?.getTime()).toBe(Math.floor(now / 60_000) * 60_000);
      }),
    );
  });
});

/** A scheduler whose runs the test lets end as it likes. */
function open({ fire }: { fire?: (name: string, slot: Date) => Promise<void> } = {}) {
  const db = openDatabase(":memory:");
  const fired: [string, string][] = [];
  const logged: string[] = [];
  const restart = () =>
    localScheduler({
      fired: firedSlots(db),
      now: () => new Date(),
      schedules: [
        { name: "schedule", everySeconds: 60 },
        { name: "digest", everySeconds: 3600 },
      ],
      fire: async (name, slot) => {
        await fire?.(name, slot);
        fired.push([name, slot.toISOString().slice(11, 16)]);
      },
      log: {
        info: () => {},
        warn: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
        error: (event, error, fields) => logged.push(`${event} ${error} ${JSON.stringify(fields)}`),
      },
    });
  return { scheduler: restart(), restart, fired, logged };
}

describe("a tick", () => {
  it("fires each schedule with its own slot", async () => {
    const { scheduler, fired } = open();
    await scheduler.tick(at("10:07:31"));
    expect(fired.sort()).toEqual([
      ["digest", "10:00"],
      ["schedule", "10:07"],
    ]);
  });

  it("fires what was missed while the program was off", async () => {
    const { scheduler, restart, fired } = open();
    await scheduler.tick(at("10:07:31"));
    fired.length = 0;
    await restart().tick(at("10:10:02"));
    expect(fired).toEqual([
      ["schedule", "10:08"],
      ["schedule", "10:09"],
      ["schedule", "10:10"],
    ]);
  });

  it("logs a run that failed, tries its slot again at the next tick, and does not hold up others", async () => {
    let failures = 1;
    const { scheduler, fired, logged } = open({
      fire: async (name) => {
        if (name === "schedule" && failures-- > 0) throw new Error("no network");
      },
    });
    await scheduler.tick(at("10:07:00"));
    expect(fired).toEqual([["digest", "10:00"]]);
    expect(logged).toEqual(['schedule.failed Error: no network {"schedule":"schedule"}']);
    await scheduler.tick(at("10:08:00"));
    expect(fired.slice(1)).toEqual([
      ["schedule", "10:07"],
      ["schedule", "10:08"],
    ]);
  });

  it("says how many slots were passed over", async () => {
    const { scheduler, logged } = open();
    await scheduler.tick(at("05:00:00"));
    await scheduler.tick(at("10:00:00"));
    expect(logged).toEqual(['schedule.skipped {"schedule":"schedule","slots":240}']);
  });

  it("never begins a second run of a schedule while one goes on", async () => {
    const gate = Promise.withResolvers<void>();
    const { scheduler, fired } = open({
      fire: (name) => (name === "schedule" ? gate.promise : Promise.resolve()),
    });
    const first = scheduler.tick(at("10:07:00"));
    await scheduler.tick(at("10:08:00"));
    expect(fired).toEqual([["digest", "10:00"]]);
    gate.resolve();
    await first;
    await scheduler.tick(at("10:08:01"));
    expect(fired.slice(1)).toEqual([
      ["schedule", "10:07"],
      ["schedule", "10:08"],
    ]);
  });
});

describe("the timer", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: at("10:07:31") });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("ticks at once and then at the beginning of each slot, until stopped", async () => {
    const { scheduler, fired } = open();
    scheduler.start();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(fired.map(([, slot]) => slot).sort()).toEqual(["10:00", "10:07", "10:08"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fired.at(-1)).toEqual(["schedule", "10:09"]);
    await scheduler.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fired).toHaveLength(4);
  });

  it("stops only when the run that goes on has ended, and begins no further slot", async () => {
    const gate = Promise.withResolvers<void>();
    const { scheduler, fired } = open({
      fire: (name) => (name === "schedule" ? gate.promise : Promise.resolve()),
    });
    scheduler.start();
    const stopping = scheduler.stop();
    let stopped = false;
    void stopping.then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(stopped).toBe(false);
    gate.resolve();
    await stopping;
    expect(fired.filter(([name]) => name === "schedule")).toEqual([["schedule", "10:07"]]);
  });
});
