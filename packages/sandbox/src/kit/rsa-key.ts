import { generateKeyPairSync } from "node:crypto";

let made: string | null = null;

/** A private key for RS256 as PEM, such as a network signs with. Made once in a process: finding one takes a while. */
export function rsaKey(): string {
  made ??= generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
  return made;
}
