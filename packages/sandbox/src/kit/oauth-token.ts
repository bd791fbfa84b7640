// The token endpoint: a code, a refresh token or another access token is changed for a new one.
import type { OAuthClient, OAuthProblem, OAuthSettings, TokenExchange } from "./oauth.ts";
import { challengeOf, type Grant, type Grants, type Token } from "./oauth-grants.ts";

type Answer = Record<string, unknown>;
export type Refused = { refused: OAuthProblem };

/** What the token endpoint answers, or why not. A refusal is returned and not thrown: what led to it stays written. */
export function answerToken(
  parameters: URLSearchParams,
  settings: OAuthSettings,
  grants: Grants,
): Answer | Refused {
  const type = parameters.get("grant_type") ?? (parameters.has("code") ? "authorization_code" : "");
  const exchange = settings.exchanges?.[type];
  if (exchange) return changeToken(parameters, { type, exchange, settings, grants });
  if (type === "authorization_code") return redeemCode(parameters, settings, grants);
  if (type === "refresh_token") return refresh(parameters, settings, grants);
  return refused("unsupported_grant_type", `grant_type ${type || "is missing"}`);
}

const refused = (error: string, description: string, status: OAuthProblem["status"] = 400): Refused => ({
  refused: { error, description, status },
});
const invalid = (description: string) => refused("invalid_grant", description);
const wrongClient = refused("invalid_client", "The OAuth client was not found, or its secret is wrong.", 401);

export const isRefused = (answer: Answer | Refused): answer is Refused => "refused" in answer;

function clientOf(parameters: URLSearchParams, { clients }: OAuthSettings): OAuthClient | null {
  const client = clients.find(({ id }) => id === parameters.get("client_id"));
  return client?.secret === parameters.get("client_secret") ? (client ?? null) : null;
}

function redeemCode(parameters: URLSearchParams, settings: OAuthSettings, grants: Grants) {
  const client = clientOf(parameters, settings);
  if (!client) return wrongClient;
  const held = grants.find(parameters.get("code") ?? "", "code");
  if (!held || held.isDead || held.grant.client !== client.id) return invalid("The code is not valid.");
  const { token: code, grant } = held;
  if (code.usedAt) {
    grants.revoke(grant); // RFC 6749 section 4.1.2: somebody else holds the code too
    return invalid("The code was used before.");
  }
  if (code.redirect !== parameters.get("redirect_uri")) return invalid("redirect_uri is another one.");
  const verifier = parameters.get("code_verifier") ?? "";
  if (code.challenge && challengeOf(verifier) !== code.challenge)
    return invalid("code_verifier does not fit.");
  grants.use(code);
  return tokensFor(grant, { by: "authorization_code", settings, grants, withRefresh: code.offline === true });
}

function refresh(parameters: URLSearchParams, settings: OAuthSettings, grants: Grants) {
  const client = clientOf(parameters, settings);
  if (!client) return wrongClient;
  const held = grants.find(parameters.get("refresh_token") ?? "", "refresh");
  if (!held || held.isDead || held.grant.client !== client.id)
    return invalid("Token has been expired or revoked.");
  const { token, grant } = held;
  const { rotation, now } = settings;
  if (rotation && token.usedAt && now().getTime() - token.usedAt.getTime() > rotation.graceSeconds * 1000) {
    grants.revoke(grant); // RFC 9700 section 4.14: one of the two who hold it is a thief
    return invalid("Token was used before.");
  }
  if (rotation && !token.usedAt) grants.use(token);
  return tokensFor(grant, { by: "refresh_token", settings, grants, withRefresh: rotation !== undefined });
}

function changeToken(
  parameters: URLSearchParams,
  of: { type: string; exchange: TokenExchange; settings: OAuthSettings; grants: Grants },
) {
  const { type, exchange, settings, grants } = of;
  const { parameter, needsClient, seconds, leastAgeSeconds = 0 } = exchange;
  if (needsClient && !clientOf(parameters, settings)) return wrongClient;
  const held = grants.find(parameters.get(parameter) ?? "", "access");
  if (!held || held.isDead) return invalid("The access token is not valid, or its session has ended.");
  const ageMs = settings.now().getTime() - held.token.at.getTime();
  if (ageMs < leastAgeSeconds * 1000) return invalid("The access token is too young to be changed.");
  const life = { prefix: settings.prefix ?? "", seconds };
  return answerFor(
    grants.issue({ grant: held.grant.id, is: "access", by: type }, life),
    held.grant,
    settings,
  );
}

function tokensFor(
  grant: Grant,
  of: { by: string; settings: OAuthSettings; grants: Grants; withRefresh: boolean },
) {
  const { by, settings, grants, withRefresh } = of;
  const access = grants.issue(
    { grant: grant.id, is: "access", by },
    {
      prefix: settings.prefix ?? "",
      seconds: settings.accessSeconds,
    },
  );
  const renewed = withRefresh && grants.issue({ grant: grant.id, is: "refresh", by }, {});
  return {
    ...answerFor(access, grant, settings),
    ...(renewed && { refresh_token: renewed.token }),
    scope: grant.scopes.join(settings.scopeSeparator ?? " "),
  };
}

function answerFor({ token, at, expiresAt }: Token, grant: Grant, { also }: OAuthSettings) {
  const seconds = expiresAt && Math.round((expiresAt.getTime() - at.getTime()) / 1000);
  return {
    access_token: token,
    token_type: "Bearer",
    ...(seconds && { expires_in: seconds }),
    ...also?.(grant),
  };
}
