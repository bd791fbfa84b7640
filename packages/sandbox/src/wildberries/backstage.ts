// The stage hands' entrance: what tests and the demo do to the shop that no API of the network's could.
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { chance } from "../chance.ts";
import type { Misbehaviour } from "../kit/misbehaviour.ts";
import type { SandboxEnv } from "../network.ts";
import type { JournalEntry } from "../state.ts";
import { products } from "./catalog.ts";
import { Photo, type Review } from "./review.ts";
import type { Shop } from "./shop.ts";
import { networkId } from "./world.ts";

/** A review in the network's own words, of which any may be left out. */
const PartialReview = z.strictObject({
  id: z.string().min(1).optional(),
  text: z.string().default(""),
  pros: z.string().default(""),
  cons: z.string().default(""),
  productValuation: z.int().min(1).max(5).default(5),
  createdDate: z.coerce.date().optional(),
  userName: z.string().default("Покупатель"),
  nmId: z.int().optional(),
  photoLinks: z.array(Photo).default([]),
  bables: z.array(z.string()).default([]),
  parentFeedbackId: z.string().nullable().default(null),
  /** An answer the seller gave in its own cabinet. */
  answer: z
    .object({ text: z.string().min(2).max(5000) })
    .nullable()
    .default(null),
});

const CabinetAnswer = z.strictObject({ id: z.string(), text: z.string().min(1).max(5000) });

/** Routes below the simulator's path, each beginning with two underscores. They ask for no token. */
export function backstage({ shop, faults }: { shop: Shop; faults: Misbehaviour }): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return c.json({ error: "The body is not JSON." }, 400);
    throw error;
  });

  app.get("/__control", (c) => c.json(faults.orders()));
  app.post("/__control", async (c) => c.json(faults.order(await c.req.json())));

  app.post("/__reviews", async (c) => {
    const wanted = z.array(PartialReview).parse(await c.req.json());
    const reviews = wanted.map((partial) => reviewOf(partial, shop));
    shop.addReviews(reviews);
    return c.json({ ids: reviews.map(({ id }) => id) }, 201);
  });

  app.post("/__answer", async (c) => {
    const { id, text } = CabinetAnswer.parse(await c.req.json());
    const took = shop.review(id)
      ? shop.answerReview({ id, text }, "cabinet")
      : shop.answerQuestion({ id, text, state: "wbRu" }, "cabinet") === "took";
    return took ? c.body(null, 204) : c.json({ error: `There is no review or question ${id}.` }, 404);
  });

  app.post("/__reject", async (c) => {
    shop.rejectAll(z.strictObject({ rejects: z.boolean() }).parse(await c.req.json()).rejects);
    return c.body(null, 204);
  });

  app.get("/__journal", (c) => {
    const { id, kind } = c.req.query();
    const entries = shop
      .journal()
      .filter((entry) => (id ?? entry.id) === entry.id && (kind ?? entry.kind) === entry.kind);
    return c.json({ entries, repeated: repeatedIn(entries) });
  });

  return app;
}

/**
 * What was posted more than once. A review takes one answer, so a second is a repeat whatever it says; questions
 * are answered and edited by the same call, so there a repeat is one with the same words.
 */
function repeatedIn(entries: JournalEntry[]): { id: string; times: number }[] {
  const posts = entries.filter(({ kind }) => kind !== "cabinet");
  const same = Map.groupBy(posts, ({ kind, id, text }) =>
    kind === "answer" ? `answer ${id}` : `${kind === "edit" ? "edit" : "question"} ${id} ${text}`,
  );
  return [...same.values()].flatMap((group) =>
    group[0] && group.length > 1 ? [{ id: group[0].id, times: group.length }] : [],
  );
}

function reviewOf(partial: z.infer<typeof PartialReview>, shop: Shop): Review {
  const now = shop.now();
  const createdAt = partial.createdDate ?? now;
  const text = partial.answer?.text;
  return {
    id: partial.id ?? networkId(chance(randomUUID())),
    createdAt,
    boughtAt: new Date(createdAt.getTime() - 7 * 86_400_000),
    userName: partial.userName,
    nmId: partial.nmId ?? products[0]?.nmId ?? 0,
    stars: partial.productValuation,
    text: partial.text,
    pros: partial.pros,
    cons: partial.cons,
    tags: partial.bables,
    photos: partial.photoLinks,
    orderStatus: "buyout",
    parentId: partial.parentFeedbackId,
    childId: null,
    answer: text === undefined ? null : { text, sentAt: now, firstSentAt: now, edits: 0 },
  };
}
