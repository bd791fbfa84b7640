// The sign-in of Google's APIs for machines: a service account's own signed token is exchanged for one of the API.
import { createPublicKey, randomBytes } from "node:crypto";
import { importSPKI, jwtVerify } from "jose";
import { z } from "zod";
import { rsaKey } from "../kit/rsa-key.ts";
import type { State } from "../state.ts";

const scope = "https://www.googleapis.com/auth/androidpublisher";
const audience = "https://oauth2.googleapis.com/token";
const lifeSeconds = 3600;

/** The file that Google Cloud gives out with a new key. */
const KeyFile = z.object({
  type: z.literal("service_account"),
  project_id: z.string(),
  private_key_id: z.string(),
  private_key: z.string(),
  client_email: z.string(),
  token_uri: z.string(),
});
export type KeyFile = z.infer<typeof KeyFile>;

/** Made once, so that it outlives a restart. */
export function keyFile(state: State): KeyFile {
  const kept = state.fact("keyFile");
  if (kept) return KeyFile.parse(JSON.parse(kept));
  const made: KeyFile = {
    type: "service_account",
    project_id: "demo-project",
    private_key_id: "demo-key-1",
    private_key: rsaKey(),
    client_email: "reviews@demo-project.iam.gserviceaccount.example",
    token_uri: audience,
  };
  state.remember("keyFile", JSON.stringify(made));
  return made;
}

/** Exchanges the assertion for an access token; null, with its reason, where it is not taken. */
export async function exchange(
  assertion: string,
  state: State,
  now: Date,
): Promise<{ token: string; expiresIn: number } | { why: string }> {
  const { private_key, client_email } = keyFile(state);
  const spki = createPublicKey(private_key).export({ type: "spki", format: "pem" }).toString();
  const claims = await jwtVerify(assertion, await importSPKI(spki, "RS256"), {
    algorithms: ["RS256"],
    issuer: client_email,
    audience,
    currentDate: now,
    requiredClaims: ["exp", "iat"],
  }).catch(() => null);
  if (!claims) return { why: "Invalid JWT Signature." };
  const { exp = 0, iat = 0, scope: asked } = claims.payload as { exp?: number; iat?: number; scope?: string };
  if (exp - iat > lifeSeconds) return { why: "Invalid JWT: Token must be a short-lived token (60 minutes)." };
  if (asked !== scope) return { why: "Invalid OAuth scope or ID token audience provided." };
  const token = `ya29.demo-${randomBytes(12).toString("base64url")}`;
  state.remember(`token/${token}`, new Date(now.getTime() + lifeSeconds * 1000).toISOString());
  return { token, expiresIn: lifeSeconds - 1 };
}

export function isGood(token: string, state: State, now: Date): boolean {
  const until = token === "" ? null : state.fact(`token/${token}`);
  return until !== null && new Date(until) > now;
}
