import { describe, expect, it } from "vitest";
import { addReview, journalOf, opened, questionsOf, quiet, reviewsOf, type WireReview } from "./opened.ts";

const list = "/api/v1/feedbacks?isAnswered=false&take=1000&skip=0";

describe("the stage hands' entrance", () => {
  it("lets five hundred reviews in at once", async () => {
    const shop = await opened(quiet);
    const flood = Array.from({ length: 500 }, (_, number) => ({ text: `Отзыв номер ${number}` }));
    const response = await shop.send("POST", "/__reviews", flood);
    expect(response.status).toBe(201);
    const texts = (await reviewsOf(shop, list)).map(({ text }) => text);
    expect(new Set(texts).size).toBe(500);
  });

  it("takes a review in the network's own words", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop, {
      id: "review-1",
      text: "Протекло",
      productValuation: 1,
      createdDate: "2026-07-20T10:00:00Z",
      userName: "Анна",
      nmId: 990001002,
    });
    expect(id).toBe("review-1");
    expect(await shop.data("/api/v1/feedback?id=review-1")).toMatchObject({
      text: "Протекло",
      productValuation: 1,
      createdDate: "2026-07-20T13:00:00+03:00",
      userName: "Анна",
      productDetails: { nmId: 990001002, supplierArticle: "ROM-SHAMP-400" },
    });
  });

  it("refuses a review that says what reviews do not have", async () => {
    const shop = await opened(quiet);
    const response = await shop.send("POST", "/__reviews", [{ stars: 5 }]);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining("stars") });
  });

  it("answers a review as the seller would in its own cabinet, without counting it as a post of ours", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    const response = await shop.send("POST", "/__answer", { id, text: "Ответ из кабинета" });
    expect(response.status).toBe(204);
    const review = await shop.data<WireReview>(`/api/v1/feedback?id=${id}`);
    expect(review.answer?.text).toBe("Ответ из кабинета");
    const journal = await journalOf(shop, "?kind=answer");
    expect(journal).toEqual({ entries: [], repeated: [] });
  });

  it("answers a question in the cabinet too", async () => {
    const shop = await opened({ ...quiet, questions: 40 });
    const [open] = await questionsOf(shop, "/api/v1/questions?isAnswered=false&take=1&skip=0");
    await shop.send("POST", "/__answer", { id: open?.id, text: "Да, подойдёт" });
    expect(await shop.data(`/api/v1/question?id=${open?.id}`)).toMatchObject({
      answer: { text: "Да, подойдёт" },
    });
  });

  it("takes a review that the seller has answered already", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop, { answer: { text: "Уже ответили" } });
    expect(await shop.data(`/api/v1/feedback?id=${id}`)).toMatchObject({ answer: { text: "Уже ответили" } });
  });

  it("bears witness to every accepted post, and names those repeated", async () => {
    const shop = await opened(quiet);
    const [once, twice] = [await addReview(shop), await addReview(shop)];
    const post = (id: string, text: string) => shop.send("POST", "/api/v1/feedbacks/answer", { id, text });
    await post(once, "Один раз");
    await post(twice, "Первый раз");
    await post(twice, "Второй раз");
    await post(twice, "я");
    const journal = await journalOf(shop);
    expect(journal.entries).toMatchObject([
      { kind: "answer", id: once, text: "Один раз", took: true },
      { kind: "answer", id: twice, text: "Первый раз", took: true },
      { kind: "answer", id: twice, text: "Второй раз", took: false },
    ]);
    expect(journal.repeated).toEqual([{ id: twice, times: 2 }]);
  });

  it("tells a question's answer sent twice from one that was edited", async () => {
    const shop = await opened({ ...quiet, questions: 40 });
    const open = await questionsOf(shop, "/api/v1/questions?isAnswered=false&take=2&skip=0");
    const [twice = "", edited = ""] = open.map(({ id }) => id);
    const say = (id: string, text: string) =>
      shop.send("PATCH", "/api/v1/questions", { id, answer: { text }, state: "wbRu" });
    await say(twice, "Да");
    await say(twice, "Да");
    await say(edited, "Да");
    await say(edited, "Да, подойдёт");
    expect((await journalOf(shop)).repeated).toEqual([{ id: twice, times: 2 }]);
  });
});
