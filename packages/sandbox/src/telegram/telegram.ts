// A simulated Telegram: a café chain's channel with its discussion, the chats of its business account, and the bot that
// hears both, by the Bot API.
import { type Context, Hono } from "hono";
import { backstage } from "../kit/backstage.ts";
import { type GateRules, gate } from "../kit/gate.ts";
import type { Count } from "../kit/meter.ts";
import { pusher } from "../kit/push.ts";
import { simulator } from "../kit/simulator.ts";
import { type Change, openStage, type StageSettings } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { photograph } from "../wildberries/photo.ts";
import { firstNumber } from "./messages.ts";
import { methods, type Telegram } from "./methods.ts";
import { Complaint, parametersOf } from "./parameters.ts";
import { bot, group } from "./people.ts";
import { businessNews, groupNews, type News, openingNews, openUpdates, type Update } from "./updates.ts";

const idOf: StageSettings["idOf"] = ({ n }) => String(firstNumber + n);
/** Telegram moderates nothing that a bot says. */
const free = { moderationMs: 0, forbids: () => null, idOf };

const settings: StageSettings = {
  ...{ world: "cafe", tone: "social", seed: "telegram", posts: 340, arrivalEveryMs: 9 * 60_000, ...free },
};
/** The business account's customers; of a world this much smaller than the discussion's. */
const chatShare = 0.2;

export const telegram = simulator({
  path: "/telegram",
  title: { ru: "Телеграм", en: "Telegram" },
  page: {
    title: { ru: "Обсуждение канала в Телеграме", en: "A channel's discussion on Telegram" },
    lead: {
      ru: "Комментарии под постами кофейни, какими их видят участники группы.",
      en: "Comments under a café's posts, as the group's members see them.",
    },
  },
  settings,
  open({ stage: comments, faults, state, now, path }) {
    const ofChats = state.of(`${path}/business`);
    const chats = openStage({
      ...{ state: ofChats, now, faults },
      settings: {
        ...{ ...comments.settings, tone: "message", seed: `${comments.settings.seed}/chats` },
        posts: Math.round(comments.settings.posts * chatShare),
        arrivalEveryMs: comments.settings.arrivalEveryMs * 4,
      },
    });
    const discussion = { stage: comments, openedAt: new Date(state.fact("openedAt") ?? now()) };
    const updates = openUpdates({ state, now });
    const prepared = new WeakMap<Change, Update>();
    const hear = (change: Change, news: News | null) => {
      const update = news && updates.number(news);
      if (!update) return;
      prepared.set(change, update);
      if (push.subscriptions().length === 0) updates.keep(update);
    };
    // Before the pusher listens: what it sends has its number by then.
    comments.onChange((change) => hear(change, groupNews(discussion, change)));
    const push = pusher({
      ...{ stage: comments, state, faults },
      form: {
        body: (change) => {
          const update = prepared.get(change);
          return update ? JSON.stringify(update) : null;
        },
        headers: ({ to }) => ({ "X-Telegram-Bot-Api-Secret-Token": to.secret }),
        retryAfterMs: [30_000, 60_000, 300_000, 900_000, 3_600_000],
      },
    });
    chats.onChange((change) => {
      hear(change, businessNews(change));
      push.queue(change);
    });
    if (state.fact("botAdded") === null) {
      state.remember("botAdded", "yes");
      for (const news of openingNews({ comments: discussion, chats, now: now() })) {
        const update = updates.number(news);
        if (update) updates.keep(update);
      }
    }
    const api = new Hono<SandboxEnv>();
    api.use(async (_, next) => {
      chats.letIn();
      await next();
    });
    api.route("/business", backstage({ stage: chats, faults, afterwards: async () => push.flush() }));
    api.route("/", botApi({ comments: discussion, chats, updates, push, now }, gate({ now, faults }, rules)));
    return { api, push };
  },
});

const token = `${bot.id}:`;
const home = "/api.telegram.org";

function botApi(telegram: Telegram, guard: ReturnType<typeof gate>): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.onError((error) => {
    if (error instanceof Complaint) return refused(error.status, error.message);
    throw error;
  });
  app.use(`${home}/*`, guard);
  app.get(`${home}/file/:bot/photos/:name`, (c) => {
    const [, post = "", width = ""] = /^file_(\d+)_(\d+)\.png$/.exec(c.req.param("name")) ?? [];
    if (!telegram.comments.stage.post(post) && !telegram.chats.post(post)) return refused(404, "Not Found");
    const size = { width: Number(width), height: Math.round(Number(width) * 1.25) };
    const picture = photograph({ tint: [150, 110, 80], turn: Number(post), size });
    return c.body(new Uint8Array(picture), 200, { "Content-Type": "application/octet-stream" });
  });
  app.all(`${home}/:bot/:method`, async (c) => {
    const method = methods[c.req.param("method")];
    if (!method) return refused(404, "Not Found");
    const result = method(telegram, await parametersOf(c));
    if (c.req.param("method") === "setWebhook") await flushOld(telegram);
    return c.json({ ok: true, result });
  });
  return app;
}

/** What waited for getUpdates goes to the webhook first. */
async function flushOld({ updates, push }: Telegram): Promise<void> {
  const to = push.subscriptions()[0];
  if (!to) return;
  for (const update of updates.waiting()) {
    const response = await push.send(to, JSON.stringify(update)).catch(() => null);
    if (!response?.ok) return;
    updates.drop(update.update_id);
  }
}

type Said = Record<string, unknown>;
const refused = (status: number, description: string, more: Said = {}): Response =>
  Response.json({ ok: false, error_code: status, description, ...more }, { status });

const methodOf = (c: Context): string => new URL(c.req.url).pathname.split("/").at(-1) ?? "";
const isWrite = (c: Context): boolean => /^(?:sendMessage|editMessageText)$/.test(methodOf(c));

const rules: GateRules = {
  admit(c) {
    const given = /\/bot([^/]+)\//.exec(new URL(c.req.url).pathname)?.[1] ?? "";
    if (!/^\d+:[\w-]+$/.test(given)) return { refused: refused(404, "Not Found") };
    return given.startsWith(token) && !given.includes("expired")
      ? { who: given }
      : { refused: refused(401, "Unauthorized") };
  },
  async counts(c, who): Promise<Count[]> {
    const all = { by: `all/${who}`, requests: 30, seconds: 1 };
    if (!isWrite(c)) return [all];
    const given = await parametersOf(c).catch(() => null);
    const chat = given?.id("chat_id") ?? "";
    const perMinute = chat === String(group.id) ? [{ by: `group/${chat}`, requests: 20, seconds: 60 }] : [];
    return [all, { by: `chat/${chat}`, requests: 1, seconds: 1, burst: 3 }, ...perMinute];
  },
  says: {
    expired: () => refused(401, "Unauthorized"),
    throttled(_, seconds) {
      const after = seconds ?? 5;
      return refused(429, `Too Many Requests: retry after ${after}`, { parameters: { retry_after: after } });
    },
    failed: (_, status) => refused(status, status === 502 ? "Bad Gateway" : "Internal Server Error"),
  },
  isWrite,
  otherNames: { result: "payload", update_id: "id" },
};
