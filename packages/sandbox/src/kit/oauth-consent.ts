// The page on which a person lets an application in, and the way back to that application.
import type { Context } from "hono";
import { langOf } from "../layout.ts";
import type { SandboxEnv } from "../network.ts";
import type { OAuthClient, OAuthSettings } from "./oauth.ts";
import type { Grants } from "./oauth-grants.ts";
import { brokenPage, consentPage } from "./oauth-page.ts";

const codeSeconds = 600;

type Asked = { client: OAuthClient; redirect: URL; scopes: string[]; parameters: URLSearchParams };

/** What a consent page was asked with. `broken`: nobody to send the answer to; `error`: that is sent back. */
function askedOf(
  url: URL,
  settings: OAuthSettings,
): { broken: string } | { asked: Asked; error: string | null } {
  const parameters = url.searchParams;
  const client = settings.clients.find(({ id }) => id === parameters.get("client_id"));
  if (!client) return { broken: "client_id: unknown" };
  const redirect = URL.parse(parameters.get("redirect_uri") ?? "");
  if (!redirect || !/^https?:$/.test(redirect.protocol) || redirect.hash)
    return { broken: "redirect_uri: not an absolute web address" };
  const scopes = (parameters.get("scope") ?? "").split(settings.scopeSeparator ?? " ").filter(Boolean);
  return { asked: { client, redirect, scopes, parameters }, error: problemOf(parameters, scopes, settings) };
}

function problemOf(parameters: URLSearchParams, scopes: string[], settings: OAuthSettings): string | null {
  const hasChallenge = parameters.has("code_challenge");
  if (parameters.get("response_type") !== "code") return "unsupported_response_type";
  if (scopes.length === 0 || !scopes.every((scope) => settings.scopes.includes(scope)))
    return "invalid_scope";
  if (hasChallenge && parameters.get("code_challenge_method") !== "S256") return "invalid_request";
  return !hasChallenge && settings.requiresPkce !== false ? "invalid_request" : null;
}

/** GET of the consent page. What is wrong with the client is told here; all else goes back to it. */
export function askConsent(c: Context<SandboxEnv>, settings: OAuthSettings) {
  const url = new URL(c.req.url);
  const lang = langOf(url.searchParams.get("lang") ?? (isEnglish(c) ? "en" : undefined));
  const read = askedOf(url, settings);
  if ("broken" in read) return c.html(brokenPage({ lang, why: read.broken }), 400);
  const { asked, error } = read;
  if (error) return c.redirect(back(asked, { error }));
  const { client, scopes } = asked;
  const { title, people } = settings;
  const query = url.searchParams;
  return c.html(consentPage({ lang, network: title[lang], client: client.name, people, scopes, query }));
}

const isEnglish = (c: Context<SandboxEnv>): boolean => /^en\b/i.test(c.req.header("Accept-Language") ?? "");

/** The person's answer. Accesses that were left out are missing from the consent. */
export async function takeConsent(c: Context<SandboxEnv>, settings: OAuthSettings, grants: Grants) {
  const read = askedOf(new URL(c.req.url), settings);
  if ("broken" in read) return c.html(brokenPage({ lang: "en", why: read.broken }), 400);
  const { asked, error } = read;
  if (error) return c.redirect(back(asked, { error }));
  const form = await c.req.formData();
  const who = settings.people.find(({ id }) => id === form.get("who")) ?? settings.people[0];
  const scopes = asked.scopes.filter((scope) => form.getAll("granted").includes(scope));
  if (form.get("decision") !== "allow" || !who || scopes.length === 0)
    return c.redirect(back(asked, { error: "access_denied", error_description: "The person refused" }));
  const grant = grants.consent({ who: who.id, client: asked.client.id, scopes });
  const code = grants.issue(
    {
      ...{ grant: grant.id, is: "code", by: "consent", redirect: asked.parameters.get("redirect_uri") ?? "" },
      challenge: asked.parameters.get("code_challenge") ?? undefined,
      offline: settings.givesRefresh?.(asked.parameters) === true,
    },
    { seconds: codeSeconds },
  );
  return c.redirect(back(asked, { code: code.token }));
}

function back({ redirect, parameters }: Asked, outcome: Record<string, string>): string {
  const url = new URL(redirect);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  const state = parameters.get("state");
  if (state !== null) url.searchParams.set("state", state);
  return url.href;
}
