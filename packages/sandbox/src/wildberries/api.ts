// Wildberries' API for reviews and questions, as its specification words it. Base: the simulator's own path.
import { type Context, Hono } from "hono";
import { z } from "zod";
import { bigText, type Misbehaviour } from "../kit/misbehaviour.ts";
import type { SandboxEnv } from "../network.ts";
import { readBody } from "./body.ts";
import { ArchiveListing, badQuery, Count, isWithin, Listing, page, QuestionListing } from "./query.ts";
import { isHandled, wireQuestion } from "./question.ts";
import { granted, refusal } from "./refusals.ts";
import { isArchived, type Review, wireReview } from "./review.ts";
import type { Shop } from "./shop.ts";

const AnswerBody = z.object({ id: z.string(), text: z.string().min(2).max(5000) });
const ViewBody = z.object({ id: z.string(), wasViewed: z.boolean() });
const QuestionBody = z.object({
  id: z.string(),
  answer: z.object({ text: z.string().min(1) }),
  state: z.enum(["wbRu", "none"]),
});

/** Routes of the reviews service, relative to the simulator's path; the gate is not among them. */
export function api(shop: Shop, faults: Misbehaviour): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const view = (c: Context) => ({
    now: shop.now(),
    moderationMs: shop.settings.moderationMs,
    base: new URL(c.req.url).origin + c.req.path.replace(/(\/[\w-]+\.wildberries\.ru)?\/api\/.*$/, ""),
  });
  /** As the orders would have it said. */
  const said = <T extends { id: string; text: string }>(one: T): T =>
    faults.orders().bigText.includes(one.id) ? { ...one, text: bigText } : one;
  /** What waits for the seller: neither answered nor archived. */
  const waiting = (reviews: Review[]) => reviews.filter((review) => !isArchived(review, shop.now()));
  const isToday = ({ createdAt }: { createdAt: Date }) => moscowDay(createdAt) === moscowDay(shop.now());

  app.get("/ping", (c) => c.json({ TS: shop.now().toISOString(), Status: "OK" }));
  app.get("/common/ping", (c) => c.json({ TS: shop.now().toISOString(), Status: "OK" }));

  app.get("/api/v1/feedbacks", (c) => {
    const query = Listing.safeParse(c.req.query());
    if (!query.success) return badQuery(query.error);
    const all = shop.reviews();
    const answered = all.filter(({ answer }) => answer !== null);
    const unanswered = waiting(all);
    return granted({
      countUnanswered: unanswered.length,
      countArchive: answered.length,
      feedbacks: page(query.data.isAnswered ? answered : unanswered, query.data).map((review) =>
        wireReview(said(review), view(c)),
      ),
    });
  });

  app.get("/api/v1/feedbacks/archive", (c) => {
    const query = ArchiveListing.safeParse(c.req.query());
    if (!query.success) return badQuery(query.error);
    const archived = shop.reviews().filter((review) => isArchived(review, shop.now()));
    return granted({
      feedbacks: page(archived, query.data).map((review) => wireReview(said(review), view(c))),
    });
  });

  app.get("/api/v1/feedback", (c) => {
    const review = shop.review(c.req.query("id") ?? "");
    return review
      ? granted(wireReview(said(review), view(c)))
      : refusal(422, "Невозможно получить отзыв по id");
  });

  app.get("/api/v1/feedbacks/count", (c) => {
    const query = Count.safeParse(c.req.query());
    if (!query.success) return badQuery(query.error);
    const all = shop.reviews();
    const counted = query.data.isAnswered ? all.filter(({ answer }) => answer !== null) : waiting(all);
    return granted(counted.filter((review) => isWithin(review.createdAt, query.data)).length);
  });

  app.get("/api/v1/feedbacks/count-unanswered", () => {
    const open = waiting(shop.reviews());
    return granted({ countUnanswered: open.length, countUnansweredToday: open.filter(isToday).length });
  });

  app.post("/api/v1/feedbacks/answer", async (c) => {
    const body = await readBody(c, AnswerBody);
    if ("response" in body) return body.response;
    shop.answerReview(body.value, "api");
    return c.body(null, 204);
  });

  app.patch("/api/v1/feedbacks/answer", async (c) => {
    const body = await readBody(c, AnswerBody);
    if ("response" in body) return body.response;
    shop.editReviewAnswer(body.value);
    return c.body(null, 204);
  });

  app.get("/api/v1/questions", (c) => {
    const query = QuestionListing.safeParse(c.req.query());
    if (!query.success) return badQuery(query.error);
    const all = shop.questions();
    const listed = all.filter((question) => isHandled(question) === query.data.isAnswered);
    return granted({
      countUnanswered: all.filter((question) => !isHandled(question)).length,
      countArchive: all.filter(isHandled).length,
      questions: page(listed, query.data).map((question) => wireQuestion(said(question), shop.now())),
    });
  });

  app.get("/api/v1/question", (c) => {
    const question = shop.question(c.req.query("id") ?? "");
    if (!question) return refusal(422, "Невозможно получить вопрос по id");
    return granted(wireQuestion(said(question), shop.now()));
  });

  app.patch("/api/v1/questions", async (c) => {
    const body = await readBody(c, z.union([QuestionBody, ViewBody]));
    if ("response" in body) return body.response;
    const { value } = body;
    if ("wasViewed" in value) {
      return shop.markViewed(value.id, value.wasViewed) ? granted(null) : refusal(404, "Не найден вопрос");
    }
    const words = { id: value.id, text: value.answer.text, state: value.state };
    const outcome = shop.answerQuestion(words, "api");
    if (outcome === "missing") return refusal(404, "Не найден вопрос");
    return outcome === "took" ? granted(null) : refusal(422, "Не удалось отредактировать вопрос");
  });

  app.get("/api/v1/questions/count", (c) => {
    const query = Count.safeParse(c.req.query());
    if (!query.success) return badQuery(query.error);
    const counted = shop.questions().filter((question) => isHandled(question) === query.data.isAnswered);
    return granted(counted.filter((question) => isWithin(question.createdAt, query.data)).length);
  });

  app.get("/api/v1/questions/count-unanswered", () => {
    const open = shop.questions().filter((question) => !isHandled(question));
    return granted({ countUnanswered: open.length, countUnansweredToday: open.filter(isToday).length });
  });

  app.get("/api/v1/new-feedbacks-questions", () =>
    granted({
      hasNewQuestions: shop.questions().some(({ wasViewed }) => !wasViewed),
      hasNewFeedbacks: waiting(shop.reviews()).length > 0,
    }),
  );

  return app;
}

/** Day in Moscow, by which the network counts "today". */
const moscowDay = (at: Date) => new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
