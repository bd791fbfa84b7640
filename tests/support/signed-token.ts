import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";

export interface TokenParts {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

/** A JSON web token (RFC 7519) signed with this private key: RS256 for RSA, ES256 for an elliptic curve. */
export function signedToken(pem: string, { header, claims }: TokenParts): string {
  const key = createPrivateKey(pem);
  const alg = key.asymmetricKeyType === "rsa" ? "RS256" : "ES256";
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg, typ: "JWT", ...header })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

/** What a token says, its signature unread. */
export function partsOf(token: string): TokenParts {
  const read = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString());
  const [header, claims] = token.split(".");
  return { header: read(header), claims: read(claims) };
}

/** A private key that nobody knows. */
export const strangersKey = (kind: "rsa" | "ec"): string =>
  (kind === "rsa"
    ? generateKeyPairSync("rsa", { modulusLength: 2048 })
    : generateKeyPairSync("ec", { namedCurve: "P-256" })
  ).privateKey
    .export({ type: "pkcs8", format: "pem" })
    .toString();
