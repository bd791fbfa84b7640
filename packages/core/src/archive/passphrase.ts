import { scryptSync } from "node:crypto";
import { decrypt, encrypt, keyLength, nonceLength } from "../aes.ts";
import { Refusal } from "../errors.ts";
import type { Secret } from "../ports.ts";

// RFC 7914; 128 MiB and about half a second, once for a file
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const envelope = "p1."; // what aes.ts makes, base64url
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
  const key = scryptSync(passphrase.normalize("NFC"), salt, keyLength, cost);
  return {
    seal: async (plain, context) =>
      envelope +
      encrypt(plain, { key, nonce: random(nonceLength), about: envelope + context }).toString("base64url"),
    async open(sealed, context) {
      const bytes = Buffer.from(sealed.slice(envelope.length), "base64url");
      try {
        return decrypt(bytes, { key, about: envelope + context });
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
