import { afterPage, askOf, type Walk, walkOf, windowSeconds } from "@otklik/connectors/yandex-market/walk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const now = new Date("2026-11-20T09:00:00Z");
const seconds = now.getTime() / 1000;

/** Steps until the cycle ends, with so many entries for each page asked for. */
function cycle(from: Walk | null, entriesOf: (list: string) => number, at = now) {
  const asked: ReturnType<typeof askOf>[] = [];
  let walk: Walk = walkOf(from && JSON.stringify(from), at);
  do {
    const underway = walkOf(JSON.stringify(walk), at);
    const ask = askOf(underway);
    asked.push(ask);
    walk = afterPage(underway, { entries: entriesOf(ask.list), token: undefined });
  } while (walk.began !== null && asked.length < 1000);
  return { asked, walk };
}

describe("a walk through the lists of Yandex Market", () => {
  it("goes back window by window until half a year is empty, reviews before questions before chats", () => {
    const fourth = cycle(null, () => 0).asked[3]?.list;
    const { asked } = cycle(null, (list) => (list === fourth ? 5 : 0));
    const steps = asked.map(({ step }) => step);
    expect([...new Set(steps)]).toEqual(["reviews", "questions", "chats"]);
    expect(steps.filter((step) => step === "reviews")).toHaveLength(4 + 6);
    expect(steps.filter((step) => step === "questions")).toHaveLength(6);
  });

  it("leaves no second between two windows unread", () => {
    const windows = cycle(null, () => 0).asked.filter(({ step }) => step === "reviews");
    for (const [at, { from }] of windows.entries())
      expect(windows[at + 1]?.to ?? (from ?? 0) - 1).toBe((from ?? 0) - 1);
    expect(windows[0]?.to).toBe(seconds);
  });

  it("later reads what asks for a reaction, the last days and one older window, another each time", () => {
    let { walk } = cycle(null, () => 0);
    const turns: string[] = [];
    for (let pull = 0; pull < 7; pull++) {
      const next = cycle(walk, () => 3);
      walk = next.walk;
      turns.push(next.asked.find(({ step }) => step === "reviews-turn")?.list ?? "");
      expect(next.asked[0]).toMatchObject({ step: "reviews-needed" });
    }
    expect(new Set(turns).size).toBe(6);
    expect(turns[6]).toBe(turns[0]);
  });

  it("goes through all pages of a list before the next one", () => {
    const first = afterPage(walkOf(null, now), { entries: 20, token: "p2" });
    expect(askOf(walkOf(JSON.stringify(first), now))).toMatchObject({ step: "reviews", token: "p2" });
  });

  it("does not stand still when the network gives the same token again", () => {
    const first = walkOf(JSON.stringify(afterPage(walkOf(null, now), { entries: 20, token: "p2" })), now);
    expect(afterPage(first, { entries: 20, token: "p2" }).token).toBeUndefined();
  });

  it("ends, whatever the pages hold", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(3)), (entries) => {
        const { asked, walk } = cycle(null, () => entries.next().value ?? 0);
        expect(walk.caughtUp).toBe(seconds);
        expect(asked.length).toBeLessThan(300);
      }),
      { numRuns: 30 },
    );
  });

  it("begins anew with a cursor that is none of ours", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (cursor) => {
        expect(walkOf(cursor, now)).toEqual(walkOf(null, now));
      }),
    );
  });

  it("keeps windows of thirty days that do not move with the clock", () => {
    const lists = (at: Date) => cycle(null, () => 0, at).asked.map(({ list }) => list);
    const later = lists(new Date(now.getTime() + 3600_000));
    expect(later).toEqual(lists(now));
    expect(windowSeconds).toBe(30 * 86_400);
  });
});
