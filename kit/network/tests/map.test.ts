import { describe, expect, it } from "vitest";
import { reviewMention } from "../connector/map.ts";
import recorded from "../fixtures/reviews.json" with { type: "json" };

const [first, second] = recorded.reviews;

describe("a review of Example Reviews", () => {
  it("keeps stars, words, times, product and the reply with its state", () => {
    expect(reviewMention(first)).toEqual({
      externalId: "demo-1",
      url: "https://reviews.example/r/demo-1",
      kind: "review",
      author: { id: "demo-author", name: "Демо" },
      text: "Кофе остыл, пока его несли.",
      rating: { stars: 2, outOf: 5 },
      product: { id: "cup", name: "Cappuccino" },
      postedAt: new Date("2026-11-18T08:30:00Z"),
      editedAt: new Date("2026-11-19T10:00:00Z"),
      ownerReply: { text: "Извините, сварим новый.", state: "in-review" },
      canReply: true,
    });
  });

  it("is anonymous and not rated where the network says nothing", () => {
    const mention = reviewMention(second);
    expect([mention.author, mention.rating, mention.ownerReply]).toEqual([{}, undefined, undefined]);
  });

  it.each(["id", "created_at", "updated_at"])("is none without %s", (field) => {
    expect(() => reviewMention({ ...first, [field]: null })).toThrow(field);
  });
});
