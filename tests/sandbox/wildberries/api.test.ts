import { describe, expect, it } from "vitest";
import {
  addReview,
  DAY,
  HOUR,
  opened,
  questionsOf,
  quiet,
  reviewsOf,
  SECOND,
  type WireReview,
} from "./opened.ts";

const unanswered = "/api/v1/feedbacks?isAnswered=false&take=100&skip=0";
const answered = "/api/v1/feedbacks?isAnswered=true&take=100&skip=0";
const archive = "/api/v1/feedbacks/archive?take=100&skip=0";
const ids = (reviews: WireReview[]) => reviews.map(({ id }) => id);

describe("lists of reviews", () => {
  it("move a review from unanswered to answered and to the archive with its answer", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    expect(ids(await reviewsOf(shop, unanswered))).toEqual([id]);
    expect(ids(await reviewsOf(shop, archive))).toEqual([]);
    await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Спасибо!" });
    expect(ids(await reviewsOf(shop, unanswered))).toEqual([]);
    expect(ids(await reviewsOf(shop, answered))).toEqual([id]);
    expect(ids(await reviewsOf(shop, archive))).toEqual([id]);
  });

  it("move an unanswered review to the archive after 30 days, where it is not answered yet", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    shop.move(30 * DAY);
    expect(ids(await reviewsOf(shop, unanswered))).toEqual([]);
    expect(ids(await reviewsOf(shop, answered))).toEqual([]);
    expect(ids(await reviewsOf(shop, archive))).toEqual([id]);
  });

  it("show bare stars in the archive only", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop, { text: "" });
    expect(ids(await reviewsOf(shop, unanswered))).toEqual([]);
    expect(ids(await reviewsOf(shop, archive))).toEqual([id]);
  });

  it("are ordered, cut, and filtered by product and by time in seconds", async () => {
    const shop = await opened(quiet);
    const first = await addReview(shop, { createdDate: "2026-07-20T10:00:00Z", nmId: 990001001 });
    const second = await addReview(shop, { createdDate: "2026-07-21T10:00:00Z", nmId: 990001002 });
    const third = await addReview(shop, { createdDate: "2026-07-22T10:00:00Z", nmId: 990001001 });
    const at = (iso: string) => Date.parse(iso) / 1000;
    expect(ids(await reviewsOf(shop, unanswered))).toEqual([third, second, first]);
    expect(ids(await reviewsOf(shop, `${unanswered}&order=dateAsc`))).toEqual([first, second, third]);
    expect(ids(await reviewsOf(shop, `${unanswered}&nmId=990001002`))).toEqual([second]);
    const since = `${unanswered}&dateFrom=${at("2026-07-21T10:00:00Z")}`;
    expect(ids(await reviewsOf(shop, since))).toEqual([third, second]);
    expect(ids(await reviewsOf(shop, `${since}&dateTo=${at("2026-07-21T10:00:00Z")}`))).toEqual([second]);
    const page = "/api/v1/feedbacks?isAnswered=false&take=1&skip=1";
    expect(ids(await reviewsOf(shop, page))).toEqual([second]);
  });

  it.each([
    ["/api/v1/feedbacks?take=1&skip=0", "Плохой формат isAnswered"],
    ["/api/v1/feedbacks?isAnswered=false&skip=0", "Something went wrong"],
    ["/api/v1/feedbacks?isAnswered=false&take=5001&skip=0", "Something went wrong"],
    ["/api/v1/feedbacks?isAnswered=false&take=1&skip=199991", "Something went wrong"],
    ["/api/v1/feedbacks?isAnswered=false&take=1&skip=0&dateFrom=yesterday", "Плохой формат dateFrom"],
    ["/api/v1/feedbacks?isAnswered=false&take=1&skip=0&order=newest", "Something went wrong"],
    ["/api/v1/feedbacks/archive?take=1", "Something went wrong"],
    ["/api/v1/questions?isAnswered=false&take=9000&skip=1001", "Something went wrong"],
    ["/api/v1/feedbacks/count?isAnswered=perhaps", "Плохой формат isAnswered"],
  ])("refuse %s in the network's envelope", async (path, errorText) => {
    const shop = await opened(quiet);
    const response = await shop.call(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      data: null,
      error: true,
      errorText,
      additionalErrors: null,
    });
  });

  it("count as they list", async () => {
    const shop = await opened({ arrivalEveryMs: 0 });
    const waiting = await reviewsOf(shop, "/api/v1/feedbacks?isAnswered=false&take=5000&skip=0");
    const done = await reviewsOf(shop, "/api/v1/feedbacks?isAnswered=true&take=5000&skip=0");
    expect(await shop.data("/api/v1/feedbacks/count?isAnswered=false")).toBe(waiting.length);
    expect(await shop.data("/api/v1/feedbacks/count")).toBe(done.length);
    expect(await shop.data("/api/v1/feedbacks/count-unanswered")).toMatchObject({
      countUnanswered: waiting.length,
    });
    expect(await shop.data(unanswered)).toMatchObject({
      countUnanswered: waiting.length,
      countArchive: done.length,
    });
  });
});

