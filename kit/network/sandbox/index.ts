// Example Reviews, simulated from its documentation: reviews of a café chain, read by token, answered once each.
import { bearerIn } from "@otklik/sandbox/kit/credentials";
import { backstage } from "@otklik/sandbox/kit/backstage";
import { gate } from "@otklik/sandbox/kit/gate";
import { misbehaviour } from "@otklik/sandbox/kit/misbehaviour";
import { pages } from "@otklik/sandbox/kit/page";
import type { Post } from "@otklik/sandbox/kit/post";
import { openStage, type StageSettings } from "@otklik/sandbox/kit/stage";
import type { SandboxEnv, SimulatedNetwork } from "@otklik/sandbox/network";
import { type Context, Hono } from "hono";
import { z } from "zod";

const path = "/example-reviews";
const title = { ru: "Example Reviews", en: "Example Reviews" };
const demo: StageSettings = {
  world: "cafe",
  tone: "review",
  seed: "example-reviews",
  posts: 320,
  arrivalEveryMs: 5 * 60_000,
  moderationMs: 3_000,
};

/** Settings that are not named are the demo's. */
export function exampleReviewsSandbox(settings: Partial<StageSettings> = {}): SimulatedNetwork {
  return {
    path,
    title,
    open({ state, now }) {
      const faults = misbehaviour();
      const stage = openStage({ state, now, faults, settings: { ...demo, ...settings } });
      const app = new Hono<SandboxEnv>();
      app.use(async (_, next) => {
        stage.letIn();
        await next();
      });
      const trouble = (c: Context, status: 400 | 401 | 404 | 429 | 503, message: string) =>
        c.json({ error: { code: status, message } }, status);
      app.use(
        "/api.reviews.example/*",
        gate(
          { now, faults },
          {
            admit: (c) => (bearerIn(c) ? { who: bearerIn(c) } : { refused: trouble(c, 401, "no token") }),
            counts: (_, who) => [{ by: who, requests: 60, seconds: 60, burst: 10 }],
            says: {
              expired: (c) => trouble(c, 401, "the token has ended"),
              throttled(c, seconds) {
                if (seconds !== null) c.header("Retry-After", String(seconds));
                return trouble(c, 429, "too many requests");
              },
              failed: (c, status) => c.json({ error: { code: status, message: "out of order" } }, status as 503),
            },
            otherNames: { reviews: "entries", created_at: "date" },
          },
        ),
      );

      const api = app.basePath("/api.reviews.example/v1");
      api.get("/shop", (c) => c.json({ id: "1", name: "Example shop" }));
      api.get("/reviews", (c) => {
        const asked = Asked.safeParse(c.req.query());
        if (!asked.success) return trouble(c, 400, z.prettifyError(asked.error));
        const { limit, cursor } = asked.data;
        const all = stage.posts().map(reviewOf).sort(byChange);
        const rest = cursor === undefined ? all : all.filter((review) => placeOf(review) < cursor);
        const shown = rest.slice(0, limit);
        const last = shown.at(-1);
        const isMore = rest.length > shown.length && last !== undefined;
        return c.json({ reviews: shown, ...(isMore && { next_cursor: placeOf(last) }) });
      });
      api.get("/reviews/:id", (c) => {
        const post = stage.post(c.req.param("id"));
        return post && !post.removedAt ? c.json(reviewOf(post)) : trouble(c, 404, "no such review");
      });
      api.put("/reviews/:id/reply", async (c) => {
        const id = c.req.param("id");
        const body = Reply.safeParse(await c.req.json().catch(() => null));
        if (!body.success) return trouble(c, 400, z.prettifyError(body.error));
        const standing = stage.post(id)?.answers.at(-1);
        const { text } = body.data;
        // One reply to a review: the same words again change nothing, others take their place.
        if (standing && standing.text !== text) stage.editAnswer(standing.id, text, "api");
        if (!standing && !stage.answer({ id, text, through: "api" })) return trouble(c, 404, "no such review");
        const post = stage.post(id);
        return post ? c.json(reviewOf(post)) : trouble(c, 404, "no such review");
      });

      app.route("/", backstage({ stage, faults }));
      app.route("/", pages({ stage, path, title }));
      return app;
    },
  };
}

const Asked = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().optional(),
});
const Reply = z.object({ text: z.string().trim().min(1).max(1000) });

const states = { "in-review": "review", published: "published", rejected: "rejected" } as const;

function reviewOf({ id, author, stars, text, at, editedAt, about, answers }: Post) {
  const reply = answers.at(-1);
  const changes = [at, editedAt, reply?.editedAt ?? reply?.at].filter((one) => one !== undefined);
  return {
    id,
    author: { id: author.key, name: author.name },
    stars: stars ?? null,
    text,
    created_at: at.toISOString(),
    updated_at: new Date(Math.max(...changes.map(Number))).toISOString(),
    product: { id: about, name: about },
    reply: reply ? { text: reply.text, state: states[reply.state] } : null,
  };
}
type Review = ReturnType<typeof reviewOf>;

/** Where a review stands in the list: by its last change, and by its id among those of one instant. */
const placeOf = ({ updated_at, id }: Review): string => `${updated_at}~${id}`;
const byChange = (a: Review, b: Review): number => (placeOf(a) < placeOf(b) ? 1 : -1);
