import { mentionId, shardOf } from "@otklik/core/id";
import {
  compareRevision,
  contentHash,
  mentionFrom,
  snippetOf,
  withWhatWasKnown,
} from "@otklik/core/mention/mention";
import { packMention, unpackMention } from "@otklik/core/mention/mention-store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { found, later, mention, noon } from "../../support/mentions.ts";

describe("a mention's id", () => {
  it("is the same for the same review found by another source", () => {
    const origin = { brandId: "b1", network: "wildberries", observedAt: noon };
    const one = mentionFrom(found(), { ...origin, sourceId: "s1" });
    const other = mentionFrom(found(), { ...origin, sourceId: "s2", observedAt: later(5) });
    expect(other.id).toBe(one.id);
  });

  it("differs by brand, network and the network's id, however they are cut", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (brand, network, a, b) => {
        fc.pre(a !== b);
        expect(mentionId(brand, network, a)).not.toBe(mentionId(brand, network, b));
        expect(mentionId(brand, `${network}${a}`, b)).not.toBe(mentionId(brand, network, `${a}${b}x`));
      }),
    );
  });

  it("keeps ids past 2^53 apart", () => {
    const ids = ["9007199254740993", "9007199254740992"].map((id) => mentionId("b1", "n", id));
    expect(new Set(ids).size).toBe(2);
  });

  it("falls evenly into shards", () => {
    const counts = new Array(64).fill(0);
    for (let n = 0; n < 6400; n++) counts[shardOf(mentionId("b1", "n", String(n)), 64)]++;
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(160);
  });
});

describe("revisions", () => {
  it("puts the first, leaves the same, prefers what was observed later", () => {
    const kept = mention({}, noon);
    expect(compareRevision(null, kept)).toBe("first");
    expect(compareRevision(kept, mention({}, later(9)))).toBe("same");
    expect(compareRevision(kept, mention({ text: "Крем так себе" }, later(9)))).toBe("newer");
    expect(compareRevision(kept, mention({ text: "Крем так себе" }, later(-9)))).toBe("older");
  });

  it("prefers the later edit where the network dates edits, however late the earlier one comes", () => {
    const kept = mention({ text: "Крем так себе", editedAt: later(5) }, later(6));
    expect(compareRevision(kept, mention({}, later(9)))).toBe("older");
    expect(compareRevision(kept, mention({ text: "Ещё", editedAt: later(4) }, later(9)))).toBe("older");
    expect(compareRevision(kept, mention({ text: "Ещё", editedAt: later(7) }, later(9)))).toBe("newer");
    expect(compareRevision(kept, mention({ removed: true }, later(9)))).toBe("newer");
  });

  it("keeps what was known of one that is only told to be gone, each time it is told", () => {
    const kept = mention({}, noon);
    const bare = mention({ text: "", author: {}, postedAt: later(60), removed: true }, later(9));
    const gone = withWhatWasKnown(kept, bare);
    const { text, author, postedAt } = kept;
    expect(gone).toMatchObject({
      text,
      author,
      postedAt,
      removed: true,
      canReply: false,
      observedAt: later(9),
    });
    expect(compareRevision(kept, gone)).toBe("newer");
    expect(compareRevision(gone, withWhatWasKnown(gone, bare))).toBe("same");
  });

  it("takes what comes with its words as it is", () => {
    const come = mention({ text: "Крем так себе", removed: true }, later(9));
    expect(withWhatWasKnown(mention({}, noon), come)).toBe(come);
    expect(withWhatWasKnown(null, come)).toBe(come);
  });

  it("sees every change that counts and no other", () => {
    const base = contentHash(found());
    expect(contentHash(found({ text: "x" }))).not.toBe(base);
    expect(contentHash(found({ rating: { stars: 4, outOf: 5 } }))).not.toBe(base);
    expect(contentHash(found({ removed: true }))).not.toBe(base);
    expect(contentHash(found({ ownerReply: { text: "Спасибо" } }))).not.toBe(base);
    expect(contentHash(found({ ownerReply: { text: "Спасибо", state: "in-review" } }))).not.toBe(
      contentHash(found({ ownerReply: { text: "Спасибо" } })),
    );
    expect(contentHash(found({ url: "https://elsewhere.example", tags: ["x"] }))).toBe(base);
  });
});

describe("a mention's row", () => {
  it("gives back what was put in", () => {
    const whole = mention({
      title: "Т",
      pros: "п",
      cons: "к",
      product: { id: "1", sku: "A-1", name: "Крем" },
      media: [{ kind: "image", url: "https://x.example/1.png" }],
      ownerReply: { text: "Спасибо", postedAt: noon, state: "published" },
      editedAt: later(3),
      language: "ru",
      tags: ["цена"],
    });
    expect(unpackMention(packMention(whole), whole)).toEqual(whole);
  });
});

describe("a snippet", () => {
  it("is never longer than asked, and never half an emoji", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 600 }),
        fc.integer({ min: 2, max: 200 }),
        (text, length) => {
          const snippet = snippetOf({ text }, length);
          expect(snippet.length).toBeLessThanOrEqual(length);
          expect(snippet.isWellFormed()).toBe(text.isWellFormed() || snippet.isWellFormed());
          expect(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(snippet)).toBe(false);
        },
      ),
    );
  });
});
