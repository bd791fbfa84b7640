// Yandex Market: reviews, questions and chats of a seller's cabinet, by its public API for partners.
import type {
  Account,
  Connector,
  Cursor,
  Discovered,
  Feed,
  Page,
  Range,
  Standing,
  Tools,
} from "@otklik/core/connector";
import { addressField } from "../kit/address.ts";
import { change, publish, receipt } from "./answers.ts";
import { receive } from "./push.ts";
import { readPage } from "./read.ts";
import { ask, changed, title } from "./requests.ts";
import { Settings } from "./settings.ts";
import { tokenStanding } from "./token.ts";
import { afterPage, askOf, walkOf, windowSeconds } from "./walk.ts";
import { Campaigns, Token } from "./wire.ts";

export const yandexMarket: Connector<Settings> = {
  network: "yandex-market",
  title,
  about: {
    reads: {
      ru: "отзывы и комментарии к ним, вопросы, чаты с покупателями",
      en: "reviews and comments below them, questions, chats with buyers",
    },
    needs: {
      ru: "ключ Api-Key с доступом «Общение с покупателями»",
      en: "an Api-Key that may “communicate with buyers”",
    },
  },
  account: {
    is: "token",
    fields: [{ name: "token", title: { ru: "Ключ Api-Key", en: "Api-Key" }, secret: true }, addressField],
    help: {
      ru: "В кабинете продавца откройте Настройки → API и модули → Авторизационные токены и создайте токен с доступом «Общение с покупателями».",
      en: "In the seller's cabinet open Settings → API and modules → Authorisation tokens and create a token that may communicate with buyers.",
    },
  },
  settings: Settings,
  limits: {
    // Of each method's hourly allowance the tightest that a walk meets; a fifth of it may go at once.
    buckets: [
      { per: "account", requests: 800, seconds: 3600, burst: 200, of: "writes" },
      { per: "account", requests: 4000, seconds: 3600, burst: 1000, of: "reads" },
    ],
    reply: {
      once: "read-back",
      minLength: 1,
      maxLength: 4096,
      unit: "characters",
      edits: "any",
      moderated: true,
      forbids: ["links", "phones", "emails"],
    },
  },
  every: 15,
  pushHelp: {
    ru: "В кабинете откройте Настройки → API и модули → Уведомления и вставьте этот адрес. Маркет сам допишет к нему /notification.",
    en: "In the cabinet open Settings → API and modules → Notifications and paste this address. The Market appends /notification itself.",
  },
  place: ({ businessId }) => businessId,
  check,
  discover,
  pull,
  backfill,
  receive,
  reply: publish,
  receipt,
  edit: change,
};

async function check(account: Account, _settings: Settings, tools: Tools): Promise<Standing> {
  const token = Token.safeParse(await ask(account, tools, { path: "/v2/auth/token", body: null }));
  if (!token.success)
    throw changed({ ru: "оно иначе говорит о ключах", en: "it tells of keys in another way" });
  return tokenStanding(token.data);
}

/** The cabinets that the key opens, each once however many shops it has. */
async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  const cabinets = new Map<string, Discovered<Settings>>();
  let pageToken: string | undefined;
  for (let page = 0; page < 20; page++) {
    const read = Campaigns.safeParse(
      await ask(account, tools, { method: "GET", path: "/v2/campaigns", query: { limit: 100, pageToken } }),
    );
    if (!read.success) throw changed({ ru: "в ответе нет магазинов", en: "its answer holds no shops" });
    for (const { business, domain } of read.data.campaigns)
      if (business)
        cabinets.set(business.id, {
          title: business.name ?? domain ?? business.id,
          detail: business.id,
          is: "shop",
          settings: { businessId: business.id },
        });
    pageToken = read.data.paging?.nextPageToken || undefined;
    if (!pageToken) break;
  }
  return [...cabinets.values()];
}

/** One page of one list; `walk.ts` says which. */
async function pull({ account, settings }: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const walk = walkOf(from, tools.now());
  const wanted = askOf(walk);
  const isFirst = walk.caughtUp === null;
  const seenAt = (review: Date): Date => (isFirst ? review : tools.now());
  const { businessId } = settings;
  const { found, unreadable, entries, token } = await readPage(wanted, {
    account,
    businessId,
    tools,
    seenAt,
  });
  const next = afterPage(walk, { entries, token });
  return {
    found,
    unreadable,
    next: JSON.stringify(next),
    more: next.began !== null,
    list: wanted.list,
    ...(isFirst && { progress: { done: next.done } }),
  };
}

/** Window by window, reviews and then questions; chats have no list by date. */
async function backfill(
  { account, settings }: Feed<Settings>,
  { since, until }: Range,
  from: Cursor | null,
  tools: Tools,
): Promise<Page> {
  const [kind = "reviews", start = String(Math.floor(since.getTime() / 1000)), token] =
    from?.split(" ") ?? [];
  const begin = Number(start);
  const end = Math.floor(until.getTime() / 1000);
  const step = kind === "questions" ? "questions" : "reviews";
  const to = Math.min(begin + windowSeconds, end) - 1;
  const place = { account, businessId: settings.businessId, tools, seenAt: (review: Date) => review };
  const page = await readPage({ step, list: step, from: begin, to, token }, place);
  const within = page.found.filter(({ postedAt }) => postedAt >= since && postedAt < until);
  const next = page.token
    ? `${step} ${begin} ${page.token}`
    : to + 1 < end
      ? `${step} ${to + 1}`
      : step === "reviews"
        ? `questions ${Math.floor(since.getTime() / 1000)}`
        : "";
  const whole = Math.max(1, end - Math.floor(since.getTime() / 1000));
  const done = to + 1 - Math.floor(since.getTime() / 1000) + (step === "questions" ? whole : 0);
  return {
    found: within,
    unreadable: page.unreadable,
    next,
    more: next !== "",
    progress: { done: Math.round((done / whole) * 50), of: 100 },
  };
}
