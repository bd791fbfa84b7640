// Two hundred sources of all networks, for an hour: eleven shops each, every one with its own sign-in.
import { beforeAll, describe, expect, it } from "vitest";
import { neighbourhood, pulledOf } from "../support/neighbourhood.ts";
import { type SideBySide, sideBySide } from "../support/side-by-side.ts";

let told: SideBySide;
let titles: string[];
let count: number;

describe("two hundred sources of simulated networks, pulled side by side for an hour", () => {
  beforeAll(async () => {
    told = await sideBySide(
      async (clock) => {
        const all = await neighbourhood(clock, { times: 11, posts: 12 });
        titles = pulledOf(all);
        count = all.flatMap(({ signIns }) => signIns.flatMap(({ sources }) => sources)).length;
        return all;
      },
      { minutes: 61 },
    );
  }, 600_000);

  it("are two hundred", () => {
    expect(count).toBeGreaterThanOrEqual(200);
  });

  it("are never asked beyond their own limits", () => {
    expect([...told.turnedAway]).toEqual([]);
  });

  it("are read to their end, and none is troubled", () => {
    expect(titles.filter((title) => !told.pulls.has(title))).toEqual([]);
    expect([...told.faults]).toEqual([]);
  });
});
