import { chance } from "@otklik/sandbox/chance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("seeded chance", () => {
  it("tells the same story for the same seed", () => {
    const story = (seed: string) => {
      const luck = chance(seed);
      return Array.from({ length: 50 }, () => luck.int(0, 1000));
    };
    expect(story("romashka")).toEqual(story("romashka"));
    expect(story("romashka")).not.toEqual(story("vasilyok"));
  });

  it("keeps whole numbers within both bounds", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, span) => {
        const drawn = chance(seed).int(from, from + span);
        expect(Number.isInteger(drawn) && drawn >= from && drawn <= from + span).toBe(true);
      }),
    );
  });

  it("draws several members without repeating any", () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.integer()), fc.nat(20), (seed, list, count) => {
        const drawn = chance(seed).several(list, count);
        expect(new Set(drawn).size).toBe(Math.min(count, list.length));
      }),
    );
  });

  it("gives the heavier choice more often", () => {
    const luck = chance("weights");
    const drawn = Array.from({ length: 2000 }, () =>
      luck.weighted([
        ["heavy", 9],
        ["light", 1],
      ] as const),
    );
    const heavy = drawn.filter((choice) => choice === "heavy").length;
    expect(heavy).toBeGreaterThan(1700);
    expect(heavy).toBeLessThan(1900);
  });
});
