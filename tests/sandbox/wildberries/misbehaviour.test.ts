import { describe, expect, it } from "vitest";
import { addReview, journalOf, opened, quiet, reviewsOf } from "./opened.ts";

const list = "/api/v1/feedbacks?isAnswered=false&take=100&skip=0";

async function misbehaving(orders: object) {
  const shop = await opened(quiet);
  const id = await addReview(shop, { text: "Всё хорошо" });
  await shop.send("POST", "/__control", orders);
  const answer = (text = "Спасибо") => shop.send("POST", "/api/v1/feedbacks/answer", { id, text });
  const journal = () => journalOf(shop);
  return { shop, id, answer, journal };
}

describe("misbehaviour to order", () => {
  it("throttles so many requests, naming when to come back", async () => {
    const { shop } = await misbehaving({ throttle: 2, throttleRetry: 7 });
    const first = await shop.call(list);
    expect([first.status, first.headers.get("X-Ratelimit-Retry")]).toEqual([429, "7"]);
    expect((await shop.call(list)).status).toBe(429);
    expect((await shop.call(list)).status).toBe(200);
  });

  it("throttles without naming it, when told so", async () => {
    const { shop } = await misbehaving({ throttle: 1, throttleRetry: null });
    const response = await shop.call(list);
    expect([response.status, response.headers.get("X-Ratelimit-Retry")]).toEqual([429, null]);
  });

  it("fails without any effect", async () => {
    const { answer, journal } = await misbehaving({ fail: 1, failStatus: 502 });
    expect((await answer()).status).toBe(502);
    expect((await journal()).entries).toEqual([]);
    expect((await answer()).status).toBe(204);
  });

  it("loses the news of an answer that took effect", async () => {
    const { shop, id, answer, journal } = await misbehaving({ loseAnswer: 1, loseBy: "504" });
    expect((await answer()).status).toBe(504);
    expect((await journal()).entries).toMatchObject([{ kind: "answer", id, took: true }]);
    expect(await reviewsOf(shop, list)).toEqual([]);
  });

  it("does not lose what is only read", async () => {
    const { shop } = await misbehaving({ loseAnswer: 1, loseBy: "504" });
    expect((await shop.call(list)).status).toBe(200);
  });

  it("refuses every token until told otherwise", async () => {
    const { shop } = await misbehaving({ expireToken: true });
    expect((await shop.call(list)).status).toBe(401);
    expect((await shop.call("/ping")).status).toBe(401);
    await shop.send("POST", "/__control", { expireToken: false });
    expect((await shop.call(list)).status).toBe(200);
  });

  it("answers under other names", async () => {
    const { shop } = await misbehaving({ changeShape: true });
    const data = await shop.data<{ reviews: unknown[] }>(list);
    expect(Object.keys(data)).toEqual(["countUnanswered", "countArchive", "reviews"]);
    expect(data.reviews[0]).toMatchObject({ rating: 5, createdAt: expect.any(String) });
  });

  it("shows a page of HTML with 200 instead", async () => {
    const { answer, journal } = await misbehaving({ html: 1 });
    const response = await answer();
    expect([response.status, response.headers.get("Content-Type")]).toEqual([
      200,
      "text/html; charset=UTF-8",
    ]);
    expect((await journal()).entries).toEqual([]);
  });

  it("cuts the JSON of an answer", async () => {
    const { shop } = await misbehaving({ malformed: 1 });
    const broken = await shop.call(list);
    expect(broken.status).toBe(200);
    await expect(broken.json()).rejects.toThrow(SyntaxError);
    await expect((await shop.call(list)).json()).resolves.toMatchObject({ error: false });
  });

  it("gives one review an enormous text", async () => {
    const { shop, id } = await misbehaving({});
    await shop.send("POST", "/__control", { bigText: id });
    expect((await reviewsOf(shop, list))[0]?.text).toHaveLength(60_000);
  });

  it("waits before it looks at a request", async () => {
    const { shop } = await misbehaving({ delayMs: 30 });
    const start = performance.now();
    await shop.call(list);
    expect(performance.now() - start).toBeGreaterThanOrEqual(28);
  });

  it("adds one order to another, and forgets all at a reset", async () => {
    const { shop } = await misbehaving({ fail: 3 });
    const both = await (await shop.send("POST", "/__control", { html: 1 })).json();
    expect(both).toMatchObject({ fail: 3, html: 1 });
    const calm = await (await shop.send("POST", "/__control", { reset: true })).json();
    expect(calm).toMatchObject({ fail: 0, html: 0, unlimited: false });
  });

  it("refuses an order it does not know", async () => {
    const { shop } = await misbehaving({});
    const response = await shop.send("POST", "/__control", { explode: 1 });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining("explode") });
  });
});
