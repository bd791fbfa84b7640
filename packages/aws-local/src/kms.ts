import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type Operation, type RunningStandIn, startJsonService } from "./json-service.ts";

const nonceLength = 12;
const tagLength = 16;

const refused = (type: string): ReturnType<Operation> => ({ status: 400, body: { __type: type } });

/**
 * A stand-in for KMS with keys of 32 bytes by their ids. Like KMS it binds what it encrypts to the encryption context,
 * and opens it only under the key and the context that it was made with.
 */
export function startKms(
  keys: Readonly<Record<string, Uint8Array>>,
  { port = 0 }: { port?: number } = {},
): Promise<RunningStandIn> {
  const generateDataKey: Operation = ({ KeyId, KeySpec, EncryptionContext }) => {
    const key = keys[String(KeyId)];
    if (!key) return refused("NotFoundException");
    if (KeySpec !== "AES_256") return refused("ValidationException");
    const plain = randomBytes(32);
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(authenticated(KeyId, EncryptionContext));
    const blob = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return {
      body: { KeyId, Plaintext: plain.toString("base64"), CiphertextBlob: blob.toString("base64") },
    };
  };
  const decrypt: Operation = ({ KeyId, CiphertextBlob, EncryptionContext }) => {
    const key = keys[String(KeyId)];
    if (!key) return refused("NotFoundException");
    const blob = Buffer.from(String(CiphertextBlob), "base64");
    if (blob.length < nonceLength + tagLength) return refused("InvalidCiphertextException");
    const decipher = createDecipheriv("aes-256-gcm", key, blob.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(authenticated(KeyId, EncryptionContext)).setAuthTag(blob.subarray(-tagLength));
    try {
      const plain = Buffer.concat([
        decipher.update(blob.subarray(nonceLength, -tagLength)),
        decipher.final(),
      ]);
      return { body: { KeyId, Plaintext: plain.toString("base64") } };
    } catch {
      return refused("InvalidCiphertextException");
    }
  };
  return startJsonService({ GenerateDataKey: generateDataKey, Decrypt: decrypt }, { port });
}

/** The key's id and the context, whatever the order of its pairs. */
const authenticated = (keyId: unknown, context: unknown): Buffer =>
  Buffer.from(JSON.stringify([keyId, Object.entries(context ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))]));
