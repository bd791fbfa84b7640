// The sign-in: a token that we sign ourselves with the key of App Store Connect, good for some minutes.
import type { Account } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { CryptoKey } from "jose";

const lifeSeconds = 600; // Apple refuses more than 20 minutes

/** @throws NetworkFault "unauthorized" where a part of the key is missing or is none */
export async function tokenFor(account: Account | null, now: Date): Promise<string> {
  const { issuerId, keyId, privateKey } = account?.credentials ?? {};
  if (!issuerId?.trim() || !keyId?.trim() || !privateKey?.trim()) throw keyMissing();
  const { SignJWT } = await import("jose");
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: "ES256", kid: keyId.trim(), typ: "JWT" })
    .setIssuer(issuerId.trim())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .setAudience("appstoreconnect-v1")
    .sign(await keyOf(privateKey));
}

async function keyOf(pem: string): Promise<CryptoKey> {
  const { importPKCS8 } = await import("jose");
  try {
    return await importPKCS8(pem.trim(), "ES256");
  } catch {
    throw keyMissing(); // the cause may quote the key
  }
}

const keyMissing = (): NetworkFault =>
  new NetworkFault("unauthorized", {
    ru: "Ключа App Store Connect нет, или он вставлен не целиком: нужны Issuer ID, Key ID и всё содержимое файла .p8.",
    en: "The key of App Store Connect is missing or not whole: it takes the issuer ID, the key ID and all that the .p8 file holds.",
  });
