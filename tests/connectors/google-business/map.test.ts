import { originalOf, reviewMention } from "@otklik/connectors/google-business/map";
import { describe, expect, it } from "vitest";

const settings = { account: "accounts/1", location: "locations/2" };
const wire = {
  name: "accounts/1/locations/2/reviews/demo",
  reviewId: "demo",
  reviewer: { displayName: "Demo Person", profilePhotoUrl: "https://photos.example/1.png" },
  starRating: "FOUR",
  comment: "Кофе хороший, мест мало.",
  createTime: "2026-11-01T10:00:00.123456Z",
  updateTime: "2026-11-01T10:00:00.123456Z",
};
const read = reviewMention(settings);

describe("a review of Google", () => {
  it("becomes a mention, with stars out of five and no language that Google does not tell", () => {
    expect(read(wire)).toEqual({
      kind: "review",
      externalId: "demo",
      url: "https://business.google.com/reviews",
      author: { name: "Demo Person" },
      text: "Кофе хороший, мест мало.",
      rating: { stars: 4, outOf: 5 },
      location: "locations/2",
      postedAt: new Date("2026-11-01T10:00:00.123Z"),
      editedAt: undefined,
      ownerReply: undefined,
      canReply: true,
    });
  });

  it("may be stars without a word", () => {
    const { comment: _, ...silent } = wire;
    expect(read(silent)).toMatchObject({ text: "", rating: { stars: 4, outOf: 5 } });
  });

  it.each(["STAR_RATING_UNSPECIFIED", undefined])("is not rated when its stars are %j", (starRating) => {
    expect(read({ ...wire, starRating }).rating).toBeUndefined();
  });

  it.each(["SIX", 4, "FOUR "])("is unreadable when its stars are %j", (starRating) => {
    expect(() => read({ ...wire, starRating })).toThrow();
  });

  it("keeps an anonymous author without a name", () => {
    const reviewer = { displayName: "A Google user", isAnonymous: true };
    expect(read({ ...wire, reviewer }).author).toEqual({ name: undefined });
  });

  it("was edited when its two times differ", () => {
    const edited = read({ ...wire, updateTime: "2026-11-03T10:00:00Z" });
    expect(edited.editedAt).toEqual(new Date("2026-11-03T10:00:00Z"));
  });

  it("stands under its location's name and link where those are known", () => {
    const known = { ...settings, name: "Кофейня, Лесная", url: "https://maps.example/?cid=1" };
    expect(reviewMention(known)(wire)).toMatchObject({ location: "Кофейня, Лесная", url: known.url });
  });

  it.each([
    { state: "APPROVED", becomes: "published", canReply: false },
    { state: "PENDING", becomes: "in-review", canReply: false },
    { state: "REJECTED", becomes: "rejected", canReply: true },
    { state: "SOMETHING_NEW", becomes: "in-review", canReply: false },
    { state: undefined, becomes: undefined, canReply: false },
  ])("brings the owner's reply that is $state", ({ state, becomes, canReply }) => {
    const reviewReply = { comment: "Спасибо!", updateTime: "2026-11-02T10:00:00Z", reviewReplyState: state };
    expect(read({ ...wire, reviewReply })).toMatchObject({
      ownerReply: { text: "Спасибо!", postedAt: new Date("2026-11-02T10:00:00Z"), state: becomes },
      canReply,
    });
  });

  it("cannot be answered where the location is not verified", () => {
    expect(reviewMention({ ...settings, verified: false })(wire).canReply).toBe(false);
  });
});

describe("the customer's own words", () => {
  it.each([
    {
      what: "after a translation",
      comment: "(Translated by Google) Good.\n\n(Original)\nХорошо.",
      own: "Хорошо.",
    },
    { what: "before a translation", comment: "Хорошо.\n\n(Translated by Google)\nGood.", own: "Хорошо." },
    { what: "of several lines", comment: "(Translated by Google) A\nB\n\n(Original)\nА\nБ", own: "А\nБ" },
    {
      what: "without any translation",
      comment: "(Original) is a fine name for a café.",
      own: "(Original) is a fine name for a café.",
    },
  ])("are found $what", ({ comment, own }) => {
    expect(originalOf(comment)).toBe(own);
  });
});
