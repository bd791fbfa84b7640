import { createHash } from "node:crypto";

const letters = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u

/** `length` base-32 letters of the SHA-256 over the parts; parts are framed, so ("a","bc") and ("ab","c") differ. */
export function digest(parts: readonly string[], length = 20): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return base32(hash.digest(), length);
}

/** The SHA-256 of a text's UTF-8, 32 bytes. */
export const sha256 = (text: string): Uint8Array => createHash("sha256").update(text).digest();

/** A new random id of `length` letters (5 bits each) from the given chance. */
export function newId(random: (bytes: number) => Uint8Array, length = 16): string {
  return base32(random(Math.ceil((length * 5) / 8)), length);
}

/**
 * The id of a mention or a conversation: its brand, then a hash over brand, network and the network's own id, so that
 * the same review found by another source is the same mention, and the id alone tells where its row lies.
 */
export function mentionId(brandId: string, network: string, externalId: string): string {
  return `${brandId}-${digest([brandId, network, externalId])}`;
}

/** The brand that a mention's, conversation's or reply's id names. */
export const brandOf = (id: string): string => id.slice(0, id.indexOf("-"));

/** Which of `shards` an id falls into: stable for ever, since row keys hold it. */
export function shardOf(id: string, shards: number): number {
  return createHash("sha256").update(id).digest().readUInt32BE(0) % shards;
}

function base32(bytes: Uint8Array, length: number): string {
  let out = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && out.length < length) {
      bits -= 5;
      out += letters[(held >> bits) & 31];
    }
  }
  return out;
}
