// Reviews and the comments below them.
import { Hono } from "hono";
import { z } from "zod";
import type { Answer, Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { badRequest, businessId, granted, notFound, numberOf, pageOf } from "./refusals.ts";

const HALF_YEAR_MS = 184 * 86_400_000;
const Id = z.int().min(1).transform(String);
const ids = z.array(Id).min(1).max(50);

const Filter = z.strictObject({
  feedbackIds: ids.nullish(),
  dateTimeFrom: z.coerce.date().optional(),
  dateTimeTo: z.coerce.date().optional(),
  reactionStatus: z.enum(["ALL", "NEED_REACTION"]).default("ALL"),
  ratingValues: z.array(z.int()).min(1).max(5).nullish(),
  offerIds: z.array(z.string().min(1).max(255)).min(1).max(20).nullish(),
  paid: z.boolean().optional(),
});
export const PageQuery = (most: number, usual: number) =>
  z.object({
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    pageToken: z.string().optional(),
  });
const CommentsOf = z.strictObject({ feedbackId: Id.optional(), commentIds: ids.nullish() });
const Update = z.strictObject({
  feedbackId: Id,
  comment: z.strictObject({
    id: Id.optional(),
    parentId: Id.optional(),
    text: z.string().trim().min(1).max(4096),
  }),
});

export function feedbacks(stage: Stage): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const base = "/v2/businesses/:businessId/goods-feedback";
  const reviews = () => stage.posts().filter(({ kind }) => kind === "review");

  app.post(base, async (c) => {
    const query = PageQuery(50, 25).safeParse(c.req.query());
    const filter = Filter.safeParse(await c.req.json().catch(() => ({})));
    if (!query.success) return badRequest(z.prettifyError(query.error));
    if (!filter.success) return badRequest(z.prettifyError(filter.error));
    const {
      dateTimeTo: to = stage.now(),
      dateTimeFrom: from = new Date(to.getTime() - HALF_YEAR_MS),
      ...rest
    } = filter.data;
    if (to.getTime() - from.getTime() > HALF_YEAR_MS)
      return badRequest("The interval is longer than 6 months");
    const wanted = reviews().filter((post) =>
      rest.feedbackIds
        ? rest.feedbackIds.includes(post.id)
        : post.at > from &&
          post.at < to &&
          (rest.reactionStatus === "ALL" || needsReaction(post)) &&
          (rest.ratingValues?.includes(post.stars ?? 0) ?? true) &&
          (rest.offerIds?.includes(articleOf(stage, post)) ?? true),
    );
    const page = pageOf(wanted, query.data);
    if (!page) return badRequest("Unknown pageToken");
    return granted({ feedbacks: page.shown.map((post) => feedbackOf(post, stage)), paging: page.paging });
  });

  app.post(`${base}/comments`, async (c) => {
    const query = PageQuery(50, 25).safeParse(c.req.query());
    const asked = CommentsOf.safeParse(await c.req.json().catch(() => null));
    if (!query.success) return badRequest(z.prettifyError(query.error));
    if (!asked.success) return badRequest(z.prettifyError(asked.error));
    const { feedbackId, commentIds } = asked.data;
    if (feedbackId !== undefined && !reviews().some(({ id }) => id === feedbackId))
      return notFound("No such feedback");
    const all = reviews().flatMap((review) => commentsOf(review, stage));
    const wanted = all.filter((one) =>
      commentIds ? commentIds.includes(one.id) : one.feedbackId === feedbackId,
    );
    const page = pageOf(wanted, query.data);
    if (!page) return badRequest("Unknown pageToken");
    return granted({ comments: page.shown.map(shown), paging: page.paging });
  });

  app.post(`${base}/comments/update`, async (c) => {
    const body = Update.safeParse(await c.req.json().catch(() => null));
    if (!body.success) return badRequest(z.prettifyError(body.error));
    const { feedbackId, comment } = body.data;
    const review = reviews().find(({ id }) => id === feedbackId);
    if (!review) return notFound("No such feedback");
    if (comment.id !== undefined) {
      const edited = stage.editAnswer(comment.id, comment.text, "api");
      const under = stage.answered(comment.id);
      if (!edited || !under) return notFound("No such comment");
      return granted(shown(ownComment(edited, { feedbackId, parent: under.post })));
    }
    const parent = comment.parentId === undefined ? review : stage.post(comment.parentId);
    if (!parent || parent.removedAt) return notFound("No such parent comment");
    const answer = stage.answer({ id: parent.id, text: comment.text, through: "api" });
    if (!answer) return notFound("No such feedback");
    return granted(shown(ownComment(answer, { feedbackId, parent })));
  });

  app.post(`${base}/comments/delete`, async (c) => {
    const body = z.strictObject({ id: Id }).safeParse(await c.req.json().catch(() => null));
    if (!body.success) return badRequest(z.prettifyError(body.error));
    return stage.removeAnswer(body.data.id, "api")
      ? Response.json({ status: "OK" })
      : notFound("No such comment");
  });

  app.post(`${base}/skip-reaction`, async (c) => {
    const body = z.strictObject({ feedbackIds: ids }).safeParse(await c.req.json().catch(() => null));
    if (!body.success) return badRequest(z.prettifyError(body.error));
    for (const id of body.data.feedbackIds) stage.mark(id, { skippedAt: stage.now().toISOString() });
    return Response.json({ status: "OK" });
  });

  return app;
}

