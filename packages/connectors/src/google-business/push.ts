// Pushes come from Google Cloud Pub/Sub: Google signs each with a token of the service account that the operator chose
// for the subscription. A message names the review and not its text, so the review is fetched.
import type { Hook, Received, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import type { decodeJwt, JSONWebKeySet } from "jose";
import { z } from "zod";
import { urlAt } from "../kit/address.ts";
import { networkError } from "../kit/faults.ts";
import { parseJson, readJson } from "../kit/json.ts";
import { excerptOf, readEach } from "../kit/lists.ts";
import { reviewMention } from "./map.ts";
import { ask, hosts, title } from "./requests.ts";
import { reviewById } from "./reviews.ts";
import { accountOf, locationOf, type Settings } from "./settings.ts";
import { PubSubPush } from "./wire.ts";

const keysHost = "www.googleapis.com";
const keysPath = "/oauth2/v3/certs";
const issuers = ["https://accounts.google.com", "accounts.google.com"];

/**
 * A push.
 * @throws Refusal "forbidden" unless Google signed it for our address and for the service account that was named
 * @throws NetworkFault "unavailable" while Google's keys cannot be had
 */
export async function receive(request: Request, hook: Hook<Settings>, tools: Tools): Promise<Received> {
  await verify(request.headers.get("authorization"), hook, tools);
  const body = await request.text();
  const names = namesIn(body);
  const taken = { answer: { status: 204 }, found: [], unreadable: [] };
  if (!names) {
    const why = { ru: "Push от Google не прочитался.", en: "A push of Google could not be read." };
    return { ...taken, unreadable: [{ excerpt: excerptOf(body), why }] };
  }
  const source = hook.sources.find(({ settings }) => locationOf(settings) === names.location);
  if (!source) return taken; // an account tells of all its locations, also of those that nobody chose
  if (!names.review) return { ...taken, pull: [names.location] };
  const of = { account: hook.account, settings: source.settings };
  try {
    const review = await reviewById(of, names.review, tools);
    const { found, unreadable } = readEach([review], reviewMention(source.settings));
    return { ...taken, found: found.map((one) => ({ ...one, place: names.location })), unreadable };
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    return { ...taken, pull: [names.location] }; // the pull will meet the same fault, and say so
  }
}

const Claims = z.object({ email: z.string(), email_verified: z.literal(true) });

async function verify(authorization: string | null, hook: Hook<Settings>, tools: Tools): Promise<void> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const expected = hook.account.credentials.pushEmail?.trim().toLowerCase();
  const { createLocalJWKSet, decodeJwt, jwtVerify } = await import("jose");
  // What is plainly not for us costs no request for keys.
  if (!token || !expected || audienceOf(token, decodeJwt) !== hook.url) throw notGoogle();
  const keys = createLocalJWKSet(await googleKeys(hook, tools));
  const claims = await jwtVerify(token, keys, {
    issuer: issuers,
    audience: hook.url,
    algorithms: ["RS256"],
    currentDate: tools.now(),
    requiredClaims: ["exp"],
  }).then(
    ({ payload }) => Claims.safeParse(payload).data,
    () => undefined,
  );
  if (claims?.email.toLowerCase() !== expected) throw notGoogle();
}

function audienceOf(token: string, read: typeof decodeJwt): unknown {
  try {
    return read(token).aud;
  } catch {
    return undefined;
  }
}

const notGoogle = (): Refusal =>
  new Refusal("forbidden", {
    ru: "Этот push не подписан Google для нашего адреса и указанного сервисного аккаунта.",
    en: "This push is not signed by Google for our address and the service account that was named.",
  });

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

async function googleKeys({ account }: Hook<Settings>, tools: Tools): Promise<JSONWebKeySet> {
  const request = new Request(urlAt(account, keysHost, keysPath), { signal: tools.signal });
  const response = await tools.http(request).catch((cause: unknown) => {
    throw networkError(cause, title);
  });
  const keys = response.ok ? Keys.safeParse(await readJson(response, { network: title })).data : undefined;
  if (keys) return keys;
  throw new NetworkFault("unavailable", {
    ru: "Ключи Google для проверки push-уведомлений сейчас недоступны.",
    en: "Google's keys for checking pushes cannot be had right now.",
  });
}

/** Names are looked for and not fields: how the fields are spelled is known from memory only. */
function namesIn(body: string): { location: string; review?: string } | null {
  try {
    const { message } = PubSubPush.parse(parseJson(body));
    const told = Buffer.from(message.data, "base64").toString("utf8");
    const names = [...told.matchAll(/(locations\/[^/"\s]+)(?:\/reviews\/([^/"\s]+))?/g)];
    const [, location, review] = names.find((name) => name[2]) ?? names[0] ?? [];
    return location ? { location, ...(review && { review }) } : null;
  } catch {
    return null;
  }
}

/** Tells Google which topic to publish to, for each account that owns one of the sources. */
export async function listen({ account, sources }: Hook<Settings>, tools: Tools): Promise<void> {
  const pubsubTopic = account.credentials.pubsubTopic?.trim();
  if (!pubsubTopic) throw new Refusal("bad-input", pushHelp);
  for (const owner of new Set(sources.map(({ settings }) => accountOf(settings)))) {
    const name = `${owner}/notificationSetting`;
    await ask(account, tools, {
      host: hosts.notifications,
      method: "PATCH",
      path: `/v1/${name}`,
      query: { updateMask: "pubsubTopic,notificationTypes" },
      body: { name, pubsubTopic, notificationTypes: ["NEW_REVIEW", "UPDATED_REVIEW"] },
      shape: z.object({}),
    });
  }
}

export const pushHelp: Said = {
  ru: "В Google Cloud создайте тему Pub/Sub и дайте mybusiness-api-pubsub@system.gserviceaccount.com право публиковать в неё. Добавьте push-подписку на адрес ниже, с аутентификацией от сервисного аккаунта и тем же адресом как audience. Впишите тему (projects/…/topics/…) и почту сервисного аккаунта в поля аккаунта.",
  en: "In Google Cloud create a Pub/Sub topic and let mybusiness-api-pubsub@system.gserviceaccount.com publish to it. Add a push subscription to the address below, authenticated by a service account and with that same address as its audience. Enter the topic (projects/…/topics/…) and the service account's e-mail into the account's fields.",
};