describe("answers to reviews", () => {
  const one = async (shop: Awaited<ReturnType<typeof opened>>, id: string) =>
    shop.data<WireReview>(`/api/v1/feedback?id=${id}`);

  it("are in review at first and published when moderation is done", async () => {
    const shop = await opened({ ...quiet, moderationMs: 3000 });
    const id = await addReview(shop);
    const response = await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Спасибо!" });
    expect(response.status).toBe(204);
    expect(await one(shop, id)).toMatchObject({ state: "wbRu", answer: { state: "reviewRequired" } });
    shop.move(3 * SECOND);
    expect((await one(shop, id)).answer).toEqual({ text: "Спасибо!", state: "wbRu", editable: true });
  });

  it("that lead buyers elsewhere are rejected, and may then be sent anew", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Пишите на romashka.ru" });
    shop.move(3 * SECOND);
    expect((await one(shop, id)).answer?.state).toBe("rejected");
    await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Напишите нам в чат" });
    shop.move(3 * SECOND);
    expect((await one(shop, id)).answer).toMatchObject({ text: "Напишите нам в чат", state: "wbRu" });
  });

  it("stand as first sent when they are sent twice", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Первый" });
    const second = await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Второй" });
    expect(second.status).toBe(204);
    expect((await one(shop, id)).answer?.text).toBe("Первый");
  });

  it("to an unknown id are accepted without effect", async () => {
    const shop = await opened(quiet);
    const response = await shop.send("POST", "/api/v1/feedbacks/answer", { id: "nobody", text: "Спасибо!" });
    expect(response.status).toBe(204);
    expect((await shop.call("/api/v1/feedback?id=nobody")).status).toBe(422);
  });

  it("may be edited once, and are moderated again", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Первый" });
    shop.move(HOUR);
    await shop.send("PATCH", "/api/v1/feedbacks/answer", { id, text: "Второй" });
    expect((await one(shop, id)).answer).toEqual({
      text: "Второй",
      state: "reviewRequired",
      editable: false,
    });
    await shop.send("PATCH", "/api/v1/feedbacks/answer", { id, text: "Третий" });
    expect((await one(shop, id)).answer?.text).toBe("Второй");
  });

  it("may not be edited after 60 days", async () => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    await shop.send("POST", "/api/v1/feedbacks/answer", { id, text: "Первый" });
    shop.move(60 * DAY);
    await shop.send("PATCH", "/api/v1/feedbacks/answer", { id, text: "Второй" });
    expect((await one(shop, id)).answer).toMatchObject({ text: "Первый", editable: false });
  });

  it.each([1, 5001])("of %i letters are refused", async (length) => {
    const shop = await opened(quiet);
    const id = await addReview(shop);
    const text = "я".repeat(length);
    const response = await shop.send("POST", "/api/v1/feedbacks/answer", { id, text });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ title: "bad request", origin: "fbapi" });
    expect((await one(shop, id)).answer).toBeNull();
  });

  it.each([
    [{}, '{"id":"a"', "content-type header not specified"],
    [{ "Content-Type": "u" }, "{}", "content-type is not a valid mime-type: u"],
    [{ "Content-Type": "text/plain" }, "{}", "not a json content-type: text/plain"],
    [{ "Content-Type": "application/json" }, '{"id":"a"', "Неверный синтаксис JSON"],
  ])("with headers %j and body %s are refused by the request reader", async (headers, body, detail) => {
    const shop = await opened(quiet);
    // A body of bytes: a string would bring a content type along.
    const bytes = new TextEncoder().encode(body);
    const init = { method: "POST", headers: headers as Record<string, string>, body: bytes };
    const response = await shop.call("/api/v1/feedbacks/answer", init);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ title: "bad request", detail });
  });
});

