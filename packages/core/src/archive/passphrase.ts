import { createCipheriv, createDecipheriv, scryptSync } from "node:crypto";
import { Refusal } from "../errors.ts";
import type { Secret } from "../ports.ts";

// RFC 7914; 128 MiB and about half a second, once for a file
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const envelope = "p1."; // AES-256-GCM: nonce of 12 bytes, ciphertext and tag of 16 in one, base64url
const shortest = 12; // characters: a file can be tried against offline for ever

/**
 * The Secret port under a passphrase, for the way between two homes.
 * @param salt 16 random bytes, kept in the file
 * @throws Refusal when the passphrase is too short to protect a file
 */
export function passphraseSecret(
  passphrase: string,
  { salt, random }: { salt: Uint8Array; random: (bytes: number) => Uint8Array },
): Secret {
  if (passphrase.length < shortest)
    throw new Refusal("bad-input", {
      ru: `Парольная фраза короче ${shortest} знаков: такую подберут. Возьмите длиннее.`,
      en: `The passphrase has fewer than ${shortest} characters and could be guessed. Take a longer one.`,
    });
  const key = scryptSync(passphrase.normalize("NFC"), salt, 32, cost);
  return {
    async seal(plain, context) {
      const nonce = random(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(envelope + context));
      const sealed = Buffer.concat([
        nonce,
        cipher.update(plain, "utf8"),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return envelope + sealed.toString("base64url");
    },
    async open(sealed, context) {
      const bytes = Buffer.from(sealed.slice(envelope.length), "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAAD(Buffer.from(envelope + context)).setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw Object.assign(wrongPassphrase(), { cause });
      }
    },
  };
}

const wrongPassphrase = (): Refusal =>
  new Refusal("bad-input", {
    ru: "Парольная фраза не подходит к этому файлу.",
    en: "The passphrase is not the one that this file was made with.",
  });
