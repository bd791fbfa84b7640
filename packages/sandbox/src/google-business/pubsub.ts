// Google Cloud Pub/Sub as far as it takes: what an account publishes, pushed to one address, each push signed with a
// token of a service account. The subscription itself is made by hand in Google Cloud, so it has a stage door.
import { createPublicKey, sign } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { type Pusher, pusher } from "../kit/push.ts";
import { rsaKey } from "../kit/rsa-key.ts";
import type { Room } from "../kit/simulator.ts";
import type { SandboxEnv } from "../network.ts";
import { nameOf } from "./body.ts";
import { settingOf } from "./directory.ts";
import { owner, placesOn } from "./places.ts";

const minute = 60_000;

/** The service account that a subscription's pushes come from, unless it names another. */
export const pushEmail = "pushes@demo-project.iam.gserviceaccount.example";

export function openPubSub({ stage, state, faults, now }: Room): Pusher {
  return pusher({
    stage,
    state,
    faults,
    form: {
      body({ is, post, at }, { id: subscription }, eventId) {
        const type = is === "added" ? "NEW_REVIEW" : is === "edited" ? "UPDATED_REVIEW" : null;
        const place = placesOn(stage).find(({ about }) => about === post.about);
        const { pubsubTopic, notificationTypes = [] } = settingOf(state, owner.slice("accounts/".length));
        if (!type || !place || !pubsubTopic || !notificationTypes.some((one) => one === type)) return null;
        const told = {
          name: `${owner}/notifications/${eventId}`,
          notification_type: type,
          location_name: `${owner}/${place.name}`,
          review_name: nameOf(post, place),
        };
        const message = {
          data: Buffer.from(JSON.stringify(told)).toString("base64"),
          messageId: eventId,
          message_id: eventId,
          publishTime: at.toISOString(),
          publish_time: at.toISOString(),
        };
        return JSON.stringify({
          message,
          subscription: `projects/demo-project/subscriptions/${subscription}`,
        });
      },
      headers: ({ to }) => ({
        Authorization: `Bearer ${pushToken(state, { audience: to.url, email: to.secret, now: now() })}`,
      }),
      retryAfterMs: [10_000, minute, 10 * minute, 60 * minute],
    },
  });
}

/** A token such as Google signs for a push, by the keys at /www.googleapis.com/oauth2/v3/certs. */
export function pushToken(
  state: Room["state"],
  { audience, email, now, issuer = "https://accounts.google.com" }: PushClaims,
): string {
  const iat = Math.floor(now.getTime() / 1000);
  const claims = {
    aud: audience,
    azp: "1",
    email,
    email_verified: true,
    exp: iat + 3600,
    iat,
    iss: issuer,
    sub: "1",
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "RS256", kid: keyId, typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), keyIn(state)).toString("base64url")}`;
}
export interface PushClaims {
  audience: string;
  email: string;
  now: Date;
  issuer?: string;
}

const keyId = "demo-google-key";

/** Made once, so that what was signed before a restart can be checked after it. */
function keyIn(state: Room["state"]): string {
  const kept = state.fact("pushKey");
  if (kept) return kept;
  const made = rsaKey();
  state.remember("pushKey", made);
  return made;
}

const Subscribed = z.strictObject({ url: z.url(), email: z.email().default(pushEmail) });
const Signed = z.strictObject({
  audience: z.string(),
  email: z.string().default(pushEmail),
  issuer: z.string().optional(),
});

export function pubSubRoutes({ state, now }: Room, push: Pusher): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get("/www.googleapis.com/oauth2/v3/certs", (c) => {
    const jwk = createPublicKey(keyIn(state)).export({ format: "jwk" });
    return c.json({ keys: [{ ...jwk, kid: keyId, alg: "RS256", use: "sig" }] });
  });
  /** Makes the push subscription of the topic, as the operator does in Google Cloud. */
  app.post("/__subscription", async (c) => {
    const { url, email } = Subscribed.parse(await c.req.json());
    push.subscribe({ id: "demo-subscription", url, secret: email });
    return c.body(null, 204);
  });
  /** A token for a push that a test sends by itself. */
  app.post("/__push-token", async (c) => {
    const { issuer, ...claims } = Signed.parse(await c.req.json());
    return c.json({ token: pushToken(state, { ...claims, ...(issuer && { issuer }), now: now() }) });
  });
  return app;
}
