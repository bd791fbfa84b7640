import { isStopped, type ModelCall, noUse, spentBy, withCall, withHold } from "@otklik/core/label/model-use";
import { getModelUse, openPurse } from "@otklik/core/label/model-use-store";
import { scopedTable } from "@otklik/core/table-scope";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelTable } from "../../support/model-table.ts";

const now = new Date("2026-03-10T12:00:00Z");
const call = (usd: number, more: Partial<ModelCall> = {}): ModelCall => ({
  model: "m",
  is: "answered",
  status: null,
  mentions: 20,
  labelled: 19,
  tokens: { input: 1_400, cachedInput: 100, output: 400 },
  usd,
  ...more,
});
const hold = (use: typeof noUse, id: string, wanted: number, at = now) =>
  withHold(use, { id, wanted, monthly: 1, now: at });

describe("money set aside for a call", () => {
  it("counts as spent until the call is settled, then as much as it did cost", () => {
    const held = hold(noUse, "a", 0.5).use;
    expect(spentBy(held)).toBe(0.5);
    expect(spentBy(withCall(held, "a", call(0.2), now))).toBe(0.2);
  });

  it("is settled once, however often that is told", () => {
    const settled = withCall(hold(noUse, "a", 0.5).use, "a", call(0.2), now);
    expect(withCall(settled, "a", call(0.2), now)).toEqual(settled);
    expect(settled.models).toEqual({
      m: { calls: 1, mentions: 20, labelled: 19, input: 1_400, cachedInput: 100, output: 400, usd: 0.2 },
    });
  });

  it("is not there for more than the month allows, which is noted once", () => {
    const first = hold(hold(noUse, "a", 0.8).use, "b", 0.3);
    expect(first).toMatchObject({ isHeld: false, use: { stopped: { at: now, wanted: 0.3 } } });
    expect(hold(first.use, "c", 0.4, new Date(now.getTime() + 1)).use).toBe(first.use);
  });

  it("counts as spent for good when nobody has settled it within the hour", () => {
    const late = new Date(now.getTime() + 3600_001);
    const use = hold(hold(noUse, "crashed", 0.4).use, "b", 0.1, late).use;
    expect(use).toMatchObject({ usd: 0.4, holds: { b: { usd: 0.1 } } });
    expect(withCall(use, "crashed", call(0.1), late)).toEqual(use);
  });

  it("is there again where the budget was raised", () => {
    const { use } = hold(hold(noUse, "a", 0.8).use, "b", 0.3);
    expect([isStopped(use, 1), isStopped(use, 2)]).toEqual([true, false]);
    expect(withHold(use, { id: "b", wanted: 0.3, monthly: 2, now }).use.stopped).toBeUndefined();
  });

  it("never sums to more than the budget, whatever calls begin and end, in whatever order", () => {
    const step = fc.record({
      id: fc.integer({ min: 0, max: 9 }).map(String),
      does: fc.constantFrom("hold", "settle"),
      cents: fc.integer({ min: 0, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      minutes: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let use = noUse;
        let at = now;
        for (const { id, does, cents, share, minutes } of steps) {
          at = new Date(at.getTime() + minutes * 60_000);
          const most = use.holds[id]?.usd ?? 0;
          use =
            does === "hold" ? hold(use, id, cents / 100, at).use : withCall(use, id, call(most * share), at);
          expect(spentBy(use)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe("a purse", () => {
  const open = (clock: () => Date = () => now) => {
    const table = modelTable();
    let made = 0;
    const random = (bytes: number) => {
      made += 1;
      return new Uint8Array(bytes).fill(made);
    };
    return {
      purse: openPurse({ table, now: clock, random }),
      use: (month = "2026-03") => getModelUse(scopedTable(table, "w1"), month),
    };
  };

  it("is not overdrawn by many at once", async () => {
    const { purse, use } = open();
    const amounts = { wanted: 0.3, monthly: 1 };
    const holds = await Promise.all(Array.from({ length: 20 }, () => purse.hold("w1", amounts)));
    const granted = holds.filter((one) => one !== null);
    expect(granted).toHaveLength(3);
    await Promise.all(granted.map((one) => one.settle(call(0.25))));
    expect(await use()).toMatchObject({ usd: 0.75, holds: {}, models: { m: { calls: 3 } } });
  });

  it("pays a call in the month in which it began", async () => {
    let at = new Date("2026-03-31T23:59:59Z");
    const { purse, use } = open(() => at);
    const held = await purse.hold("w1", { wanted: 0.3, monthly: 1 });
    at = new Date("2026-04-01T00:00:01Z");
    await held?.settle(call(0.2));
    expect([spentBy(await use("2026-03")), spentBy(await use("2026-04"))]).toEqual([0.2, 0]);
  });

  it("is full again with the next month", async () => {
    let at = now;
    const { purse } = open(() => at);
    await purse.hold("w1", { wanted: 1, monthly: 1 });
    expect(await purse.hold("w1", { wanted: 1, monthly: 1 })).toBeNull();
    at = new Date("2026-04-01T00:00:00Z");
    expect(await purse.hold("w1", { wanted: 1, monthly: 1 })).not.toBeNull();
  });

  it("is each workspace's own", async () => {
    const { purse } = open();
    await purse.hold("w1", { wanted: 1, monthly: 1 });
    expect(await purse.hold("w2", { wanted: 1, monthly: 1 })).not.toBeNull();
  });

  it("knows what was spent before it counted calls", async () => {
    const table = scopedTable(modelTable(), "w1");
    await table.commit([{ put: { pk: "spent", sk: "2026-03", body: { usd: 0.7 } } }]);
    expect(await getModelUse(table, "2026-03")).toEqual({ ...noUse, usd: 0.7 });
  });
});
