// The stage hands' entrance: what tests and the demo do to a network that no API of its own could.
import { Hono } from "hono";
import { z } from "zod";
import type { SandboxEnv } from "../network.ts";
import { repeatedIn } from "./journal.ts";
import type { Misbehaviour } from "./misbehaviour.ts";
import type { Stage } from "./stage.ts";

const id = z.string().min(1);
const text = z.string().min(1).max(60_000);

/** A post to add. What is left out is the world's own: said now, by somebody. */
const Added = z.strictObject({
  id: id.optional(),
  kind: z.enum(["review", "comment", "question", "message"]).optional(),
  at: z.coerce.date().optional(),
  author: z.strictObject({ key: id.optional(), name: z.string() }).optional(),
  about: id.optional(),
  text: z.string().default(""),
  title: z.string().optional(),
  pros: z.string().optional(),
  cons: z.string().optional(),
  stars: z.int().min(1).max(5).optional(),
  photos: z.int().min(0).max(10).optional(),
  language: z.string().optional(),
  parentId: id.optional(),
  threadId: id.optional(),
  extra: z.record(z.string(), z.json()).optional(),
  /** An answer that the owner gave in the cabinet. */
  answer: z.strictObject({ text }).optional(),
});
const Edited = z.strictObject({
  id,
  text: z.string().optional(),
  title: z.string().optional(),
  pros: z.string().optional(),
  cons: z.string().optional(),
  stars: z.int().min(1).max(5).optional(),
});
const Removed = z.strictObject({ id });
const Answered = z.strictObject({ id, text });
const Reworded = z.strictObject({ answerId: id, text });
const Rejecting = z.strictObject({ rejects: z.boolean() });

/**
 * Routes below the network's path, each beginning with two underscores. They ask for no token.
 * @param doors.afterwards what must have happened before a stage hand hears that it is done, such as pushes
 */
export function backstage(doors: {
  stage: Stage;
  faults: Misbehaviour;
  afterwards?(): Promise<void>;
}): Hono<SandboxEnv> {
  const { stage, faults, afterwards = async () => {} } = doors;
  const app = new Hono<SandboxEnv>();
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return c.json({ error: "The body is not JSON." }, 400);
    throw error;
  });
  app.use("/:hand{__.+}", async (_, next) => {
    await next();
    await afterwards();
  });
  const missing = (what: string) => Response.json({ error: `There is no ${what}.` }, { status: 404 });

  app.get("/__control", (c) => c.json(faults.orders()));
  app.post("/__control", async (c) => c.json(faults.order(await c.req.json())));

  /** Everything that stands there, also what was taken away. */
  app.get("/__posts", (c) => {
    const wanted = c.req.query("id");
    const posts = stage.posts({ removed: true });
    return c.json({ posts: wanted === undefined ? posts : posts.filter((post) => post.id === wanted) });
  });
  app.post("/__posts", async (c) => {
    const added = stage.add(z.array(Added).parse(await c.req.json()));
    return c.json({ ids: added.map((post) => post.id) }, 201);
  });

  app.post("/__edit", async (c) => {
    const { id: which, ...wording } = Edited.parse(await c.req.json());
    return stage.edit(which, wording) ? c.body(null, 204) : missing(`post ${which}`);
  });
  app.post("/__remove", async (c) => {
    const { id: which } = Removed.parse(await c.req.json());
    return stage.remove(which) ? c.body(null, 204) : missing(`post ${which}`);
  });

  /** The owner's own hand, in the cabinet. */
  app.post("/__answer", async (c) => {
    const written = Answered.parse(await c.req.json());
    const answer = stage.answer({ ...written, through: "cabinet" });
    return answer ? c.json({ answerId: answer.id }, 201) : missing(`post ${written.id}`);
  });
  app.post("/__edit-answer", async (c) => {
    const { answerId, text: words } = Reworded.parse(await c.req.json());
    return stage.editAnswer(answerId, words, "cabinet") ? c.body(null, 204) : missing(`answer ${answerId}`);
  });

  app.post("/__reject", async (c) => {
    stage.rejectAll(Rejecting.parse(await c.req.json()).rejects);
    return c.body(null, 204);
  });

  app.get("/__journal", (c) => {
    const { id: which, kind } = c.req.query();
    const entries = stage
      .journal()
      .filter((entry) => (which ?? entry.id) === entry.id && (kind ?? entry.kind) === entry.kind);
    return c.json({ entries, repeated: repeatedIn(entries) });
  });

  return app;
}
