import {
  claimed,
  isClaimable,
  isSettled,
  mayBeSettled,
  nextReplyAt,
  type Reply,
  reviewPauseSeconds,
  seenThere,
  stateAfter,
  sweptAt,
} from "@otklik/core/reply/reply";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { later, noon } from "../../support/mentions.ts";

const reply = (state: Reply["state"]): Reply => ({
  id: "reply",
  conversationId: "b1-x",
  sourceId: "s1",
  text: "Спасибо",
  by: "a@example.com",
  approvedAt: noon,
  state,
  attempts: 0,
});

describe("a reply", () => {
  it("may be claimed when its undo time is over and not before", () => {
    const approved = reply({ is: "approved", sendAt: later(1) });
    expect(isClaimable(approved, later(0.9))).toBe(false);
    expect(isClaimable(approved, later(1))).toBe(true);
  });
  it("is held by its claim until the lease of a dead worker ends", () => {
    const held = claimed(reply({ is: "approved", sendAt: noon }), noon);
    expect(held.attempts).toBe(1);
    expect(isClaimable(held, later(0.7))).toBe(false);
    expect(isClaimable(held, later(0.75))).toBe(true);
  });
  it("keeps its place among what waits when it is claimed in time, and is looked at once its lease has ended", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (lateSeconds) => {
        const now = new Date(noon.getTime() + lateSeconds * 1000);
        const approved = reply({ is: "approved", sendAt: noon });
        const held = claimed(approved, now);
        const [before, after] = [sweptAt(approved.state), sweptAt(held.state)];
        if (lateSeconds <= 15) expect(after).toEqual(before);
        expect(after && isClaimable(held, after)).toBe(true);
        expect(before && isClaimable(approved, before)).toBe(true);
      }),
    );
  });
  it("is nobody's to send once it is settled or waits for a person", () => {
    const states: Reply["state"][] = [
      { is: "published", at: noon },
      { is: "returned", why: "x", at: noon },
      { is: "cancelled", at: noon, why: "undone" },
      { is: "by-hand", at: noon },
      { is: "unknown", since: noon },
    ];
    expect(states.map((state) => isClaimable(reply(state), later(9999)))).toEqual(states.map(() => false));
    expect(states.map((state) => nextReplyAt(state))).toEqual(states.map(() => null));
    expect(states.map(isSettled)).toEqual([true, true, true, true, false]);
  });
  it("is settled by a person where nobody else can see it", () => {
    expect(mayBeSettled({ is: "by-hand", at: noon })).toBe(true);
    expect(mayBeSettled({ is: "unknown", since: noon })).toBe(true);
    expect(mayBeSettled({ is: "published", at: noon })).toBe(false);
  });
  it("given by hand is published once a read has shown its words, and no others", () => {
    const byHand = { ...reply({ is: "by-hand", at: noon }), text: "Спасибо, Анна" };
    expect(seenThere(byHand, " Спасибо,\r\n Анна", later(9))?.state).toEqual({
      is: "published",
      at: later(9),
    });
    expect(seenThere(byHand, "Спасибо, Анна!", later(9))).toBeNull();
    expect(
      seenThere({ ...byHand, state: { is: "returned", why: "x", at: noon } }, byHand.text, noon),
    ).toBeNull();
  });
  it("takes the network's word", () => {
    const sending: Reply["state"] = { is: "sending", leaseUntil: later(2) };
    expect(stateAfter({ state: "published", externalId: "7" }, sending, noon)).toEqual({
      is: "published",
      at: noon,
      externalId: "7",
    });
    expect(stateAfter({ state: "rejected", why: "ссылка" }, sending, noon)).toEqual({
      is: "returned",
      why: "ссылка",
      at: noon,
    });
    expect(stateAfter({ state: "in-review" }, sending, noon)).toMatchObject({ is: "in-review", since: noon });
    expect(stateAfter({ state: "unknown" }, sending, noon)).toEqual({ is: "unknown", since: noon });
  });
  it("is looked at ever more seldom while in review, daily at the least", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5e6 }), fc.integer({ min: 0, max: 5e6 }), (a, b) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)];
        expect(reviewPauseSeconds(short)).toBeLessThanOrEqual(reviewPauseSeconds(long));
        expect(reviewPauseSeconds(short)).toBeGreaterThanOrEqual(15);
        expect(reviewPauseSeconds(long)).toBeLessThanOrEqual(86_400);
      }),
    );
  });
});
