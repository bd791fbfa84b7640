// The sign-in of App Store Connect: a token that the developer signs with a key of Apple's making.
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { importSPKI, jwtVerify } from "jose";
import { z } from "zod";
import type { State } from "../state.ts";

const longestLifeSeconds = 20 * 60;

/** What a developer gets from Apple once. */
export const DeveloperKey = z.object({ issuerId: z.string(), keyId: z.string(), privateKey: z.string() });
export type DeveloperKey = z.infer<typeof DeveloperKey>;

/** Made once, so that it outlives a restart. */
export function developerKey(state: State): DeveloperKey {
  const kept = state.fact("developerKey");
  if (kept) return DeveloperKey.parse(JSON.parse(kept));
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const made = {
    issuerId: "00000000-demo-4000-8000-000000000001",
    keyId: "DEMOKEY001",
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
  state.remember("developerKey", JSON.stringify(made));
  return made;
}

/** Why the token is not taken; null: it is. */
export async function whyNot(token: string, key: DeveloperKey, now: Date): Promise<string | null> {
  try {
    const spki = createPublicKey(key.privateKey).export({ type: "spki", format: "pem" }).toString();
    const { payload, protectedHeader } = await jwtVerify(token, await importSPKI(spki, "ES256"), {
      algorithms: ["ES256"],
      audience: "appstoreconnect-v1",
      issuer: key.issuerId,
      currentDate: now,
      requiredClaims: ["exp"],
    });
    if (protectedHeader.kid !== key.keyId) return "The key ID is unknown.";
    const from = Math.min(payload.iat ?? Number.POSITIVE_INFINITY, now.getTime() / 1000 + 1);
    return (payload.exp ?? 0) - from > longestLifeSeconds ? "The token lives longer than 20 minutes." : null;
  } catch (error) {
    return error instanceof Error ? error.message : "The token is none.";
  }
}
