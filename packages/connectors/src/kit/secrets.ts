import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(hashOf(one), hashOf(other));

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/** HMAC-SHA256 (RFC 2104) of these bytes, in hexadecimal. */
export const hmacHex = (key: string, bytes: Uint8Array): string =>
  createHmac("sha256", key).update(bytes).digest("hex");
