// The App Store, simulated: App Store Connect for the app's developer, and the store's public feed for everybody.
import { Hono } from "hono";
import { z } from "zod";
import { bearerIn } from "../kit/credentials.ts";
import { type GateRules, gate } from "../kit/gate.ts";
import { simulator } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { storefronts } from "./app.ts";
import { connectRoutes } from "./connect.ts";
import { type FeedQuirks, feedRoutes } from "./feed.ts";
import { failed, tooMany, unauthorized } from "./refusals.ts";
import { developerKey, whyNot } from "./token.ts";

const title = { ru: "App Store", en: "App Store" };
const connect = "/api.appstoreconnect.apple.com";
const store = "/itunes.apple.com";
const hourly = { requests: 3500, seconds: 3600 };

const Quirky = z.strictObject({ emptyFeed: z.int().min(0) });

export const appStore = simulator({
  path: "/app-store",
  title,
  page: {
    title,
    lead: {
      ru: "Отзывы на выдуманное приложение из четырёх стран, как их показал бы магазин.",
      en: "Reviews of an invented app from four countries, as a store would show them.",
    },
  },
  settings: {
    world: "app",
    tone: "review",
    kinds: ["review"],
    silent: false,
    about: ["ios"],
    seed: "app-store",
    posts: 340,
    arrivalEveryMs: 8 * 60_000,
    moderationMs: 60_000,
    idOf: ({ luck, n }) => {
      const hex = (digits: number) =>
        luck
          .int(0, 16 ** digits - 1)
          .toString(16)
          .padStart(digits, "0");
      return `${n.toString(16).padStart(8, "0")}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(6)}${hex(6)}`;
    },
    extraOf: ({ language }, luck) => ({
      territory: luck.pick(storefronts.filter((one) => one.language === language)).territory,
    }),
  },
  open(room) {
    const { now, faults, state } = room;
    const rules: GateRules = {
      admit: async (c) =>
        (await whyNot(bearerIn(c), developerKey(state), now())) === null
          ? { who: "developer" }
          : { refused: unauthorized() },
      counts: (_, who) => [{ by: who, ...hourly }],
      says: {
        expired: unauthorized,
        throttled: () => tooMany(),
        failed: (_, status) => failed(status),
      },
      headers: ({ allowance, left }) => ({
        "X-Rate-Limit": `user-hour-lim:${allowance.requests};user-hour-rem:${left};`,
      }),
      otherNames: { data: "entries" },
    };
    const openly: GateRules = {
      admit: () => ({ who: "anybody" }),
      counts: () => [{ by: "anybody", requests: 20, seconds: 60 }],
      says: {
        expired: () => new Response("Forbidden", { status: 403 }),
        throttled: () => new Response("Forbidden", { status: 403 }),
        failed: (_, status) => new Response("Http/1.1 Service Unavailable", { status }),
      },
      otherNames: { entry: "entries" },
    };
    const quirks: FeedQuirks = { emptyFeed: 0 };
    const api = new Hono<SandboxEnv>();
    api.use(`${connect}/*`, gate({ now, faults }, rules));
    api.route(connect, connectRoutes(room));
    api.use(`${store}/*`, gate({ now, faults }, openly));
    api.route(store, feedRoutes(room, quirks));
    /** The developer's key, as Apple gives it out once. */
    api.get("/__key", (c) => c.json(developerKey(state)));
    api.post("/__quirks", async (c) => {
      Object.assign(quirks, Quirky.parse(await c.req.json()));
      return c.body(null, 204);
    });
    return { api };
  },
});
