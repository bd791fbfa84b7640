// Reviews of the app: those with a text that were written or changed in the last seven days, and replies to them.
import { Hono } from "hono";
import { z } from "zod";
import type { Post } from "../kit/post.ts";
import type { Room } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { changedAt, replyOf, reviewBody, timestamp } from "./body.ts";
import { failed, invalid, notFound, refuse } from "./refusals.ts";

export const packageName = "com.example.basketful";
const weekMs = 7 * 86_400_000;
const mostInPage = 100;
const longest = 350;

const Token = z.object({ at: z.number(), id: z.string() });

/** The routes, relative to the API's host. */
export function reviewRoutes({ stage, now }: Room): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const base = "/androidpublisher/v3/applications/:app/reviews";
  const isShown = (post: Post) =>
    post.text !== "" && !post.removedAt && changedAt(post).getTime() > now().getTime() - weekMs;
  const byChange = (one: Post, other: Post) =>
    changedAt(other).getTime() - changedAt(one).getTime() || (one.id < other.id ? 1 : -1);

  app.use("/androidpublisher/v3/applications/:app/*", async (c, next) =>
    c.req.param("app") === packageName
      ? next()
      : notFound(`No application was found for the given package name.`),
  );

  app.get(base, (c) => {
    const { maxResults = "10", token: given } = c.req.query();
    if (!/^\d{1,6}$/.test(maxResults)) return invalid("Invalid value at 'max_results'.");
    const token = given === undefined ? null : tokenFrom(given);
    if (token === undefined) return invalid("Invalid pagination token.");
    const size = Math.min(Number(maxResults) || 10, mostInPage);
    const all = stage.posts().filter(isShown).sort(byChange);
    const rest = token
      ? all.filter((post) => {
          const at = changedAt(post).getTime();
          return at < token.at || (at === token.at && post.id < token.id);
        })
      : all;
    const page = rest.slice(0, size);
    const last = page.at(-1);
    return c.json({
      ...(page.length > 0 && { reviews: page.map(reviewBody) }),
      ...(last && rest.length > size && { tokenPagination: { nextPageToken: tokenTo(last) } }),
    });
  });

  app.get(`${base}/:id`, (c) => {
    const post = stage.post(c.req.param("id"));
    return post && isShown(post) ? c.json(reviewBody(post)) : notFound("The review was not found.");
  });

  // A colon parts the method from the id, which a route's pattern cannot say.
  app.post(`${base}/:method{.+:reply}`, async (c) => {
    const id = c.req.param("method").slice(0, -":reply".length);
    const sent = z
      .strictObject({ replyText: z.string() })
      .safeParse(await c.req.json().catch(() => null)).data;
    if (!sent) return invalid("Invalid JSON payload received.");
    const text = sent.replyText.replace(/<[^<>]+>/g, "");
    if (text.trim() === "") return invalid("The reply text must not be empty.");
    if ([...text].length > longest) return invalid("The reply text is too long.");
    const post = stage.post(id);
    if (!post || post.removedAt) {
      stage.record({ kind: "answer", id, text, took: false });
      return notFound("The review was not found.");
    }
    if (post.extra.isLocked === true) {
      stage.record({ kind: "answer", id, text, took: false });
      return refuse({
        status: 403,
        word: "PERMISSION_DENIED",
        message: "The caller does not have permission",
      });
    }
    const before = replyOf(post);
    if (before?.text === text) stage.record({ kind: "answer", id, text, took: false });
    else if (before) stage.editAnswer(before.id, text, "api");
    else stage.answer({ id, text, through: "api" });
    const stands = replyOf(stage.post(id) ?? post);
    if (!stands) return failed(500);
    return c.json({
      result: { replyText: stands.text, lastEdited: timestamp(stands.editedAt ?? stands.at) },
    });
  });

  return app;
}

const tokenTo = (last: Post): string =>
  Buffer.from(JSON.stringify({ at: changedAt(last).getTime(), id: last.id })).toString("base64url");

function tokenFrom(text: string): z.infer<typeof Token> | undefined {
  try {
    return Token.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    return undefined;
  }
}
