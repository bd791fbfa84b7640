// Reviews and the comments under them, as /v1/review and /v2/review tell them.
import { Hono } from "hono";
import { z } from "zod";
import type { Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { granted, refusal } from "./answers.ts";
import { after, asking, Digits, LastId, Limit } from "./body.ts";
import { skuOf } from "./ids.ts";

const SortDir = z.enum(["ASC", "DESC"]).default("ASC");
const OldList = z.object({
  limit: Limit,
  last_id: LastId,
  sort_dir: SortDir,
  status: z.enum(["ALL", "UNPROCESSED", "PROCESSED"]).default("ALL"),
});
const NewList = z.object({
  limit: Limit,
  last_id: LastId,
  sort_dir: SortDir,
  filters: z
    .object({
      skus: z.array(Digits).max(1000).default([]),
      order_status: z.enum(["ALL", "DELIVERED", "CANCELLED"]).default("ALL"),
      status: z.enum(["ALL", "NEW", "VIEWED", "PROCESSED"]).default("ALL"),
      published_from: z.coerce.date().optional(),
      published_to: z.coerce.date().optional(),
    })
    .prefault({}),
});
const One = z.object({ review_id: z.string() });
const CommentList = One.extend({ limit: Limit, offset: z.int().min(0).default(0), sort_dir: SortDir });
const NewComment = One.extend({
  text: z.string().min(1),
  parent_comment_id: z.string().default(""),
  mark_review_as_processed: z.boolean().default(false),
});
const Marking = z.object({
  review_ids: z.array(z.string()).min(1).max(100),
  status: z.enum(["PROCESSED", "UNPROCESSED"]),
});

/** Routes relative to the API's host. */
export function reviews(stage: Stage): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const all = (): Post[] => stage.posts().filter(({ kind }) => kind === "review");
  const one = (id: string): Post | null => {
    const post = stage.post(id);
    return post?.kind === "review" && !post.removedAt ? post : null;
  };
  const missing = () => refusal(404, "review not found");
  /** Also those taken away, so that a list goes on behind them. */
  const listed = (
    asked: { limit: number; last_id: string; sort_dir: "ASC" | "DESC" },
    fits: (post: Post) => boolean,
  ) => {
    const ordered = stage.posts({ removed: true }).filter(({ kind }) => kind === "review");
    const rest = after(asked.sort_dir === "ASC" ? ordered : ordered.reverse(), asked.last_id);
    const fitting = rest?.filter((post) => !post.removedAt && fits(post));
    if (!fitting) return null;
    const page = fitting.slice(0, asked.limit);
    return { page, has_next: fitting.length > page.length, last_id: page.at(-1)?.id ?? "" };
  };
  const noPlace = () => refusal(400, "Request validation error: last_id: unknown");

  app.post(
    "/v2/review/list",
    asking(NewList, ({ filters, ...asked }) => {
      const found = listed(asked, (post) => {
        const { skus, status, order_status, published_from, published_to } = filters;
        const isOf = skus.length === 0 || skus.includes(String(skuOf(stage.subjects, post.about)));
        const isThen = post.at >= (published_from ?? post.at) && post.at <= (published_to ?? post.at);
        const isSo = status === "ALL" || status === statusOf(post);
        return isOf && isThen && isSo && (order_status === "ALL" || order_status === orderStatusOf(post));
      });
      if (!found) return noPlace();
      const { page, ...rest } = found;
      return granted({ reviews: page.map((post) => wireReview(post, stage)), ...rest });
    }),
  );

  app.post(
    "/v1/review/list",
    asking(OldList, ({ status, ...asked }) => {
      const found = listed(asked, (post) => status === "ALL" || status === oldStatusOf(post));
      if (!found) return noPlace();
      const { page, ...rest } = found;
      return granted({
        reviews: page.map((post) => ({ ...wireReview(post, stage), status: oldStatusOf(post) })),
        ...rest,
      });
    }),
  );

  for (const version of ["v1", "v2"]) {
    app.post(
      `/${version}/review/info`,
      asking(One, ({ review_id }, c) => {
        const post = one(review_id);
        if (!post) return missing();
        const status = version === "v1" ? oldStatusOf(post) : statusOf(post);
        const [origin = ""] = c.req.url.split("/api-seller.ozon.ru/");
        return granted({
          ...wireReview(post, stage),
          status,
          ...gallery(post, origin),
          likes_amount: 0,
          dislikes_amount: 0,
        });
      }),
    );
  }

  app.post(
    "/v1/review/count",
    asking(z.object({}), () => {
      const processed = all().filter((post) => oldStatusOf(post) === "PROCESSED").length;
      return granted({ total: all().length, processed, unprocessed: all().length - processed });
    }),
  );
  app.post(
    "/v2/review/count",
    asking(z.object({}), () => {
      const count = (status: string) => all().filter((post) => statusOf(post) === status).length;
      return granted({
        new: count("NEW"),
        viewed: count("VIEWED"),
        processed: count("PROCESSED"),
        total: all().length,
      });
    }),
  );

  app.post(
    "/v1/review/change-status",
    asking(Marking, ({ review_ids, status }) => {
      if (review_ids.some((id) => !one(id))) return missing();
      for (const id of review_ids) stage.mark(id, { status: status === "PROCESSED" ? status : "VIEWED" });
      return granted({});
    }),
  );

  app.post(
    "/v1/review/comment/list",
    asking(CommentList, ({ review_id, limit, offset, sort_dir }) => {
      const post = one(review_id);
      if (!post) return missing();
      const comments = commentsUnder(post, stage);
      const page = (sort_dir === "ASC" ? comments : comments.reverse()).slice(offset, offset + limit);
      return granted({ comments: page, offset: page.length });
    }),
  );

  app.post(
    "/v1/review/comment/create",
    asking(NewComment, (body) => {
      const { review_id, text, parent_comment_id, mark_review_as_processed } = body;
      const post = one(review_id);
      const below = parent_comment_id === "" ? review_id : stage.post(parent_comment_id)?.id;
      // An answer of the shop's may be replied to as well; it then stands under what that one stands under.
      const under = below ?? stage.answered(parent_comment_id)?.post.id;
      if (!post || (under !== undefined && stage.post(under)?.threadId !== post.id) || under === undefined) {
        stage.record({ kind: "answer", id: review_id, text, took: false });
        return missing();
      }
      const answer = stage.answer({ id: under, text, through: "api" });
      if (!answer) return missing();
      if (mark_review_as_processed) stage.mark(review_id, { status: "PROCESSED" });
      return granted({ comment_id: answer.id });
    }),
  );

  app.post(
    "/v1/review/comment/delete",
    asking(z.object({ comment_id: z.string() }), ({ comment_id }) =>
      stage.removeAnswer(comment_id, "api") ? granted({}) : refusal(404, "comment not found"),
    ),
  );

  return app;
}

