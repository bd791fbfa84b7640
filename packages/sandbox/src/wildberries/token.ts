import { z } from "zod";

export type Token = { is: "accepted"; token: string } | { is: "refused"; why: string };

/**
 * Reads the Authorization header: the bare token, or `Bearer` and the token. The sandbox takes any token but those
 * that begin with `expired-`.
 */
export function tokenOf(header: string | undefined): Token {
  const token = (header ?? "").replace(/^Bearer\s+/i, "").trim();
  if (token === "" || /^bearer$/i.test(token)) return { is: "refused", why: "empty Authorization header" };
  if (token.startsWith("expired-")) return { is: "refused", why: "access token expired" };
  return { is: "accepted", token };
}

/** Of a real token's claims, `acc` names its kind: 1 is basic. Source: Wildberries, "Decoding of tokens". */
const Claims = z.object({ acc: z.union([z.literal(1), z.literal("basic")]) });

/** True for a token of the kind with 5 requests an hour. What is no JWT is an ordinary token of the demo. */
export function isBasic(token: string): boolean {
  const [, payload, signature] = token.split(".");
  if (!payload || !signature) return false;
  try {
    return Claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString())).success;
  } catch {
    // Three parts that hold no JSON: not a JWT, so not a basic one.
    return false;
  }
}
