// Chats with buyers: a buyer's messages are posts of one thread, the shop's are the answers to them.
import { Hono } from "hono";
import { z } from "zod";
import type { Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { PageQuery } from "./feedbacks.ts";
import { badRequest, granted, notFound, numberOf, pageOf } from "./refusals.ts";

const Filter = z.looseObject({
  types: z
    .array(z.enum(["CHAT", "ARBITRAGE"]))
    .min(1)
    .nullish(),
  statuses: z.array(z.string()).min(1).nullish(),
});
const ChatId = z.coerce.number().int().min(1).transform(String);

interface Message {
  id: string;
  at: Date;
  sender: "CUSTOMER" | "PARTNER";
  text: string;
}

/** @param stages where messages may stand; the first is the one that stage hands add to */
export function chats(stages: readonly Stage[]): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const base = "/v2/businesses/:businessId/chats";
  const said = () => stages.flatMap((stage) => stage.posts().filter(({ kind }) => kind === "message"));
  const threads = () =>
    [...Map.groupBy(said(), ({ threadId }) => threadId)].map(([id, posts]) => ({ id, posts }));
  const thread = (id: string) => threads().find((one) => one.id === id);

  app.post(base, async (c) => {
    const query = PageQuery(20, 10).safeParse(c.req.query());
    const filter = Filter.safeParse(await c.req.json().catch(() => ({})));
    if (!query.success) return badRequest(z.prettifyError(query.error));
    if (!filter.success) return badRequest(z.prettifyError(filter.error));
    const wanted = filter.data.types?.includes("CHAT") === false ? [] : threads();
    const page = pageOf(wanted, query.data);
    if (!page) return badRequest("Unknown pageToken");
    return granted({ chats: page.shown.map(chatOf), paging: page.paging });
  });

  app.post(`${base}/history`, async (c) => {
    const query = PageQuery(100, 50).extend({ chatId: ChatId }).safeParse(c.req.query());
    const body = z
      .strictObject({ messageIdFrom: z.int().min(1).optional() })
      .safeParse(await c.req.json().catch(() => ({})));
    if (!query.success) return badRequest(z.prettifyError(query.error));
    if (!body.success) return badRequest(z.prettifyError(body.error));
    const found = thread(query.data.chatId);
    if (!found) return notFound("No such chat");
    const all = messagesOf(found.posts);
    const from = body.data.messageIdFrom;
    const start =
      from === undefined
        ? 0
        : Math.max(
            0,
            all.findIndex(({ id }) => id === String(from)),
          );
    const page = pageOf(all.slice(start), query.data);
    if (!page) return badRequest("Unknown pageToken");
    return granted({
      context: chatOf(found).context,
      messages: page.shown.map(({ id, at, sender, text }) => ({
        messageId: numberOf(id),
        createdAt: at.toISOString(),
        sender,
        message: text,
      })),
      paging: page.paging,
    });
  });

  app.post(`${base}/message`, async (c) => {
    const query = z.object({ chatId: ChatId }).safeParse(c.req.query());
    const body = z
      .strictObject({ message: z.string().min(1).max(4096) })
      .safeParse(await c.req.json().catch(() => null));
    if (!query.success) return badRequest(z.prettifyError(query.error));
    if (!body.success) return badRequest(z.prettifyError(body.error));
    const last = thread(query.data.chatId)?.posts.at(-1);
    if (!last) return notFound("No such chat");
    const stage = stages.find((one) => one.post(last.id));
    stage?.answer({ id: last.id, text: body.data.message, through: "api" });
    return Response.json({ status: "OK" });
  });

  return app;
}

/** Both sides, in order. */
function messagesOf(posts: readonly Post[]): Message[] {
  const all = posts.flatMap(({ id, at, text, answers }): Message[] => [
    { id, at, sender: "CUSTOMER", text },
    ...answers.map(
      (answer): Message => ({ id: answer.id, at: answer.at, sender: "PARTNER", text: answer.text }),
    ),
  ]);
  return all.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function chatOf({ id, posts }: { id: string; posts: readonly Post[] }) {
  const messages = messagesOf(posts);
  const [first, last] = [messages[0], messages.at(-1)];
  const orderId = numberOf(id) + 30_000_000;
  return {
    chatId: numberOf(id),
    orderId,
    context: {
      type: "ORDER",
      orderId,
      customer: { name: posts[0]?.author.name || "Покупатель", publicId: `demo-${id}` },
    },
    type: "CHAT",
    status: last?.sender === "PARTNER" ? "WAITING_FOR_CUSTOMER" : "WAITING_FOR_PARTNER",
    createdAt: first?.at.toISOString(),
    updatedAt: last?.at.toISOString(),
  };
}