/** False once it was answered or skipped; an edit asks for a reaction again. */
function needsReaction({ at, editedAt, answers, extra }: Post): boolean {
  const handled = [
    ...answers.map((answer) => answer.at.getTime()),
    Date.parse(String(extra.skippedAt ?? "")),
  ];
  const last = Math.max(...handled.filter((time) => !Number.isNaN(time)), 0);
  return (editedAt ?? at).getTime() > last;
}

const articleOf = (stage: Stage, { about }: Post): string => stage.subject(about).article ?? about;

function feedbackOf(post: Post, stage: Stage) {
  const { id, at, author, text, pros, cons, photos, stars, extra } = post;
  const description = {
    ...(pros && { advantages: pros }),
    ...(cons && { disadvantages: cons }),
    ...(text && { comment: text }),
  };
  const count = commentsOf(post, stage).filter(({ parentId }) => parentId === undefined).length;
  return {
    feedbackId: numberOf(id),
    createdAt: at.toISOString(),
    needReaction: needsReaction(post),
    identifiers: {
      orderId: Number(extra.orderId ?? numberOf(id) + 30_000_000),
      offerId: articleOf(stage, post),
    },
    ...(author.name && { author: author.name }),
    description,
    ...(photos > 0 && {
      media: {
        photos: Array.from(
          { length: photos },
          (_, n) => `https://avatars.example/market/${businessId}/${id}/${n}.jpg`,
        ),
      },
    }),
    statistics: { rating: stars ?? 5, commentsCount: count, recommended: (stars ?? 5) >= 4, paidAmount: 0 },
  };
}

interface ShownComment {
  id: string;
  text: string;
  feedbackId: string;
  parentId?: string;
  author: { type: "USER" | "BUSINESS"; name: string };
  status: "PUBLISHED" | "UNMODERATED" | "BANNED";
  at: Date;
}

const states = { "in-review": "UNMODERATED", published: "PUBLISHED", rejected: "BANNED" } as const;

function ownComment(
  answer: Answer,
  { feedbackId, parent }: { feedbackId: string; parent: Post },
): ShownComment {
  return {
    ...{ id: answer.id, text: answer.text, feedbackId, at: answer.at, status: states[answer.state] },
    ...(parent.id !== feedbackId && { parentId: parent.id }),
    author: { type: "BUSINESS", name: "Демо Косметика" },
  };
}

/** Everything below a review, in the order of publication. */
function commentsOf(review: Post, stage: Stage): ShownComment[] {
  const below = stage
    .posts()
    .filter(({ kind, threadId, id }) => kind === "comment" && threadId === review.id && id !== review.id);
  const said = below.map(
    (post): ShownComment => ({
      ...{ id: post.id, text: post.text, feedbackId: review.id, at: post.at, status: "PUBLISHED" },
      ...(post.parentId && post.parentId !== review.id && { parentId: post.parentId }),
      author: { type: "USER", name: post.author.name },
    }),
  );
  const own = [review, ...below].flatMap((parent) =>
    parent.answers.map((answer) => ownComment(answer, { feedbackId: review.id, parent })),
  );
  return [...said, ...own].sort((a, b) => a.at.getTime() - b.at.getTime());
}

const shown = ({ id, text, feedbackId, parentId, author, status }: ShownComment) => ({
  ...{ id: numberOf(id), text, author, status, feedbackId: numberOf(feedbackId) },
  canModify: author.type === "BUSINESS",
  ...(parentId !== undefined && { parentId: numberOf(parentId) }),
});
