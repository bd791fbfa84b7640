// An OAuth 2.0 authorisation server for simulated networks: authorisation code with PKCE (RFC 6749, 7636), refresh
// tokens, revocation (RFC 7009), and the GET that changes one token for a longer one, as Meta has it.
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { SandboxEnv } from "../network.ts";
import type { State } from "../state.ts";
import { askConsent, takeConsent } from "./oauth-consent.ts";
import { type Grant, openGrants } from "./oauth-grants.ts";
import { answerToken, isRefused } from "./oauth-token.ts";

export interface OAuthPerson {
  id: string;
  name: string;
}
export interface OAuthClient {
  id: string;
  secret: string;
  name: string;
}

export interface OAuthSettings {
  state: State;
  now(): Date;
  /** The network as its consent page calls itself. */
  title: { ru: string; en: string };
  clients: readonly OAuthClient[];
  /** Who can consent. */
  people: readonly OAuthPerson[];
  /** All that it knows; others are refused. */
  scopes: readonly string[];
  /** What joins scopes; a space unless told. */
  scopeSeparator?: string;
  /** Below the simulator's path, such as "/accounts.google.com/o/oauth2/v2/auth". */
  paths: { authorize: string; token: readonly string[]; revoke?: string };
  /** How long an access token lives that a code or a refresh token brought. */
  accessSeconds: number;
  /** Which consents bring a refresh token, by the consent page's parameters; absent: none does. */
  givesRefresh?(parameters: URLSearchParams): boolean;
  /** A refresh brings a new refresh token; the old one dies after so long, and its later use revokes the consent. */
  rotation?: { graceSeconds: number };
  /** Grant types that change an access token for another; with them the token path also answers GET. */
  exchanges?: Readonly<Record<string, TokenExchange>>;
  /** Begins each access token. */
  prefix?: string;
  /** False: a code without a challenge is taken too. */
  requiresPkce?: boolean;
  /** What the token answer holds beside the token. */
  also?(grant: Grant): Record<string, unknown>;
  /** The network's own form of a refusal; the one of RFC 6749 section 5.2 unless told. */
  refuse?(problem: OAuthProblem): Response;
}
export interface TokenExchange {
  /** The parameter with the token. */
  parameter: string;
  needsClient: boolean;
  /** How long the new one lives. */
  seconds: number;
  /** A younger token is refused. */
  leastAgeSeconds?: number;
}
export interface OAuthProblem {
  status: 400 | 401;
  error: string;
  description: string;
}

export type Bearer =
  | { is: "accepted"; who: string; scopes: string[]; client: string; expiresAt?: Date }
  | { is: "refused"; why: "missing" | "unknown" | "expired" | "revoked" };

export interface OAuth {
  /** The server's routes, for `app.route("/", oauth.routes)`, and its stage hands' entrance at /__oauth. */
  routes: Hono<SandboxEnv>;
  /** What an access token is worth; also with "Bearer " or "OAuth " before it. */
  bearer(token: string | undefined): Bearer;
  /** A token without the dance, for tests and demos. */
  grant(of: { who: string; scopes?: readonly string[] }): { accessToken: string; refreshToken: string };
  /** All access tokens end now, as by the clock. */
  expire(): void;
  /** The person takes the consent back, or all do. */
  revoke(who?: string): void;
}

