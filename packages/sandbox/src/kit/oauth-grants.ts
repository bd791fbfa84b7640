// What an authorisation server remembers: who consented to what, and the tokens that came of it.
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { State } from "../state.ts";

/** One consent of one person to one client. Revoked, all that was issued under it is dead. */
const Grant = z.object({
  id: z.string(),
  who: z.string(),
  client: z.string(),
  scopes: z.array(z.string()),
  at: z.coerce.date(),
  revokedAt: z.coerce.date().optional(),
});
export type Grant = z.infer<typeof Grant>;

const Token = z.object({
  token: z.string(),
  grant: z.string(),
  is: z.enum(["code", "access", "refresh"]),
  /** The grant type that brought it, such as "refresh_token". */
  by: z.string(),
  at: z.coerce.date(),
  /** Absent: it does not end. */
  expiresAt: z.coerce.date().optional(),
  /** A code that was redeemed, a refresh token that was rotated away. */
  usedAt: z.coerce.date().optional(),
  /** What a code is bound to. */
  redirect: z.string().optional(),
  challenge: z.string().optional(),
  offline: z.boolean().optional(),
});
export type Token = z.infer<typeof Token>;

export type Held = { token: Token; grant: Grant; isDead: false | "expired" | "revoked" };

export interface Grants {
  consent(of: Pick<Grant, "who" | "client" | "scopes">): Grant;
  /** @param seconds how long it lives; absent: for ever */
  issue(of: Omit<Token, "token" | "at" | "expiresAt">, how: { prefix?: string; seconds?: number }): Token;
  /** A token of that kind, also a dead one; null where nobody ever issued it. */
  find(token: string, is: Token["is"]): Held | null;
  use(token: Token): void;
  revoke(grant: Grant): void;
  all(): Grant[];
  /** Every token of that kind ever issued, oldest first. */
  issued(is: Token["is"]): Token[];
  /** All access tokens that are out end now; refresh tokens live on. */
  expireAccess(): void;
}

/** Kept on two shelves of the network's memory, so that a restart signs nobody out. */
export function openGrants({ state, now }: { state: State; now(): Date }): Grants {
  const grants = state.shelf("oauth.grants", Grant);
  const tokens = state.shelf("oauth.tokens", Token);
  const keep = (token: Token) => tokens.put(token.token, token.at, token);
  return {
    consent(of) {
      const grant = { ...of, id: secretOf(9), at: now() };
      grants.put(grant.id, grant.at, grant);
      return grant;
    },
    issue(of, { prefix = "", seconds }) {
      const at = now();
      const token: Token = { ...of, token: prefix + secretOf(30), at };
      if (seconds !== undefined) token.expiresAt = new Date(at.getTime() + seconds * 1000);
      keep(token);
      return token;
    },
    find(text, is) {
      const token = tokens.get(text);
      const grant = token && grants.get(token.grant);
      if (!token || !grant || token.is !== is) return null;
      const isOver = token.expiresAt !== undefined && token.expiresAt <= now();
      return { token, grant, isDead: grant.revokedAt ? "revoked" : isOver && "expired" };
    },
    use: (token) => keep({ ...token, usedAt: now() }),
    revoke: (grant) => grants.put(grant.id, grant.at, { ...grant, revokedAt: grant.revokedAt ?? now() }),
    all: () => grants.all(),
    issued: (is) => tokens.all().filter((token) => token.is === is),
    expireAccess() {
      const at = now();
      for (const token of tokens.all())
        if (token.is === "access" && !(token.expiresAt && token.expiresAt <= at))
          keep({ ...token, expiresAt: at });
    },
  };
}

/** RFC 7636 section 4.6: BASE64URL(SHA256(verifier)). */
export const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier).digest("base64url");

const secretOf = (bytes: number): string => randomBytes(bytes).toString("base64url");
