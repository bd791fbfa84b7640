import { defaultRegulation, placeOf } from "@otklik/core/regulation/regulation";
import { describe, expect, it } from "vitest";
import { found, label, later } from "../../support/mentions.ts";

const clockFrom = later(-40 * 24 * 60);
const place = (mention: Parameters<typeof found>[0], said = label()) =>
  placeOf(found(mention), said, { regulation: defaultRegulation, clockFrom });

describe("a place in the inbox", () => {
  it("ranks an urgent review before an older angry one, and that before praise", () => {
    const urgent = place({}, label("negative", { urgency: [{ reason: "health", words: "ожог" }] }));
    const angry = place({ postedAt: later(-12 * 60), rating: { stars: 1, outOf: 5 } }, label("negative"));
    const praise = place({ postedAt: later(-24 * 60) }, label("positive"));
    const ranks = [urgent, angry, praise].map(({ rankAt }) => rankAt.getTime());
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
    expect(urgent.dueAt).toEqual(later(60));
  });
  it("counts no promise from before the source was connected, and puts the newest of a backlog first", () => {
    const at = (days: number) =>
      placeOf(found({ postedAt: later(-days * 24 * 60) }), label(), {
        regulation: defaultRegulation,
        clockFrom: later(0),
      });
    expect(at(20).dueAt).toEqual(later(24 * 60));
    expect(at(3).rankAt.getTime()).toBeLessThan(at(20).rankAt.getTime());
  });
  it("tells why", () => {
    expect(place({ rating: { stars: 2, outOf: 5 } }).why).toEqual(["stars.low", "target.review"]);
    expect(place({ kind: "question", rating: undefined }, label("neutral")).why).toEqual([
      "kind.question",
      "target.question",
    ]);
  });
  it("takes low stars on any scale for a complaint", () => {
    expect(place({ rating: { stars: 3, outOf: 10 } }).priority).toBe("high");
    expect(place({ rating: { stars: 9, outOf: 10 } }).priority).toBe("low");
  });
  it("neither hurries nor puts off what it is unsure of", () => {
    const unsure = (is: "negative" | "positive") => label(is, { sentiment: { is, confidence: 0.4 } });
    const unrated = { rating: undefined };
    expect([place(unrated, unsure("negative")), place(unrated, unsure("positive"))]).toMatchObject([
      { priority: "normal", why: ["sentiment.unsure", "target.review"] },
      { priority: "normal", why: ["sentiment.unsure", "target.review"] },
    ]);
  });
  it("puts no complaint off for the praise around it", () => {
    expect(place({}, label("positive", { complaint: true }))).toMatchObject({
      priority: "normal",
      why: ["complaint", "target.review"],
    });
  });
  it("promises a chat an answer sooner than a review", () => {
    expect(place({ kind: "message" }).dueAt.getTime()).toBeLessThan(
      place({ kind: "review" }).dueAt.getTime(),
    );
  });
});
