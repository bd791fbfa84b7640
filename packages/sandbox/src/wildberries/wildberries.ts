import { Hono } from "hono";
import { backstage as stageHands } from "../kit/backstage.ts";
import { gate } from "../kit/gate.ts";
import { misbehaviour } from "../kit/misbehaviour.ts";
import { pages as chatPages } from "../kit/page.ts";
import { openStage, type StageSettings } from "../kit/stage.ts";
import type { SandboxEnv, SimulatedNetwork } from "../network.ts";
import { gateRules, hosts } from "./access.ts";
import { api } from "./api.ts";
import { backstage } from "./backstage.ts";
import { seller as sellerName } from "./catalog.ts";
import { chats, eventIdOf } from "./chats.ts";
import { pages } from "./page.ts";
import { problem } from "./refusals.ts";
import { demoShop, openShop, type ShopSettings } from "./shop.ts";

const PATH = "/wildberries";

const talk: StageSettings = {
  ...{ world: "cosmetics", tone: "message", seed: "romashka-chats", posts: 40, arrivalEveryMs: 40 * 60_000 },
  moderationMs: 0,
  idOf: ({ n }) => eventIdOf(n),
};
const chatHead = {
  title: { ru: "Чаты демо-магазина на Wildberries", en: "Chats of the demo shop at Wildberries" },
  lead: { ru: "Что пишут покупатели и что им ответили.", en: "What buyers write and what they were told." },
};

/** How many messages of chats there are at the opening. */
export type WildberriesSettings = ShopSettings & { chats: number };

/**
 * The Wildberries simulator: its three hosts below its own path, each under its name, and the reviews service at the
 * path itself too. Settings that are not named are the demo's.
 */
export function wildberries(settings: Partial<WildberriesSettings> = {}): SimulatedNetwork {
  const { chats: messages = talk.posts, ...rest } = settings;
  return {
    path: PATH,
    title: { ru: "Wildberries: отзывы, вопросы, чаты", en: "Wildberries: reviews, questions, chats" },
    open({ state, now }) {
      const faults = misbehaviour();
      const shop = openShop({ state, now, settings: { ...demoShop, ...rest } });
      const arrivalEveryMs = rest.arrivalEveryMs ?? talk.arrivalEveryMs;
      const stage = openStage({
        ...{ state: state.of("wildberries/chats"), now, faults },
        settings: { ...talk, posts: messages, arrivalEveryMs },
      });
      const guarded = gate({ now, faults }, gateRules(now));
      const app = new Hono<SandboxEnv>();
      app.use(async (_, next) => {
        shop.letIn();
        stage.letIn();
        await next();
      });
      for (const path of [
        "/api/*",
        "/ping",
        "/common/ping",
        ...Object.values(hosts).map((host) => `${host}/*`),
      ]) {
        app.use(path, guarded);
      }
      app.route("/", api(shop, faults));
      app.route(hosts.feedbacks, api(shop, faults));
      app.route(hosts.chats, chats(stage));
      app.get(`${hosts.common}/ping`, (c) => c.json({ TS: now().toISOString(), Status: "OK" }));
      app.get(`${hosts.common}/api/v1/seller-info`, (c) => c.json(seller));
      app.route("/", backstage({ shop, faults }));
      app.route("/chats", stageHands({ stage, faults }));
      app.route("/", pages(shop, PATH));
      app.route("/chats", chatPages(stage, `${PATH}/chats`, chatHead));
      const unknown = () =>
        problem({ status: 404, title: "path not found", detail: "no such method", now: now() });
      app.all("/api/*", unknown);
      for (const host of Object.values(hosts)) app.all(`${host}/*`, unknown);
      return app;
    },
  };
}

const seller = {
  name: sellerName.name,
  sid: "0a5b7c1e-0000-4000-8000-00000000d3e0",
  tin: "0000000000",
  tradeMark: sellerName.brand,
};
