import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { brandsIn, coalesce, isConcerned, newerThan } from "../../web/src/live.ts";

describe("coalesce", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("runs the first at once and those within the pause together at its end", () => {
    const run = vi.fn();
    const refresh = coalesce(run, 2000);
    refresh.ask();
    expect(run).toHaveBeenCalledTimes(1);
    refresh.ask();
    refresh.ask();
    vi.advanceTimersByTime(1999);
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("runs no more often than once a pause, however much is asked", () => {
    const run = vi.fn();
    const refresh = coalesce(run, 1000);
    for (let at = 0; at < 10_000; at += 10) {
      refresh.ask();
      vi.advanceTimersByTime(10);
    }
    expect(run.mock.calls.length).toBeLessThanOrEqual(11);
  });

  it("says nothing after it was cancelled", () => {
    const run = vi.fn();
    const refresh = coalesce(run, 1000);
    refresh.ask();
    refresh.ask();
    refresh.cancel();
    vi.advanceTimersByTime(5000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("what a change concerns", () => {
  const brands = new Set(["b1"]);

  it.each([
    [["cards", "b1", {}], {}, true],
    [["cards", "b2", {}], {}, false],
    [["counts", "b1"], {}, true],
    [["conversation", "c"], { brandId: "b1" }, true],
    [["conversation", "c"], { brandId: "b2" }, false],
    [["sources"], [], true],
    [["stuck", "letters"], {}, true],
    [["templates", "b1"], [], false],
    [["me"], {}, false],
  ])("%j with %j: %s", (queryKey, data, expected) => {
    expect(isConcerned({ queryKey, data }, brands)).toBe(expected);
  });

  it("is every live thing of every brand where events were missed", () => {
    expect(isConcerned({ queryKey: ["cards", "b2"], data: {} }, null)).toBe(true);
  });

  it("takes an event that it cannot read for one that names no brand", () => {
    expect([brandsIn('{"brands":["b1","b2"]}'), brandsIn("{"), brandsIn("{}")]).toEqual([
      ["b1", "b2"],
      [],
      [],
    ]);
  });
});

describe("the versions of brands, where no stream is given", () => {
  it("are no news when first seen, and news whenever they are another", () => {
    const seen = new Map<string, number>();
    expect(
      newerThan(seen, [
        ["b1", 4],
        ["b2", 1],
      ]),
    ).toEqual([]);
    expect(
      newerThan(seen, [
        ["b1", 5],
        ["b2", 1],
      ]),
    ).toEqual(["b1"]);
    expect(
      newerThan(seen, [
        ["b1", 5],
        ["b2", 1],
      ]),
    ).toEqual([]);
  });

  it("count from below again after a move to another home", () => {
    const seen = new Map([["b1", 9]]);
    expect(newerThan(seen, [["b1", 2]])).toEqual(["b1"]);
  });
});
