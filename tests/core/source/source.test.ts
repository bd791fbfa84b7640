import { showSource } from "@otklik/core/api/show";
import { faultKinds, NetworkFault } from "@otklik/core/errors";
import {
  freshHealth,
  Health,
  intervals,
  SourceState,
  slotOf,
  slotsAt,
  whatFollows,
} from "@otklik/core/source/source";
import { fingerprint, mostFingerprints, sift } from "@otklik/core/source/watermark";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { found, later, noon } from "../../support/mentions.ts";

describe("what was kept before reasons had two languages", () => {
  it("is still read", () => {
    const fault = { kind: "gone", message: "no page", at: noon, count: 1 };
    expect(Health.parse({ ...freshHealth, fault }).fault?.message).toBe("no page");
    expect(SourceState.parse({ is: "paused", by: "otklik", why: "no token" })).toMatchObject({
      why: "no token",
    });
  });

  it("is shown as it stands, whichever the language", () => {
    const state = { is: "paused", by: "otklik", why: "no token" } as const;
    const fault = { kind: "gone", message: "no page", at: noon, count: 1 };
    const source = {
      id: "s",
      brandId: "b",
      network: "n",
      title: "S",
      settings: {},
      every: 1,
      inboxFrom: noon,
      connectedAt: noon,
      state,
    };
    expect(
      showSource(
        { source, health: { ...freshHealth, fault }, mentions: 0, unreadable: 0, backfill: null },
        { title: "N", canBackfill: false },
      ),
    ).toMatchObject({
      pausedWhy: { ru: "no token", en: "no token" },
      fault: { message: "no page", said: { ru: "no page", en: "no page" } },
    });
  });
});

describe("slots", () => {
  it("give every source exactly one minute of each interval", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom(...intervals),
        fc.integer({ min: 0, max: 2e6 }),
        (id, every, start) => {
          const minutes = Array.from({ length: every }, (_, n) => new Date((start + n) * 60_000));
          const hits = minutes.filter((at) =>
            slotsAt(at).some((slot) => slot.every === every && slot.slot === slotOf(id, every)),
          );
          expect(hits).toHaveLength(1);
        },
      ),
    );
  });
});

describe("what follows a fault", () => {
  const at = { now: noon, count: 1, chance: 0.5 };

  it("is decided for every kind", () => {
    const does = faultKinds.map((kind) => whatFollows(new NetworkFault(kind, "x"), at).does);
    expect(does).toEqual(["wait", "wait", "pause", "pause", "give-back", "gone"]);
  });
  it("waits as long as the network says when it says so", () => {
    const fault = new NetworkFault("throttled", "x", { retryAt: later(7) });
    expect(whatFollows(fault, at)).toEqual({ does: "wait", until: later(7) });
  });
  it("backs off twice as long each time, spread by chance, an hour and a quarter at most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (count, chance) => {
          const next = whatFollows(new NetworkFault("unavailable", "x"), { now: noon, count, chance });
          const seconds = next.does === "wait" ? (next.until.getTime() - noon.getTime()) / 1000 : -1;
          const base = Math.min(30 * 2 ** (count - 1), 3600);
          expect(seconds).toBeGreaterThanOrEqual(base * 0.75 - 0.001);
          expect(seconds).toBeLessThanOrEqual(base * 1.25);
        },
      ),
    );
  });
});

describe("a watermark", () => {
  const page = (ids: number[]) => ids.map((id) => found({ externalId: `r-${id}`, text: `отзыв ${id}` }));

  it("drops what it has seen and nothing else", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(2000), { maxLength: 200 }),
        fc.uniqueArray(fc.nat(2000), { maxLength: 200 }),
        (a, b) => {
          const first = sift(page(a), "");
          const second = sift(page(b), first.after);
          expect(first.fresh).toHaveLength(a.length);
          expect(second.fresh.map(({ externalId }) => externalId)).toEqual(
            b.filter((id) => !a.includes(id)).map((id) => `r-${id}`),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
  it("is unchanged, to the letter, by a poll without news", () => {
    const { after } = sift(page([1, 2, 3]), "");
    expect(sift(page([3, 1]), after).after).toBe(after);
  });
  it("lets an edit, an answer made elsewhere and a change of its state through", () => {
    const { after } = sift(page([1]), "");
    const [one] = page([1]);
    const changes = [
      { ...one, text: "другое" },
      { ...one, ownerReply: { text: "Спасибо", state: "in-review" as const } },
      { ...one, ownerReply: { text: "Спасибо", state: "published" as const } },
    ];
    expect(sift(changes as never, after).fresh).toHaveLength(3);
  });
  it("stays within 8 kB and keeps the newest", () => {
    const many = Array.from({ length: 3000 }, (_, n) => n);
    const { after } = sift(page(many), "");
    expect(after.length).toBeLessThanOrEqual(8000);
    expect(after.length / 8).toBe(mostFingerprints);
    expect(sift(page(many.slice(0, mostFingerprints)), after).fresh).toEqual([]);
    expect(after).toContain(fingerprint(page([0])[0] as never));
  });
});
