import { randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import { decrypt, encrypt, nonceLength, sealedLeast } from "@otklik/core/aes";
import { digest } from "@otklik/core/id";
import type { Secret } from "@otklik/core/ports";
import { rememberFor } from "./remember.ts";

const envelope = "k1."; // the data key as KMS gave it (its length first), then what aes.ts makes, base64url
const keptMs = 5 * 60_000;
const mostKept = 500;

interface DataKey {
  plain: Uint8Array;
  /** As KMS encrypted it. */
  wrapped: Uint8Array;
}

/**
 * The Secret port by envelope encryption: AES-256-GCM under a data key that KMS makes and opens, bound to the context.
 * Opened data keys stay in memory for five minutes, so that a room which reads one account again and again asks once.
 */
export function kmsSecret({
  client,
  keyId,
  now,
}: {
  client: KMSClient;
  keyId: string;
  now: () => Date;
}): Secret {
  const fresh = rememberFor<DataKey>({ ms: keptMs, most: mostKept, now });
  const opened = rememberFor<Uint8Array>({ ms: keptMs, most: mostKept, now });

  const dataKey = async (context: string): Promise<DataKey> => {
    const { Plaintext, CiphertextBlob } = await client.send(
      new GenerateDataKeyCommand({
        KeyId: keyId,
        KeySpec: "AES_256",
        EncryptionContext: contextOf(context),
      }),
    );
    if (!Plaintext || !CiphertextBlob) throw new Error("KMS gave no data key");
    return { plain: Plaintext, wrapped: CiphertextBlob };
  };
  const openKey = async (wrapped: Uint8Array, context: string): Promise<Uint8Array> => {
    const { Plaintext } = await client.send(
      new DecryptCommand({
        KeyId: keyId,
        CiphertextBlob: wrapped,
        EncryptionContext: contextOf(context),
      }),
    );
    if (!Plaintext) throw new Error("KMS opened no data key");
    return Plaintext;
  };

  return {
    async seal(plain, context) {
      const key = await fresh(context, () => dataKey(context));
      const length = Buffer.alloc(2);
      length.writeUInt16BE(key.wrapped.length);
      const nonce = randomBytes(nonceLength);
      const text = encrypt(plain, { key: key.plain, nonce, about: envelope + context });
      const sealed = Buffer.concat([length, key.wrapped, text]);
      return envelope + sealed.toString("base64url");
    },
    async open(sealed, context) {
      const { wrapped, text } = unpack(sealed);
      try {
        const name = `${context}\0${wrapped.toString("base64")}`;
        const key = await opened(name, () => openKey(wrapped, context));
        return decrypt(text, { key, about: envelope + context });
      } catch (cause) {
        throw new Error(
          "a sealed text does not open: it was sealed with another key or for another context, it was changed, or KMS was not reached",
          { cause },
        );
      }
    },
  };
}

/** KMS logs a context in plain and takes no empty one, so it is given a hash. */
const contextOf = (context: string): Record<string, string> => ({ otklik: digest([context], 32) });

function unpack(sealed: string) {
  const bytes = Buffer.from(sealed.slice(envelope.length), "base64url");
  const wrappedEnd = bytes.length < 2 ? Number.POSITIVE_INFINITY : 2 + bytes.readUInt16BE(0);
  const isWhole =
    envelope + bytes.toString("base64url") === sealed && bytes.length >= wrappedEnd + sealedLeast;
  if (!isWhole) throw new Error("this is no text that this version of the program sealed");
  return { wrapped: bytes.subarray(2, wrappedEnd), text: bytes.subarray(wrappedEnd) };
}
