// Chats with buyers, as /v3/chat tells them: a chat for each thread of the stage, and one with Ozon's support.
import { Hono } from "hono";
import { z } from "zod";
import type { Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { granted, long, refusal } from "./answers.ts";
import { asking, Digits } from "./body.ts";
import { chatIdOf, messageId, skuOf } from "./ids.ts";

const ListRequest = z.object({
  filter: z
    .object({
      chat_status: z.enum(["All", "Opened", "Closed"]).default("All"),
      unread_only: z.boolean().default(false),
    })
    .prefault({}),
  limit: z.int().min(1).max(1000),
  cursor: z.string().default(""),
});
const HistoryRequest = z.object({
  chat_id: z.string(),
  direction: z.enum(["Forward", "Backward"]).default("Backward"),
  from_message_id: Digits.optional(),
  limit: z.int().min(1).max(1000).default(50),
  filter: z.object({ message_ids: z.array(Digits).default([]) }).prefault({}),
});
const NewMessage = z.object({ chat_id: z.string(), text: z.string().min(1).max(1000) });
const Reading = z.object({ chat_id: z.string(), from_message_id: Digits.optional() });

const HOUR_MS = 3_600_000;
/** After a buyer's message the shop may write for so long. */
const OPEN_MS = 48 * HOUR_MS;

interface Said {
  id: string;
  at: Date;
  text: string;
  by: "customer" | "seller" | "support";
  who: string;
  about?: string;
  photos: number;
}
interface Chat {
  id: string;
  type: "Buyer_Seller" | "Seller_Support";
  createdAt: Date;
  isClosed: boolean;
  /** Oldest first. */
  said: Said[];
  /** Messages up to this one have been looked at. */
  readTo: string;
}

const supportChat = (now: Date): Chat => ({
  ...{
    id: chatIdOf("support"),
    type: "Seller_Support",
    createdAt: new Date(now.getTime() - 60 * 24 * HOUR_MS),
  },
  ...{ isClosed: false, readTo: messageId(0) },
  said: [
    {
      ...{
        id: messageId(0),
        at: new Date(now.getTime() - 60 * 24 * HOUR_MS),
        by: "support",
        who: "0",
        photos: 0,
      },
      text: "Добро пожаловать! Это демонстрационный чат с поддержкой.",
    },
  ],
});

/** Routes relative to the API's host, over a stage of their own. */
export function chats(stage: Stage): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const all = (): Chat[] =>
    [...Map.groupBy(stage.posts(), ({ threadId }) => threadId)]
      .map(([threadId, posts]) => chatOf(threadId, posts, stage.now()))
      .concat(supportChat(stage.now()))
      .sort((one, other) => compare(newest(other), newest(one)));
  const one = (id: string): Chat | undefined => all().find((chat) => chat.id === id);
  const missing = () => refusal(404, "chat not found");

  app.post(
    "/v3/chat/list",
    asking(ListRequest, ({ filter, limit, cursor }) => {
      const { chat_status, unread_only } = filter;
      const fitting = all().filter(
        (chat) =>
          (chat_status === "All" || chat_status === statusOf(chat)) &&
          (!unread_only || unread(chat).length > 0) &&
          (cursor === "" || compare(newest(chat), cursor) < 0),
      );
      const page = fitting.slice(0, limit);
      const last = page.at(-1);
      return granted({
        chats: page.map(wireChat),
        total_unread_count: all().reduce((sum, chat) => sum + unread(chat).length, 0),
        cursor: last ? newest(last) : "",
        has_next: fitting.length > page.length,
      });
    }),
  );

  app.post(
    "/v3/chat/history",
    asking(HistoryRequest, ({ chat_id, direction, from_message_id: from, limit, filter }) => {
      const chat = one(chat_id);
      if (!chat) return missing();
      const isBack = direction === "Backward";
      const ordered = isBack ? chat.said.toReversed() : chat.said;
      const wanted = ordered.filter(
        ({ id }) =>
          (from === undefined || (isBack ? compare(id, from) <= 0 : compare(id, from) >= 0)) &&
          (filter.message_ids.length === 0 || filter.message_ids.includes(id)),
      );
      const page = wanted.slice(0, limit);
      return granted({
        messages: page.map((message) => wireMessage(message, chat, stage)),
        has_next: wanted.length > page.length,
      });
    }),
  );

  app.post(
    "/v1/chat/send/message",
    asking(NewMessage, ({ chat_id, text }) => {
      const chat = one(chat_id);
      const last = chat?.said.findLast(({ by }) => by === "customer");
      if (!chat || !last) return missing();
      if (stage.now().getTime() - last.at.getTime() > OPEN_MS) {
        return refusal(403, "the chat is closed: 48 hours have passed since the buyer's last message");
      }
      stage.answer({ id: last.id, text, through: "api" });
      return granted({ result: "success" });
    }),
  );

  app.post(
    "/v2/chat/read",
    asking(Reading, ({ chat_id, from_message_id }) => {
      const chat = one(chat_id);
      const root = chat?.said[0];
      if (!chat || !root) return missing();
      stage.mark(root.id, { readTo: from_message_id ?? newest(chat) });
      return granted({ unread_count: 0 });
    }),
  );

  return app;
}

