// Questions about products and the answers to them, the shop's and other buyers', as /v1/question tells them.
import { Hono } from "hono";
import { z } from "zod";
import type { Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { granted, refusal } from "./answers.ts";
import { after, asking, Digits, LastId } from "./body.ts";
import { skuOf } from "./ids.ts";
import { statusOf } from "./reviews.ts";

/** The name under which the demo's shop answers. */
export const SHOP_NAME = "Демо-магазин «Пять трав»";
const PAGE = 20;

const Status = z.enum(["NEW", "VIEWED", "PROCESSED", "UNPROCESSED", "ALL"]);
const List = z.object({
  filter: z
    .object({
      date_from: z.coerce.date().optional(),
      date_to: z.coerce.date().optional(),
      status: Status.default("ALL"),
    })
    .prefault({}),
  last_id: LastId,
});
const One = z.object({ question_id: z.string() });
const Answers = One.extend({ sku: Digits, last_id: LastId });
const NewAnswer = One.extend({ sku: Digits, text: z.string().min(2).max(3000) });
const Marking = z.object({
  question_ids: z.array(z.string()).min(1),
  status: z.enum(["NEW", "VIEWED", "PROCESSED"]),
});

/** Routes relative to the API's host. */
export function questions(stage: Stage): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const all = (): Post[] => stage.posts().filter(({ kind }) => kind === "question");
  const one = (id: string): Post | null => all().find((post) => post.id === id) ?? null;
  const missing = () => refusal(404, "question not found");
  const fits = (post: Post, status: z.infer<typeof Status>): boolean => {
    const own = statusOf(post);
    return status === "ALL" || status === own || (status === "UNPROCESSED" && own !== "PROCESSED");
  };
  const isOf = (post: Post, sku: string): boolean => String(skuOf(stage.subjects, post.about)) === sku;

  app.post(
    "/v1/question/list",
    asking(List, ({ filter, last_id }) => {
      const { date_from, date_to, status } = filter;
      const rest = after(all().reverse(), last_id);
      if (!rest) return refusal(400, "Request validation error: last_id: unknown");
      const page = rest
        .filter(
          (post) =>
            post.at >= (date_from ?? post.at) && post.at <= (date_to ?? post.at) && fits(post, status),
        )
        .slice(0, PAGE);
      return granted({
        questions: page.map((post) => wireQuestion(post, stage)),
        last_id: page.at(-1)?.id ?? "",
      });
    }),
  );

  app.post(
    "/v1/question/info",
    asking(One, ({ question_id }) => {
      const post = one(question_id);
      return post ? granted(wireQuestion(post, stage)) : missing();
    }),
  );

  app.post(
    "/v1/question/count",
    asking(z.object({}), () => {
      const count = (status: z.infer<typeof Status>) => all().filter((post) => fits(post, status)).length;
      return granted({
        ...{ all: count("ALL"), new: count("NEW"), viewed: count("VIEWED") },
        ...{ processed: count("PROCESSED"), unprocessed: count("UNPROCESSED") },
      });
    }),
  );

  app.post(
    "/v1/question/top-sku",
    asking(z.object({ limit: z.coerce.number().int().min(1).max(100) }), ({ limit }) => {
      const bySku = Map.groupBy(all(), ({ about }) => String(skuOf(stage.subjects, about)));
      const most = [...bySku].sort(([, one], [, other]) => other.length - one.length);
      return granted({ sku: most.slice(0, limit).map(([sku]) => sku) });
    }),
  );

  app.post(
    "/v1/question/change-status",
    asking(Marking, ({ question_ids, status }) => {
      if (question_ids.some((id) => !one(id))) return missing();
      for (const id of question_ids) stage.mark(id, { status });
      return granted({});
    }),
  );

  app.post(
    "/v1/question/answer/list",
    asking(Answers, ({ question_id, sku, last_id }) => {
      const post = one(question_id);
      if (!post || !isOf(post, sku)) return missing();
      const rest = after(answersTo(post, stage), last_id);
      if (!rest) return refusal(400, "Request validation error: last_id: unknown");
      return granted({ answers: rest, last_id: rest.at(-1)?.id ?? "" });
    }),
  );

  app.post(
    "/v1/question/answer/create",
    asking(NewAnswer, ({ question_id, sku, text }) => {
      const post = one(question_id);
      const answer = post && isOf(post, sku) ? stage.answer({ id: question_id, text, through: "api" }) : null;
      if (!answer) return missing();
      stage.mark(question_id, { status: "PROCESSED" });
      return granted({ answer_id: answer.id });
    }),
  );

  app.post(
    "/v1/question/answer/delete",
    asking(z.object({ answer_id: z.string(), sku: Digits }), ({ answer_id }) =>
      stage.removeAnswer(answer_id, "api") ? granted({}) : refusal(404, "answer not found"),
    ),
  );

  return app;
}

/** The shop's that passed moderation, and those of other buyers; oldest first. */
function answersTo(question: Post, stage: Stage) {
  const sku = skuOf(stage.subjects, question.about);
  const wire = ({ id, text, at }: { id: string; text: string; at: Date }, author_name: string) => ({
    ...{ id, text, author_name, sku, question_id: question.id, published_at: at.toISOString() },
  });
  const thread = stage.posts().filter(({ threadId }) => threadId === question.id);
  return thread
    .flatMap((post) => [
      ...(post.id === question.id ? [] : [wire(post, post.author.name)]),
      ...post.answers.filter(({ state }) => state === "published").map((answer) => wire(answer, SHOP_NAME)),
    ])
    .sort((one, other) => one.published_at.localeCompare(other.published_at));
}

function wireQuestion(post: Post, stage: Stage) {
  const sku = skuOf(stage.subjects, post.about);
  const product_url = `https://www.ozon.ru/product/${sku}/`;
  return {
    id: post.id,
    sku,
    text: post.text,
    author_name: post.author.name,
    product_url,
    question_link: `${product_url}questions/?qid=${post.id.slice(-12)}`,
    published_at: post.at.toISOString(),
    answers_count: answersTo(post, stage).length,
    status: statusOf(post),
  };
}
