import { fingerprint } from "@otklik/sandbox/wildberries/prose/said";
import { isArchived } from "@otklik/sandbox/wildberries/review";
import { demoShop } from "@otklik/sandbox/wildberries/shop";
import { arrival, openingWorld, wordsOf } from "@otklik/sandbox/wildberries/world";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const now = new Date("2026-07-24T12:00:00Z");
const DAY_MS = 86_400_000;
const demo = openingWorld(demoShop, now);
const texts = (world: typeof demo) => [
  ...world.reviews.map(wordsOf),
  ...world.questions.map(({ text }) => text),
];

describe("the demo world at its opening", () => {
  it("holds at least 300 reviews and 40 questions of the last 60 days", () => {
    expect(demo.reviews.length).toBeGreaterThanOrEqual(300);
    expect(demo.questions.length).toBeGreaterThanOrEqual(40);
    const ages = [...demo.reviews, ...demo.questions].map(
      ({ createdAt }) => now.getTime() - createdAt.getTime(),
    );
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeLessThanOrEqual(60 * DAY_MS);
  });

  it("says nothing twice, not even in other letters or punctuation", () => {
    const said = texts(demo)
      .filter((text) => text !== "")
      .map(fingerprint);
    expect(new Set(said).size).toBe(said.length);
  });

  it("gives every review and question an id of its own, of twenty characters", () => {
    const ids = [...demo.reviews, ...demo.questions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\w-]{20}$/.test(id))).toEqual([]);
  });

  it("leaves between 90 and 120 written reviews for a person to answer, whatever the hour of opening", () => {
    const waiting = [0, 5, 11, 17, 23].map((hour) => {
      const opening = new Date(Date.UTC(2026, 2, 1 + hour, hour));
      const { reviews } = openingWorld(demoShop, opening);
      return reviews.filter((review) => review.text && !isArchived(review, opening)).length;
    });
    expect(Math.min(...waiting)).toBeGreaterThanOrEqual(90);
    expect(Math.max(...waiting)).toBeLessThanOrEqual(120);
  });

  it("is the same for the same seed and another for another", () => {
    expect(openingWorld(demoShop, now)).toEqual(demo);
    expect(texts(openingWorld({ ...demoShop, seed: "other" }, now))).not.toEqual(texts(demo));
  });

  it("has a bad batch of shampoo, reported on two days by at least a dozen buyers", () => {
    const leaking = demo.reviews.filter(
      ({ nmId, stars, text }) =>
        nmId === 990_001_002 && stars <= 2 && /Р-117|дозатор|помпа|теч|лужа|липкое|вылил|пакет/i.test(text),
    );
    const days = Map.groupBy(leaking, ({ createdAt }) => createdAt.toISOString().slice(0, 10));
    const busiest = [...days.values()].map((group) => group.length).sort((a, b) => b - a);
    expect((busiest[0] ?? 0) + (busiest[1] ?? 0)).toBeGreaterThanOrEqual(12);
  });

  it("has unanswered calls for help: hospital, court, poisoning", () => {
    const open = demo.reviews.filter(({ answer }) => answer === null).map(({ text }) => text);
    expect(
      open.filter((text) => /больниц|скорую|стационар|токсиколог|суд|иск/i.test(text)).length,
    ).toBeGreaterThanOrEqual(4);
  });

  it("leaves no braces of its templates in what people read", () => {
    const answers = [...demo.reviews, ...demo.questions].map(({ answer }) => answer?.text ?? "");
    expect([...texts(demo), ...answers].filter((text) => /[{}|]|♀ /.test(text))).toEqual([]);
  });

  it("links an addition and the review that it adds to", () => {
    const byId = new Map(demo.reviews.map((review) => [review.id, review]));
    const additions = demo.reviews.filter(({ parentId }) => parentId !== null);
    expect(additions.length).toBeGreaterThanOrEqual(2);
    expect(additions.map(({ parentId }) => byId.get(parentId ?? "")?.childId)).toEqual(
      additions.map(({ id }) => id),
    );
  });

  it("answers nobody before they have written, nor in the future", () => {
    const answered = [...demo.reviews, ...demo.questions].filter(({ answer }) => answer !== null);
    const wrong = answered.filter(
      ({ createdAt, answer }) => answer && (answer.sentAt < createdAt || answer.sentAt > now),
    );
    expect(answered.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it("is as large as it is told to be", () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(60), (reviews, questions) => {
        const world = openingWorld({ seed: "size", reviews, questions }, now);
        expect([world.reviews.length, world.questions.length]).toEqual([reviews, questions]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("those who come later", () => {
  const come = (count: number) => {
    const said = new Set(texts(demo).map(fingerprint));
    return Array.from({ length: count }, (_, sequence) =>
      arrival({ seed: demoShop.seed, sequence, at: now, said }),
    );
  };

  it("never repeat what was said, over ten days of the demo", () => {
    const said = [demo, ...come(3600)]
      .flatMap(texts)
      .filter((text) => text !== "")
      .map(fingerprint);
    expect(new Set(said).size).toBe(said.length);
  });

  it("say the same under the same number", () => {
    expect(come(50)).toEqual(come(50));
  });

  it("are mostly reviewers, and some ask", () => {
    const asked = come(500).filter(({ questions }) => questions.length === 1).length;
    expect(asked).toBeGreaterThan(25);
    expect(asked).toBeLessThan(100);
  });
});
