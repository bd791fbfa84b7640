// Yandex Market, simulated from its specification for partners: a cosmetics seller's cabinet.
import { Hono } from "hono";
import { gate } from "../kit/gate.ts";
import { simulator } from "../kit/simulator.ts";
import { openStage, type StageSettings } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { cabinet } from "./cabinet.ts";
import { chats } from "./chats.ts";
import { feedbacks } from "./feedbacks.ts";
import { notifications } from "./notifications.ts";
import { questions } from "./questions.ts";
import { admit, allowanceOf, says } from "./refusals.ts";

const host = "/api.partner.market.yandex.ru";
const title = { ru: "Яндекс Маркет: отзывы, вопросы, чаты", en: "Yandex Market: reviews, questions, chats" };

const settings: StageSettings = {
  world: "cosmetics",
  tone: "review",
  seed: "yandex-market",
  posts: 340,
  arrivalEveryMs: 6 * 60_000,
  moderationMs: 3_000,
  silent: false,
  idOf: ({ n }) => String(9_100_000_000 + n),
};

export const yandexMarket = simulator({
  path: "/yandex-market",
  title,
  page: {
    title,
    lead: {
      ru: "Демонстрационный кабинет продавца. Покупатели, отзывы и товары вымышлены.",
      en: "A demonstration cabinet of a seller. Buyers, reviews and products are invented; their words stay in Russian.",
    },
  },
  settings,
  open({ stage, faults, state, now }) {
    const talks = openStage({
      state: state.of("/yandex-market/chats"),
      now,
      faults,
      settings: {
        ...settings,
        ...{
          tone: "message",
          seed: `${stage.settings.seed}/chats`,
          posts: Math.ceil(stage.settings.posts / 8),
        },
        ...{ arrivalEveryMs: 0, moderationMs: 0, idOf: ({ n }) => String(5_100_000_000 + n) },
      },
    });
    const app = new Hono<SandboxEnv>();
    app.use(
      `${host}/*`,
      gate(
        { now, faults },
        {
          admit,
          counts: (c, who) => [allowanceOf(c.req.path, who)],
          says: says(now),
          isWrite: (c) => /\/(update|delete|message|skip-reaction)$/.test(c.req.path),
          otherNames: { feedbacks: "reviews", questions: "asked", createdAt: "created", chats: "talks" },
        },
      ),
    );
    const api = app.basePath(host);
    api.route("/", cabinet());
    api.route("/", feedbacks(stage));
    api.route("/", questions(stage));
    api.route("/", chats([stage, talks]));
    const { push, routes } = notifications({ stage, state, faults });
    app.route("/", routes);
    return { api: app, push };
  },
});
