// The authorisation code dance as requests and answers (RFC 6749, PKCE by RFC 7636). Nothing here is kept.
import { z } from "zod";
import { askedAt } from "../address.ts";
import type { OAuthKind, Said, TokenExchange } from "../connector.ts";
import { NetworkFault } from "../errors.ts";
import { sha256 } from "../id.ts";
import type { Ports } from "../ports.ts";

type Credentials = Readonly<Record<string, string>>;

/** What a sign-in brought or a renewal renewed. */
export interface Tokens {
  accessToken: string;
  /** Absent: the one that we have stays good. */
  refreshToken?: string | undefined;
  until?: Date | undefined;
  /** When also the refresh token ends. */
  refreshUntil?: Date | undefined;
  /** Where the network says which it has granted. */
  scopes?: string[] | undefined;
}
/** The network knows the sign-in no longer, or will not have this application: in its own words. */
export interface Denied {
  denied: "sign-in" | "application";
  said: Said;
}
/** How a network is asked. */
export interface Way {
  title: string;
  http: Ports["http"];
  now: Date;
  signal: AbortSignal;
}

/** The consent page's address. `verifier` stays with us: its hash alone travels. */
export function consentUrl(
  kind: OAuthKind,
  credentials: Credentials,
  { state, verifier, returnTo }: { state: string; verifier: string; returnTo: string },
): URL {
  const url = askedAt(kind.authorizeUrl, credentials.address);
  const asked = {
    response_type: "code",
    client_id: credentials.clientId ?? "",
    redirect_uri: returnTo,
    scope: kind.scopes.join(kind.scopeSeparator ?? " "),
    state,
    code_challenge: Buffer.from(sha256(verifier)).toString("base64url"),
    code_challenge_method: "S256",
    ...kind.parameters,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url;
}

/** @throws NetworkFault "unavailable" or "throttled" when nobody knows */
export async function redeemCode(
  kind: OAuthKind,
  credentials: Credentials,
  { way, ...given }: { code: string; verifier: string; returnTo: string; way: Way },
): Promise<Tokens | Denied> {
  const tokens = await post(kind, credentials, {
    way,
    form: {
      grant_type: "authorization_code",
      code: given.code,
      redirect_uri: given.returnTo,
      code_verifier: given.verifier,
    },
  });
  if ("denied" in tokens || kind.renewal.by !== "exchange") return tokens;
  const longer = await exchange(kind.renewal.first, credentials, { token: tokens.accessToken, way });
  return "denied" in longer ? longer : { ...longer, scopes: longer.scopes ?? tokens.scopes };
}

/** @throws NetworkFault "unavailable" or "throttled" when nobody knows */
export async function renewTokens(
  kind: OAuthKind,
  credentials: Credentials,
  way: Way,
): Promise<Tokens | Denied> {
  const { renewal } = kind;
  if (renewal.by === "exchange")
    return exchange(renewal.again, credentials, { token: credentials.accessToken ?? "", way });
  const { refreshToken } = credentials;
  if (!refreshToken) return { denied: "sign-in", said: noRefreshToken };
  return post(kind, credentials, {
    way,
    form: { grant_type: "refresh_token", refresh_token: refreshToken },
  });
}

const noRefreshToken: Said = {
  ru: "Площадка не дала токена для продления.",
  en: "The network gave no token to renew it with.",
};

function post(
  { tokenUrl }: OAuthKind,
  credentials: Credentials,
  { form, way }: { form: Record<string, string>; way: Way },
): Promise<Tokens | Denied> {
  const body = new URLSearchParams({ ...form, ...clientOf(credentials) });
  return ask(askedAt(tokenUrl, credentials.address), { method: "POST", body }, way);
}

function exchange(
  { url, grantType, parameter, withClient }: TokenExchange,
  credentials: Credentials,
  { token, way }: { token: string; way: Way },
): Promise<Tokens | Denied> {
  const asked = askedAt(url, credentials.address);
  const client = withClient ? clientOf(credentials) : {};
  for (const [name, value] of Object.entries({ grant_type: grantType, ...client, [parameter]: token }))
    asked.searchParams.set(name, value);
  return ask(asked, { method: "GET" }, way);
}

const clientOf = ({ clientId = "", clientSecret = "" }: Credentials) => ({
  client_id: clientId,
  client_secret: clientSecret,
});

async function ask(url: URL, init: RequestInit, { http, title, now, signal }: Way): Promise<Tokens | Denied> {
  const request = new Request(url, { ...init, signal, headers: { accept: "application/json" } });
  const response = await http(request);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return tokensIn(answer, { title, now });
  const { error, description, isPassing } = refusalIn(answer);
  const words = description ? ` ${description}` : "";
  const isFinal = [400, 401, 403].includes(response.status) && error !== null && !isPassing;
  if (!isFinal)
    throw new NetworkFault(response.status === 429 ? "throttled" : "unavailable", {
      ru: `${title}: вход сейчас не продлить, ошибка ${response.status}.${words}`,
      en: `${title} could not renew the sign-in, it answered ${response.status}.${words}`,
    });
  const denied = applicationErrors.includes(error) ? "application" : "sign-in";
  return { denied, said: { ru: description || error, en: description || error } };
}

const applicationErrors = ["invalid_client", "unauthorized_client", "redirect_uri_mismatch"];
const passingErrors = ["temporarily_unavailable", "server_error", "slow_down"];

const Seconds = z.coerce.number().positive().max(1e10).optional().catch(undefined);
const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: Seconds,
  refresh_token_expires_in: Seconds,
  scope: z.string().optional().catch(undefined),
});

/** Times count from when it was asked: a token is then never thought to live longer than it does. */
function tokensIn(answer: unknown, { title, now }: Pick<Way, "title" | "now">): Tokens {
  const read = TokenAnswer.safeParse(answer);
  if (!read.success)
    throw new NetworkFault("unavailable", {
      ru: `${title}: в ответе на вход нет токена.`,
      en: `${title} answered the sign-in without a token.`,
    });
  const { access_token: accessToken, refresh_token: refreshToken, scope } = read.data;
  const after = (seconds: number | undefined) =>
    seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1000);
  return {
    accessToken,
    refreshToken,
    until: after(read.data.expires_in),
    refreshUntil: after(read.data.refresh_token_expires_in),
    scopes: scope?.split(/[\s,]+/).filter(Boolean),
  };
}

const TextError = z.object({ error: z.string(), error_description: z.string().optional().catch(undefined) });
const ObjectError = z.object({
  error: z.object({
    message: z.string().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
  }),
});

/** An error by RFC 6749 section 5.2, or an object with a message in its place. */
function refusalIn(answer: unknown): { error: string | null; description: string; isPassing: boolean } {
  const text = TextError.safeParse(answer);
  if (text.success) {
    const { error, error_description: description = "" } = text.data;
    return { error, description: cut(description), isPassing: passingErrors.includes(error) };
  }
  const object = ObjectError.safeParse(answer);
  if (!object.success) return { error: null, description: "", isPassing: true };
  const { message = "", is_transient: isPassing = false } = object.data.error;
  return { error: "error", description: cut(message), isPassing };
}

const cut = (text: string): string => text.slice(0, 300).trim();