/** Opens the server over the network's memory: what it issued stands after a restart. */
export function openOAuth(settings: OAuthSettings): OAuth {
  const grants = openGrants(settings);
  const { paths, state } = settings;
  const routes = new Hono<SandboxEnv>();
  const refuse = settings.refuse ?? plainRefusal;

  routes.get(paths.authorize, (c) => askConsent(c, settings));
  routes.post(paths.authorize, (c) => takeConsent(c, settings, grants));

  const token = async (c: Context<SandboxEnv>) => {
    const parameters = await parametersOf(c);
    if (!parameters) return refuse(notForm);
    const answer = state.together(() => answerToken(parameters, settings, grants));
    if (isRefused(answer)) return refuse(answer.refused);
    return c.json(answer, 200, { "Cache-Control": "no-store" });
  };
  for (const path of paths.token) {
    routes.post(path, token);
    if (settings.exchanges) routes.get(path, token);
  }
  if (paths.revoke)
    routes.post(paths.revoke, async (c) => {
      const text = (await parametersOf(c))?.get("token") ?? "";
      const held = grants.find(text, "access") ?? grants.find(text, "refresh");
      if (held) grants.revoke(held.grant);
      return c.json({}); // RFC 7009 section 2.2: an unknown token is no error
    });

  const expire = () => grants.expireAccess();
  const revoke = (who?: string) => {
    for (const grant of grants.all()) if (who === undefined || grant.who === who) grants.revoke(grant);
  };
  routes.get("/__oauth", (c) =>
    c.json({
      grants: grants.all(),
      issued: grants.issued("access").map(({ grant, by, at }) => ({ grant, by, at })),
    }),
  );
  routes.post("/__oauth", async (c) => {
    const order = Order.safeParse(await c.req.json().catch(() => null));
    if (!order.success) return c.json({ error: z.prettifyError(order.error) }, 400);
    if (order.data.expire) expire();
    if (order.data.revoke !== undefined) revoke(order.data.revoke === true ? undefined : order.data.revoke);
    return c.json({ done: true });
  });

  return {
    routes,
    expire,
    revoke,
    bearer(header) {
      const text = (header ?? "").replace(/^(?:Bearer|OAuth)\s+/i, "").trim();
      if (text === "") return { is: "refused", why: "missing" };
      const held = grants.find(text, "access");
      if (!held) return { is: "refused", why: "unknown" };
      if (held.isDead) return { is: "refused", why: held.isDead };
      const { who, scopes, client } = held.grant;
      const { expiresAt } = held.token;
      return { is: "accepted", who, scopes, client, ...(expiresAt && { expiresAt }) };
    },
    grant({ who, scopes = settings.scopes }) {
      const grant = grants.consent({ who, client: settings.clients[0]?.id ?? "", scopes: [...scopes] });
      const of = { grant: grant.id, by: "grant" };
      const access = grants.issue(
        { ...of, is: "access" },
        { prefix: settings.prefix ?? "", seconds: settings.accessSeconds },
      );
      return { accessToken: access.token, refreshToken: grants.issue({ ...of, is: "refresh" }, {}).token };
    },
  };
}

const Order = z.strictObject({
  /** All access tokens end. */
  expire: z.boolean().optional(),
  /** A person's consents, or everybody's, are taken back. */
  revoke: z.union([z.literal(true), z.string()]).optional(),
});

const notForm: OAuthProblem = {
  status: 400,
  error: "invalid_request",
  description: "the parameters must come as a form",
};

const plainRefusal = ({ status, error, description }: OAuthProblem): Response =>
  Response.json({ error, error_description: description }, { status });

/** Of the address and of a form's body, null where that is no form; a client may also name itself by HTTP Basic (RFC 6749 section 2.3.1). */
async function parametersOf(c: Context<SandboxEnv>): Promise<URLSearchParams | null> {
  const parameters = new URL(c.req.url).searchParams;
  if (c.req.method === "POST") {
    const type = c.req.header("Content-Type") ?? "";
    if (!type.startsWith("application/x-www-form-urlencoded") && !type.startsWith("multipart/form-data"))
      return null;
    for (const [name, value] of (await c.req.formData()).entries()) parameters.append(name, String(value));
  }
  const basic = /^Basic\s+(.+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, "base64").toString().split(":").map(decodeURIComponent)
    : [];
  if (id) parameters.set("client_id", id);
  if (secret) parameters.set("client_secret", secret);
  return parameters;
}
