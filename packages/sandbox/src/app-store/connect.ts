// App Store Connect: reviews and responses by its OpenAPI document 3.7.0, and the list of apps that goes with them.
import { Hono } from "hono";
import { z } from "zod";
import type { Answer, Post } from "../kit/post.ts";
import type { Room } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { app, appleTime, changedAt, responseOf, storefrontOf } from "./app.ts";
import { askedOf } from "./list-query.ts";
import { failed, notFound, wrongBody } from "./refusals.ts";

const home = "https://api.appstoreconnect.apple.com";
const longest = 5970;

const reviewBody = (post: Post) => ({
  type: "customerReviews",
  id: post.id,
  attributes: {
    rating: post.stars ?? 5,
    title: post.title ?? "",
    body: post.text,
    reviewerNickname: post.author.name || "demo",
    createdDate: appleTime(changedAt(post)),
    territory: storefrontOf(post).territory,
  },
  relationships: { response: linkOf(post) },
  links: { self: `${home}/v1/customerReviews/${post.id}` },
});

/** Whether a response is named depends on `include`; where there is none only the links stand. */
function linkOf(post: Post) {
  const at = `${home}/v1/customerReviews/${post.id}`;
  const response = responseOf(post);
  return {
    ...(response && { data: { type: "customerReviewResponses", id: response.id } }),
    links: { self: `${at}/relationships/response`, related: `${at}/response` },
  };
}

const responseBody = (response: Answer, post: Post) => ({
  type: "customerReviewResponses",
  id: response.id,
  attributes: {
    responseBody: response.text,
    lastModifiedDate: appleTime(response.editedAt ?? response.at),
    state: response.state === "published" ? "PUBLISHED" : "PENDING_PUBLISH",
  },
  relationships: { review: { data: { type: "customerReviews", id: post.id } } },
  links: { self: `${home}/v1/customerReviewResponses/${response.id}` },
});

const included = (posts: readonly Post[]) =>
  posts.flatMap((post) => {
    const response = responseOf(post);
    return response ? [responseBody(response, post)] : [];
  });

const Posted = z.object({
  data: z.strictObject({
    type: z.literal("customerReviewResponses"),
    attributes: z.strictObject({ responseBody: z.string() }),
    relationships: z.strictObject({
      review: z.strictObject({
        data: z.strictObject({ type: z.literal("customerReviews"), id: z.string() }),
      }),
    }),
  }),
});

/** The routes, relative to the API's host. */
export function connectRoutes({ stage }: Room): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const reviewOf = (id: string): Post | null => {
    const post = stage.post(id);
    return post && !post.removedAt ? post : null;
  };

  routes.get("/v1/apps", (c) =>
    c.json({
      data: [
        {
          type: "apps",
          id: app.id,
          attributes: { name: app.name, bundleId: app.bundleId, sku: app.sku, primaryLocale: "ru" },
          links: { self: `${home}/v1/apps/${app.id}` },
        },
      ],
      links: { self: `${home}/v1/apps` },
      meta: { paging: { total: 1, limit: 50 } },
    }),
  );

  routes.get("/v1/apps/:id/customerReviews", (c) => {
    if (c.req.param("id") !== app.id) return notFound("apps", c.req.param("id"));
    const query = new URL(c.req.url).searchParams;
    const asked = askedOf(query);
    if (asked instanceof Response) return asked;
    const { fits, order, limit, after, includes } = asked;
    const all = stage.posts().filter(fits).sort(order.by);
    const rest = after ? all.filter((post) => order.comesAfter(post, after)) : all;
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const self = linkTo(query, {});
    return c.json({
      data: page.map(reviewBody),
      ...(includes && { included: included(page) }),
      links: {
        self,
        ...(last && rest.length > limit && { next: linkTo(query, { cursor: order.cursorOf(last) }) }),
      },
      meta: { paging: { total: all.length, limit } },
    });
  });

  routes.get("/v1/customerReviews/:id", (c) => {
    const post = reviewOf(c.req.param("id"));
    if (!post) return notFound("customerReviews", c.req.param("id"));
    const includes = c.req.query("include") === "response";
    return c.json({
      data: reviewBody(post),
      ...(includes && { included: included([post]) }),
      links: { self: `${home}/v1/customerReviews/${post.id}` },
    });
  });

  routes.post("/v1/customerReviewResponses", async (c) => {
    const sent = Posted.safeParse(await c.req.json().catch(() => null));
    if (!sent.success)
      return wrongBody(`/${sent.error.issues[0]?.path.join("/") ?? ""}`, "It has another shape.");
    const { attributes, relationships } = sent.data.data;
    const { responseBody: text } = attributes;
    const { id } = relationships.review.data;
    if (text.trim() === "" || text.length > longest)
      return wrongBody("/data/attributes/responseBody", `It must have 1 to ${longest} characters.`);
    const post = reviewOf(id);
    if (!post) {
      stage.record({ kind: "answer", id, text, took: false });
      return notFound("customerReviews", id);
    }
    const before = responseOf(post);
    if (before?.text === text) stage.record({ kind: "answer", id, text, took: false });
    else if (before) stage.editAnswer(before.id, text, "api");
    else stage.answer({ id, text, through: "api" });
    const now = stage.post(id) ?? post;
    const stands = responseOf(now);
    if (!stands) return failed(500);
    const data = responseBody(stands, now);
    return c.json({ data, links: { self: data.links.self } }, 201);
  });

  routes.get("/v1/customerReviewResponses/:id", (c) => {
    const { id } = c.req.param();
    const stands = stage.answered(id);
    if (!stands) return notFound("customerReviewResponses", id);
    const data = responseBody(stands.answer, stands.post);
    return c.json({ data, links: { self: data.links.self } });
  });
  routes.delete("/v1/customerReviewResponses/:id", (c) => {
    const { id } = c.req.param();
    return stage.removeAnswer(id, "api") ? c.body(null, 204) : notFound("customerReviewResponses", id);
  });

  return routes;
}

/** Links name Apple's own host, wherever they were asked for. */
function linkTo(query: URLSearchParams, more: Record<string, string>): string {
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return `${home}/v1/apps/${app.id}/customerReviews?${all}`;
}
