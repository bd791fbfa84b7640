import { Hono } from "hono";
import type { SandboxEnv, SimulatedNetwork } from "../network.ts";
import { api } from "./api.ts";
import { backstage } from "./backstage.ts";
import { gate } from "./gate.ts";
import { misbehaviour } from "./misbehaviour.ts";
import { pages } from "./page.ts";
import { problem } from "./refusals.ts";
import { demoShop, openShop, type ShopSettings } from "./shop.ts";

const PATH = "/wildberries";

/**
 * The Wildberries simulator: the reviews service at its own path and, for what the network keeps on another host,
 * `/common` below it. Settings that are not named are the demo's.
 */
export function wildberries(settings: Partial<ShopSettings> = {}): SimulatedNetwork {
  return {
    path: PATH,
    title: { ru: "Wildberries: отзывы и вопросы", en: "Wildberries: reviews and questions" },
    open({ state, now }) {
      const shop = openShop({ state, now, settings: { ...demoShop, ...settings } });
      const faults = misbehaviour();
      const app = new Hono<SandboxEnv>();
      app.use(async (_, next) => {
        shop.letIn();
        await next();
      });
      const guarded = gate({ now, faults });
      for (const path of ["/api/*", "/ping", "/common/ping"]) app.use(path, guarded);
      app.route("/", api(shop));
      app.route("/", backstage({ shop, faults }));
      app.route("/", pages(shop, PATH));
      app.all("/api/*", () =>
        problem({ status: 404, title: "path not found", detail: "no such method", now: now() }),
      );
      return app;
    },
  };
}
