// The Ozon simulator: the API for sellers below its own host's name, over two stages, one for what stands under products
// and one for chats.
import { Hono } from "hono";
import { backstage } from "../kit/backstage.ts";
import { gate } from "../kit/gate.ts";
import { type PageHead, pages } from "../kit/page.ts";
import { simulator, type WorldWish } from "../kit/simulator.ts";
import { openStage, type StageSettings } from "../kit/stage.ts";
import type { SandboxEnv, SimulatedNetwork } from "../network.ts";
import { photograph } from "../wildberries/photo.ts";
import { gateRules, rolesOf } from "./access.ts";
import { granted, notFound } from "./answers.ts";
import { chats } from "./chats.ts";
import { messageId, uuid } from "./ids.ts";
import { questions } from "./questions.ts";
import { reviews } from "./reviews.ts";

const PATH = "/ozon";
const HOST = "/api-seller.ozon.ru";

const shop: StageSettings = {
  ...{ world: "cosmetics", tone: "review", kinds: ["review", "question", "comment"], seed: "ozon" },
  ...{ posts: 340, arrivalEveryMs: 6 * 60_000, moderationMs: 3000 },
  idOf: ({ luck }) => uuid(luck),
};
const talk: StageSettings = {
  ...{ world: "cosmetics", tone: "message", seed: "ozon-chats", posts: 40, arrivalEveryMs: 40 * 60_000 },
  moderationMs: 0,
  idOf: ({ n }) => messageId(n),
};
const page: PageHead = {
  title: { ru: "Демо-магазин на Ozon", en: "Demo shop at Ozon" },
  lead: {
    ru: "Отзывы и вопросы выдуманного магазина. Чаты: /ozon/chats",
    en: "Reviews and questions of an invented shop. Chats: /ozon/chats",
  },
};
const chatPage: PageHead = {
  title: { ru: "Чаты демо-магазина на Ozon", en: "Chats of the demo shop at Ozon" },
  lead: { ru: "Что пишут покупатели и что им ответили.", en: "What buyers write and what they were told." },
};

export interface OzonWish extends WorldWish {
  /** How many messages of chats there are at the opening. */
  chats?: number;
}

export const ozon = ({ chats: messages = talk.posts, ...wish }: OzonWish = {}): SimulatedNetwork =>
  simulator({
    path: PATH,
    title: { ru: "Ozon: отзывы, вопросы, чаты", en: "Ozon: reviews, questions, chats" },
    page,
    settings: shop,
    open({ stage, faults, state, now, path }) {
      const talking = {
        ...talk,
        posts: messages,
        arrivalEveryMs: wish.arrivalEveryMs ?? talk.arrivalEveryMs,
      };
      const chatStage = openStage({ state: state.of("ozon/chats"), now, faults, settings: talking });
      const app = new Hono<SandboxEnv>();
      app.use(async (_, next) => {
        chatStage.letIn();
        await next();
      });
      app.use(`${HOST}/*`, gate({ now, faults }, gateRules));
      app.post(`${HOST}/v1/roles`, (c) => granted({ roles: rolesOf(c) }));
      app.route(HOST, reviews(stage));
      app.route(HOST, questions(stage));
      app.route(HOST, chats(chatStage));
      app.get(`${HOST}/v2/chat/file/:chat/:name`, () => picture(1));
      app.all(`${HOST}/*`, notFound);
      app.get("/photos/:id/:name", (c) => picture(Number.parseInt(c.req.param("name"), 10) || 0));
      app.route("/chats", backstage({ stage: chatStage, faults }));
      app.route("/chats", pages(chatStage, `${path}/chats`, chatPage));
      return { api: app };
    },
  })(wish);

const picture = (turn: number): Response =>
  new Response(
    new Uint8Array(photograph({ tint: [120, 160, 110], turn, size: { width: 240, height: 320 } })),
    {
      headers: { "Content-Type": "image/png" },
    },
  );
