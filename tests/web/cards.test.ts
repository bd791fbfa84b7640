import type { InboxCard } from "@otklik/core/api/views";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ahead,
  begun,
  lagMs,
  paled,
  putBack,
  stepFrom,
  withAnswer,
  withHead,
  without,
  withPage,
  withWaiting,
} from "../../web/src/inbox/cards.ts";

const now = 1_700_000_000_000;

/** A card whose rank is its number. */
function card(rank: number, more: Partial<InboxCard> = {}): InboxCard {
  const at = new Date(now + rank * 60_000).toISOString();
  return {
    id: `c${rank}`,
    brandId: "b",
    network: "file",
    kind: "review",
    sentiment: "neutral",
    priority: "normal",
    status: "open",
    snippet: "",
    language: "ru",
    postedAt: at,
    dueAt: at,
    rankAt: at,
    ...more,
  };
}
const cards = (...ranks: number[]) => ranks.map((rank) => card(rank));
const ids = (shown: readonly InboxCard[]) => shown.map(({ id }) => id);

describe("a list that is asked for again", () => {
  it("keeps every card in its place and lets new ones wait", () => {
    const list = withHead(
      begun({ cards: cards(2, 4), next: null }),
      { cards: cards(1, 2, 3, 4), next: null },
      now,
    );
    expect([ids(list.shown), ids(list.waiting)]).toEqual([
      ["c2", "c4"],
      ["c1", "c3"],
    ]);
  });

  it("shows what waited once the pill is pressed", () => {
    const list = withHead(begun({ cards: cards(2), next: null }), { cards: cards(1, 2), next: "n" }, now);
    const shown = withWaiting(list);
    expect([ids(shown.shown), shown.waiting, shown.next]).toEqual([["c1", "c2"], [], "n"]);
  });

  it("changes a card in its place when the server knows it anew", () => {
    const list = withHead(
      begun({ cards: cards(1, 2), next: null }),
      { cards: [card(2, { snippet: "edited" }), card(1)], next: null },
      now,
    );
    expect(list.shown.map(({ snippet }) => snippet)).toEqual(["", "edited"]);
  });

  it("pales a card that somebody else has dealt with, and takes it from nobody's eyes", () => {
    const list = withHead(begun({ cards: cards(1, 2), next: null }), { cards: cards(2), next: null }, now);
    expect([ids(list.shown), [...list.left]]).toEqual([["c1", "c2"], ["c1"]]);
  });

  it("does not take a card of a further page for one that has left", () => {
    const loaded = withPage(begun({ cards: cards(1, 2), next: "n" }), { cards: cards(3, 4), next: null });
    const list = withHead(loaded, { cards: cards(1, 2), next: "n" }, now);
    expect([...list.left]).toEqual([]);
  });

  it("does not take a card that ties with the page's last for one that has left", () => {
    const tie = card(2, { id: "tie" });
    const loaded = withPage(begun({ cards: cards(1, 2), next: "n" }), { cards: [tie], next: null });
    expect([...withHead(loaded, { cards: cards(1, 2), next: "n" }, now).left]).toEqual([]);
  });

  it("shows what comes at once where nothing is there that could jump", () => {
    const list = withHead(begun({ cards: [], next: null }), { cards: cards(1), next: null }, now);
    expect([ids(list.shown), list.waiting]).toEqual([["c1"], []]);
  });

  it("does not offer as new what this person has just dealt with, however late the server is", () => {
    const list = without(begun({ cards: cards(1, 2), next: null }), "c1", now);
    expect(withHead(list, { cards: cards(1, 2), next: null }, now + lagMs - 1).waiting).toEqual([]);
    expect(ids(withHead(list, { cards: cards(1, 2), next: null }, now + lagMs).waiting)).toEqual(["c1"]);
  });

  it("offers it at once when the network has returned the answer", () => {
    const list = without(begun({ cards: cards(1, 2), next: null }), "c1", now);
    const back = { cards: [card(1, { returned: true }), card(2)], next: null };
    expect(ids(withHead(list, back, now + 1).waiting)).toEqual(["c1"]);
  });

  it("never moves, doubles or loses a card, whatever the server says", () => {
    const ranks = fc.uniqueArray(fc.nat(30), { minLength: 1 });
    fc.assert(
      fc.property(ranks, ranks, (before, after) => {
        const list = withHead(
          begun({ cards: cards(...before), next: null }),
          { cards: cards(...after), next: null },
          now,
        );
        expect(ids(list.shown)).toEqual(ids(cards(...before)));
        expect(new Set([...ids(list.waiting), ...ids(list.shown)]).size).toBe(
          list.waiting.length + list.shown.length,
        );
        expect(ids(withWaiting(list).shown)).toEqual(ids(cards(...after)));
      }),
    );
  });
});

describe("a search that is asked for again", () => {
  it("begins anew while its first page is all there is", () => {
    const list = withAnswer(
      begun({ cards: cards(1, 2), next: null }),
      { cards: cards(3, 1), next: null },
      now,
    );
    expect([ids(list.shown), list.waiting]).toEqual([["c3", "c1"], []]);
  });

  it("stays where it is once a person has read on", () => {
    const read = withPage(begun({ cards: cards(1, 2), next: "n" }), { cards: cards(3), next: null });
    const list = withAnswer(read, { cards: [card(2, { snippet: "edited" }), card(1)], next: "n" }, now);
    expect([ids(list.shown), list.shown[1]?.snippet, list.next]).toEqual([
      ["c1", "c2", "c3"],
      "edited",
      null,
    ]);
  });
});

describe("a further page", () => {
  it("says no card twice", () => {
    const list = withPage(begun({ cards: cards(1, 2), next: "n" }), { cards: cards(2, 3), next: null });
    expect([ids(list.shown), list.next]).toEqual([["c1", "c2", "c3"], null]);
  });
});

describe("what a person does", () => {
  it("undone puts the card back where it stood", () => {
    const list = begun({ cards: cards(1, 2, 3), next: null });
    expect(putBack(without(list, "c2", now), card(2), 1)).toEqual(list);
  });

  it("pales a card that stays in sight", () => {
    const list = paled(begun({ cards: cards(1), next: null }), "c1", now);
    expect([ids(list.shown), [...list.left]]).toEqual([["c1"], ["c1"]]);
  });
});

describe("stepFrom", () => {
  const shown = cards(1, 2, 3, 4);
  const none: ReadonlySet<string> = new Set();
  const step = (id: string | null, steps: number, left = none, index = 0) =>
    stepFrom({ shown, left }, { id, index }, steps)?.id ?? null;

  it("goes on and back", () => {
    expect([step("c2", 1), step("c2", -1)]).toEqual(["c3", "c1"]);
  });

  it("passes over cards that have left", () => {
    expect(step("c1", 1, new Set(["c2"]))).toBe("c3");
  });

  it("does not go round at either end", () => {
    expect([step("c4", 1), step("c1", -1)]).toEqual([null, null]);
  });

  it("takes many steps as far as they go", () => {
    expect([step("c1", 10), step("c3", Number.NEGATIVE_INFINITY)]).toEqual(["c4", "c1"]);
  });

  it("from a card that has gone begins with the one that took its place", () => {
    expect([step("gone", 1, none, 1), step("gone", -1, none, 1)]).toEqual(["c2", "c1"]);
  });
});

describe("ahead", () => {
  it("gives the next ones, without those that have left", () => {
    const list = { shown: cards(1, 2, 3, 4, 5), left: new Set(["c3"]) };
    expect(ids(ahead(list, "c1", 3))).toEqual(["c2", "c4", "c5"]);
  });
});
