import { createCipheriv, createDecipheriv } from "node:crypto";

export const keyLength = 32; // bytes
export const nonceLength = 12; // bytes, NIST SP 800-38D section 5.2.1.1
const tagLength = 16; // bytes

/** What a sealed text has at least, in bytes. */
export const sealedLeast = nonceLength + tagLength;

/** AES-256-GCM: nonce, ciphertext and tag in one. `about` is authenticated and not kept. */
export function encrypt(
  plain: string,
  { key, nonce, about }: { key: Uint8Array; nonce: Uint8Array; about: string },
): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error for another key or `about`, and for what was changed */
export function decrypt(sealed: Uint8Array, { key, about }: { key: Uint8Array; about: string }): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagLength));
  const text = decipher.update(sealed.subarray(nonceLength, -tagLength));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}