describe("questions", () => {
  const open = "/api/v1/questions?isAnswered=false&take=100&skip=0";
  const handled = "/api/v1/questions?isAnswered=true&take=100&skip=0";
  const asked = async () => {
    const shop = await opened({ ...quiet, questions: 40 });
    const [question] = await questionsOf(shop, open);
    return { shop, id: question?.id ?? "" };
  };
  const found = async (shop: Awaited<ReturnType<typeof opened>>, id: string) =>
    (await questionsOf(shop, handled)).find((question) => question.id === id);

  it("are answered at once and for everyone to see", async () => {
    const { shop, id } = await asked();
    const response = await shop.send("PATCH", "/api/v1/questions", {
      id,
      answer: { text: "Да" },
      state: "wbRu",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      data: null,
      error: false,
      errorText: "",
      additionalErrors: null,
    });
    expect(await found(shop, id)).toMatchObject({
      state: "wbRu",
      wasViewed: true,
      answer: { text: "Да", editable: true },
    });
  });

  it("may be declined", async () => {
    const { shop, id } = await asked();
    await shop.send("PATCH", "/api/v1/questions", { id, answer: { text: "Не о товаре" }, state: "none" });
    expect(await found(shop, id)).toMatchObject({ state: "none" });
  });

  it("may be marked as seen and stay open", async () => {
    const { shop, id } = await asked();
    await shop.send("PATCH", "/api/v1/questions", { id, wasViewed: true });
    expect((await questionsOf(shop, open)).find((question) => question.id === id)).toMatchObject({
      wasViewed: true,
      answer: null,
    });
  });

  it("let an answer be edited once and refuse the second edit with 422", async () => {
    const { shop, id } = await asked();
    const say = (text: string) =>
      shop.send("PATCH", "/api/v1/questions", { id, answer: { text }, state: "wbRu" });
    expect([(await say("Да")).status, (await say("Нет")).status, (await say("Не знаю")).status]).toEqual([
      200, 200, 422,
    ]);
    expect((await found(shop, id))?.answer).toMatchObject({ text: "Нет", editable: false });
  });

  it("that do not exist are refused with 404", async () => {
    const shop = await opened(quiet);
    const response = await shop.send("PATCH", "/api/v1/questions", { id: "nobody", wasViewed: true });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ data: null, error: true });
  });

  it("count as they list", async () => {
    const { shop } = await asked();
    const counts = {
      open: await shop.data("/api/v1/questions/count?isAnswered=false"),
      handled: await shop.data("/api/v1/questions/count?isAnswered=true"),
    };
    expect(counts.open).toBe((await questionsOf(shop, open)).length);
    expect(counts.handled).toBe((await questionsOf(shop, handled)).length);
    expect(await shop.data("/api/v1/questions/count-unanswered")).toMatchObject({
      countUnanswered: counts.open,
    });
  });
});

describe("what is new", () => {
  it("is told as two truths", async () => {
    const shop = await opened(quiet);
    const news = "/api/v1/new-feedbacks-questions";
    expect(await shop.data(news)).toEqual({ hasNewQuestions: false, hasNewFeedbacks: false });
    await addReview(shop);
    expect(await shop.data(news)).toEqual({ hasNewQuestions: false, hasNewFeedbacks: true });
  });

  it("arrives as the clock moves, about one every four minutes", async () => {
    const shop = await opened({ ...quiet, arrivalEveryMs: 4 * 60_000 });
    const everything = async () => {
      const reviews = ids([...(await reviewsOf(shop, unanswered)), ...(await reviewsOf(shop, archive))]);
      return new Set(reviews).size + Number(await shop.data("/api/v1/questions/count?isAnswered=false"));
    };
    expect(await everything()).toBe(0);
    shop.move(HOUR);
    const afterOneHour = await everything();
    expect(afterOneHour).toBeGreaterThanOrEqual(11);
    expect(afterOneHour).toBeLessThanOrEqual(20);
    expect(await everything()).toBe(afterOneHour);
  });

  it("does not flood a shop that slept for a month", async () => {
    const shop = await opened({ ...quiet, arrivalEveryMs: 4 * 60_000 });
    shop.move(30 * DAY);
    const since = (await reviewsOf(shop, unanswered)).map(({ createdDate }) => Date.parse(createdDate));
    expect(since.length).toBeGreaterThan(5);
    expect(since.length).toBeLessThanOrEqual(60);
    expect(Math.min(...since)).toBeGreaterThan(shop.now().getTime() - 3 * HOUR);
  });
});

describe("tokens", () => {
  it.each([
    ["no token", ""],
    ["a bare Bearer", "Bearer "],
    ["an expired token", "expired-2025"],
    ["an expired token after Bearer", "Bearer expired-2025"],
  ])("%s is refused by the gateway", async (_, header) => {
    const shop = await opened(quiet);
    const response = await shop.call(unanswered, { headers: { Authorization: header } });
    expect(response.status).toBe(401);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ title: "unauthorized", status: 401 });
  });

  it.each(["demo", "Bearer demo", "bearer a.b.c"])("«%s» is accepted", async (header) => {
    const shop = await opened(quiet);
    expect((await shop.call(unanswered, { headers: { Authorization: header } })).status).toBe(200);
  });

  it("are checked by /ping of both hosts", async () => {
    const shop = await opened(quiet);
    const refused = { headers: { Authorization: "expired-1" } };
    expect(await (await shop.call("/ping")).json()).toMatchObject({ Status: "OK" });
    expect(await (await shop.call("/common/ping")).json()).toMatchObject({ Status: "OK" });
    expect((await shop.call("/ping", refused)).status).toBe(401);
    expect((await shop.call("/common/ping", refused)).status).toBe(401);
  });

  it("do not open a path that is not there", async () => {
    const shop = await opened(quiet);
    const response = await shop.call("/api/v1/nothing");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ title: "path not found" });
  });
});
