// Google Play, simulated: reviews of one app by the discovery document of the Android Publisher API v3, and the exchange
// of tokens for service accounts. Hosts stand first in the path.
import { Hono } from "hono";
import { bearerIn } from "../kit/credentials.ts";
import { type GateRules, gate } from "../kit/gate.ts";
import { simulator } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { denied, exhausted, failed, unauthenticated } from "./refusals.ts";
import { reviewRoutes } from "./reviews.ts";
import { exchange, isGood, keyFile } from "./token.ts";

const title = { ru: "Google Play", en: "Google Play" };
const publisher = "/androidpublisher.googleapis.com";
const tokens = "/oauth2.googleapis.com";
const grantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

export const googlePlay = simulator({
  path: "/google-play",
  title,
  page: {
    title,
    lead: {
      ru: "Отзывы на выдуманное приложение. Через API видны только последние семь дней.",
      en: "Reviews of an invented app. By the API only the last seven days are to be seen.",
    },
  },
  settings: {
    world: "app",
    tone: "review",
    kinds: ["review"],
    about: ["android"],
    seed: "google-play",
    posts: 340,
    arrivalEveryMs: 8 * 60_000,
    moderationMs: 0,
    idOf: ({ luck, n }) =>
      `gp:${Buffer.from(`demo-${n}-${luck.int(0, 2 ** 31)}-${luck.int(0, 2 ** 31)}`).toString("base64url")}`,
    extraOf: (_, luck) => ({ isLocked: luck.likely(0.05), isTranslated: luck.likely(0.08) }),
  },
  open(room) {
    const { now, faults, state } = room;
    const says: GateRules["says"] = {
      expired: unauthenticated,
      throttled: (_, retrySeconds) => exhausted(retrySeconds),
      failed: (_, status) => failed(status),
    };
    const rules: GateRules = {
      admit: (c) =>
        isGood(bearerIn(c), state, now()) ? { who: "service-account" } : { refused: unauthenticated() },
      counts: (_, who) => [{ by: who, requests: 3000, seconds: 60 }],
      says,
      otherNames: { reviews: "entries" },
    };
    const api = new Hono<SandboxEnv>();
    api.use(`${publisher}/*`, gate({ now, faults }, rules));
    api.route(publisher, reviewRoutes(room));
    api.post(`${tokens}/token`, async (c) => {
      const { down, failStatus } = faults.orders();
      if (down) return failed(failStatus);
      const { grant_type, assertion } = await c.req.parseBody();
      if (grant_type !== grantType || typeof assertion !== "string") return denied("Invalid grant_type.");
      const granted = await exchange(assertion, state, now());
      if ("why" in granted) return denied(granted.why);
      return c.json({ access_token: granted.token, expires_in: granted.expiresIn, token_type: "Bearer" });
    });
    /** The service account's key file, as Google Cloud gives it out once. */
    api.get("/__key", (c) => c.json(keyFile(state)));
    return { api };
  },
});
