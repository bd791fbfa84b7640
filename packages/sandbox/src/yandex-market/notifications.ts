// Notifications: switched on in the cabinet, after a PING that must be answered; ids only, and no signature.
import { Hono } from "hono";
import { z } from "zod";
import type { Misbehaviour } from "../kit/misbehaviour.ts";
import { type Pusher, pusher } from "../kit/push.ts";
import type { Change, Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import type { State } from "../state.ts";
import { businessId, numberOf } from "./refusals.ts";

const MINUTE = 60_000;
const Store = z.object({ version: z.string(), name: z.string(), time: z.string() });

/** The sender, and the cabinet's page where the address is entered: `POST /__notifications {url}`. */
export function notifications(doors: { stage: Stage; state: State; faults: Misbehaviour }): {
  push: Pusher;
  routes: Hono<SandboxEnv>;
} {
  const { stage } = doors;
  const push = pusher({
    ...doors,
    form: { body: (change) => eventOf(change), retryAfterMs: [MINUTE, 5 * MINUTE, 60 * MINUTE] },
  });
  const routes = new Hono<SandboxEnv>();
  routes.post("/__notifications", async (c) => {
    const { url } = z.strictObject({ url: z.url() }).parse(await c.req.json());
    const to = { id: "shop", url: `${url.replace(/\/+$/, "")}/notification`, secret: "" };
    const ping = JSON.stringify({ notificationType: "PING", time: stage.now().toISOString() });
    const answer = await push.send({ ...to, extra: {} }, ping);
    const store = Store.safeParse(await answer.json().catch(() => null));
    if (!answer.ok || !store.success)
      return c.json({ error: "The address did not answer the PING as it must." }, 409);
    push.subscribe(to);
    return c.json({ switchedOn: true });
  });
  return { push, routes };
}

/** What is sent of a change; null: nothing. */
export function eventOf({ is, post, at, answer }: Change): string | null {
  const createdAt = at.toISOString();
  if (is === "answered" && answer && post.kind !== "review" && post.kind !== "comment") return null;
  if (is === "answered" && answer)
    return JSON.stringify({
      notificationType: "GOODS_FEEDBACK_COMMENT_CREATED",
      businessId,
      commentId: numberOf(answer.id),
      createdAt,
    });
  if (is !== "added") return null;
  const id = numberOf(post.id);
  if (post.kind === "review")
    return JSON.stringify({
      notificationType: "GOODS_FEEDBACK_CREATED",
      businessId,
      feedbackId: id,
      createdAt,
      publishedAt: createdAt,
    });
  if (post.kind === "comment")
    return JSON.stringify({
      notificationType: "GOODS_FEEDBACK_COMMENT_CREATED",
      businessId,
      commentId: id,
      createdAt,
    });
  if (post.kind === "message")
    return JSON.stringify({
      notificationType: "CHAT_MESSAGE_SENT",
      businessId,
      chatId: numberOf(post.threadId),
      messageId: id,
    });
  return null;
}
