import {
  answerState,
  isArchived,
  isEditable,
  isForbidden,
  type Review,
} from "@otklik/sandbox/wildberries/review";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const DAY_MS = 86_400_000;
const posted = new Date("2026-06-01T09:00:00Z");
const later = (days: number) => new Date(posted.getTime() + days * DAY_MS);
const answer = { text: "Спасибо", sentAt: posted, firstSentAt: posted, edits: 0 };
const review: Review = {
  id: "a",
  createdAt: posted,
  boughtAt: posted,
  userName: "Анна",
  nmId: 990_001_001,
  stars: 5,
  text: "Хороший крем",
  pros: "",
  cons: "",
  tags: [],
  photos: [],
  orderStatus: "buyout",
  parentId: null,
  childId: null,
  answer: null,
};

describe("the archive", () => {
  it("takes a review once it is answered", () => {
    expect(isArchived(review, later(1))).toBe(false);
    expect(isArchived({ ...review, answer }, later(1))).toBe(true);
  });

  it("takes a review that nobody answered for 30 days, and not a second sooner", () => {
    expect(isArchived(review, new Date(later(30).getTime() - 1000))).toBe(false);
    expect(isArchived(review, later(30))).toBe(true);
  });

  it("takes at once what has neither words nor photos", () => {
    const photos = [{ fullSize: "/f.png", miniSize: "/m.png" }];
    expect(isArchived({ ...review, text: "" }, posted)).toBe(true);
    expect(isArchived({ ...review, text: "", photos }, posted)).toBe(false);
    expect(isArchived({ ...review, text: "", pros: "запах" }, posted)).toBe(false);
  });

  it("never gives a review back as time goes on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        expect(isArchived(review, later(first)) && !isArchived(review, later(second))).toBe(false);
      }),
    );
  });
});

describe("moderation of answers", () => {
  const at = (milliseconds: number) => ({
    now: new Date(posted.getTime() + milliseconds),
    moderationMs: 3000,
  });

  it("looks at an answer for its time and then publishes it", () => {
    expect(answerState(answer, at(0))).toBe("reviewRequired");
    expect(answerState(answer, at(2999))).toBe("reviewRequired");
    expect(answerState(answer, at(3000))).toBe("wbRu");
  });

  it.each([
    "Пишите на https://romashka.example/otvet",
    "Наш сайт romashka.ru",
    "Мы в телеграме: t.me/romashka",
    "Звоните 8 (800) 000-00-00",
    "Номер +7 900 000 00 00",
    "Почта help@romashka.example",
  ])("turns down «%s»", (text) => {
    expect(answerState({ ...answer, text }, at(3000))).toBe("rejected");
  });

  it.each([
    "Спасибо! Объём 250 мл, срок 24 месяца.",
    "Партия Р-117 от 12.05.2026, артикул 990001002, возврат одобрим",
    "Мы рады.Будем ждать снова",
  ])("lets «%s» through", (text) => {
    expect(isForbidden(text)).toBe(false);
  });
});

describe("editing an answer", () => {
  it("is possible once", () => {
    expect(isEditable(answer, later(1))).toBe(true);
    expect(isEditable({ ...answer, edits: 1 }, later(1))).toBe(false);
  });

  it("is possible for 60 days", () => {
    expect(isEditable(answer, later(59.9))).toBe(true);
    expect(isEditable(answer, later(60))).toBe(false);
  });
});
