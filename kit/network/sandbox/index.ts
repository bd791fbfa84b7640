// Example Reviews, simulated from its documentation: reviews of a café chain, read by token, answered once each.
import { bearerIn } from "@otklik/sandbox/kit/credentials";
import { gate } from "@otklik/sandbox/kit/gate";
import type { Post } from "@otklik/sandbox/kit/post";
import { simulator } from "@otklik/sandbox/kit/simulator";
import type { SandboxEnv } from "@otklik/sandbox/network";
import { type Context, Hono } from "hono";
import { z } from "zod";

const host = "/api.reviews.example";
const title = { ru: "Example Reviews", en: "Example Reviews" };

const trouble = (c: Context, status: 400 | 401 | 404 | 429 | 503, message: string) =>
  c.json({ error: { code: status, message } }, status);

export const exampleReviewsSandbox = simulator({
  path: "/example-reviews",
  title,
  page: {
    title,
    lead: {
      ru: "Демонстрационная сеть кофеен. Люди и отзывы вымышлены.",
      en: "A demonstration chain of cafés. People and reviews are invented.",
    },
  },
  settings: {
    world: "cafe",
    tone: "review",
    seed: "example-reviews",
    posts: 320,
    arrivalEveryMs: 5 * 60_000,
    moderationMs: 3_000,
  },
  open({ stage, faults, now }) {
    const app = new Hono<SandboxEnv>();
    app.use(
      `${host}/*`,
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
            failed: (c, status) => trouble(c, status as 503, "out of order"),
          },
          otherNames: { reviews: "entries", created_at: "date" },
        },
      ),
    );
    const api = app.basePath(`${host}/v1`);
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
    return { api: app };
  },
});

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
