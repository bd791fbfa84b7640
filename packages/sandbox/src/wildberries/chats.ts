// Chats with buyers, which Wildberries keeps on a host of their own: one stream of events, and one list of all chats
// with the signature that an answer takes. Times are unix milliseconds here.
import { type Context, Hono } from "hono";
import { z } from "zod";
import { chance } from "../chance.ts";
import type { Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { photograph } from "./photo.ts";
import { badChatRequest } from "./refusals.ts";

const PAGE = 100;

const uuidOf = (seed: string): string => {
  const luck = chance(seed);
  const hex = (length: number) => Array.from({ length }, () => luck.int(0, 15).toString(16)).join("");
  return [8, 4, 4, 4, 12].map(hex).join("-");
};
export const eventIdOf = (n: number): string => uuidOf(`wildberries/event/${n}`);

const Message = z.object({ replySign: z.string().max(255), message: z.string().min(1).max(1000) });

interface Said {
  id: string;
  at: Date;
  text: string;
  sender: "client" | "seller";
  source: string;
  post: Post;
  isNew: boolean;
}

/** Routes relative to the host of chats; the gate is not among them. */
export function chats(stage: Stage): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const threads = () => Map.groupBy(stage.posts(), ({ threadId }) => threadId);
  const said = (): Said[] =>
    stage
      .posts()
      .flatMap(saidAround)
      .sort((one, other) => Number(one.at) - Number(other.at));

  app.get("/ping", (c) => c.json({ TS: stage.now().toISOString(), Status: "OK" }));

  app.get("/api/v1/seller/chats", (c) =>
    c.json({
      result: [...threads()].flatMap(([threadId, posts]) => {
        const [first] = posts;
        const last = posts.flatMap(saidAround).sort((one, other) => Number(other.at) - Number(one.at))[0];
        if (!first || !last) return [];
        return {
          chatID: chatIdOf(threadId),
          replySign: signOf(threadId),
          clientName: first.author.name,
          goodCard: goodCard(first, stage),
          lastMessage: { text: last.text, addTimestamp: last.at.getTime() },
        };
      }),
      errors: null,
    }),
  );

  app.get("/api/v1/seller/events", (c) => {
    const asked = c.req.query("next");
    if (asked !== undefined && !/^\d{1,15}$/.test(asked)) return badChatRequest("Invalid number");
    if (asked === "0") return badChatRequest('Invalid value for "next"');
    const from = Number(asked ?? 0);
    const events = said().filter(({ at }) => at.getTime() > from);
    // Those of one instant stay together, or the next page would begin behind some of them.
    const edge = events[PAGE - 1]?.at.getTime() ?? Number.POSITIVE_INFINITY;
    const page = events.filter(({ at }) => at.getTime() <= edge);
    const [oldest, newest] = [page[0], page.at(-1)];
    return c.json({
      result: {
        next: newest?.at.getTime() ?? (from || stage.now().getTime()),
        ...(oldest && newest && { newestEventTime: iso(newest.at), oldestEventTime: iso(oldest.at) }),
        totalEvents: page.length,
        events: page.map((one) => wireEvent(one, { stage, origin: originOf(c) })),
      },
      errors: null,
    });
  });

  app.post("/api/v1/seller/message", async (c) => {
    const form = Message.safeParse(await c.req.parseBody());
    if (!form.success) {
      const [field] = form.error.issues[0]?.path ?? [];
      return badChatRequest(
        field === "message" ? 'Invalid value for "message"' : "Invalid signature",
        "problem+json",
      );
    }
    const { replySign, message: text } = form.data;
    const [threadId] = [...threads().keys()].filter((id) => signOf(id) === replySign);
    const last = stage.posts().findLast((post) => post.threadId === threadId);
    if (!threadId || !last) return badChatRequest("Invalid signature", "problem+json");
    stage.answer({ id: last.id, text, through: "api" });
    return c.json({ result: { addTime: stage.now().getTime(), chatID: chatIdOf(threadId) }, errors: [] });
  });

  app.get("/api/v1/seller/download/:id", (c) => {
    const post = stage
      .posts()
      .find(({ id, photos }) => photos > 0 && c.req.param("id").startsWith(downloadId(id)));
    if (!post) return badChatRequest("invalid fileID");
    return new Response(
      new Uint8Array(photograph({ tint: [200, 150, 160], turn: 0, size: { width: 240, height: 320 } })),
      {
        headers: { "Content-Type": "image/png" },
      },
    );
  });

  return app;
}

const iso = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
const originOf = (c: Context): string => new URL(c.req.url).origin;

/** A buyer's message and the shop's answers to it. */
function saidAround(post: Post): Said[] {
  const { id, at, text } = post;
  return [
    { id, at, text, sender: "client", source: "rusite", post, isNew: post.threadId === id },
    ...post.answers.map(
      (answer): Said => ({
        ...{ id: answer.id, at: answer.at, text: answer.text, sender: "seller", post, isNew: false },
        source: answer.through === "api" ? "seller-public-api" : "seller-portal",
      }),
    ),
  ];
}

const chatIdOf = (threadId: string): string => `1:${uuidOf(`chat/${threadId}`)}`;
const signOf = (threadId: string): string =>
  `${chatIdOf(threadId)}:${uuidOf(`sign/${threadId}`).replaceAll("-", "")}`;
const downloadId = (postId: string): string => uuidOf(`file/${postId}`);

const goodCard = ({ about, threadId }: Post, stage: Stage) => ({
  nmID:
    990_002_001 +
    Math.max(
      0,
      stage.subjects.findIndex(({ key }) => key === about),
    ),
  price: 500,
  priceCurrency: "RUB",
  rid: uuidOf(`rid/${threadId}`).replaceAll("-", ""),
  size: "0",
});

function wireEvent(
  { id, at, text, sender, source, post, isNew }: Said,
  { stage, origin }: { stage: Stage; origin: string },
) {
  const isClient = sender === "client";
  const images = isClient
    ? Array.from({ length: post.photos }, (_, turn) => ({
        date: iso(at),
        downloadID: `${downloadId(post.id)}-${turn}`,
        url: `${origin}/wildberries/chats/photos/${post.id}/${turn}.png`,
      }))
    : [];
  return {
    chatID: chatIdOf(post.threadId),
    eventID: id,
    eventType: "message",
    ...(isNew && { isNewChat: true, replySign: signOf(post.threadId) }),
    message: {
      text,
      ...((isNew || images.length > 0) && {
        attachments: {
          ...(isNew && { goodCard: goodCard(post, stage) }),
          ...(images.length > 0 && { images }),
        },
      }),
    },
    source,
    addTimestamp: at.getTime(),
    addTime: iso(at),
    sender,
    ...(isClient && { clientName: post.author.name }),
  };
}
