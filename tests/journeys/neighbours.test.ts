// A few of all networks side by side; `npm run test:aws` has two hundred of them for an hour, in neighbours.long.ts.
import { beforeAll, describe, expect, it } from "vitest";
import { neighbourhood, pulledOf } from "../support/neighbourhood.ts";
import { type SideBySide, sideBySide } from "../support/side-by-side.ts";

let told: SideBySide;
let titles: string[];

describe("simulated networks pulled side by side", () => {
  beforeAll(async () => {
    told = await sideBySide(
      async (clock) => {
        const all = await neighbourhood(clock, { times: 1, posts: 20 });
        titles = pulledOf(all);
        return all;
      },
      { minutes: 61 },
    );
  }, 60_000);

  it("are never asked beyond their own limits", () => {
    expect([...told.turnedAway]).toEqual([]);
  });

  it("are read to their end, and none is troubled", () => {
    expect(titles.filter((title) => !told.pulls.has(title))).toEqual([]);
    expect([...told.faults]).toEqual([]);
  });
});
