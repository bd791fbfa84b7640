import { keepPace } from "@otklik/core/pace/pace";
import type { Pace, PaceLimit, Table } from "@otklik/core/ports";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelTable } from "../../support/model-table.ts";

const limit = (requests: number, seconds: number, burst: number): PaceLimit => ({
  key: "n.account.a1",
  requests,
  seconds,
  burst,
});
/** Processes over one table, and the clock of all. */
function processes(count: number) {
  const clock = { ms: 1_000_000_000 };
  const writes: string[] = [];
  const model = modelTable();
  const table: Table = {
    ...model,
    async commit(all) {
      writes.push(...all.map((one) => ("put" in one ? one.put.pk : one.remove.pk)));
      return model.commit(all);
    },
  };
  const now = () => new Date(clock.ms);
  const paces = Array.from({ length: count }, () => keepPace({ table, now })) as [Pace, ...Pace[]];
  return { paces, clock, writes };
}
const patient = { patienceMs: 1e9 };
const mostIn = (times: readonly number[], spanMs: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));

describe("the pace of a limit", () => {
  it("lets no span of time hold more than it may, whenever it is asked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat({ max: 100 }),
        fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 300 }),
        async (requests, seconds, less, pauses) => {
          const { paces, clock } = processes(1);
          const of = limit(requests, seconds, Math.max(1, requests - less));
          const times: number[] = [];
          for (const pause of pauses) {
            clock.ms += pause;
            const turn = await paces[0].take([of], patient);
            times.push(clock.ms + ("waitMs" in turn ? turn.waitMs : 0));
          }
          expect(mostIn(times, seconds * 1000)).toBeLessThanOrEqual(requests);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("holds through the death of a process where it refills slowly", async () => {
    const { paces } = processes(2);
    const of = limit(5, 3600, 5);
    for (let n = 0; n < 4; n++) expect(await paces[0].take([of], { patienceMs: 0 })).toEqual({ waitMs: 0 });
    expect(await (paces[1] as Pace).take([of], { patienceMs: 2000 })).toMatchObject({
      retryAt: expect.any(Date),
    });
  });

  it("is shared by processes that work at the same time", async () => {
    const { paces } = processes(4);
    const of = limit(20, 86_400, 10);
    const turns = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (paces[n % 4] as Pace).take([of], { patienceMs: 0 })),
    );
    expect(turns.filter((turn) => "waitMs" in turn)).toHaveLength(9);
  });

  it("writes no row for what refills in seconds, however it is used", async () => {
    const { paces, writes, clock } = processes(1);
    for (let n = 0; n < 100; n++) {
      clock.ms += 400;
      await paces[0].take([limit(3, 1, 6), limit(600, 60, 60)], patient);
    }
    expect(writes).toEqual([]);
  });

  it("writes no row for a look now and then at what refills slowly but for little", async () => {
    const { paces, writes, clock } = processes(1);
    for (let n = 0; n < 60; n++) {
      clock.ms += 60_000;
      await paces[0].take([limit(3600, 3600, 100)], patient);
      await paces[0].take([limit(3600, 3600, 100)], patient);
    }
    expect(writes).toEqual([]);
  });
});

describe("turns", () => {
  const of = limit(60, 3600, 6);
  const asks = (who: string) => ({ who, begins: "walk" as const, patienceMs: 0 });

  it("come in the order in which sources were turned away, and a hungry one goes to the end", async () => {
    const { paces, clock } = processes(1);
    const [pace] = paces;
    for (let n = 0; n < 5; n++) await pace.take([of], { who: "hungry", patienceMs: 0 });
    const away = async (who: string): Promise<number> => {
      const turn = await pace.take([of], asks(who));
      return "retryAt" in turn ? turn.retryAt.getTime() : Number.NaN;
    };
    const first = await away("modest");
    const second = await away("hungry");
    const third = await away("late");
    expect([first < second, second < third]).toEqual([true, true]);
    clock.ms = first;
    expect(await away("hungry")).toBe(second);
    expect(await pace.take([of], asks("modest"))).toEqual({ waitMs: 0 });
  });

  it("lapse where nobody takes them", async () => {
    const { paces, clock } = processes(1);
    const [pace] = paces;
    for (let n = 0; n < 5; n++) await pace.take([of], { who: "hungry", patienceMs: 0 });
    await pace.take([of], asks("gone for ever"));
    clock.ms += 30 * 60_000;
    expect(await pace.take([of], asks("hungry"))).toEqual({ waitMs: 0 });
  });

  it("are no concern of a person's reply, which goes as soon as there is room for one", async () => {
    const { paces, clock } = processes(1);
    const [pace] = paces;
    for (let n = 0; n < 5; n++) await pace.take([of], { who: "hungry", patienceMs: 0 });
    await pace.take([of], asks("hungry"));
    clock.ms += 61_000;
    expect(await pace.take([of], { patienceMs: 0 })).toEqual({ waitMs: 0 });
  });

  it("leave half of a limit to others where there is no haste", async () => {
    const { paces } = processes(1);
    const taken: boolean[] = [];
    for (let n = 0; n < 6; n++)
      taken.push("waitMs" in (await paces[0].take([of], { who: "past", share: 0.5, patienceMs: 0 })));
    expect(taken.filter(Boolean)).toHaveLength(2);
    expect(await paces[0].take([of], asks("new"))).toEqual({ waitMs: 0 });
  });
});

describe("a network whose calls hang", () => {
  it("rests, longer each time, and is then tried by one call", () => {
    const { paces, clock } = processes(1);
    const [pace] = paces;
    const hang = (): void => {
      const leave = pace.enter("n");
      clock.ms += 20_000;
      leave();
    };
    for (let n = 0; n < 3; n++) hang();
    expect(() => pace.enter("n")).toThrow("limit");
    expect(() => pace.enter("other")).not.toThrow();
    clock.ms += 60_000;
    const leave = pace.enter("n");
    expect(() => pace.enter("n")).toThrow("limit");
    clock.ms += 100;
    leave();
    expect(() => [pace.enter("n"), pace.enter("n")]).not.toThrow();
  });
});
