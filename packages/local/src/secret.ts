import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Secret } from "@otklik/core/ports";

export const keyLength = 32; // bytes, for AES-256
const nonceLength = 12; // bytes, NIST SP 800-38D section 5.2.1.1
const tagLength = 16; // bytes
const envelope = "v1."; // AES-256-GCM: nonce, ciphertext and tag in one, base64url

/**
 * The Secret port with one key of 32 bytes. The context is authenticated and not kept, so a sealed text moved to
 * another account does not open there.
 * @throws Error when the key has another length
 */
export function localSecret(key: Uint8Array): Secret {
  if (key.length !== keyLength) throw new Error(`a key has ${keyLength} bytes, this one has ${key.length}`);
  const authenticated = (context: string): Buffer => Buffer.from(envelope + context);
  return {
    async seal(plain, context) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(authenticated(context));
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
      const isWhole =
        envelope + bytes.toString("base64url") === sealed && bytes.length >= nonceLength + tagLength;
      if (!isWhole) throw new Error("this is no text that this version of the program sealed");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      });
      decipher.setAAD(authenticated(context)).setAuthTag(bytes.subarray(-tagLength));
      try {
        const plain = decipher.update(bytes.subarray(nonceLength, -tagLength));
        return Buffer.concat([plain, decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new Error(
          "a sealed text does not open: it was sealed with another key or for another context, or it was changed",
          { cause },
        );
      }
    },
  };
}