function chatOf(threadId: string, posts: Post[], now: Date): Chat {
  const said = posts.flatMap((post): Said[] => [
    {
      ...{ id: post.id, at: post.at, text: post.text, by: "customer", who: post.author.key },
      ...{ about: post.about, photos: post.photos },
    },
    ...post.answers.map(({ id, at, text }): Said => ({ id, at, text, by: "seller", who: "1", photos: 0 })),
  ]);
  said.sort((one, other) => one.at.getTime() - other.at.getTime() || compare(one.id, other.id));
  const readTo = posts.find(({ id }) => id === threadId)?.extra.readTo;
  const answered = said.findLast(({ by }) => by === "seller")?.id ?? "0";
  const last = said.at(-1);
  return {
    ...{ id: chatIdOf(threadId), type: "Buyer_Seller", createdAt: said[0]?.at ?? now, said },
    isClosed: last !== undefined && now.getTime() - last.at.getTime() > 30 * 24 * HOUR_MS,
    readTo: typeof readTo === "string" && compare(readTo, answered) > 0 ? readTo : answered,
  };
}

/** Numbers as strings of digits. */
const compare = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
const newest = ({ said }: Chat): string => said.at(-1)?.id ?? "0";
const unread = ({ said, readTo }: Chat): Said[] =>
  said.filter(({ id, by }) => by === "customer" && compare(id, readTo) > 0);
const statusOf = ({ isClosed }: Chat): string => (isClosed ? "Closed" : "Opened");

const wireChat = (chat: Chat) => ({
  chat: {
    chat_id: chat.id,
    chat_status: statusOf(chat),
    chat_type: chat.type,
    created_at: chat.createdAt.toISOString(),
  },
  first_unread_message_id: long(unread(chat)[0]?.id ?? "0"),
  last_message_id: long(newest(chat)),
  unread_count: unread(chat).length,
});

function wireMessage({ id, at, text, by, who, about, photos }: Said, chat: Chat, stage: Stage) {
  const pictures = Array.from(
    { length: photos },
    (_, turn) => `![](https://api-seller.ozon.ru/v2/chat/file/${chat.id}/${id}-${turn}.png)`,
  );
  return {
    message_id: long(id),
    user: { id: who, type: by },
    created_at: at.toISOString(),
    data: [text, ...pictures].filter((part) => part !== ""),
    is_image: photos > 0,
    is_read: compare(id, chat.readTo) <= 0,
    ...(photos > 0 && { moderate_image_status: "SUCCESS" }),
    ...(about && {
      context: { sku: String(skuOf(stage.subjects, about)), order_number: `0${who.length}${id.slice(-8)}` },
    }),
  };
}
