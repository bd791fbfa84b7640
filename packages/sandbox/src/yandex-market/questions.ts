// Questions about goods, and the answers to them.
import { Hono } from "hono";
import { z } from "zod";
import type { Answer, Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { PageQuery } from "./feedbacks.ts";
import { badRequest, businessId, granted, notFound, numberOf, pageOf } from "./refusals.ts";

const MONTH_MS = 31 * 86_400_000;
const Id = z.int().min(1).transform(String);
const ids = z.array(Id).min(1).max(50);
const Filter = z.strictObject({
  categoryIds: z.array(z.int()).min(1).nullish(),
  questionIds: ids.nullish(),
  dateFrom: z.iso.date().optional(),
  dateTo: z.iso.date().optional(),
  needAnswer: z.boolean().default(false),
  sort: z.enum(["CREATED_AT_ASC", "CREATED_AT_DESC"]).default("CREATED_AT_ASC"),
});
const Entity = z.strictObject({ id: Id, type: z.enum(["QUESTION", "ANSWER", "COMMENT"]) });
const Update = z.strictObject({
  operationType: z.enum(["CREATE", "UPDATE", "DELETE"]),
  entityId: Entity.optional(),
  parentEntityId: Entity.optional(),
  text: z.string().trim().min(1).max(5000).optional(),
});

export function questions(stage: Stage): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const base = "/v1/businesses/:businessId/goods-questions";
  const asked = () => stage.posts().filter(({ kind }) => kind === "question");

  app.post(base, async (c) => {
    const query = PageQuery(50, 25).safeParse(c.req.query());
    const filter = Filter.safeParse(await c.req.json().catch(() => ({})));
    if (!query.success) return badRequest(z.prettifyError(query.error));
    if (!filter.success) return badRequest(z.prettifyError(filter.error));
    const { dateFrom, dateTo, needAnswer, questionIds, sort } = filter.data;
    const from = dateFrom ? new Date(dateFrom) : null;
    const to = dateTo ? new Date(Date.parse(dateTo) + 86_400_000) : null;
    if (from && to && to.getTime() - from.getTime() > MONTH_MS + 86_400_000)
      return badRequest("The period is longer than 1 month");
    const wanted = asked().filter(
      (post) =>
        (!from || post.at >= from) &&
        (!to || post.at < to) &&
        (!needAnswer || post.answers.length === 0) &&
        (questionIds?.includes(post.id) ?? true),
    );
    const page = pageOf(sort === "CREATED_AT_DESC" ? wanted.toReversed() : wanted, query.data);
    if (!page) return badRequest("Unknown pageToken");
    return granted({
      questions: page.shown.map((post) => questionOf(post, stage)),
      paging: page.paging,
      totalCount: wanted.length,
    });
  });

  app.post(`${base}/answers`, async (c) => {
    const query = PageQuery(50, 25).safeParse(c.req.query());
    const body = z
      .strictObject({ questionId: Id.optional(), answerIds: ids.nullish() })
      .safeParse(await c.req.json().catch(() => null));
    if (!query.success) return badRequest(z.prettifyError(query.error));
    if (!body.success) return badRequest(z.prettifyError(body.error));
    const { questionId, answerIds } = body.data;
    if (questionId !== undefined && !asked().some(({ id }) => id === questionId))
      return notFound("No such question");
    const all = asked().flatMap((post) => post.answers.map((answer) => ({ id: answer.id, answer, post })));
    const wanted = all.filter(({ id, post }) =>
      answerIds ? answerIds.includes(id) : post.id === questionId,
    );
    const page = pageOf(wanted, query.data);
    if (!page) return badRequest("Unknown pageToken");
    return granted({
      answers: page.shown.map(({ answer, post }) => answerOf(answer, post)),
      paging: page.paging,
    });
  });

  app.post(`${base}/update`, async (c) => {
    const body = Update.safeParse(await c.req.json().catch(() => null));
    if (!body.success) return badRequest(z.prettifyError(body.error));
    const { operationType: does, entityId, parentEntityId, text } = body.data;
    const told = (id: string) => granted({ entity: { id: numberOf(id), type: "ANSWER" } });
    if (does === "CREATE") {
      if (parentEntityId?.type !== "QUESTION" || text === undefined)
        return badRequest("A question and a text are needed");
      const isAsked = asked().some(({ id }) => id === parentEntityId.id);
      const answer = isAsked ? stage.answer({ id: parentEntityId.id, text, through: "api" }) : null;
      return answer ? told(answer.id) : notFound("No such question");
    }
    if (entityId?.type !== "ANSWER") return badRequest("Only an answer can be changed");
    if (does === "DELETE")
      return stage.removeAnswer(entityId.id, "api") ? told(entityId.id) : notFound("No such answer");
    if (text === undefined) return badRequest("A text is needed");
    return stage.editAnswer(entityId.id, text, "api") ? told(entityId.id) : notFound("No such answer");
  });

  return app;
}

const votes = { likes: 0, dislikes: 0 };

const questionOf = (post: Post, stage: Stage) => ({
  questionIdentifiers: {
    id: numberOf(post.id),
    categoryId: 91_183,
    offerId: stage.subject(post.about).article ?? post.about,
  },
  ...{ businessId, text: post.text, createdAt: post.at.toISOString(), votes },
  author: { type: "USER", name: post.author.name },
});

const states = { "in-review": "UNMODERATED", published: "PUBLISHED", rejected: "BANNED" } as const;

const answerOf = ({ id, text, at, state }: Answer, post: Post) => ({
  ...{ id: numberOf(id), text, canModify: true, status: states[state], questionId: numberOf(post.id), votes },
  author: { type: "BUSINESS", name: "Демо Косметика" },
  createdAt: at.toISOString(),
});
