// The sign-in: a service account proves itself with a token that we sign (RFC 7523), and gets one for the API.
import type { Account, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { type Query, urlAt } from "../kit/address.ts";
import { changedFault } from "../kit/changed.ts";
import { faultOf, networkError } from "../kit/faults.ts";
import { googleErrorOf, googleFault } from "../kit/google.ts";
import { parseJson, readJson } from "../kit/json.ts";
import { Denied, Granted, KeyFile } from "./wire.ts";

export const title = "Google Play";
const api = "androidpublisher.googleapis.com";
const tokenHost = "oauth2.googleapis.com";
const tokenPath = "/token";
const scope = "https://www.googleapis.com/auth/androidpublisher";
const grantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

export interface Call {
  method?: "GET" | "POST";
  /** Below the app, such as "/reviews". */
  path: string;
  query?: Query;
  body?: unknown;
}
/** Sends requests about one app, signed; whatever status comes back is returned. Throws as a fetch without answer does. */
export type Session = (call: Call) => Promise<Response>;

/**
 * Signs in.
 * @throws NetworkFault "unauthorized" where the key is missing, is none, or Google refuses it
 */
export async function signIn(account: Account | null, app: string, tools: Tools): Promise<Session> {
  const token = await accessToken(account, tools);
  return ({ method = "GET", path, query, body }) => {
    const url = urlAt(
      account,
      api,
      `/androidpublisher/v3/applications/${encodeURIComponent(app)}${path}`,
      query,
    );
    const headers = {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    };
    const sent = body === undefined ? null : JSON.stringify(body);
    return reach(new Request(url, { method, headers, body: sent, signal: tools.signal }), tools);
  };
}

const reach = (request: Request, tools: Tools): Promise<Response> =>
  tools.http(request).catch((cause: unknown) => {
    throw networkError(cause, title);
  });

async function accessToken(account: Account | null, tools: Tools): Promise<string> {
  const assertion = await assertionOf(keyFileOf(account), tools.now());
  const body = new URLSearchParams({ grant_type: grantType, assertion });
  const url = urlAt(account, tokenHost, tokenPath);
  const response = await reach(new Request(url, { method: "POST", body, signal: tools.signal }), tools);
  if (!response.ok) throw await refusal(response, tools);
  const granted = Granted.safeParse(await readJson(response, { network: title })).data;
  if (granted) return granted.access_token;
  throw changedFault(title, { ru: "при входе не пришёл токен", en: "signing in brings no token" });
}

/** A key that Google does not take is answered with 400 and a word of RFC 6749, all else as everywhere at Google. */
async function refusal(response: Response, tools: Tools): Promise<NetworkFault> {
  const context = { network: title, now: tools.now() };
  if (response.status !== 400) return googleFault(response, await googleErrorOf(response), context);
  const denied = Denied.safeParse(await jsonOf(response)).data;
  const said = denied?.error_description ?? denied?.error;
  const fault = faultOf(response, { ...context, said });
  return new NetworkFault("unauthorized", fault.said);
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    return undefined;
  }
}

/** The address of the token is ours, never the one in the file: whoever wrote the file could have it sent anywhere. */
async function assertionOf(
  { client_email, private_key, private_key_id }: KeyFile,
  now: Date,
): Promise<string> {
  const { importPKCS8, SignJWT } = await import("jose");
  const key = await importPKCS8(private_key, "RS256").catch(() => null); // the cause may quote the key
  if (!key) throw keyMissing();
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", ...(private_key_id && { kid: private_key_id }) })
    .setIssuer(client_email)
    .setAudience(`https://${tokenHost}${tokenPath}`)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .sign(key);
}

/** @throws NetworkFault "unauthorized" */
export function keyFileOf(account: Account | null): KeyFile {
  const text = account?.credentials.keyFile?.trim();
  const key = KeyFile.safeParse(text ? jsonOrNothing(text) : undefined).data;
  if (key) return key;
  throw keyMissing();
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const keyMissing = (): NetworkFault =>
  new NetworkFault("unauthorized", {
    ru: "Ключа Google Play нет, или вставлено что-то другое: нужно всё содержимое файла JSON с ключом сервисного аккаунта.",
    en: "The key of Google Play is missing or is none: it takes all that the JSON key file of a service account holds.",
  });
