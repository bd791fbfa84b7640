// Reviews of one location: listed by their last change, one by its name, and the owner's reply to it.
import { Hono } from "hono";
import { z } from "zod";
import type { Post } from "../kit/post.ts";
import type { Room } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { changedAt, replyBody, replyOf, reviewBody } from "./body.ts";
import { owner, type Place, placesOn } from "./places.ts";
import { failed, invalid, notFound, refuse } from "./refusals.ts";

const mostInPage = 50;
const mostReplyBytes = 4096;
const tokenLifeMs = 24 * 3600_000;

/** Where a list goes on: after this review, for as long as the token lives. */
const Token = z.object({ at: z.number(), id: z.string(), orderBy: z.string(), until: z.number() });

const orders: Record<string, (one: Post, other: Post) => number> = {
  "update_time desc": (one, other) =>
    changedAt(other).getTime() - changedAt(one).getTime() || (one.id < other.id ? 1 : -1),
  rating: (one, other) => (one.stars ?? 0) - (other.stars ?? 0) || (one.id < other.id ? 1 : -1),
  "rating desc": (one, other) => (other.stars ?? 0) - (one.stars ?? 0) || (one.id < other.id ? 1 : -1),
};

export interface Quirks {
  /** So many next lists are answered with 404, as Google now and then does for locations that are there. */
  notFound: number;
}

export function reviewRoutes({ stage, now }: Room, quirks: Quirks): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const base = "/v4/accounts/:account/locations/:location/reviews";

  const placeOf = (account: string, location: string): Place | null =>
    `accounts/${account}` === owner
      ? (placesOn(stage).find(({ name }) => name === `locations/${location}`) ?? null)
      : null;
  const standingIn = (place: Place) => stage.posts().filter(({ about }) => about === place.about);
  const reviewIn = (place: Place, id: string): Post | null => {
    const post = stage.post(id);
    return post && !post.removedAt && post.about === place.about ? post : null;
  };

  app.get(base, (c) => {
    const { account, location } = c.req.param();
    const place = placeOf(account, location);
    if (!place) return notFound();
    if (quirks.notFound > 0) {
      quirks.notFound -= 1;
      return notFound();
    }
    const { pageSize = "50", pageToken, orderBy = "update_time desc" } = c.req.query();
    const by = orderBy.replace("updateTime", "update_time");
    const order = orders[by];
    if (!order) return invalid(`Invalid order_by: ${orderBy}`);
    if (!/^\d{1,5}$/.test(pageSize)) return invalid("Invalid page_size.");
    const size = Math.min(Number(pageSize) || mostInPage, mostInPage);
    const token = pageToken === undefined ? null : tokenFrom(pageToken);
    if (token === undefined || (token && (token.orderBy !== by || token.until < now().getTime())))
      return invalid("Invalid page token.");
    const all = standingIn(place).sort(order);
    const rest = token ? all.filter((post) => comesAfter(post, token, by)) : all;
    const page = rest.slice(0, size);
    const last = page.at(-1);
    const rated = all.flatMap(({ stars }) => stars ?? []);
    return c.json({
      ...(page.length > 0 && { reviews: page.map((post) => reviewBody(post, place)) }),
      ...(rated.length > 0 && {
        averageRating: Math.round((rated.reduce((sum, one) => sum + one, 0) / rated.length) * 10) / 10,
      }),
      ...(all.length > 0 && { totalReviewCount: all.length }),
      ...(last && rest.length > size && { nextPageToken: tokenTo(last, by, now()) }),
    });
  });

  app.get(`${base}/:id`, (c) => {
    const { account, location, id } = c.req.param();
    const place = placeOf(account, location);
    const post = place && reviewIn(place, id);
    return post ? c.json(reviewBody(post, place)) : notFound();
  });

  app.put(`${base}/:id/reply`, async (c) => {
    const { account, location, id } = c.req.param();
    const place = placeOf(account, location);
    if (!place) return notFound();
    const sent = z.looseObject({ comment: z.string() }).safeParse(await c.req.json().catch(() => null)).data;
    if (!sent) return invalid("Invalid JSON payload received.");
    const unknown = Object.keys(sent).find((name) => !["comment", "updateTime"].includes(name));
    if (unknown)
      return invalid(`Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`);
    const { comment: text } = sent;
    if (text.trim() === "") return invalid("Reply comment must not be empty.");
    if (Buffer.byteLength(text) > mostReplyBytes) return invalid("Reply comment is longer than 4096 bytes.");
    if (!place.isVerified)
      return refuse({
        status: 403,
        word: "PERMISSION_DENIED",
        message: "The location must be verified to reply to reviews.",
      });
    const post = reviewIn(place, id);
    if (!post) {
      stage.record({ kind: "answer", id, text, took: false });
      return notFound();
    }
    const before = replyOf(post);
    if (before?.text === text) stage.record({ kind: "answer", id, text, took: false });
    else if (before) stage.editAnswer(before.id, text, "api");
    else stage.answer({ id, text, through: "api" });
    const stands = replyOf(stage.post(id) ?? post);
    return stands ? c.json(replyBody(stands)) : failed(500);
  });

  app.delete(`${base}/:id/reply`, (c) => {
    const { account, location, id } = c.req.param();
    const place = placeOf(account, location);
    const reply = replyOf((place && reviewIn(place, id)) ?? ({ answers: [] } as unknown as Post));
    return reply && stage.removeAnswer(reply.id, "api") ? c.json({}) : notFound();
  });

  return app;
}

const tokenTo = (last: Post, orderBy: string, now: Date): string => {
  const at = orderBy === "update_time desc" ? changedAt(last).getTime() : (last.stars ?? 0);
  const token = { at, id: last.id, orderBy, until: now.getTime() + tokenLifeMs };
  return Buffer.from(JSON.stringify(token)).toString("base64url");
};

function tokenFrom(text: string): z.infer<typeof Token> | undefined {
  try {
    return Token.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    return undefined;
  }
}

function comesAfter(post: Post, token: z.infer<typeof Token>, orderBy: string): boolean {
  const at = orderBy === "update_time desc" ? changedAt(post).getTime() : (post.stars ?? 0);
  if (at === token.at) return post.id < token.id;
  return orderBy === "rating" ? at > token.at : at < token.at;
}