/** Those that passed moderation, oldest first: the shop's, and those of buyers in the thread. */
function commentsUnder(review: Post, stage: Stage) {
  const thread = stage.posts().filter(({ threadId }) => threadId === review.id);
  const comments = thread.flatMap((post) => {
    const isBelow = post.id !== review.id;
    const parent = isBelow ? post.id : "";
    const own = isBelow
      ? [
          wireComment(post, {
            isOwner: false,
            parent: post.parentId === review.id ? "" : (post.parentId ?? ""),
          }),
        ]
      : [];
    const shop = post.answers
      .filter(({ state }) => state === "published")
      .map((answer) => wireComment(answer, { isOwner: true, parent }));
    return [...own, ...shop];
  });
  return comments.sort((one, other) => one.published_at.localeCompare(other.published_at));
}

const wireComment = (
  { id, text, at }: { id: string; text: string; at: Date },
  { isOwner, parent }: { isOwner: boolean; parent: string },
) => ({
  ...{ id, text, published_at: at.toISOString() },
  ...{ is_owner: isOwner, is_official: isOwner, parent_comment_id: parent },
});

function wireReview(post: Post, stage: Stage) {
  return {
    id: post.id,
    sku: skuOf(stage.subjects, post.about),
    text: post.text,
    published_at: post.at.toISOString(),
    rating: post.stars ?? 0,
    status: statusOf(post),
    comments_amount: commentsUnder(post, stage).length,
    photos_amount: post.photos,
    videos_amount: 0,
    order_status: orderStatusOf(post),
    is_rating_participant: true,
  };
}

const gallery = ({ id, photos }: Post, origin: string) => ({
  photos: Array.from({ length: photos }, (_, turn) => ({
    url: `${origin}/photos/${id}/${turn}.png`,
    width: 240,
    height: 320,
  })),
  videos: [],
});

const orderStatusOf = ({ stars = 5, photos }: Post): string =>
  stars <= 2 && photos === 1 ? "CANCELLED" : "DELIVERED";

/** The seller's mark. Who answers in the cabinet has it set there. */
export function statusOf({ extra, answers }: Post): string {
  if (typeof extra.status === "string") return extra.status;
  return answers.some(({ through }) => through === "cabinet") ? "PROCESSED" : "NEW";
}
const oldStatusOf = (post: Post): string => (statusOf(post) === "PROCESSED" ? "PROCESSED" : "UNPROCESSED");
