// Ozon: reviews, questions and chats of a seller's shop, by its public API for sellers.
import type { Connector, Cursor, Feed, Page, Range, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { addressField } from "../kit/address.ts";
import { publish, receipt } from "./answers.ts";
import { readChats } from "./chats.ts";
import { openFile } from "./file.ts";
import { type Asking, postedWithin, type Read } from "./page.ts";
import { readQuestions } from "./questions.ts";
import { title } from "./requests.ts";
import { readReviews } from "./reviews.ts";
import { Settings, scopeOf, streamsOf } from "./settings.ts";
import { check, discover } from "./standing.ts";
import * as walking from "./walk.ts";
import type { Chat } from "./wire.ts";

export const ozon: Connector<Settings> = {
  network: "ozon",
  title,
  about: {
    reads: {
      ru: "отзывы с комментариями, вопросы, чаты с покупателями, ответы из кабинета",
      en: "reviews with their comments, questions, chats with buyers, answers made in the cabinet",
    },
    needs: {
      ru: "Client ID и API-ключ; отзывам нужна подписка «Управление отзывами» или Premium Pro, вопросам и чатам Premium Plus",
      en: "Client ID and API key; reviews take the subscription “Review management” or Premium Pro, questions and chats Premium Plus",
    },
    note: {
      ru: "Ответ на отзыв изменить нельзя. Отклонённый модерацией комментарий Ozon просто не показывает, поэтому он остаётся «на проверке».",
      en: "A reply to a review cannot be edited. A comment that moderation turned down is simply not shown by Ozon, so it stays “in review”.",
    },
  },
  account: {
    is: "token",
    fields: [
      { name: "clientId", title: { ru: "Client ID", en: "Client ID" }, secret: false },
      { name: "apiKey", title: { ru: "API-ключ", en: "API key" }, secret: true },
      addressField,
    ],
    help: {
      ru: "Откройте seller.ozon.ru → Настройки → API-ключи и создайте ключ с ролью Admin. Client ID стоит там же.",
      en: "Open seller.ozon.ru → Settings → API keys and create a key with the role Admin. The Client ID stands there too.",
    },
  },
  settings: Settings,
  limits: {
    buckets: [{ per: "account", requests: 50, seconds: 1, burst: 50 }],
    reply: {
      ...{ once: "read-back", minLength: 2, maxLength: 3000, unit: "characters" },
      ...{ edits: 0, moderated: true },
      kinds: { message: { minLength: 1, maxLength: 1000, moderated: false } },
    },
  },
  every: walking.pullEveryMinutes,
  // A key is that of one shop: two sources of it differ by their products only.
  place: (settings) => scopeOf(settings) || "shop",
  check,
  discover,
  pull,
  backfill,
  reply: publish,
  receipt,
  media: openFile,
};

async function pull(feed: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const { account, settings } = feed;
  const streams = streamsOf(settings);
  const scope = `${streams.join()}/${scopeOf(settings)}`;
  const walk = walking.underway(cursorOf(from, walking.Walk, scope) ?? walking.firstWalk, tools.now());
  const asked = walking.askOf(walk, streams);
  const isRecent = walk.caughtUp !== null;
  const { found, unreadable, came } = await readers[asked.stream](
    { account, settings, tools },
    {
      ...asked,
      isOld: walk.isOld,
      ...(isRecent && { isDue: (chat) => walking.isDue(walk, chat) }),
    },
  );
  const next = walking.afterPage(walk, came, streams);
  return {
    ...{ found, unreadable, list: asked.list },
    next: JSON.stringify({ ...next, scope }),
    more: next.began !== null,
    ...(!isRecent && { progress: { done: next.done } }),
  };
}

const readers: Record<walking.Stream, (asking: Asking, asked: Asked) => Promise<Read>> = {
  reviews: readReviews,
  questions: readQuestions,
  chats: readChats,
};
type Asked = walking.Ask & { isOld?: boolean | undefined; isDue?(chat: Chat): boolean };

/** Each stream from the newest of the range to its oldest. */
async function backfill(
  { account, settings }: Feed<Settings>,
  range: Range,
  from: Cursor | null,
  tools: Tools,
): Promise<Page> {
  const streams = streamsOf(settings);
  const [since, until] = [range.since.getTime(), range.until.getTime()];
  const scope = `${streams.join()}/${scopeOf(settings)}/${since}/${until}`;
  const at = cursorOf(from, walking.Past, scope) ?? walking.firstPast;
  const asked = walking.pastAskOf(at, { streams, since, until });
  const { found, unreadable, came } = await readers[asked.stream](
    { account, settings, tools },
    { ...asked, isOld: at.isOld },
  );
  const next = walking.afterPastPage(at, came, { streams, since, until });
  const { done } = next ?? { done: at.done + came.rows };
  return {
    ...{ found: postedWithin(found, range), unreadable, list: asked.list },
    next: JSON.stringify({ ...(next ?? walking.firstPast), scope }),
    more: next !== null,
    progress: { done },
  };
}

/** Where a cursor stands; null where it is none of ours, or was about something else. */
function cursorOf<T>(from: Cursor | null, schema: z.ZodType<T>, scope: string): T | null {
  const cursor = z.intersection(schema, z.object({ scope: z.literal(scope) })).safeParse(jsonOrNull(from));
  return cursor.success ? schema.parse(cursor.data) : null;
}

function jsonOrNull(text: Cursor | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
