import { randomBytes } from "node:crypto";
import { decrypt, encrypt, keyLength, nonceLength, sealedLeast } from "@otklik/core/aes";
import type { Secret } from "@otklik/core/ports";

const envelope = "v1."; // what aes.ts makes, base64url

/**
 * The Secret port with one key of 32 bytes. The context is authenticated and not kept, so a sealed text moved to
 * another account does not open there.
 * @throws Error when the key has another length
 */
export function localSecret(key: Uint8Array): Secret {
  if (key.length !== keyLength) throw new Error(`a key has ${keyLength} bytes, this one has ${key.length}`);
  return {
    async seal(plain, context) {
      const nonce = randomBytes(nonceLength);
      return envelope + encrypt(plain, { key, nonce, about: envelope + context }).toString("base64url");
    },
    async open(sealed, context) {
      const bytes = Buffer.from(sealed.slice(envelope.length), "base64url");
      const isWhole = envelope + bytes.toString("base64url") === sealed && bytes.length >= sealedLeast;
      if (!isWhole) throw new Error("this is no text that this version of the program sealed");
      try {
        return decrypt(bytes, { key, about: envelope + context });
      } catch (cause) {
        throw new Error(
          "a sealed text does not open: it was sealed with another key or for another context, or it was changed",
          { cause },
        );
      }
    },
  };
}
