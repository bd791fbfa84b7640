// Google Business Profile, simulated: a café chain's locations, by the discovery documents of My Business v4.9, Account
// Management v1, Business Information v1 and Notifications v1. Hosts stand first in the path.
import { Hono } from "hono";
import { z } from "zod";
import { bearerIn } from "../kit/credentials.ts";
import { type GateRules, gate } from "../kit/gate.ts";
import { openOAuth } from "../kit/oauth.ts";
import { simulator } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { accountRoutes, locationRoutes, notificationRoutes } from "./directory.ts";
import { person } from "./places.ts";
import { openPubSub, pubSubRoutes } from "./pubsub.ts";
import { exhausted, failed, notApproved, scopeMissing, unauthenticated } from "./refusals.ts";
import { type Quirks, reviewRoutes } from "./reviews.ts";

const title = { ru: "Google Карты", en: "Google Business Profile" };
const scope = "https://www.googleapis.com/auth/business.manage";

/** The operator's application at Google, as the sandbox knows it. */
export const client = { id: "demo-client", secret: "demo-secret", name: "Otklik (demo)" };

const hosts = {
  reviews: "/mybusiness.googleapis.com",
  accounts: "/mybusinessaccountmanagement.googleapis.com",
  locations: "/mybusinessbusinessinformation.googleapis.com",
  notifications: "/mybusinessnotifications.googleapis.com",
};

/** What Google does that no other network does. */
const Quirky = z.strictObject({
  notFound: z.int().min(0).optional(),
  /** False: Google has not let the project in, and its quota is none. */
  approved: z.boolean().optional(),
});

export const googleBusiness = simulator({
  path: "/google-business",
  title,
  page: {
    title,
    lead: {
      ru: "Отзывы о двух кофейнях выдуманной сети, как их показали бы карты.",
      en: "Reviews of two cafés of an invented chain, as a map would show them.",
    },
  },
  settings: {
    world: "cafe",
    tone: "review",
    kinds: ["review"],
    seed: "google-business",
    posts: 340,
    arrivalEveryMs: 6 * 60_000,
    moderationMs: 60_000,
    idOf: ({ luck, n }) =>
      Buffer.from(`demo-${n}-${luck.int(0, 2 ** 31)}-${luck.int(0, 2 ** 31)}`).toString("base64url"),
    extraOf: (_, luck) => ({ isAnonymous: luck.likely(0.06), isTranslated: luck.likely(0.08) }),
  },
  open(room) {
    const { now, faults, state } = room;
    const oauth = openOAuth({
      state,
      now,
      title,
      clients: [client],
      people: [person],
      scopes: [scope],
      paths: {
        authorize: "/accounts.google.com/o/oauth2/v2/auth",
        token: ["/oauth2.googleapis.com/token"],
        revoke: "/oauth2.googleapis.com/revoke",
      },
      accessSeconds: 3600,
      givesRefresh: (parameters) => parameters.get("access_type") === "offline",
      prefix: "ya29.demo-",
    });
    const quirks: Quirks = { notFound: 0 };
    const isApproved = () => state.fact("approved") !== "no";
    const rules: GateRules = {
      admit(c) {
        if (bearerIn(c) === state.fact("handed"))
          return isApproved() ? { who: client.id } : { refused: notApproved() };
        const bearer = oauth.bearer(c.req.header("Authorization"));
        if (bearer.is === "refused") return { refused: unauthenticated() };
        if (!bearer.scopes.includes(scope)) return { refused: scopeMissing() };
        return isApproved() ? { who: bearer.client } : { refused: notApproved() };
      },
      counts: (c, who) => [
        { by: `project/${who}`, requests: 300, seconds: 60 },
        ...(c.req.method === "PUT"
          ? [{ by: `edits/${placeIn(c.req.path)}`, requests: 10, seconds: 60 }]
          : []),
      ],
      says: {
        expired: unauthenticated,
        throttled: (_, retrySeconds) => exhausted(retrySeconds),
        failed: (_, status) => failed(status),
      },
      otherNames: { reviews: "entries", locations: "places", accounts: "owners" },
    };
    const api = new Hono<SandboxEnv>();
    for (const host of Object.values(hosts)) api.use(`${host}/*`, gate({ now, faults }, rules));
    api.route(hosts.reviews, reviewRoutes(room, quirks));
    api.route(hosts.accounts, accountRoutes());
    api.route(hosts.locations, locationRoutes(room));
    api.route(hosts.notifications, notificationRoutes(room));
    const push = openPubSub(room);
    api.route("/", pubSubRoutes(room, push));
    api.route("/", oauth.routes);
    /** A token without the dance, which does not end by itself: what is tested over weeks has nobody to renew it. */
    api.post("/__grant", (c) => {
      const { accessToken } = oauth.grant({ who: person.id });
      state.remember("handed", accessToken);
      return c.json({ accessToken });
    });
    api.post("/__quirks", async (c) => {
      const { notFound, approved } = Quirky.parse(await c.req.json());
      if (notFound !== undefined) quirks.notFound = notFound;
      if (approved !== undefined) state.remember("approved", approved ? "yes" : "no");
      return c.body(null, 204);
    });
    return { api, push };
  },
});

const placeIn = (path: string): string => /locations\/[^/]+/.exec(path)?.[0] ?? "";
